/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_PARTED_H
#define RENDER_PARTED_H

#include "render/render.h"

/*
 * parted_render(r, b, n): what stands in `case` or `practice`: where and when it was, and its parts, each from a heading with
 * `{part=…}` to the next. The part `abuse` is folded: one reads it because one wants to.
 */
void parted_render(struct render *r, struct buf *b, const struct node *n);

#endif
