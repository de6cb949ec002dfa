/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_CHARSET_H
#define BASE_CHARSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* A set of code points, which its owner ends with charset_end(). */
struct charset;

struct charset *charset_new(void);
void charset_end(struct charset *s); /* harmless on NULL */

void charset_add(struct charset *s, uint32_t from, uint32_t to); /* both inclusive */
void charset_join(struct charset *s, const struct charset *other);
void charset_invert(struct charset *s);

/*
 * charset_property(s, name, value): adds the characters that JavaScript's \p{name=value} means, or \p{name} where ${value} is
 * empty: spelled as there, which is exactly. False where there is no such property, or it has no characters.
 */
bool charset_property(struct charset *s, struct str name, struct str value);

/* charset_fold(s): adds normal_case() of each member. */
void charset_fold(struct charset *s);

/* Its ranges, ascending, number ${i} from 0 on. Surrogates are in none: no text has them. */
size_t charset_ranges(struct charset *s);
void charset_range(const struct charset *s, size_t i, uint32_t *from, uint32_t *to);

#endif
