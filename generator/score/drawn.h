/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_DRAWN_H
#define SCORE_DRAWN_H

#include "score/scorer.h"

/* Orders and draws that the text of a seed decides: `shuffle`, `pool` (D18, D19). */
extern const struct scorer drawn_scorer;

#endif
