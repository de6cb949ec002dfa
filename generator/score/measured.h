/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_MEASURED_H
#define SCORE_MEASURED_H

#include "score/scorer.h"

/* Numbers that are typed (`number`), perhaps with a unit. */

extern const struct scorer measured_scorer;

/*
 * measured_credit(s, question, rule, response): the credit of ${response} (as figure_read() takes it) for the answers and units of
 * ${question}; ${rule} says what a wrong unit costs, NULL: the default. 0 for what cannot be read.
 */
const struct exact *measured_credit(
    struct scoring *s, const struct jvalue *question, const struct jvalue *rule, const struct jvalue *response);

#endif
