/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_EXTENT_H
#define READ_EXTENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/*
 * How far the pieces of a list of attributes reach, as they are written or were probably meant, so that one mistake
 * gives one message. Each call looks at ${s} from ${at} on and returns the place behind.
 */

bool extent_is_name(char c);  /* ASCII letters, digits, `-` and `_`: of ids, classes and keys */
bool extent_is_blank(char c); /* line ends, too */

size_t extent_name(struct str s, size_t at); /* ${at} where none is there */

/* extent_word(s, at): what cannot be read ends at a blank, a comma, a brace or an invisible character. */
size_t extent_word(struct str s, size_t at);

/* extent_quoted(s, at): the place of the quotation mark that closes the one at ${at}, or s.n. */
size_t extent_quoted(struct str s, size_t at);

/* extent_line(s, at): where a list goes on whose quotation mark is not closed: its brace, or the end of the line. */
size_t extent_line(struct str s, size_t at);

/* extent_braced(s, at): behind the `}` of a `{` that is meant as text, if one is near; else ${at}. */
size_t extent_braced(struct str s, size_t at);

/* extent_distant(s, at): behind the word that a `key= word` meant as its value; ${at} where none is near. */
size_t extent_distant(struct str s, size_t at);

/* extent_closes(s): whether the list that ${s} begins with closes: at a brace outside quotation marks, before another begins. */
bool extent_closes(struct str s);

#endif
