/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_TABLE_H
#define RENDER_TABLE_H

#include "render/render.h"

/*
 * table_render(r, b, n, caption): a Markdown table as `<table>`, named by the element with the id ${caption} (empty: none). Column heads are
 * `<th scope="col">`; where the first one is empty, the first column holds row heads. Alignment is by class.
 */
void table_render(struct render *r, struct buf *b, const struct node *n, struct str caption);

/* Opens the `<div>` in which a wide table scrolls, so that the page does not: within reach of the keyboard, and named as the table. */
void table_scroll(struct render *r, struct buf *b, struct str caption);

#endif
