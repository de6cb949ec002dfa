/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/filled.h"

#include "base/map.h"
#include "score/measured.h"
#include "score/settled.h"
#include "score/typed.h"

/* What was put into a gap; NULL: nothing. */
static const struct jvalue *
filling(const struct jvalue *gap, const struct jvalue *response)
{
	const struct jvalue *v = jsonread_member(response, jsonread_get(gap, "id")->text);

	return v && v->kind == JSON_STRING && spelling_trim(v->text).n > 0 ? v : NULL;
}

static const struct jvalue *
first_gap(const struct scoring *s)
{
	return jsonread_get(s->question, "gaps")->first;
}

/* -- each gap for itself -- */

static const struct exact *
gap_credit(struct scoring *s, const struct jvalue *gap, const struct jvalue *filled)
{
	const struct jvalue *kind = jsonread_get(gap, "kind");
	struct spelling how;

	if (jsonread_is(kind, "number"))
		return measured_credit(s, gap, NULL, filled);
	if (jsonread_is(kind, "select"))
		return settled_share(s, str_eq(filled->text, jsonread_get(gap, "answer")->text), 1);
	how = spelling_of(s->rule, jsonread_get(gap, "options"));
	return typed_credit(s, jsonread_get(gap, "accept"), &how, filled->text);
}

static const struct exact *
by_gap(struct scoring *s)
{
	const struct exact *zero = exact_of(s->numbers, 0, 1), *one = exact_of(s->numbers, 1, 1);
	const struct exact *earned = zero, *weights = zero;
	bool all = true;

	for (const struct jvalue *gap = first_gap(s); gap; gap = gap->next) {
		const struct jvalue *filled = filling(gap, s->response);
		const struct exact *credit = filled ? gap_credit(s, gap, filled) : zero;
		const struct exact *weight = settled_number(s, jsonread_get(gap, "weight"), "1");

		all = all && exact_cmp(credit, one) == 0;
		earned = exact_add(s->numbers, earned, exact_mul(s->numbers, weight, credit));
		weights = exact_add(s->numbers, weights, weight);
	}
	if (jsonread_is(jsonread_get(s->rule, "mode"), "exact"))
		return all ? one : zero;
	return exact_sign(weights) == 0 ? zero : exact_div(s->numbers, earned, weights);
}

/* -- gaps that share their answers -- */

static bool
is_accepted(struct scoring *s, const struct jvalue *gap, const struct spelling *how, struct str plain)
{
	for (const struct jvalue *answer = jsonread_get(gap, "accept")->first; answer; answer = answer->next)
		if (str_eq(spelling_plain(s->arena, how, jsonread_get(answer, "text")->text), plain))
			return true;
	return false;
}

/*
 * A gap can take no answer but the one it holds; so a maximum matching of gaps and answers has one gap for each
 * distinct answer that some gap holds and accepts.
 */
static const struct exact *
distinct(struct scoring *s)
{
	struct spelling how = spelling_of(s->rule, NULL);
	struct map used = MAP_INIT;
	size_t gaps = 0, taken = 0;

	for (const struct jvalue *gap = first_gap(s); gap; gap = gap->next) {
		const struct jvalue *filled = filling(gap, s->response);
		struct str plain = filled ? spelling_plain(s->arena, &how, filled->text) : STR_EMPTY;

		gaps++;
		if (plain.n > 0 && !map_get(&used, plain) && is_accepted(s, gap, &how, plain)) {
			map_put(&used, plain, &used);
			taken++;
		}
	}
	map_free(&used);
	return settled_share(s, taken, gaps);
}

/* -- the scorer -- */

static enum response_state
state(struct scoring *s, const struct jvalue *response)
{
	for (const struct jvalue *gap = first_gap(s); gap; gap = gap->next)
		if (filling(gap, response))
			return RESPONSE_ANSWERED;
	return RESPONSE_UNANSWERED;
}

static void
score(struct scoring *s)
{
	s->max = exact_of(s->numbers, 1, 1);
	s->score = exact_of(s->numbers, 0, 1);
	if (state(s, s->response) == RESPONSE_ANSWERED)
		s->score = jsonread_true(s->question, "distinct") ? distinct(s) : by_gap(s);
}

const struct scorer filled_scorer = { "gap", state, NULL, score };
