/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_TYPED_H
#define SCORE_TYPED_H

#include "score/scorer.h"
#include "score/spelling.h"

/* Text that is typed (`text`), against literal answers, answers with stars and patterns. */

extern const struct scorer typed_scorer;

/*
 * typed_credit(s, accept, how, response): the credit of the first answer of the list ${accept} that ${response} matches; 0 where
 * none does or nothing was typed. Sets s->error where a pattern is refused or takes too long.
 */
const struct exact *typed_credit(
    struct scoring *s, const struct jvalue *accept, const struct spelling *how, struct str response);

/* typed_best(s, list): the greatest `score` of the answers of a text or number; 0 where there are none. */
const struct exact *typed_best(struct scoring *s, const struct jvalue *list);

#endif
