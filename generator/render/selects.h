/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_SELECTS_H
#define RENDER_SELECTS_H

#include "model/question.h"
#include "render/render.h"

/*
 * Entries that are placed by a list to choose from: `match` and `sort`. What would give the answer away by where it stands,
 * the targets of a match and the entries of a sort, stands in another order.
 */
void selects_answers(struct render *r, struct buf *b, const struct question *q);

/* selects_key(r, b, q): the list of answers of all types with entries and targets. */
void selects_key(struct render *r, struct buf *b, const struct question *q);

#endif
