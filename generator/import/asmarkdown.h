/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef IMPORT_ASMARKDOWN_H
#define IMPORT_ASMARKDOWN_H

#include "import/taking.h"

/* Texts of items, in whatever format they came, as Markdown. What cannot be said is told. */

/* asmarkdown_blocks(t, it, text): blocks with a blank line between. */
struct str asmarkdown_blocks(struct taking *t, struct item *it, const struct item_text *text);

/* asmarkdown_line(t, it, text): the same on one line, for a cell or a label; several blocks are told and joined. */
struct str asmarkdown_line(struct taking *t, struct item *it, const struct item_text *text);

/* asmarkdown_words(t, text): letters and digits of it, a blank between words, without markup: to make names of, and to compare. */
struct str asmarkdown_words(struct taking *t, const struct item_text *text);

#endif
