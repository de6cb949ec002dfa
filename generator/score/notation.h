/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_NOTATION_H
#define SCORE_NOTATION_H

#include "score/scorer.h"

/*
 * notation_read(vector, s): checks a vector in the notation of docs/vectors.md and settles it in place (scorer.h). The caller
 * has set s->arena and s->numbers; type, question, rule and response are set here. False where it cannot be scored: s->error
 * says what is wrong and where.
 */
bool notation_read(struct jvalue *vector, struct scoring *s);

#endif
