/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_ORDERED_H
#define SCORE_ORDERED_H

#include "score/scorer.h"

/* Things in their order: `ordering` (D6). */
extern const struct scorer ordered_scorer;

#endif
