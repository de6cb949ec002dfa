/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_NORMAL_H
#define BASE_NORMAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/*
 * What JavaScript's strings can do with text, done alike: normalize(), toUpperCase(), toLowerCase(). UTF-8 in, UTF-8 in ${a} (or
 * the same text) out. Thread-safe. Where a browser's Unicode is newer than ICU's, they differ in the characters that are new.
 */

struct str normal_compose(struct arena *a, struct str s);   /* NFC */
struct str normal_compat(struct arena *a, struct str s);    /* NFKC */
struct str normal_decompose(struct arena *a, struct str s); /* NFD */

/* Full and without a locale: ß becomes SS, İ becomes i with a dot above, and a sigma knows where a word ends. */
struct str normal_upper(struct arena *a, struct str s);
struct str normal_lower(struct arena *a, struct str s);

bool normal_is_mark(uint32_t c); /* category Mn */
int normal_digit(uint32_t c);    /* 0..9 for a decimal digit (Nd) of any script, else -1 */

/* normal_in_name(c, first): whether an identifier may have ${c} in it, or at its beginning (ID_Start, ID_Continue). */
bool normal_in_name(uint32_t c, bool first);

/* normal_case(c): what flags `iu` of JavaScript's patterns compare: the character's simple case folding. */
uint32_t normal_case(uint32_t c);

#endif
