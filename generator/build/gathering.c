/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/gathering.h"

#include "base/pool.h"

/*
 * Facts of the store keep their numbers, so that records that have not changed are taken as they are, until half of them are of no use any more:
 * then all get new ones. Numbers: 0 is none so far, else the new number + 1.
 */
struct gathering {
	struct arena *a;
	const struct making *m;
	struct store *next;
	bool afresh;
	struct map numbers; /* subject → new number + 1 */
	uint32_t *stored;   /* by number in the old store; with ${afresh} */
	uint32_t **own;     /* by worker and its number */
	struct arena scratch;
};

static uint32_t
add_fact(struct gathering *g, struct str subject, uint64_t value)
{
	struct store *s = g->next;

	s->subjects[s->nfacts] = subject;
	s->values[s->nfacts] = value;
	map_put(&g->numbers, subject, (void *)(uintptr_t)(s->nfacts + 1));
	return (uint32_t)++s->nfacts;
}

static uint32_t
number_of(struct gathering *g, struct str subject)
{
	uintptr_t known = (uintptr_t)map_get(&g->numbers, subject);

	return known ? (uint32_t)known : add_fact(g, subject, factvalues_of(g->m->due.values, subject));
}

static uint32_t
renumbered(struct gathering *g, int by, uint32_t n)
{
	const struct due *due = &g->m->due;
	uint32_t *known = by == RECORD_STORED ? &g->stored[n] : &g->own[by][n];

	if (*known == 0)
		*known = number_of(
		    g, by == RECORD_STORED ? due->old->subjects[n] : facts_subject(&g->m->workers[by].facts, n));
	return *known - 1;
}

/* In place: nobody asks for the old numbers any more. */
static void
renumber(struct gathering *g, int *by, struct record_facts *facts)
{
	if (*by != RECORD_STORED || g->afresh)
		for (size_t i = 0; i < facts->n; i++)
			facts->v[i] = renumbered(g, *by, facts->v[i]);
	*by = RECORD_STORED;
}

static void
take_document(struct gathering *g, struct record *rec)
{
	if (rec->path.n == 0 || (rec->packed.n > 0 && !g->afresh))
		return;
	rec->packed = STR_EMPTY;
	renumber(g, &rec->by, &rec->facts);
	renumber(g, &rec->links_by, &rec->links);
	for (size_t i = 0; i < rec->npages; i++)
		if (rec->pages[i].path.n > 0)
			renumber(g, &rec->pages[i].by, &rec->pages[i].facts);
}

static void
take_origins(struct gathering *g)
{
	const struct map *all = &g->m->site->origins;
	struct store *s = g->next;

	s->origins = ARENA_ARRAY(g->a, struct origin, all->n);
	for (size_t i = 0; i < all->n; i++)
		s->origins[s->norigins++] = *(const struct origin *)all->v[i].value;
}

static size_t
mark(bool *used, int by, struct record_facts facts)
{
	size_t n = 0;

	for (size_t i = 0; by == RECORD_STORED && i < facts.n; i++) {
		n += !used[facts.v[i]];
		used[facts.v[i]] = true;
	}
	return n;
}

/* How many facts of the store something still rests on. */
static size_t
count_used(struct gathering *g)
{
	const struct making *m = g->m;
	bool *used = ARENA_ARRAY(&g->scratch, bool, m->due.old->nfacts);
	size_t n = 0;

	for (size_t i = 0; i < m->site->ndocs; i++) {
		const struct record *rec = &m->records[i];

		n += mark(used, rec->by, rec->facts) + mark(used, rec->links_by, rec->links);
		for (size_t k = 0; rec->path.n > 0 && k < rec->npages; k++)
			n += mark(used, rec->pages[k].by, rec->pages[k].facts);
	}
	for (size_t i = 0; i < m->site->noutputs; i++)
		n += mark(used, m->lone[i].by, m->lone[i].facts);
	arena_reset(&g->scratch);
	return n;
}

static void
make_room(struct gathering *g)
{
	const struct store *old = g->m->due.old;
	size_t workers = pool_size(g->m->site->pool), room = old->nfacts;

	g->own = ARENA_ARRAY(g->a, uint32_t *, workers);
	for (size_t i = 0; i < workers; i++) {
		size_t n = g->m->workers[i].facts.numbers.n;

		g->own[i] = ARENA_ARRAY(g->a, uint32_t, n);
		room += n;
	}
	g->next->subjects = ARENA_ARRAY(g->a, struct str, room);
	g->next->values = ARENA_ARRAY(g->a, uint64_t, room);
	g->afresh = count_used(g) < old->nfacts / 2;
	g->stored = ARENA_ARRAY(g->a, uint32_t, g->afresh ? old->nfacts : 0);
	for (size_t i = 0; i < old->nfacts && !g->afresh; i++)
		add_fact(g, old->subjects[i], g->m->due.now[i]);
}

bool
gathering_same(const struct making *m)
{
	const struct site *s = m->site;
	const struct store *old = m->due.old;
	size_t documents = 0, lone = 0;

	for (size_t i = 0; i < s->origins.n; i++)
		if (!((const struct origin *)s->origins.v[i].value)->known)
			return false;
	for (size_t i = 0; i < s->ndocs; i++) {
		if (m->records[i].path.n > 0 && m->records[i].packed.n == 0)
			return false;
		documents += m->records[i].path.n > 0;
	}
	for (size_t i = 0; i < s->noutputs; i++) {
		if (m->due.lone[i])
			return false;
		lone += m->lone[i].path.n > 0;
	}
	return documents == old->nrecords && lone == old->nlone && s->origins.n == old->norigins;
}

void
gathering_of(struct arena *a, const struct making *m, struct store *next)
{
	struct gathering g = { .a = a, .m = m, .next = next };
	const struct site *s = m->site;

	make_room(&g);
	next->records = m->records;
	next->nrecords = s->ndocs;
	next->lone = m->lone;
	next->nlone = s->noutputs;
	for (size_t i = 0; i < s->ndocs; i++)
		take_document(&g, &m->records[i]);
	for (size_t i = 0; i < s->noutputs; i++)
		if (m->lone[i].path.n > 0)
			renumber(&g, &m->lone[i].by, &m->lone[i].facts);
	take_origins(&g);
	map_free(&g.numbers);
	arena_free(&g.scratch);
}
