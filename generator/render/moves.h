/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_MOVES_H
#define RENDER_MOVES_H

#include "model/question.h"
#include "render/render.h"

/* Things to be put in order, `order`: a list in another order, with buttons to move each up or down. */
void moves_answers(struct render *r, struct buf *b, const struct question *q);
void moves_key(struct render *r, struct buf *b, const struct question *q);

#endif
