/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_ROLE_H
#define RENDER_ROLE_H

#include "render/render.h"

/* role_render(r, b, n): a directive inside a line: `:only`, `:contact`, `:date`, `:slot`; of any other its words. */
void role_render(struct render *r, struct buf *b, const struct node *n);

#endif
