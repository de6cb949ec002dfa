/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_INPUTS_H
#define RENDER_INPUTS_H

#include "model/question.h"
#include "render/render.h"

/* One field to type into: `text` and `number`. */
void inputs_answers(struct render *r, struct buf *b, const struct question *q);
void inputs_key(struct render *r, struct buf *b, const struct question *q);

/* inputs_attributes(b, g): the attributes of an input that depend on what is typed; its size among them. */
void inputs_attributes(struct buf *b, const struct gap *g);

#endif
