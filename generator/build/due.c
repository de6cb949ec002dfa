/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/due.h"

#include <stdatomic.h>

#include "base/pool.h"
#include "publish/stage.h"

void
due_open(struct due *due, const struct site *site, const struct store *old, const struct factvalues *values)
{
	struct arena *a = (struct arena *)(uintptr_t)&site->arena;

	*due = (struct due){ .site = site, .old = old, .values = values };
	due->now = ARENA_ARRAY(a, uint64_t, old->nfacts);
	due->changed = ARENA_ARRAY(a, bool, old->nfacts);
	due->assets = ARENA_ARRAY(a, struct asset *, old->nfacts);
	due->read = ARENA_ARRAY(a, bool, site->ndocs);
	due->pages = ARENA_ARRAY(a, bool, site->ndocs * site->nlanguages);
	due->lone = ARENA_ARRAY(a, bool, site->noutputs);
}

bool *
due_page(const struct due *due, size_t document, size_t language)
{
	return &due->pages[document * due->site->nlanguages + language];
}

bool
due_changed(const struct due *due, struct record_facts facts)
{
	for (size_t i = 0; i < facts.n; i++)
		if (due->changed[facts.v[i]])
			return true;
	return false;
}

/* All or none: where one is gone, the page is made again, and writes them. */
static bool
keep_files(struct stage *stage, struct str packed)
{
	struct pack_reader r = pack_reader(packed);

	while (r.p < r.end && !r.wrong) {
		struct str path = pack_take_text(&r);

		if (!stage_keep(stage, path, 0)) /* its name says what is in it */
			return false;
	}
	return !r.wrong;
}

bool
due_keep(const struct due *due, struct stage *stage, const struct record_page *p)
{
	if (!stage_keep(stage, p->path, p->hash) || !keep_files(stage, p->files))
		return false;
	for (size_t i = 0; i < p->facts.n; i++)
		if (due->assets[p->facts.v[i]])
			atomic_store(&due->assets[p->facts.v[i]]->used, true);
	return true;
}

/* -- values -- */

enum { CHUNK = 512 }; /* facts a step of the loop */

struct look {
	struct due *due;
	bool waits;
};

void
due_renew(struct due *due, size_t i)
{
	struct str subject = due->old->subjects[i], in;

	due->now[i] = factvalues_of(due->values, subject);
	due->changed[i] = due->now[i] != due->old->values[i];
	if (facts_kind(subject) == FACT_ASSET)
		due->assets[i] = map_get(&due->site->assets, facts_about(subject, &in));
}

static void
look_at_some(void *ctx, size_t worker, size_t chunk)
{
	struct look *l = ctx;
	size_t end = (chunk + 1) * CHUNK;

	(void)worker;
	for (size_t i = chunk * CHUNK; i < end && i < l->due->old->nfacts; i++)
		if (factvalues_waits(facts_kind(l->due->old->subjects[i])) == l->waits)
			due_renew(l->due, i);
}

void
due_look(struct due *due, bool waits)
{
	struct look l = { due, waits };

	pool_each(due->site->pool, (due->old->nfacts + CHUNK - 1) / CHUNK, look_at_some, &l);
}
