/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/gathering.h"

#include "base/pool.h"

/* Numbers from before, and of each worker, and what they become: 0 is none so far, else the new number + 1. */
struct gathering {
	struct arena *a;
	const struct making *m;
	struct store *next;
	struct map numbers; /* subject → new number + 1 */
	uint32_t *stored;   /* by number in the old store */
	uint32_t **own;     /* by worker and its number */
	size_t room;        /* for facts in ${next} */
	struct arena scratch;
};

static uint32_t
number_of(struct gathering *g, struct str subject, const uint64_t *value)
{
	uintptr_t known = (uintptr_t)map_get(&g->numbers, subject);
	struct store *s = g->next;

	if (known == 0) {
		s->subjects[s->nfacts] = subject;
		s->values[s->nfacts] = value ? *value : factvalues_of(g->m->due.values, &g->scratch, subject);
		known = ++s->nfacts;
		map_put(&g->numbers, subject, (void *)known);
		arena_reset(&g->scratch);
	}
	return (uint32_t)known;
}

static uint32_t
renumbered(struct gathering *g, int by, uint32_t n)
{
	const struct due *due = &g->m->due;
	uint32_t *known = by == RECORD_STORED ? &g->stored[n] : &g->own[by][n];

	if (*known == 0)
		*known = by == RECORD_STORED ? number_of(g, due->old->subjects[n], &due->now[n])
					     : number_of(g, g->m->workers[by].facts.subjects.v[n], NULL);
	return *known - 1;
}

static void
renumber(struct gathering *g, int by, struct record_facts *facts)
{
	uint32_t *v = ARENA_ARRAY(g->a, uint32_t, facts->n);

	for (size_t i = 0; i < facts->n; i++)
		v[i] = renumbered(g, by, facts->v[i]);
	facts->v = v;
}

static void
take_page(struct gathering *g, struct record_page *p)
{
	renumber(g, p->by, &p->facts);
	p->by = RECORD_STORED;
}

static void
take_document(struct gathering *g, const struct record *from)
{
	struct record *rec = &g->next->records[g->next->nrecords++];

	*rec = *from;
	renumber(g, rec->by, &rec->facts);
	renumber(g, rec->links_by, &rec->links);
	rec->pages = ARENA_ARRAY(g->a, struct record_page, rec->npages);
	for (size_t i = 0; i < rec->npages; i++) {
		rec->pages[i] = from->pages[i];
		if (rec->pages[i].path.n > 0)
			take_page(g, &rec->pages[i]);
	}
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

static void
make_room(struct gathering *g)
{
	size_t workers = pool_size(g->m->site->pool);

	g->room = g->m->due.old->nfacts;
	g->stored = ARENA_ARRAY(g->a, uint32_t, g->room);
	g->own = ARENA_ARRAY(g->a, uint32_t *, workers);
	for (size_t i = 0; i < workers; i++) {
		size_t n = g->m->workers[i].facts.subjects.n;

		g->own[i] = ARENA_ARRAY(g->a, uint32_t, n);
		g->room += n;
	}
	g->next->subjects = ARENA_ARRAY(g->a, struct str, g->room);
	g->next->values = ARENA_ARRAY(g->a, uint64_t, g->room);
}

void
gathering_of(struct arena *a, const struct making *m, struct store *next)
{
	struct gathering g = { .a = a, .m = m, .next = next };
	const struct site *s = m->site;

	make_room(&g);
	next->records = ARENA_ARRAY(a, struct record, s->ndocs);
	next->lone = ARENA_ARRAY(a, struct record_page, s->noutputs);
	for (size_t i = 0; i < s->ndocs; i++)
		if (m->records[i].path.n > 0)
			take_document(&g, &m->records[i]);
	for (size_t i = 0; i < s->noutputs; i++)
		if (m->lone[i].path.n > 0) {
			next->lone[next->nlone] = m->lone[i];
			take_page(&g, &next->lone[next->nlone++]);
		}
	take_origins(&g);
	map_free(&g.numbers);
	arena_free(&g.scratch);
}
