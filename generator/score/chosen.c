/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/chosen.h"

#include "base/map.h"
#include "score/settled.h"

/* The options of a question, and which of them a response ticks. */
struct ticks {
	size_t right, wrong;            /* options that are so */
	size_t hits, misses;            /* of these, ticked ones */
	struct map ids;                 /* that are ticked */
	const struct exact *credit;     /* mode `mapping`: of the ticked ones */
	const struct exact *best, *sum; /* of all options: the greatest credit; all above 0 */
};

static const struct jvalue *
options(const struct scoring *s)
{
	return jsonread_get(s->question, "options");
}

static bool
is_single(const struct scoring *s)
{
	return !str_is(s->type, "multiple");
}

static bool
is_mapping(const struct scoring *s)
{
	return jsonread_is(jsonread_get(s->rule, "mode"), "mapping");
}

static void
note_ids(struct map *ids, const struct jvalue *response)
{
	if (response->kind == JSON_STRING && response->text.n > 0)
		map_put(ids, response->text, ids);
	else if (response->kind == JSON_LIST)
		for (const struct jvalue *id = response->first; id != NULL; id = id->next)
			map_put(ids, id->text, ids);
}

static const struct exact *
credit_of(struct scoring *s, struct str id)
{
	const struct jvalue *credit = jsonread_member(jsonread_get(s->rule, "entries"), id);

	return settled_number(s, credit != NULL ? credit : jsonread_get(s->rule, "default"), "0");
}

static void
count_credit(struct scoring *s, struct ticks *t, struct str id, bool ticked)
{
	const struct exact *credit = credit_of(s, id);

	if (ticked)
		t->credit = exact_add(s->numbers, t->credit, credit);
	if (exact_sign(credit) > 0)
		t->sum = exact_add(s->numbers, t->sum, credit);
	t->best = t->best != NULL ? exact_max(t->best, credit) : credit;
}

/* An id that is no option counts not at all, one that is there twice counts once. */
static struct ticks
count(struct scoring *s, const struct jvalue *response)
{
	struct ticks t = { .credit = exact_of(s->numbers, 0, 1), .sum = exact_of(s->numbers, 0, 1) };

	note_ids(&t.ids, response);
	for (const struct jvalue *o = options(s)->first; o != NULL; o = o->next) {
		struct str id = jsonread_get(o, "id")->text;
		bool right = jsonread_true(o, "correct"), ticked = map_get(&t.ids, id) != NULL;

		t.right += right;
		t.wrong += !right;
		t.hits += right && ticked;
		t.misses += !right && ticked;
		if (is_mapping(s))
			count_credit(s, &t, id, ticked);
	}
	map_free(&t.ids);
	return t;
}

/* Where nothing is right and the author lets it, ticking nothing is the answer. */
static bool
is_none(const struct scoring *s)
{
	if (is_single(s) || is_mapping(s) || !jsonread_true(s->rule, "none_allowed"))
		return false;
	for (const struct jvalue *o = options(s)->first; o != NULL; o = o->next)
		if (jsonread_true(o, "correct"))
			return false;
	return true;
}

static enum response_state
state(struct scoring *s, const struct jvalue *response)
{
	struct ticks t = count(s, response);

	return t.hits + t.misses > 0 || is_none(s) ? RESPONSE_ANSWERED : RESPONSE_UNANSWERED;
}

/* The same set of options. */
static bool
same(struct scoring *s, const struct jvalue *a, const struct jvalue *b)
{
	struct map left = MAP_INIT, right = MAP_INIT;
	bool equal = true;

	note_ids(&left, a);
	note_ids(&right, b);
	for (const struct jvalue *o = options(s)->first; o != NULL && equal; o = o->next) {
		struct str id = jsonread_get(o, "id")->text;

		equal = (map_get(&left, id) != NULL) == (map_get(&right, id) != NULL);
	}
	map_free(&left);
	map_free(&right);
	return equal;
}

/* -- scores -- */

static const struct exact *
share_exact(struct scoring *s, const struct ticks *t)
{
	return exact_of(s->numbers, t->hits == t->right && t->misses == 0, 1);
}

static const struct exact *
share_partial(struct scoring *s, const struct ticks *t)
{
	return exact_sub(s->numbers, settled_share(s, t->hits, t->right), settled_share(s, t->misses, t->wrong));
}

static const struct exact *
share_cancel(struct scoring *s, const struct ticks *t)
{
	return exact_sub(s->numbers, settled_share(s, t->hits, t->right), settled_share(s, t->misses, t->right));
}

static const struct exact *
share_strict(struct scoring *s, const struct ticks *t)
{
	return exact_sub(s->numbers, settled_share(s, t->hits, t->right), exact_of(s->numbers, (long)t->misses, 1));
}

static const struct exact *
share_positive(struct scoring *s, const struct ticks *t)
{
	return settled_share(s, t->hits, t->right);
}

static const struct exact *
share_decisions(struct scoring *s, const struct ticks *t)
{
	return settled_share(s, t->hits + t->wrong - t->misses, t->right + t->wrong);
}

static const struct {
	const char *mode;
	const struct exact *(*share)(struct scoring *, const struct ticks *);
} rules[] = {
	/* the default first */
	{ "partial", share_partial },
	{ "exact", share_exact },
	{ "cancel", share_cancel },
	{ "strict", share_strict },
	{ "positive", share_positive },
	{ "decisions", share_decisions },
};

/* Any of the right ones will do where only one can be ticked. */
static const struct exact *
counted(struct scoring *s, const struct ticks *t)
{
	const struct jvalue *mode = jsonread_get(s->rule, "mode");
	size_t i = 0;

	if (is_single(s))
		return exact_of(s->numbers, t->hits > 0, 1);
	while (mode != NULL && !jsonread_is(mode, rules[i].mode))
		i++;
	return settled_within(s, rules[i].share(s, t), exact_of(s->numbers, 1, 1));
}

static void
score(struct scoring *s)
{
	struct ticks t = count(s, s->response);
	bool answered = t.hits + t.misses > 0;

	s->score = exact_of(s->numbers, 0, 1);
	s->max = exact_of(s->numbers, 1, 1);
	if (is_mapping(s)) {
		const struct exact *most = is_single(s) && t.best != NULL ? t.best : t.sum;

		s->max = settled_within(s, most, settled_top(s, NULL));
		if (answered)
			s->score = settled_within(s, t.credit, settled_top(s, NULL));
	} else if (is_none(s)) {
		s->score = exact_of(s->numbers, !answered, 1);
	} else if (answered && t.right > 0) {
		s->score = counted(s, &t);
	}
}

const struct scorer chosen_scorer = {
	.types = "single truefalse multiple",
	.state = state,
	.same = same,
	.score = score,
};
