/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_PICTURE_H
#define RENDER_PICTURE_H

#include "render/render.h"

/* picture_write(r, b, n, title): the NODE_IMAGE ${n}; ${title} is shown with it, where no caption of a figure says it. */
void picture_write(struct render *r, struct buf *b, const struct node *n, struct str title);

#endif
