/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_SUSPECT_H
#define READ_SUSPECT_H

#include "model/node.h"
#include "read/marks.h"

/*
 * Markdown that means something, but seldom what its author wanted. Each looks at one block, and
 * at its lines in the source where the tree no longer tells; what it finds is diagnosed.
 */

/* suspect_date(m, list): a numbered list that is rather a sentence: `2015. gada janvārī`. */
void suspect_date(const struct marks *m, const struct node *list);

/* suspect_html(m, html): raw HTML that took a fence with it. */
void suspect_html(const struct marks *m, const struct node *html);

/* suspect_row(m, row, columns): a row with more cells than the head, or without any bar. */
void suspect_row(const struct marks *m, const struct node *row, int columns);

/*
 * suspect_code(m, first, last, fence, length): a block of code from line ${first} to ${last}, begun with ${length} characters
 * ${fence}, that nothing closes.
 */
void suspect_code(const struct marks *m, uint32_t first, uint32_t last, char fence, size_t length);

#endif
