/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_WANTED_H
#define RENDER_WANTED_H

#include "model/question.h"
#include "render/render.h"

/* What a typed answer, or one of a menu, may be: in words, for the list of answers. */

/* wanted_answer(r, b, g, label): an item of the list for ${g}, with ${label} in front where it is not empty. */
void wanted_answer(struct render *r, struct buf *b, const struct gap *g, struct str label);

/* wanted_size(g): how many letters its field should show: one of a few sizes, so that it does not tell the answer. */
int wanted_size(const struct gap *g);

#endif
