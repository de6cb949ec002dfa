/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_POINTED_H
#define SCORE_POINTED_H

#include "score/scorer.h"

/* Places in a picture: `hotspot` (D11), clicks or markers. */
extern const struct scorer pointed_scorer;

#endif
