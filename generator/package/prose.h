/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PACKAGE_PROSE_H
#define PACKAGE_PROSE_H

#include "package/exchange.h"

/*
 * Text of a question as plain HTML, for systems that know nothing of a site. What leads to other pages is told as lost and
 * keeps its words; pictures go into x->it->files where the format embeds them, else their alternative text stands there.
 */

/* prose_escape(b, s): `&<>"` for text and quoted attributes. */
void prose_escape(struct buf *b, struct str s);

/* prose_blocks(x, b, first, end): the blocks from ${first} up to ${end} (NULL: all), gaps as their marks. */
void prose_blocks(struct exchange *x, struct buf *b, const struct node *first, const struct node *end);

/* prose_text(x, n): what is in ${n}, an item, a cell or a quote: its children but quotes, and but lists in an item of a group. */
struct item_text prose_text(struct exchange *x, const struct node *n);

/* prose_quote(x, n): what is in the quote or directive ${n}; empty for NULL. */
struct item_text prose_quote(struct exchange *x, const struct node *n);

/* prose_picture(x, n, name): the image ${n} as a file of the item, under that name; false (told) where it cannot go along. */
bool prose_picture(struct exchange *x, const struct node *n, struct str *name);

/* prose_plain(x, n): the same as prose_text() where only plain text can stand; lost markup is told. */
struct str prose_plain(struct exchange *x, const struct node *n);

#endif
