/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package/item.h"

#include <string.h>

#include "base/buf.h"

const char *const item_order_names[ITEM_ORDERS] = {
	"ALL_OR_NOTHING",
	"ABSOLUTE_POSITION",
	"RELATIVE_NEXT_EXCLUDE_LAST",
	"RELATIVE_ALL_PREVIOUS_AND_NEXT",
	"LONGEST_ORDERED_SUBSET",
};

void *
item_more(struct arena *a, void *v, size_t n, size_t size)
{
	void *grown;

	if (n & (n - 1))
		return v; /* arrays have room for the next power of two */
	grown = arena_array(a, n ? 2 * n : 1, size);
	if (n)
		memcpy(grown, v, n * size);
	return grown;
}

struct item *
item_new(struct arena *a, struct items *all, enum item_kind kind)
{
	struct item *it = ARENA_NEW(a, struct item);
	const struct item_text none = { STR_EMPTY, ITEM_HTML, 0 };

	*it = (struct item){
		.kind = kind,
		.name = STR_EMPTY,
		.id = STR_EMPTY,
		.category = STR_EMPTY,
		.text = none,
		.general = none,
		.correct = none,
		.partial = none,
		.incorrect = none,
		.points = RATIO_ONE,
		.penalty = RATIO_ZERO,
		.unit_penalty = RATIO(1, 10),
		.single = true,
		.remark = STR_EMPTY,
		.raw = STR_EMPTY,
		.why = STR_EMPTY,
	};
	all->v = item_more(a, all->v, all->n, sizeof(struct item *));
	all->v[all->n++] = it;
	return it;
}

struct item_answer *
item_answer(struct arena *a, struct item_answers *all)
{
	struct item_answer *one;

	all->v = item_more(a, all->v, all->n, sizeof *all->v);
	one = &all->v[all->n++];
	*one = (struct item_answer){ .text = { .s = STR_EMPTY },
		.feedback = { .s = STR_EMPTY },
		.value = RATIO_ZERO,
		.error = RATIO_ZERO,
		.fraction = RATIO_ZERO };
	return one;
}

struct item_pair *
item_pair(struct arena *a, struct item *it)
{
	it->pairs = item_more(a, it->pairs, it->npairs, sizeof *it->pairs);
	it->pairs[it->npairs] = (struct item_pair){ .left = { .s = STR_EMPTY }, .right = STR_EMPTY };
	return &it->pairs[it->npairs++];
}

struct item_hint *
item_hint(struct arena *a, struct item *it)
{
	it->hints = item_more(a, it->hints, it->nhints, sizeof *it->hints);
	it->hints[it->nhints] = (struct item_hint){ .text = { .s = STR_EMPTY } };
	return &it->hints[it->nhints++];
}

struct item_gap *
item_gap(struct arena *a, struct item *it)
{
	it->gaps = item_more(a, it->gaps, it->ngaps, sizeof *it->gaps);
	it->gaps[it->ngaps] = (struct item_gap){ .weight = RATIO_ONE };
	return &it->gaps[it->ngaps++];
}

void
item_tag(struct arena *a, struct item *it, struct str tag)
{
	it->tags = item_more(a, it->tags, it->ntags, sizeof *it->tags);
	it->tags[it->ntags++] = tag;
}

void
item_mark(struct buf *b, size_t i)
{
	buf_fmt(b, ITEM_GAP_MARK "%zu" ITEM_GAP_MARK, i);
}

bool
item_gap_at(struct str s, size_t *at, size_t *i)
{
	static const size_t len = sizeof ITEM_GAP_MARK - 1;
	size_t p = *at + len, number = 0;

	if (!str_starts(str_sub(s, *at, s.n), ITEM_GAP_MARK))
		return false;
	for (; p < s.n && s.p[p] >= '0' && s.p[p] <= '9' && number < 100000; p++)
		number = 10 * number + (size_t)(s.p[p] - '0');
	if (p == *at + len || !str_starts(str_sub(s, p, s.n), ITEM_GAP_MARK))
		return false;
	*i = number;
	*at = p + len;
	return true;
}
