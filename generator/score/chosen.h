/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_CHOSEN_H
#define SCORE_CHOSEN_H

#include "score/scorer.h"

/* Options that are ticked: `single`, `truefalse`, `multiple` (D2 to D4). */
extern const struct scorer chosen_scorer;

#endif
