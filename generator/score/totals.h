/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_TOTALS_H
#define SCORE_TOTALS_H

#include "score/scorer.h"

/* The result of a whole quiz: its sum, its attempts, its pass mark, its bands (D14, D15, D17, D20). */
extern const struct scorer totals_scorer;

#endif
