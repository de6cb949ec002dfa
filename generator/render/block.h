/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_BLOCK_H
#define RENDER_BLOCK_H

#include "render/render.h"

/*
 * block_render(r, b, n): a block directive, or a leaf. A theme's template blocks/<name>.html renders it
 * in our stead where there is one (and sees a struct block_view); else the row of the table in block.c does; an unknown
 * directive is a plain container.
 */
void block_render(struct render *r, struct buf *b, const struct node *n);

/* block_role(r, b, n): an inline directive. */
void block_role(struct render *r, struct buf *b, const struct node *n);

/* block_shown(r, n): whether a directive's conditions (`only`, `facilitator`) let it into this page. */
bool block_shown(const struct render *r, const struct node *n);

#endif
