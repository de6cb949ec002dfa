/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/regagree.h"

/* -- lengths -- */

struct length {
	uint64_t min, max; /* code points; at most LONG_ENOUGH */
};

#define LONG_ENOUGH UINT64_C(1000000000)

static uint64_t
capped(uint64_t n)
{
	return n < LONG_ENOUGH ? n : LONG_ENOUGH;
}

static struct length
length_of(const struct regnode *n)
{
	struct length sum = { 0, 0 };

	switch (n->kind) {
	case REG_SET: return (struct length){ 1, 1 };
	case REG_REFERENCE: return (struct length){ 0, LONG_ENOUGH };
	case REG_GROUP: return length_of(n->first);
	case REG_REPEAT:
		sum = length_of(n->first);
		return (struct length){ capped(sum.min * n->min), capped(sum.max * n->max) };
	case REG_CHOICE:
		sum.min = LONG_ENOUGH;
		for (const struct regnode *c = n->first; c; c = c->next) {
			struct length one = length_of(c);

			sum.min = one.min < sum.min ? one.min : sum.min;
			sum.max = one.max > sum.max ? one.max : sum.max;
		}
		return sum;
	case REG_SEQUENCE:
		for (const struct regnode *c = n->first; c; c = c->next) {
			struct length one = length_of(c);

			sum.min = capped(sum.min + one.min);
			sum.max = capped(sum.max + one.max);
		}
		return sum;
	default: return sum;
	}
}

static bool
is_fixed(const struct regnode *n)
{
	struct length l = length_of(n);

	return l.min == l.max && l.max <= REG_MAX_COUNT;
}

/* Each alternative of a lookbehind may have its own length. */
static void
check_behind(struct regscan *r, const struct regnode *look)
{
	const struct regnode *of = look->first;
	bool fixed = true;

	if (of->kind == REG_CHOICE)
		for (const struct regnode *c = of->first; c; c = c->next)
			fixed = fixed && is_fixed(c);
	else
		fixed = is_fixed(of);
	if (!fixed)
		regscan_fail(r, look->place,
		    "what a lookbehind looks for must have one length, each of its alternatives for itself");
}

/* -- references -- */

static bool
is_within_node(const struct regnode *n, const struct regnode *outer)
{
	while (n && n != outer)
		n = n->parent;
	return n != NULL;
}

bool
regagree_is_within(const struct regnode *n, uint32_t group)
{
	for (; n; n = n->parent)
		if (n->kind == REG_GROUP && n->number == group)
			return true;
	return false;
}

static bool
is_behind(const struct regnode *n)
{
	for (; n; n = n->parent)
		if (n->kind == REG_LOOK && n->behind)
			return true;
	return false;
}

/* Whether no way through ${outer} leaves out ${n}, which is in it. */
static bool
is_always_passed(const struct regnode *n, const struct regnode *outer)
{
	for (; n != outer; n = n->parent) {
		const struct regnode *p = n->parent;

		if (p->kind == REG_CHOICE || (p->kind == REG_REPEAT && p->min == 0) ||
		    (p->kind == REG_LOOK && p->negative))
			return false;
	}
	return true;
}

/* Whether each time that ${reference} is reached, ${group} was passed since both of their sequence began. */
static bool
is_passed_before(const struct regnode *group, const struct regnode *reference)
{
	const struct regnode *common = group, *first, *second;

	while (!is_within_node(reference, common))
		common = common->parent;
	if (common->kind != REG_SEQUENCE)
		return false;
	first = group;
	while (first->parent != common)
		first = first->parent;
	second = reference;
	while (second->parent != common)
		second = second->parent;
	for (const struct regnode *c = first; c; c = c->next)
		if (c == second)
			return is_always_passed(group, common);
	return false;
}

static void
check_reference(struct regscan *r, const struct regnode *reference, const struct regnode *group)
{
	if (is_behind(reference) || is_behind(group)) {
		regscan_fail(r, reference->place, "a reference cannot be in a lookbehind, nor to a group in one");
		return;
	}
	for (const struct regnode *loop = group->parent; loop; loop = loop->parent) {
		bool seen;

		if (loop->kind != REG_REPEAT)
			continue;
		if (is_within_node(reference, loop))
			seen = loop->max > 1 && !is_passed_before(group, reference);
		else
			seen = (loop->max > 1 && !is_always_passed(group, loop->first)) ||
			    (loop->min != loop->max && length_of(loop->first).min == 0);
		if (seen) {
			regscan_fail(r, reference->place,
			    "what group %u holds after a repetition differs between programs; put the reference in the "
			    "repetition behind the group, or leave the repetition out",
			    group->number);
			return;
		}
	}
}

static const struct regnode *
find_group(const struct regnode *n, uint32_t number)
{
	if (n->kind == REG_GROUP && n->number == number)
		return n;
	for (const struct regnode *c = n->first; c; c = c->next) {
		const struct regnode *found = find_group(c, number);

		if (found)
			return found;
	}
	return NULL;
}

static void
check(struct regscan *r, const struct regnode *all, const struct regnode *n)
{
	if (n->kind == REG_LOOK && n->behind)
		check_behind(r, n);
	if (n->kind == REG_REFERENCE)
		check_reference(r, n, find_group(all, n->number));
	for (const struct regnode *c = n->first; c; c = c->next)
		check(r, all, c);
}

void
regagree_check(struct regscan *r, struct regnode *all)
{
	check(r, all, all);
}
