/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/vectorchecks.h"

#include <stdlib.h>

#include "score/regex.h"

/* What counts is written at the gap, else in the rule; ${own} may be NULL. */
static bool
ignores_case(const struct vectorchecks_about *about, const struct jvalue *own)
{
	const struct jvalue *said = jsonread_get(own, "case");

	if (said == NULL)
		said = jsonread_get(about->rule, "case");
	return !jsonread_is(said, "match");
}

/* A pattern is told before it is tried, so that it makes no difference who scores it. ${holder}: a question or a gap. */
bool
vectorchecks_patterns(struct shape_run *run, const struct shape_place *at, struct jvalue *holder)
{
	const struct jvalue *accept = jsonread_get(holder, "accept");
	bool ignore = ignores_case(run->about, jsonread_get(holder, "options"));
	struct shape_place list = { .in = at, .name = STR("accept") }, place = { .in = &list, .name = STR_EMPTY };
	struct str why;

	if (jsonread_get(holder, "kind") != NULL && !jsonread_is(jsonread_get(holder, "kind"), "text"))
		return true;
	for (const struct jvalue *v = accept->first; v != NULL; v = v->next, place.index++)
		if (jsonread_is(jsonread_get(v, "match"), "regex") &&
		    !regex_check(run->arena, jsonread_get(v, "text")->text, ignore, &why))
			return shape_fail(run, &place, "has a pattern that cannot be used: %.*s", STR_ARG(why));
	return true;
}

bool
vectorchecks_coords(struct shape_run *run, const struct shape_place *at, struct jvalue *v)
{
	static const struct {
		const char *shape;
		size_t n;
	} wanted[] = { { "rect", 4 }, { "circle", 3 }, { "ellipse", 4 } };
	const struct jvalue *shape = jsonread_get(v, "shape"), *coords = jsonread_get(v, "coords");
	struct shape_place place = { .in = at, .name = STR("coords") };

	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
		if (jsonread_is(shape, wanted[i].shape) && coords->n != wanted[i].n)
			return shape_fail(
			    run, &place, "has %zu numbers, but a %s has %zu", coords->n, wanted[i].shape, wanted[i].n);
	if (jsonread_is(shape, "poly") && coords->n % 2 != 0)
		return shape_fail(run, &place, "has %zu numbers, but a poly has two for each point", coords->n);
	return true;
}

static bool
fail_node(struct shape_run *run, const struct shape_place *at, struct str name)
{
	return shape_fail(run, at, "leads to the node \"%.*s\", which does not exist", STR_ARG(name));
}

bool
vectorchecks_nodes(struct shape_run *run, const struct shape_place *at, struct jvalue *question)
{
	const struct jvalue *all = jsonread_get(question, "nodes"), *start = jsonread_get(question, "start");
	struct shape_place begin = { .in = at, .name = STR("start") }, in = { .in = at, .name = STR("nodes") };

	if (jsonread_member(all, start->text) == NULL)
		return fail_node(run, &begin, start->text);
	for (const struct jvalue *n = all->first; n != NULL; n = n->next) {
		struct shape_place one = { .in = &in, .name = n->key }, list = { .in = &one, .name = STR("edges") };
		struct shape_place place = { .in = &list, .name = STR_EMPTY };

		for (const struct jvalue *e = jsonread_get(n, "edges")->first; e != NULL; e = e->next, place.index++) {
			const struct jvalue *to = jsonread_get(e, "to");

			if (to->kind == JSON_STRING && jsonread_member(all, to->text) == NULL)
				return fail_node(run, &place, to->text);
		}
	}
	return true;
}

static const struct shape text = { .kind = SHAPE_TEXT }, count = { .kind = SHAPE_COUNT },
			  ratio = { .kind = SHAPE_RATIO };

/* One choice of a path: a node and the index of an edge. */
bool
vectorchecks_step(struct shape_run *run, const struct shape_place *at, struct jvalue *v)
{
	const struct vectorchecks_about *about = run->about;
	struct shape_place name = { .in = at, .name = STR_EMPTY, .index = 0 },
			   place = { .in = at, .name = STR_EMPTY, .index = 1 };
	struct jvalue *index = v->first->next;
	const struct jvalue *n;

	if (!shape_settle(run, &text, &name, v->first) || !shape_settle(run, &count, &place, index))
		return false;
	n = jsonread_member(jsonread_get(about->question, "nodes"), v->first->text);
	if (n == NULL)
		return fail_node(run, &name, v->first->text);
	if (index->text.p[0] == '-' && strtol(index->text.p, NULL, 10) == 0)
		index->text = STR("0");
	if (index->text.p[0] == '-' || strtoul(index->text.p, NULL, 10) >= jsonread_get(n, "edges")->n)
		return shape_fail(run, &place, "is %.*s, but the node \"%.*s\" has no such edge", STR_ARG(index->text),
		    STR_ARG(n->key));
	return true;
}

bool
vectorchecks_draw(struct shape_run *run, const struct shape_place *at, struct jvalue *question)
{
	struct shape_place place = { .in = at, .name = STR("draw") };
	const struct jvalue *draw = jsonread_get(question, "draw");
	size_t there = jsonread_get(question, "ids")->n;
	long n = strtol(draw->text.p, NULL, 10);

	if (n < 0 || (unsigned long)n > there)
		return shape_fail(run, &place, "is %.*s, but there are %zu ids", STR_ARG(draw->text), there);
	return true;
}

/* "14 points" becomes {"points": "14"}; without the word it is a ratio. */
bool
vectorchecks_passmark(struct shape_run *run, const struct shape_place *at, struct jvalue *v)
{
	static const char word[] = " points";
	bool in_points = v->kind == JSON_STRING && str_ends(v->text, word);
	struct jvalue written = *v;

	if (!in_points)
		return shape_settle(run, &ratio, at, v);
	written.text.n -= sizeof word - 1;
	if (!shape_settle(run, &ratio, at, &written))
		return false;
	v->kind = JSON_MAP;
	jsonread_add(run->arena, v, JSON_STRING, written.text)->key = STR("points");
	return true;
}
