/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/touching.h"

#include <stdlib.h>

#include "base/pool.h"
#include "build/harvesting.h"

void
touching_open(struct touching *t, struct making *m)
{
	size_t workers = pool_size(m->site->pool);

	*t = (struct touching){ .m = m };
	t->stored = mem_alloc((m->due.old->nfacts + 1) * sizeof *t->stored);
	t->own = mem_alloc(workers * sizeof *t->own);
	for (size_t i = 0; i < workers; i++)
		t->own[i] = mem_alloc((m->workers[i].facts.numbers.n + 1) * sizeof **t->own);
}

static bool
is_about(struct str subject, enum fact_kind kind, struct str about)
{
	struct str in;

	return facts_kind(subject) == kind && str_eq(facts_about(subject, &in), about);
}

void
touching_fact(struct touching *t, enum fact_kind kind, struct str about)
{
	struct due *due = &t->m->due;

	for (size_t i = 0; i < due->old->nfacts; i++)
		if (is_about(due->old->subjects[i], kind, about)) {
			t->stored[i] = true;
			due_renew(due, i);
		}
	for (size_t i = 0; i < pool_size(t->m->site->pool); i++) {
		const struct facts *f = &t->m->workers[i].facts;

		for (size_t k = 0; k < f->numbers.n; k++)
			t->own[i][k] |= is_about(facts_subject(f, (uint32_t)k), kind, about);
	}
}

static bool
is_touched(const struct touching *t, int by, struct record_facts facts)
{
	const bool *touched = by == RECORD_STORED ? t->stored : t->own[by];

	for (size_t i = 0; i < facts.n; i++)
		if (touched[facts.v[i]])
			return true;
	return false;
}

static struct str
subject_of(const struct touching *t, int by, uint32_t number)
{
	return by == RECORD_STORED ? t->m->due.old->subjects[number] : facts_subject(&t->m->workers[by].facts, number);
}

static void
outdate(struct touching *t, struct record_page *p, const struct output *o, struct touching_pages *pages)
{
	struct touched touched = { o, p->path.n > 0 ? p->files : STR_EMPTY };

	for (size_t i = 0; p->path.n > 0 && i < p->facts.n; i++)
		t->media |= facts_kind(subject_of(t, p->by, p->facts.v[i])) == FACT_ASSET;
	VEC_PUSH(pages, touched);
	*p = (struct record_page){ .path = STR_EMPTY };
}

void
touching_page(struct touching *t, size_t document, size_t language, struct touching_pages *pages)
{
	struct making *m = t->m;

	m->records[document].packed = STR_EMPTY;
	*due_page(&m->due, document, language) = true;
	outdate(t, &m->records[document].pages[language], m->site->docs[document]->pages[language], pages);
}

/* What could not be made is tried again: what it would rest on is not known. */
static bool
is_outdated(const struct touching *t, const struct record_page *p)
{
	return p->failed || (p->path.n > 0 && is_touched(t, p->by, p->facts));
}

static void
touch_document(struct touching *t, size_t i, struct touching_pages *pages)
{
	struct making *m = t->m;
	const struct document *doc = m->site->docs[i];
	struct record *rec = &m->records[i];
	bool all = is_touched(t, rec->by, rec->facts);

	for (size_t k = 0; doc->pages && k < m->site->nlanguages; k++) {
		const struct record_page *p = &rec->pages[k];

		if (doc->pages[k] == NULL || !(is_outdated(t, p) || (all && p->path.n > 0)))
			continue;
		touching_page(t, i, k, pages);
	}
	if (rec->told_links.n > 0 || is_touched(t, rec->links_by, rec->links))
		harvesting_links(m, &m->workers[0], i);
}

/* -- media -- */

static void
use_of_page(const struct touching *t, const struct record_page *p)
{
	for (size_t i = 0; p->path.n > 0 && i < p->facts.n; i++) {
		struct str subject = subject_of(t, p->by, p->facts.v[i]), in;
		struct asset *a =
		    facts_kind(subject) == FACT_ASSET ? map_get(&t->m->site->assets, facts_about(subject, &in)) : NULL;

		if (a)
			atomic_store(&a->used, true);
	}
}

static void
use_again(const struct touching *t)
{
	struct making *m = t->m;

	for (size_t i = 0; i < m->site->assets.n; i++)
		atomic_store(&((struct asset *)m->site->assets.v[i].value)->used, false);
	for (size_t i = 0; i < m->site->ndocs; i++)
		for (size_t k = 0; k < m->records[i].npages; k++)
			use_of_page(t, &m->records[i].pages[k]);
	for (size_t i = 0; i < m->site->noutputs; i++)
		use_of_page(t, &m->lone[i]);
}

/* -- all of them -- */

void
touching_apply(struct touching *t, struct touching_pages *pages)
{
	struct making *m = t->m;

	for (size_t i = 0; i < m->site->ndocs; i++)
		if (!m->site->docs[i]->excluded)
			touch_document(t, i, pages);
	for (size_t i = 0; i < m->site->noutputs; i++) {
		struct record_page *p = &m->lone[i];

		if (m->site->outputs[i]->doc || !is_outdated(t, p))
			continue;
		m->due.lone[i] = true;
		outdate(t, p, m->site->outputs[i], pages);
	}
	if (t->media)
		use_again(t);
}

void
touching_close(struct touching *t)
{
	for (size_t i = 0; i < pool_size(t->m->site->pool); i++)
		free(t->own[i]);
	free(t->own);
	free(t->stored);
}
