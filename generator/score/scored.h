/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_SCORED_H
#define SCORE_SCORED_H

#include "score/scorer.h"

/* scored_result(s): scores the settled ${s}, a question or a calculation of any type; s->error where it cannot be scored. */
void scored_result(struct scoring *s);

#endif
