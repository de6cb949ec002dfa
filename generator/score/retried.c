/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/retried.h"

#include "score/scorers.h"
#include "score/settled.h"

/* Whether two values are equal, whatever the order of an object's members. */
static bool
equal(const struct jvalue *a, const struct jvalue *b)
{
	if (a->kind != b->kind || a->n != b->n)
		return false;
	if (a->kind != JSON_LIST && a->kind != JSON_MAP)
		return str_eq(a->text, b->text);
	for (const struct jvalue *x = a->first, *y = b->first; x != NULL; x = x->next, y = y->next) {
		const struct jvalue *other = a->kind == JSON_MAP ? jsonread_member(b, x->key) : y;

		if (other == NULL || !equal(x, other))
			return false;
	}
	return true;
}

static bool
is_repeated(struct scoring *s, const struct scorer *scorer, const struct jvalue *last, const struct jvalue *response)
{
	if (last == NULL)
		return false;
	return scorer->same != NULL ? scorer->same(s, last, response) : equal(last, response);
}

/* What the n-th counted try is worth: its result less a penalty for each one before it. */
static const struct exact *
worth(struct scoring *s, const struct exact *result, const struct exact *penalty, long n)
{
	const struct exact *paid = exact_mul(s->numbers, penalty, exact_of(s->numbers, n - 1, 1));

	return exact_max(exact_of(s->numbers, 0, 1), exact_sub(s->numbers, result, paid));
}

static struct scoring
question_of(const struct scoring *s)
{
	const struct jvalue *of = jsonread_get(s->question, "of");

	return (struct scoring){
		.arena = s->arena,
		.numbers = s->numbers,
		.type = jsonread_get(of, "type")->text,
		.question = jsonread_get(of, "question"),
		.rule = jsonread_get(of, "scoring"),
		.error = STR_EMPTY,
	};
}

/* After full marks the question is locked. */
static void
score(struct scoring *s)
{
	static const struct jvalue nothing = { .kind = JSON_NULL, .text = STR_INIT("null"), .key = STR_INIT("") };
	struct scoring one = question_of(s);
	const struct scorer *scorer = scorers_find(one.type);
	const struct exact *penalty = settled_number(s, jsonread_get(s->rule, "penalty"), "1/3");
	bool keep_last = jsonread_is(jsonread_get(s->rule, "keep"), "last"), full = false;
	const struct jvalue *last = NULL;
	long n = 0;

	one.response = &nothing;
	scorer->score(&one);
	s->score = exact_of(s->numbers, 0, 1);
	s->max = one.max;
	for (const struct jvalue *r = s->response->first; r != NULL && !full && one.error.n == 0; r = r->next) {
		const struct exact *earned;

		if (scorer->state(&one, r) != RESPONSE_ANSWERED || is_repeated(&one, scorer, last, r))
			continue;
		last = one.response = r;
		scorer->score(&one);
		if (one.error.n > 0)
			break;
		earned = worth(s, one.score, penalty, ++n);
		s->score = keep_last ? earned : exact_max(s->score, earned);
		full = exact_cmp(one.score, one.max) >= 0;
	}
	s->error = one.error;
}

const struct scorer retried_scorer = {
	.types = "tries",
	.score = score,
};
