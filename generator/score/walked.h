/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_WALKED_H
#define SCORE_WALKED_H

#include "score/scorer.h"

/* Stories with choices: `branching` (D13). */
extern const struct scorer walked_scorer;

/*
 * walked_max(s): full marks of the story in s->question by the mode in s->rule, a constant of the story: what question data of a page
 * have as `max`. NULL where the mode is "none" and where it cannot be found: then s->error says why.
 */
const struct exact *walked_max(struct scoring *s);

#endif
