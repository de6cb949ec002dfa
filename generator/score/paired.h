/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_PAIRED_H
#define SCORE_PAIRED_H

#include "score/scorer.h"

/* Items that belong to targets: `matching` and `classification` (D5), `matrix` (D10). */
extern const struct scorer paired_scorer;

#endif
