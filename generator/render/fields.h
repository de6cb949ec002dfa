/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_FIELDS_H
#define RENDER_FIELDS_H

#include "model/question.h"
#include "render/render.h"

/* One field to type into: `text` and `number`. */
void fields_answers(struct render *r, struct buf *b, const struct question *q);
void fields_key(struct render *r, struct buf *b, const struct question *q);

/* fields_input(b, g): the attributes of an input that depend on what is typed; its size among them. */
void fields_input(struct buf *b, const struct gap *g);

#endif
