/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_BLANKS_H
#define RENDER_BLANKS_H

#include "model/question.h"
#include "render/render.h"

/* Gaps in the text of a question, `gap`: a field or a menu where each stands. */
void blanks_answers(struct render *r, struct buf *b, const struct question *q);
void blanks_key(struct render *r, struct buf *b, const struct question *q);

/* blanks_gap(r, b, n): the NODE_GAP ${n} of r->asked where it stands; its words where it is none of those. */
void blanks_gap(struct render *r, struct buf *b, const struct node *n);

#endif
