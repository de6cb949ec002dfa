/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/totals.h"

#include "score/settled.h"

static const struct exact *
number(struct scoring *s, const struct jvalue *map, const char *key, const char *otherwise)
{
	return settled_number(s, jsonread_get(map, key), otherwise);
}

static void
add_extra(struct scoring *s, const char *key, enum jvalue_kind kind, struct str text)
{
	s->extra = ARENA_NEW(s->arena, struct jvalue);
	*s->extra = (struct jvalue){ .kind = kind, .text = text, .key = str_of(key) };
}

/* What has no score (null) is left out of both sums. */
static void
score_total(struct scoring *s)
{
	const struct exact *points = exact_of(s->numbers, 0, 1), *max = points;

	for (const struct jvalue *i = jsonread_get(s->response, "items")->first; i != NULL; i = i->next) {
		const struct jvalue *fraction = jsonread_get(i, "fraction");
		const struct exact *weight = number(s, i, "weight", "1");

		if (fraction->kind == JSON_NULL)
			continue;
		points = exact_add(s->numbers, points, exact_mul(s->numbers, weight, settled_number(s, fraction, "0")));
		max = exact_add(s->numbers, max, weight);
	}
	s->score = exact_max(points, number(s, s->rule, "floor", "0"));
	s->max = max;
}

static bool
is_unfinished(const struct jvalue *attempt)
{
	return jsonread_get(attempt, "finished") != NULL && !jsonread_true(attempt, "finished");
}

/* Points are of 100 where some attempt has more than 1. */
static void
score_attempts(struct scoring *s)
{
	const struct jvalue *method = jsonread_get(s->rule, "method");
	const struct exact *one = exact_of(s->numbers, 1, 1), *sum = exact_of(s->numbers, 0, 1), *best = NULL,
			   *first = NULL, *last = NULL;
	long n = 0;

	s->max = one;
	for (const struct jvalue *a = jsonread_get(s->response, "attempts")->first; a != NULL; a = a->next) {
		const struct jvalue *written = jsonread_get(a, "score");
		const struct exact *x;

		if (written->kind == JSON_NULL)
			continue;
		x = settled_number(s, written, "0");
		if (exact_cmp(x, one) > 0)
			s->max = exact_of(s->numbers, 100, 1);
		if (is_unfinished(a))
			continue;
		best = best != NULL ? exact_max(best, x) : x;
		first = first != NULL ? first : x;
		last = x;
		sum = exact_add(s->numbers, sum, x);
		n++;
	}
	if (n == 0)
		return;
	if (jsonread_is(method, "average"))
		s->score = exact_div(s->numbers, sum, exact_of(s->numbers, n, 1));
	else
		s->score = jsonread_is(method, "first") ? first : jsonread_is(method, "last") ? last : best;
}

static void
score_passmark(struct scoring *s)
{
	const struct jvalue *mark = jsonread_get(s->question, "passmark"), *in_points = jsonread_get(mark, "points");
	const struct exact *points = number(s, s->response, "points", "0"), *max = number(s, s->response, "max", "0"),
			   *needed;

	s->max = exact_of(s->numbers, 1, 1);
	if (exact_sign(max) == 0) {
		add_extra(s, "pass", JSON_NULL, STR("null"));
		return;
	}
	if (in_points != NULL)
		needed = settled_number(s, in_points, "0");
	else
		needed = exact_mul(s->numbers, settled_number(s, mark, "0"), max);
	s->score = exact_div(s->numbers, points, max);
	add_extra(s, "pass", JSON_BOOL, exact_cmp(points, needed) >= 0 ? STR("true") : STR("false"));
}

/* The greatest start that is reached, the first of equal ones; nobody is below nothing. */
static void
score_band(struct scoring *s)
{
	const struct exact *reached, *best = NULL;
	const struct jvalue *label = NULL;

	s->score = number(s, s->response, "score", "0");
	s->max = exact_of(s->numbers, 1, 1);
	reached = exact_max(s->score, exact_of(s->numbers, 0, 1));
	for (const struct jvalue *b = jsonread_get(s->question, "bands")->first; b != NULL; b = b->next) {
		const struct exact *from = number(s, b, "from", "0");

		if (exact_cmp(from, reached) <= 0 && (best == NULL || exact_cmp(from, best) > 0)) {
			best = from;
			label = jsonread_get(b, "label");
		}
	}
	add_extra(s, "band", label != NULL ? JSON_STRING : JSON_NULL, label != NULL ? label->text : STR("null"));
}

static void
score(struct scoring *s)
{
	if (str_is(s->type, "quiz_total"))
		score_total(s);
	else if (str_is(s->type, "attempts"))
		score_attempts(s);
	else if (str_is(s->type, "passmark"))
		score_passmark(s);
	else
		score_band(s);
}

const struct scorer totals_scorer = {
	.types = "quiz_total attempts passmark band",
	.score = score,
};
