/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/merging.h"

#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/vec.h"
#include "i18n/similar.h"
#include "translate/segments.h"

struct entry_list VEC_OF(struct po_entry);

struct merge {
	struct arena *a;
	const struct po *pot, *old;
	struct map by_key;    /* every old entry that has a translation, obsolete ones too, by key */
	struct map by_source; /* the same, without its context: the first */
	bool *used;           /* by old entry: its translation is in the new catalogue */
	struct entry_list all;
	struct merging *m;
};

static bool
translated(const struct po_entry *e)
{
	return e->text.n > 0;
}

static bool
is_role(struct str context)
{
	for (int r = 0; r < SEGMENT_ROLES; r++)
		if (str_is(context, segments_role((enum segment_role)r)))
			return true;
	return context.n == 0;
}

/* Lines of `#.` that tell of the translation, not of the source. */
static struct str
with_machine(struct merge *g, struct str extracted, struct str before)
{
	struct buf b = BUF_INIT;
	struct str out;

	buf_str(&b, extracted);
	while (before.n > 0) {
		struct str line = str_cut(&before, '\n');

		if (str_starts(line, "mt:"))
			buf_fmt(&b, "%.*s\n", STR_ARG(line));
	}
	out = arena_str(g->a, buf_view(&b));
	buf_free(&b);
	return out;
}

static size_t
number_of(const struct merge *g, const struct po_entry *e)
{
	return (size_t)(e - g->old->entries);
}

static void
take(struct merge *g, struct po_entry *to, const struct po_entry *from)
{
	to->text = from->text;
	to->comment = from->comment;
	to->fuzzy = from->fuzzy;
	to->previous = from->previous;
	to->previous_context = from->previous_context;
	to->extracted = with_machine(g, to->extracted, from->extracted);
	g->used[number_of(g, from)] = true;
}

/* Out of date: what the translation was made from stays to be seen. */
static void
take_fuzzy(struct merge *g, struct po_entry *to, const struct po_entry *from)
{
	bool was = from->fuzzy && from->previous.n > 0;

	take(g, to, from);
	to->fuzzy = true;
	to->previous = was ? from->previous : from->source;
	to->previous_context = was ? from->previous_context : from->context;
	if (str_eq(to->previous, to->source) && str_eq(to->previous_context, to->context)) {
		to->fuzzy = false; /* back to the words that it was made from */
		to->previous = to->previous_context = STR_EMPTY;
	}
}

static bool
share_file(const struct po_entry *a, const struct po_entry *b)
{
	for (size_t i = 0; i < a->nfiles; i++)
		for (size_t k = 0; k < b->nfiles; k++)
			if (str_eq(a->files[i], b->files[k]))
				return true;
	return false;
}

/* Whether the template still has the words of ${e}. */
static bool
still_there(const struct merge *g, const struct po_entry *e)
{
	return map_get(&g->pot->every, po_key(g->a, e->context, e->source)) != NULL;
}

/* The old message that ${e} was most probably made from; NULL where none is near. */
static const struct po_entry *
nearest(struct merge *g, const struct po_entry *e, const bool *vanished)
{
	const struct po_entry *best = NULL;
	int most = SIMILAR_ENOUGH - 1;

	for (size_t i = 0; i < g->old->nentries; i++) {
		const struct po_entry *o = &g->old->entries[i];
		int share;

		if (!vanished[i] || g->used[i])
			continue;
		share = similar_texts(o->source, e->source) + (share_file(o, e) ? 50 : 0);
		if (share > most) {
			most = share;
			best = o;
		}
	}
	return best;
}

static void
find_same(struct merge *g, struct po_entry *e)
{
	const struct po_entry *same = map_get(&g->by_key, po_key(g->a, e->context, e->source));

	if (same) {
		take(g, e, same);
		return;
	}
	same = map_get(&g->by_source, e->source);
	if (same && is_role(same->context) && is_role(e->context))
		take(g, e, same);
	else if (same)
		take_fuzzy(g, e, same);
}

static void
index_old(struct merge *g)
{
	for (size_t pass = 0; pass < 2; pass++) /* those in use go before obsolete ones */
		for (size_t i = 0; g->old && i < g->old->nentries; i++) {
			struct po_entry *e = &g->old->entries[i];

			if (!translated(e) || e->obsolete != (pass == 1))
				continue;
			map_add(&g->by_key, po_key(g->a, e->context, e->source), e);
			map_add(&g->by_source, e->source, e);
		}
}

static void
find_changed(struct merge *g)
{
	bool *vanished = ARENA_ARRAY(g->a, bool, g->old->nentries);

	for (size_t i = 0; i < g->old->nentries; i++)
		vanished[i] = translated(&g->old->entries[i]) && g->old->entries[i].plural.n == 0 &&
		    !still_there(g, &g->old->entries[i]);
	for (size_t i = 0; i < g->all.n; i++) {
		const struct po_entry *from = g->all.v[i].text.n > 0 ? NULL : nearest(g, &g->all.v[i], vanished);

		if (from)
			take_fuzzy(g, &g->all.v[i], from);
	}
}

static void
keep_gone(struct merge *g)
{
	for (size_t i = 0; g->old && i < g->old->nentries; i++) {
		struct po_entry e = g->old->entries[i];

		if (!translated(&e) || g->used[i])
			continue;
		e.obsolete = true;
		e.extracted = STR_EMPTY;
		e.nfiles = 0;
		VEC_PUSH(&g->all, e);
		g->m->gone++;
	}
}

static void
count(struct merge *g)
{
	for (size_t i = 0; i < g->all.n; i++) {
		if (!translated(&g->all.v[i]))
			g->m->missing++;
		else if (g->all.v[i].fuzzy)
			g->m->fuzzy++;
		else
			g->m->kept++;
	}
}

struct po *
merging_merge(struct arena *a, const struct po *pot, const struct po *old, struct merging *m)
{
	struct merge g = { .a = a, .pot = pot, .old = old, .m = m };
	struct po *po = ARENA_NEW(a, struct po);

	*m = (struct merging){ 0 };
	*po = (struct po){ .src = old ? old->src : pot->src, .lang = old ? old->lang : STR_EMPTY };
	po->header = old ? old->header : STR_EMPTY;
	g.used = ARENA_ARRAY(a, bool, old ? old->nentries : 0);
	index_old(&g);
	for (size_t i = 0; i < pot->nentries; i++) {
		VEC_PUSH(&g.all, pot->entries[i]);
		find_same(&g, &g.all.v[i]);
	}
	if (old)
		find_changed(&g);
	count(&g);
	keep_gone(&g);
	po->nentries = g.all.n;
	po->entries = ARENA_ARRAY(a, struct po_entry, g.all.n);
	if (g.all.n > 0)
		memcpy(po->entries, g.all.v, g.all.n * sizeof *g.all.v);
	po_index_all(a, po);
	VEC_FREE(&g.all);
	map_free(&g.by_key);
	map_free(&g.by_source);
	return po;
}
