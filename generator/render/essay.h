/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_ESSAY_H
#define RENDER_ESSAY_H

#include "model/question.h"
#include "render/render.h"

/* Room for free text, `reflect`: nobody scores it. */
void essay_answers(struct render *r, struct buf *b, const struct question *q);

#endif
