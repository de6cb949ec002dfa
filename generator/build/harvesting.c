/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/harvesting.h"

#include "build/readings.h"
#include "build/yield.h"
#include "check/critical.h"
#include "check/links.h"
#include "model/harvest.h"
#include "score/statesize.h"

void
harvesting_take(struct making *m, struct worker *w, size_t number, const struct body *bodies, size_t told)
{
	struct document *doc = m->site->docs[number];
	struct record *rec = &m->records[number];

	for (size_t k = 0; k < doc->ntexts; k++) {
		doc->texts[k]->harvest = bodies[k].harvest;
		rec->deferred |= bodies[k].needs_course || doc->type == PAGE_GLOSSARY;
	}
	if (bodies[0].root) {
		statesize_take(&bodies[0]);
		critical_check(w->site, doc, &bodies[0], &w->diags);
	}
	readings_note(w, doc, bodies);
	rec->by = w->number;
	rec->facts = worker_facts(w);
	rec->questions = bodies[0].nquestions;
	rec->told = worker_told(w, told);
	rec->harvests = yield_keep(&w->site->keep[w->number], &w->arena, doc);
}

void
harvesting_links(struct making *m, struct worker *w, size_t number)
{
	struct record *rec = &m->records[number];
	size_t told = w->diags.all.n;

	facts_begin(&w->facts);
	links_check(m->site, m->site->docs[number], &w->arena, &w->links, &w->facts, &w->diags);
	rec->packed = STR_EMPTY;
	rec->links_by = w->number;
	rec->links = worker_facts(w);
	rec->told_links = worker_told(w, told);
	arena_reset(&w->arena);
}
