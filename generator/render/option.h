/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_OPTION_H
#define RENDER_OPTION_H

#include "model/question.h"
#include "render/render.h"

/* The types `single`, `multiple` and `truefalse`. */

/* option_answers(r, b, q): the options, to be ticked. */
void option_answers(struct render *r, struct buf *b, const struct question *q);

/* option_key(r, b, q): the options with what is right, and their feedback. */
void option_key(struct render *r, struct buf *b, const struct question *q);

#endif
