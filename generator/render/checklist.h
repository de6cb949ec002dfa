/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_CHECKLIST_H
#define RENDER_CHECKLIST_H

#include "render/render.h"

/*
 * checklist_render(r, b, n): what stands in `indicators` or `checklist`: headings are groups, items with a mark are boxes to
 * tick, a quote in an item explains it, bands are said in words. What one ticks is never stored and never sent.
 */
void checklist_render(struct render *r, struct buf *b, const struct node *n);

#endif
