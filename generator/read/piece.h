/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_PIECE_H
#define READ_PIECE_H

#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/str.h"

/*
 * A piece of raw text as the Markdown reader hands it out: it may go over several lines, but what
 * stands in front of the later ones in the file (blanks, `>`) is taken away.
 */

/*
 * piece_place(src, at, text, from, to): the place of bytes [from, to) of ${text}, which begins at ${at}. Columns on later
 * lines are those of the source where its line ends like that of the text; else the line as a whole.
 */
struct span piece_place(const struct source *src, struct span at, struct str text, size_t from, size_t to);

/* piece_invisible(text, at, c): the bytes of the invisible character at ${at}, which is stored in *c; 0 where there is none. */
size_t piece_invisible(struct str text, size_t at, uint32_t *c);

/* piece_invisible_before(s, at): how many bytes of invisible characters end right in front of ${at}. */
size_t piece_invisible_before(struct str s, size_t at);

/* piece_invisible_name(c): "a zero-width blank", for messages. */
const char *piece_invisible_name(uint32_t c);

#endif
