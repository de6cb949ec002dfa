/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_DRAWING_H
#define ASSEMBLE_DRAWING_H

#include "base/arena.h"
#include "model/body.h"
#include "model/harvest.h"

/* Quizzes that draw their questions from all of the course (D18). */

/* drawing_wants(quiz, h): whether a page that left ${h} (may be NULL) has a question that ${quiz} may draw. */
bool drawing_wants(const struct quiz *quiz, const struct harvest *h);

/*
 * drawing_fill(a, body, from, n): sets the pool of ${body} from the questions of the ${n} bodies ${from}, ${body} perhaps among
 * them. A question that is drawn weighs what its slot weighs, and is asked by the rules of ${body}'s page.
 */
void drawing_fill(struct arena *a, struct body *body, const struct body *const *from, size_t n);

#endif
