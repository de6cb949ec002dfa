/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_ROWS_H
#define RENDER_ROWS_H

#include "model/question.h"
#include "render/render.h"

/*
 * Statements with the same choices at each: a `matrix`, a `survey` that is a table. Each row is a group of its own with all its
 * words: a table of bare buttons says little to who does not see it, and does not fit a phone.
 */
void rows_answers(struct render *r, struct buf *b, const struct question *q);

#endif
