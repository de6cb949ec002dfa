/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_FIGURE_H
#define SCORE_FIGURE_H

#include "score/scorer.h"

/* A number that somebody typed, perhaps with its unit. */
struct figure {
	enum response_state state; /* the rest only where it is answered */
	const struct exact *number;
	struct str unit;             /* empty: none */
	const struct jvalue *factor; /* of the unit; NULL: it is not declared */
};

/*
 * figure_read(s, question, response): ${response} is a string, an object with `value` and `unit`, or null; ${question} says how numbers
 * are written (`decimal`) and what units there are. What can be read in two ways is not read: RESPONSE_INVALID.
 */
struct figure figure_read(struct scoring *s, const struct jvalue *question, const struct jvalue *response);

#endif
