/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_FOOTNOTES_H
#define RENDER_FOOTNOTES_H

#include "render/render.h"

/* footnotes_document(r, b, root): a whole document: its blocks, and behind them the footnotes they have marks of. */
void footnotes_document(struct render *r, struct buf *b, const struct node *root);

#endif
