/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_QUESTION_H
#define RENDER_QUESTION_H

#include "model/question.h"
#include "render/render.h"

/*
 * question_render(r, b, q): the question as a form that works with the script of score/script.c, is a
 * readable question with a "show answers" `details` without it, and prints.
 */
void question_render(struct render *r, struct buf *b, const struct question *q);

#endif
