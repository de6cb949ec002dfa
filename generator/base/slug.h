/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_SLUG_H
#define BASE_SLUG_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/*
 * slug_of(a, s, lang): ASCII for a URL or id: transliterated by the rules of ${lang}
 * (a BCP 47 tag), lower case, runs of anything else one `-`, none at the ends.
 * Apostrophes, quotation marks and invisible characters are dropped, not made `-`. Of a long
 * text only the first 200 characters count, and no more than 200 bytes come out.
 * May be empty: the caller has a name of its own for that. Without the rules of a language
 * (`de ru uk be bg mk sr` have some) other scripts are written as ICU's Any-Latin does.
 */
struct str slug_of(struct arena *a, struct str s, struct str lang);

/* slug_latin(c): what a slug has for a letter of U+00C0-017F, in small letters: "ae" for æ and Æ; NULL for any other character. */
const char *slug_latin(uint32_t c);

#endif
