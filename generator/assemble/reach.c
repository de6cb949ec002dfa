/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/reach.h"

static size_t
index_of(const struct scenario *s, const struct place *p)
{
	return (size_t)(p - s->places);
}

/* Marks what can be reached from the start. A place is looked at once: ${open} has room for all. */
static void
mark_reached(struct arena *a, const struct scenario *s, bool *reached)
{
	const struct place **open = ARENA_ARRAY(a, const struct place *, s->nplaces);
	size_t n = 0;

	reached[index_of(s, s->start)] = true;
	open[n++] = s->start;
	while (n > 0) {
		const struct place *p = open[--n];

		for (size_t i = 0; i < p->nturns; i++) {
			const struct place *to = p->turns[i].to;

			if (reached[index_of(s, to)])
				continue;
			reached[index_of(s, to)] = true;
			open[n++] = to;
		}
	}
}

static bool
leads_out(const struct scenario *s, const struct place *p, const bool *ends)
{
	for (size_t i = 0; i < p->nturns; i++)
		if (ends[index_of(s, p->turns[i].to)])
			return true;
	return false;
}

/* Marks the places from which an ending can be reached: in rounds, until one brings no more. */
static void
mark_ends(const struct scenario *s, bool *ends)
{
	bool more = true;

	for (size_t i = 0; i < s->nplaces; i++)
		ends[i] = s->places[i].ending;
	while (more) {
		more = false;
		for (size_t i = s->nplaces; i-- > 0;)
			if (!ends[i] && leads_out(s, &s->places[i], ends))
				more = ends[i] = true;
	}
}

/* Of steps that lead to each other only, those are told that one can come to from elsewhere. */
static bool
is_trap(const struct scenario *s, const struct place *p, const bool *ends)
{
	if (ends[index_of(s, p)])
		return false;
	for (size_t i = 0; i < s->nplaces; i++)
		for (size_t k = 0; ends[i] && k < s->places[i].nturns; k++)
			if (s->places[i].turns[k].to == p)
				return true;
	return false;
}

static void
tell_unreached(struct asking *as, const struct place *p)
{
	const char *what = p->ending ? "ending" : "step";

	if (attrs_id(p->node->attrs).n > 0)
		diag_note(as->d,
		    asking_fault(
			as, DIAG_SCENARIO_UNREACHED, p->node->at, "no choice leads to `#%.*s`", STR_ARG(p->id)),
		    "let a choice lead to this %s, or delete it", what);
	else
		diag_note(as->d,
		    asking_fault(as, DIAG_SCENARIO_UNREACHED, p->node->at, "this %s has no id to lead to", what),
		    "write one behind its label, as `{#pickup}`, and let a choice lead to it");
}

bool
reach_check(struct asking *as, const struct scenario *s)
{
	bool *reached = ARENA_ARRAY(as->arena, bool, s->nplaces), *ends = ARENA_ARRAY(as->arena, bool, s->nplaces);
	bool fine = true;

	mark_reached(as->arena, s, reached);
	mark_ends(s, ends);
	if (!ends[index_of(s, s->start)]) {
		diag_note(as->d,
		    asking_fault(as, DIAG_SCENARIO_DEAD_END, s->start->node->at,
			"no way from the first step leads to an ending"),
		    "let a choice lead to an ending");
		return false;
	}
	for (size_t i = 0; i < s->nplaces; i++) {
		const struct place *p = &s->places[i];

		if (!reached[i]) {
			if (scenario_place(s, p->id) == p) /* of two with one id the second is told by ids.c */
				tell_unreached(as, p);
			fine = false;
		} else if (is_trap(s, p, ends)) {
			diag_note(as->d,
			    asking_fault(as, DIAG_SCENARIO_DEAD_END, p->node->at,
				"from `#%.*s` no way leads to an ending", STR_ARG(p->id)),
			    "add a choice that leads out, or back to a step that does");
			fine = false;
		}
	}
	return fine;
}
