/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/borrowing.h"

#include "base/pool.h"
#include "build/deciding.h"
#include "build/readings.h"
#include "model/harvest.h"

/* Whether it has definitions whose words are not there. */
static bool
keeps_terms(const struct document *doc)
{
	for (size_t i = 0; i < doc->ntexts; i++) {
		const struct harvest *h = doc->texts[i]->harvest;

		if (h && h->ndefinitions > 0 && h->definitions[0].body == NULL)
			return true;
	}
	return false;
}

static bool
glossary_due(const struct making *m, const struct course *c)
{
	for (size_t k = 0; c->glossaries && k < m->site->nlanguages; k++) {
		const struct output *o = c->glossaries[k];
		uintptr_t place = o && o->doc == NULL ? (uintptr_t)map_get(&m->due.values->outputs, o->path) : 0;

		if (place && deciding_lone_now(m, place - 1))
			return true;
	}
	for (size_t i = c->first; i < c->end; i++)
		if (m->site->docs[i]->course == c && m->site->docs[i]->type == PAGE_GLOSSARY && deciding_any_now(m, i))
			return true;
	return false;
}

static bool
drawing_due(const struct making *m, const struct course *c)
{
	for (size_t i = c->first; i < c->end; i++) {
		const struct harvest *h = m->site->docs[i]->texts[0]->harvest;

		if (m->site->docs[i]->course == c && h && h->ndraws > 0 && deciding_any_now(m, i))
			return true;
	}
	return false;
}

/* Those that are there now. */
static void
take(struct harvest *h, const struct body *body)
{
	const struct harvest *now = body->harvest;

	h->ndefinitions = now ? now->ndefinitions : 0;
	h->definitions = now ? now->definitions : NULL;
}

/* Its definitions themselves are wanted, and what is known of its texts only when they are read. */
static void
read_parts(void *ctx, size_t worker, size_t i)
{
	struct making *m = ctx;
	struct worker *w = &m->workers[worker];
	struct document *doc = m->site->docs[m->list[i]];
	struct diags told = DIAGS_INIT;
	struct body *bodies = readings_of(w, doc, &w->site->keep[worker], &told);

	for (size_t k = 0; k < doc->ntexts; k++)
		if (doc->texts[k]->harvest)
			take(doc->texts[k]->harvest, &bodies[k]);
	diags_free(&told);
	arena_reset(&w->arena);
}

void
borrowing_prepare(struct making *m)
{
	size_t n = 0;

	for (size_t c = 0; c < m->site->ncourses; c++) {
		const struct course *course = m->site->courses[c];
		bool terms = glossary_due(m, course), drawing = drawing_due(m, course);

		for (size_t i = course->first; (terms || drawing) && i < course->end; i++) {
			const struct document *doc = m->site->docs[i];
			const struct harvest *h = doc->texts[0]->harvest;

			if (doc->course == course && !doc->excluded && !m->due.read[i] &&
			    ((terms && keeps_terms(doc)) || (drawing && h && h->ntagged > 0)))
				m->list[n++] = i;
		}
	}
	pool_each(m->site->pool, n, read_parts, m);
}
