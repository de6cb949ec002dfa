/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_GRID_H
#define RENDER_GRID_H

#include "render/render.h"

/*
 * grid_render(r, b, n, caption): what stands in `grid`, as a table whose cells hold blocks. A heading of the upper level is a row
 * and its head, a heading below it a cell in the column of that name; `by=columns` the other way round. With one level only,
 * headings are rows, or columns. ${caption} is the id of what names the table; empty: none.
 */
void grid_render(struct render *r, struct buf *b, const struct node *n, struct str caption);

#endif
