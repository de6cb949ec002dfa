/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_UNICODE_H
#define BASE_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

/* UTF-8 and what ICU knows of characters. Thread-safe. ASCII, and Latin where it can be, never wakes ICU. */

/* unicode_valid(s, bad): whether ${s} is UTF-8 (RFC 3629); else *bad (if not NULL) is the place of the first wrong byte. */
bool unicode_valid(struct str s, size_t *bad);

/* unicode_next(s, &at): the code point at ${at}, which moves behind it; U+FFFD for a wrong byte. */
uint32_t unicode_next(struct str s, size_t *at);

/* unicode_start(s, at): where the character begins that ${at} lies in. */
size_t unicode_start(struct str s, size_t at);

/* unicode_put(b, c): appends the code point ${c}, which must be one that UTF-8 can write. */
void unicode_put(struct buf *b, uint32_t c);

size_t unicode_count(struct str s); /* code points */
size_t unicode_width(struct str s); /* columns on a terminal: wide characters 2, combining ones 0; a tab counts 1 */

/* unicode_zero_width(c): whether ${c} draws nothing at all. */
bool unicode_zero_width(uint32_t c);

/* unicode_invisible(c): direction marks, zero-width and non-breaking blanks, soft hyphen, BOM. */
bool unicode_invisible(uint32_t c);

/*
 * unicode_nfc(a, s): Normalization Form C; ${s} itself where it is that already. In this and
 * the following, wrong bytes become U+FFFD or stay; none is made.
 */
struct str unicode_nfc(struct arena *a, struct str s);

/* unicode_fold(a, s): NFC and full case folding, for comparing names. */
struct str unicode_fold(struct arena *a, struct str s);

/* unicode_is_letter(c): a letter of any script. */
bool unicode_is_letter(uint32_t c);

/* unicode_is_small(s): whether ${s} is ASCII without capitals, so that folding would give the same. */
bool unicode_is_small(struct str s);

#endif
