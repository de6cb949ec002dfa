/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_UNSCORED_H
#define SCORE_UNSCORED_H

#include "score/scorer.h"

/* What has no score, or one of ticks alone: `survey`, `reflection`, `checklist` (D12). */
extern const struct scorer unscored_scorer;

#endif
