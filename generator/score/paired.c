/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/paired.h"

#include "base/map.h"
#include "score/settled.h"

/*
 * An item without an answer is neither right nor wrong, but for a decoy, which belongs nowhere: leaving it is right. What
 * a response says of items that the question does not have is ignored.
 */
struct item {
	const struct jvalue *pair; /* its key is the left side, a JSON_STRING the target, JSON_NULL a decoy */
	bool answered, right;
};

struct items {
	struct item *v;
	size_t n, answered, right, wrong;
};

static void
judge(struct item *item, const struct jvalue *answer)
{
	item->answered = answer && answer->kind == JSON_STRING && answer->text.n > 0;
	if (item->pair->kind == JSON_NULL)
		item->right = !item->answered;
	else
		item->right = item->answered && str_eq(answer->text, item->pair->text);
}

static struct items
items_of(struct scoring *s, const struct jvalue *response)
{
	const struct jvalue *pairs = jsonread_get(s->question, "pairs");
	struct items all = { .v = ARENA_ARRAY(s->arena, struct item, pairs->n + 1) };

	for (const struct jvalue *pair = pairs->first; pair; pair = pair->next) {
		struct item *item = &all.v[all.n++];

		item->pair = pair;
		judge(item, jsonread_member(response, pair->key));
		all.answered += item->answered;
		all.right += item->right;
		all.wrong += item->answered && !item->right;
	}
	return all;
}

/* -- modes -- */

static const struct exact *
per_pair(struct scoring *s, const struct items *all)
{
	const struct exact *got = exact_of(s->numbers, 0, 1), *sum = got;
	const struct jvalue *weights = jsonread_get(s->question, "weights");

	for (size_t i = 0; i < all->n; i++) {
		const struct exact *w = settled_number(s, jsonread_member(weights, all->v[i].pair->key), "1");

		sum = exact_add(s->numbers, sum, w);
		if (all->v[i].right)
			got = exact_add(s->numbers, got, w);
	}
	return exact_sign(sum) == 0 ? sum : exact_div(s->numbers, got, sum);
}

static const struct exact *
deduct(struct scoring *s, const struct items *all)
{
	const struct exact *lost = exact_mul(
	    s->numbers, settled_number(s, jsonread_get(s->rule, "deduction"), "0"), settled_share(s, all->wrong, 1));
	const struct exact *left = exact_sub(s->numbers, settled_share(s, all->right, 1), lost);

	return exact_max(exact_of(s->numbers, 0, 1), exact_div(s->numbers, left, settled_share(s, all->n, 1)));
}

static const struct exact *
counted(struct scoring *s, const struct items *all)
{
	const struct jvalue *mode = jsonread_get(s->rule, "mode");

	if (all->answered == 0)
		return exact_of(s->numbers, 0, 1);
	if (jsonread_is(mode, "exact"))
		return settled_share(s, all->right == all->n, 1);
	if (jsonread_is(mode, "half")) /* one that is not right costs half */
		return settled_share(s, all->right + 2 > all->n ? all->right + 2 - all->n : 0, 2);
	if (jsonread_is(mode, "deduct"))
		return deduct(s, all);
	return per_pair(s, all);
}

/* -- credits of pairs -- */

static bool
is_mapped(struct scoring *s)
{
	return jsonread_is(jsonread_get(s->rule, "mode"), "mapping");
}

static bool
has_pairs(const struct jvalue *response)
{
	return response->kind == JSON_LIST && response->n > 0;
}

/* The sum of the credits of the distinct pairs, each under its two names with a blank between. */
static const struct exact *
credit(struct scoring *s, const struct jvalue *entries)
{
	const struct jvalue *otherwise = jsonread_get(s->rule, "default");
	const struct exact *sum = exact_of(s->numbers, 0, 1);
	struct map counted_pairs = MAP_INIT;

	for (struct jvalue *pair = s->response->first; pair; pair = pair->next) {
		struct str left = pair->first->text, right = pair->first->next->text;
		const struct jvalue *entry;

		if (map_add(&counted_pairs, settled_pair(s->arena, left, right), pair))
			continue;
		entry = jsonread_member(entries, settled_key(s->arena, left, right));
		sum = exact_add(s->numbers, sum, settled_number(s, entry ? entry : otherwise, "0"));
	}
	map_free(&counted_pairs);
	return sum;
}

static void
score_mapped(struct scoring *s)
{
	const struct exact *zero = exact_of(s->numbers, 0, 1), *top = settled_top(s, NULL), *most = zero;
	const struct jvalue *entries = jsonread_get(s->rule, "entries");

	for (const struct jvalue *entry = entries->first; entry; entry = entry->next)
		most = exact_add(s->numbers, most, exact_max(zero, settled_number(s, entry, "0")));
	s->max = settled_within(s, most, top);
	s->score = has_pairs(s->response) ? settled_within(s, credit(s, entries), top) : zero;
}

/* -- the scorer -- */

static enum response_state
state_of(struct scoring *s, const struct jvalue *response)
{
	bool answered = is_mapped(s) ? has_pairs(response) : items_of(s, response).answered > 0;

	return answered ? RESPONSE_ANSWERED : RESPONSE_UNANSWERED;
}

static void
score(struct scoring *s)
{
	struct items all;

	if (is_mapped(s)) {
		score_mapped(s);
		return;
	}
	all = items_of(s, s->response);
	s->score = counted(s, &all);
	s->max = exact_of(s->numbers, 1, 1);
}

const struct scorer paired_scorer = { "matching classification matrix", state_of, NULL, score };
