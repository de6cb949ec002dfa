/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_SCORER_H
#define SCORE_SCORER_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/jsonread.h"
#include "base/str.h"
#include "score/exact.h"

/*
 * The reference scorer: one file a family of types, each with one scorer. What they score is a question in the notation
 * of docs/vectors.md, in its *settled* form, which notation.c makes of what was written (and checks) and question data in a
 * published page has from the start:
 *
 *   - every rational is a string in lowest terms: "0", "-1/4", "13/2" (also coordinates of areas and clicks);
 *   - an answer of a number is {"low", "high"} (bounds, inclusive; "openLow": true, "openHigh": true where not), or {"value", "decimals"},
 *     or {"value", "sigfigs"}, or {"any": true}; each with "score" unless that is 1;
 *   - `null` only where the notation allows it; fields with their default may be missing;
 *   - a pass mark in points is {"points"};
 *   - names, kinds and modes are known ones, and a field that the mode or kind does not read is not there.
 *
 * A scorer may therefore assert what it reads. The browser runtime (score/js/engine/) scores the same settled form.
 */

enum response_state { RESPONSE_UNANSWERED, RESPONSE_INVALID, RESPONSE_ANSWERED }; /* D1 of the rules: docs/scoring.md */

/* One question with one response, and its result. */
struct scoring {
	struct arena *arena;
	struct exacts *numbers; /* what is made on the way, and the result */
	struct str type;
	const struct jvalue *question; /* a JSON_MAP */
	const struct jvalue *rule;     /* the field `scoring`, a JSON_MAP */
	const struct jvalue *response; /* never NULL: JSON_NULL where there is none */
	/* the result */
	const struct exact *score, *max; /* NULL: null, there is no score */
	struct jvalue *extra; /* one more field of the result with its key: `pass`, `band`, `order`; NULL: none */
	struct str error;     /* why it cannot be scored; empty: it was */
};

struct scorer {
	const char *types; /* as in `type`, blank between */

	/* How ${response} stands to the question of ${s} (s->response is not looked at). NULL: a calculation, always answered. */
	enum response_state (*state)(struct scoring *s, const struct jvalue *response);

	/* Whether two answered responses are the same to a person. NULL: they are equal as JSON, whatever the order of members. */
	bool (*same)(struct scoring *s, const struct jvalue *a, const struct jvalue *b);

	/* Sets score, max and extra (or error) for s->response, unanswered ones included: 0 before any formula (D1). */
	void (*score)(struct scoring *s);
};

#endif
