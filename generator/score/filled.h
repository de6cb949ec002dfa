/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_FILLED_H
#define SCORE_FILLED_H

#include "score/scorer.h"

/* Texts with gaps (`gap`): each is a small question, a text, a number or a choice. */

extern const struct scorer filled_scorer;

#endif
