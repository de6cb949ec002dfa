/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_RETRIED_H
#define SCORE_RETRIED_H

#include "score/scorer.h"

/* Several tries at one question (D16). */
extern const struct scorer retried_scorer;

#endif
