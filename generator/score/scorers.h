/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_SCORERS_H
#define SCORE_SCORERS_H

#include "score/scorer.h"

/* scorers_find(type): who scores questions of that type (sections 5.1 to 5.10); NULL where there is none. */
const struct scorer *scorers_find(struct str type);

/* scorers_does(scorer, type): whether ${type} is one of its types. */
bool scorers_does(const struct scorer *scorer, struct str type);

#endif
