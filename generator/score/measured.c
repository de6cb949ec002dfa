/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/measured.h"

#include "score/figure.h"
#include "score/settled.h"
#include "score/typed.h"

/* -- one answer -- */

/* Nobody types more digits than this; beyond, rounding changes nothing. */
enum { MAX_PLACES = 100000 };

static int
count_of(const struct jvalue *v)
{
	int count = 0;

	for (size_t i = 0; i < v->text.n && count < MAX_PLACES; i++)
		count = 10 * count + (v->text.p[i] - '0');
	return count < MAX_PLACES ? count : MAX_PLACES;
}

/* To so many significant digits; 0 stays 0. */
static const struct exact *
significant(struct scoring *s, const struct exact *x, int digits)
{
	return exact_sign(x) == 0 ? x : exact_round(s->numbers, x, digits - 1 - exact_magnitude(x));
}

static bool
is_bounded(struct scoring *s, const struct jvalue *answer, const struct exact *x)
{
	const struct jvalue *low = jsonread_get(answer, "low"), *high = jsonread_get(answer, "high");
	int above = low ? exact_cmp(x, settled_number(s, low, "0")) : 1;
	int below = high ? exact_cmp(settled_number(s, high, "0"), x) : 1;

	return (above > 0 || (above == 0 && !jsonread_true(answer, "openLow"))) &&
	    (below > 0 || (below == 0 && !jsonread_true(answer, "openHigh")));
}

static bool
hits(struct scoring *s, const struct jvalue *answer, const struct exact *x)
{
	const struct jvalue *value = jsonread_get(answer, "value"), *decimals = jsonread_get(answer, "decimals");
	const struct exact *v;

	if (jsonread_true(answer, "any"))
		return true;
	if (!value)
		return is_bounded(s, answer, x);
	v = settled_number(s, value, "0");
	if (decimals) {
		int places = count_of(decimals);

		return exact_cmp(exact_round(s->numbers, x, places), exact_round(s->numbers, v, places)) == 0;
	}
	decimals = jsonread_get(answer, "sigfigs");
	return exact_cmp(significant(s, x, count_of(decimals)), significant(s, v, count_of(decimals))) == 0;
}

/* -- units -- */

/* What is left of a credit where the number is right and its unit is not. */
static const struct exact *
penalised(struct scoring *s, const struct jvalue *rule, const struct exact *credit)
{
	const struct exact *penalty = settled_number(s, jsonread_get(rule, "unit_penalty"), "1/10");

	if (jsonread_is(jsonread_get(rule, "unit_penalty_of"), "max"))
		return exact_max(exact_of(s->numbers, 0, 1), exact_sub(s->numbers, credit, penalty));
	return exact_mul(s->numbers, credit, exact_sub(s->numbers, exact_of(s->numbers, 1, 1), penalty));
}

const struct exact *
measured_credit(
    struct scoring *s, const struct jvalue *question, const struct jvalue *rule, const struct jvalue *response)
{
	struct figure f = figure_read(s, question, response);
	bool optional = jsonread_is(jsonread_get(question, "unit_policy"), "optional");
	bool bare = !jsonread_get(question, "units") || (optional && f.unit.n == 0);
	const struct exact *whole = NULL; /* in the base unit */

	if (f.state != RESPONSE_ANSWERED)
		return exact_of(s->numbers, 0, 1);
	if (f.factor)
		whole = exact_mul(s->numbers, f.number, settled_number(s, f.factor, "1"));
	for (const struct jvalue *answer = jsonread_get(question, "answers")->first; answer; answer = answer->next) {
		const struct exact *credit = settled_number(s, jsonread_get(answer, "score"), "1");

		if (whole && hits(s, answer, whole))
			return credit;
		if (hits(s, answer, f.number))
			return bare ? credit : penalised(s, rule, credit);
	}
	return exact_of(s->numbers, 0, 1);
}

/* -- the scorer -- */

static enum response_state
state(struct scoring *s, const struct jvalue *response)
{
	return figure_read(s, s->question, response).state;
}

static void
score(struct scoring *s)
{
	s->max = typed_best(s, jsonread_get(s->question, "answers"));
	s->score = measured_credit(s, s->question, s->rule, s->response);
}

const struct scorer measured_scorer = { "number", state, NULL, score };
