/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/counterpart.h"

#include <string.h>

#include "assemble/cells.h"

static bool
differs(struct asking *as, const struct node *words, const char *what)
{
	struct span at = words->kind == NODE_CELL ? cells_at(as->ctx->src, words) : words->at;

	asking_fault(as, DIAG_TRANSLATION_DIFFERS, at, "%s", what);
	return false;
}

static bool
same_numbers(struct asking *as)
{
	const struct question *q = as->q, *s = as->ctx->source;
	bool entries = q->nentries != s->nentries;

	if (!entries && q->ntargets == s->ntargets)
		return true;
	asking_fault(as, DIAG_TRANSLATION_DIFFERS, q->answers->at, "%zu %s here, %zu in the source",
	    entries ? q->nentries : q->ntargets,
	    entries                         ? "entries"
		: q->type == QUESTION_MATCH ? "different answers on the right"
		: q->type == QUESTION_SORT  ? "groups"
					    : "columns",
	    entries ? s->nentries : s->ntargets);
	return false;
}

/* -- entries -- */

static const struct entry *
source_entry(const struct question *s, const struct entry *e, size_t position)
{
	if (e->id.n == 0)
		return &s->entries[position];
	for (size_t i = 0; i < s->nentries; i++)
		if (str_eq(s->entries[i].id, e->id))
			return &s->entries[i];
	return NULL;
}

/* The source's entry for each of as->q; NULL where they do not agree. */
static const struct entry **
pair_entries(struct asking *as)
{
	const struct question *q = as->q, *s = as->ctx->source;
	const struct entry **of = ARENA_ARRAY(as->arena, const struct entry *, q->nentries);
	bool *taken = ARENA_ARRAY(as->arena, bool, q->nentries);

	for (size_t i = 0; i < q->nentries; i++) {
		of[i] = source_entry(s, &q->entries[i], i);
		if (!of[i])
			return differs(as, q->entries[i].words,
				   arena_fmt(as->arena, "the source has no `%.*s` here", STR_ARG(q->entries[i].id)).p),
			       NULL;
		if (taken[of[i] - s->entries])
			return differs(as, q->entries[i].words, "write the ids of all, or of none"), NULL;
		taken[of[i] - s->entries] = true;
		if (q->type == QUESTION_ORDER && of[i] != &s->entries[i])
			return differs(as, q->entries[i].words, "this stands at another place in the right order"),
			       NULL;
	}
	return of;
}

/* -- targets -- */

static size_t
right_of(const struct entry *e, size_t ntargets)
{
	size_t t = 0;

	while (t < ntargets && !e->right[t])
		t++;
	return t;
}

/* The number in the source of a target that nothing belongs to: they stand in the same order. */
static size_t
spare_target(const struct question *q, const struct question *s, size_t target)
{
	size_t before = 0;

	for (size_t t = 0; t < target; t++) {
		bool used = false;

		for (size_t i = 0; i < q->nentries; i++)
			used |= q->entries[i].right[t];
		before += !used;
	}
	for (size_t t = 0; t < s->ntargets; t++) {
		bool used = false;

		for (size_t i = 0; i < s->nentries; i++)
			used |= s->entries[i].right[t];
		if (!used && before-- == 0)
			return t;
	}
	return s->ntargets;
}

/* The source's number for target ${t}; s->ntargets: there is none. */
static size_t
source_target(const struct question *q, const struct question *s, const struct entry **of, size_t t)
{
	struct str id = q->targets[t].id;

	for (size_t i = 0; id.n > 0 && i < s->ntargets; i++)
		if (str_eq(s->targets[i].id, id))
			return i;
	for (size_t i = 0; q->targets[t].nowhere && i < s->ntargets; i++)
		if (s->targets[i].nowhere)
			return i;
	if (id.n > 0)
		return s->ntargets;
	if (q->type != QUESTION_MATCH)
		return t;
	for (size_t i = 0; i < q->nentries; i++)
		if (q->entries[i].right[t])
			return right_of(of[i], s->ntargets);
	return spare_target(q, s, t);
}

/* Puts targets in the order of the source; the place that each has now. NULL where they do not agree. */
static size_t *
order_targets(struct asking *as, const struct entry **of)
{
	struct question *q = as->q;
	const struct question *s = as->ctx->source;
	struct target *ordered = ARENA_ARRAY(as->arena, struct target, q->ntargets);
	size_t *place = ARENA_ARRAY(as->arena, size_t, q->ntargets);

	for (size_t t = 0; t < q->ntargets; t++) {
		place[t] = source_target(q, s, of, t);
		if (place[t] >= s->ntargets)
			return differs(as, q->targets[t].words, "the source has nothing for this"), NULL;
		if (ordered[place[t]].words)
			return differs(as, q->targets[t].words, "two of these are one in the source"), NULL;
		ordered[place[t]] = s->targets[place[t]];
		ordered[place[t]].words = q->targets[t].words;
	}
	q->targets = ordered;
	return place;
}

/* -- right answers -- */

/* A matrix without any x leaves them to its source. */
static bool
says_right(const struct question *q)
{
	if (q->type == QUESTION_SURVEY)
		return false;
	for (size_t i = 0; i < q->nentries; i++)
		for (size_t t = 0; t < q->ntargets; t++)
			if (q->entries[i].right[t])
				return true;
	return q->type != QUESTION_MATRIX;
}

static bool
same_right(struct asking *as, const struct entry *e, const struct entry *source, const size_t *place)
{
	for (size_t t = 0; t < as->q->ntargets; t++)
		if ((e->right[t] && !as->q->targets[place[t]].nowhere) != source->right[place[t]])
			return differs(as, e->words, "in the source this belongs somewhere else");
	return true;
}

bool
counterpart_adopt(struct asking *as)
{
	struct question *q = as->q;
	const struct entry **of;
	const size_t *place;
	bool compare = says_right(q);

	of = same_numbers(as) ? pair_entries(as) : NULL;
	place = of ? order_targets(as, of) : NULL;
	if (!place)
		return false;
	for (size_t i = 0; i < q->nentries; i++) {
		struct entry *e = &q->entries[i];

		if (compare && !same_right(as, e, of[i], place))
			return false;
		e->id = of[i]->id;
		e->id_given = of[i]->id_given;
		e->fixed = of[i]->fixed;
		e->weight = of[i]->weight;
		e->right = of[i]->right;
	}
	return true;
}
