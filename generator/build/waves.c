/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/waves.h"

#include <string.h>

#include "assemble/body.h"
#include "assemble/drawing.h"
#include "base/pool.h"
#include "build/borrowing.h"
#include "build/deciding.h"
#include "build/harvesting.h"
#include "build/readings.h"
#include "check/links.h"
#include "model/harvest.h"
#include "search/searching.h"

/* -- first wave: each document read, typed, rendered in all its languages, dropped -- */

/* A page whose text could not be read has its title, so that with --keep-going what leads to it leads somewhere. */
static void
stage_unread(struct worker *w, const struct output *o, struct record_page *made)
{
	struct body body = { .text = o->text, .root = node_new(&w->arena, NODE_DOCUMENT, (struct span){ 0 }) };
	struct diags told = DIAGS_INIT;

	body_assemble(&w->arena, &body, NULL, w->site, &w->arena, &told);
	diags_free(&told);
	worker_page(w, o, &body, made);
}

/* Those of its pages that are due. */
static void
render_document(struct making *m, struct worker *w, size_t number, const struct body *bodies)
{
	const struct document *doc = m->site->docs[number];

	for (size_t k = 0; doc->pages && k < m->site->nlanguages; k++) {
		const struct output *o = deciding_page_now(m, number, k) ? doc->pages[k] : NULL;

		for (size_t i = 0; o && i < doc->ntexts; i++)
			if (o->text == doc->texts[i] && bodies[i].root)
				worker_page(w, o, &bodies[i], &m->records[number].pages[k]);
			else if (o->text == doc->texts[i])
				stage_unread(w, o, &m->records[number].pages[k]);
	}
}

static void
tell_progress(struct making *m, size_t worker)
{
	const struct config *cfg = m->site->config;
	size_t done = atomic_fetch_add(&m->done, 1) + 1;

	if (worker == 0 && cfg->progress)
		cfg->progress(cfg->progress_ctx, done, m->site->ndocs);
}

static void
first_wave(void *ctx, size_t worker, size_t i)
{
	struct making *m = ctx;
	struct worker *w = &m->workers[worker];
	size_t number = m->list[i], told = w->diags.all.n;
	struct document *doc = m->site->docs[number];
	struct body *bodies;

	facts_begin(&w->facts);
	bodies = readings_of(w, doc, &w->site->keep[worker], &w->diags);
	harvesting_take(m, w, number, bodies, told);
	if (!m->records[number].deferred)
		render_document(m, w, number, bodies);
	arena_reset(&w->arena);
	tell_progress(m, worker);
}

/* Where what is found out about a document goes that is read once more: what is known of its texts stays, if that is the first time. */
static struct arena *
arena_for(const struct making *m, struct worker *w, size_t number)
{
	return m->due.read[number] ? &w->arena : &w->site->keep[w->number];
}

/* -- second wave: what shows parts of other pages; its documents are read again, what they have wrong was told -- */

/* A document that others draw from, read. */
struct drawn {
	const struct document *doc;
	const struct body *bodies; /* by text */
};

/* The body that readers of ${lang} get; NULL where there is none. */
static const struct body *
body_for(const struct site *site, const struct drawn *from, const struct language *lang)
{
	const struct output *o = site_output(site, from->doc, lang);

	for (size_t i = 0; o && i < from->doc->ntexts; i++)
		if (o->text == from->doc->texts[i] && from->bodies[i].root)
			return &from->bodies[i];
	return NULL;
}

/* A page that draws: in each language from the questions that its readers get. */
static void
render_drawing(
    struct making *m, struct worker *w, size_t number, struct body *bodies, const struct drawn *from, size_t nfrom)
{
	const struct document *doc = m->site->docs[number];
	const struct body **pool = ARENA_ARRAY(&w->arena, const struct body *, nfrom);

	for (size_t k = 0; doc->pages && k < m->site->nlanguages; k++) {
		const struct output *o = deciding_page_now(m, number, k) ? doc->pages[k] : NULL;
		size_t n = 0;

		for (size_t i = 0; o && i < nfrom; i++)
			if ((pool[n] = body_for(w->site, &from[i], o->lang)) != NULL)
				n++;
		for (size_t i = 0; o && i < doc->ntexts; i++) {
			if (o->text != doc->texts[i] || !bodies[i].root)
				continue;
			drawing_fill(&w->arena, &bodies[i], pool, n);
			worker_page(w, o, &bodies[i], &m->records[number].pages[k]);
		}
	}
}

/* It rests on the texts of all that it draws from, and on which these are. */
static void
draw(struct making *m, struct worker *w, size_t number, struct body *bodies, struct diags *told)
{
	const struct site *s = m->site;
	const struct document *doc = s->docs[number];
	struct drawn *from = ARENA_ARRAY(&w->arena, struct drawn, s->ndocs);
	size_t n = 0;

	facts_begin(&w->facts);
	readings_note(w, doc, bodies);
	facts_note(&w->facts, FACT_TAGGED, doc->course->path);
	for (size_t i = doc->course->first; i < doc->course->end; i++) {
		const struct document *other = s->docs[i];

		if (other->excluded || other->course != doc->course ||
		    !drawing_wants(bodies[0].quiz, other->texts[0]->harvest))
			continue;
		from[n] =
		    (struct drawn){ other, other == doc ? bodies : readings_of(w, other, arena_for(m, w, i), told) };
		readings_note(w, other, from[n++].bodies);
	}
	m->records[number].by = w->number;
	m->records[number].facts = worker_facts(w);
	render_drawing(m, w, number, bodies, from, n);
}

static void
second_document(struct making *m, struct worker *w, size_t number)
{
	const struct document *doc = m->site->docs[number];
	struct diags told = DIAGS_INIT;
	struct body *bodies = readings_of(w, doc, arena_for(m, w, number), &told);

	if (!bodies[0].root || bodies[0].quiz->ndraws == 0)
		render_document(m, w, number, bodies);
	else
		draw(m, w, number, bodies, &told);
	diags_free(&told);
}

static void
second_wave(void *ctx, size_t worker, size_t i)
{
	struct making *m = ctx;
	struct worker *w = &m->workers[worker];
	size_t which = m->list[i], ndocs = m->site->ndocs;

	/* What was wanted when it was listed may not be any more. */
	if (which < ndocs && deciding_any_now(m, which))
		second_document(m, w, which);
	else if (which >= ndocs && deciding_lone_now(m, which - ndocs))
		worker_page(w, m->site->outputs[which - ndocs], NULL, &m->lone[which - ndocs]);
	arena_reset(&w->arena);
}

/* Documents that were read have their pages already, unless they waited; others have them made now where these are due. */
static size_t
list_second(struct making *m)
{
	const struct site *s = m->site;
	size_t n = 0;

	for (size_t i = 0; i < s->ndocs; i++)
		if ((!m->due.read[i] || m->records[i].deferred) && deciding_any_now(m, i))
			m->list[n++] = i;
	for (size_t i = 0; i < s->noutputs; i++)
		if (deciding_lone_now(m, i))
			m->list[n++] = s->ndocs + i;
	return n;
}

/* -- links -- */

/* What is wrong with a link may be told with what was meant, which can be any page: such a document is looked at each time. */
static void
check_links(void *ctx, size_t worker, size_t i)
{
	struct making *m = ctx;
	struct record *rec = &m->records[i];

	if (!m->site->docs[i]->excluded &&
	    (m->due.read[i] || rec->told_links.n > 0 || due_changed(&m->due, rec->links)))
		harvesting_links(m, &m->workers[worker], i);
}

void
waves_run(struct making *m, struct diags *d)
{
	struct site *s = m->site;
	size_t n = 0;

	m->records = ARENA_ARRAY(&s->arena, struct record, s->ndocs);
	m->lone = ARENA_ARRAY(&s->arena, struct record_page, s->noutputs);
	m->list = ARENA_ARRAY(&s->arena, size_t, s->ndocs + s->noutputs);
	deciding_documents(m);
	for (size_t i = 0; i < s->ndocs; i++)
		if (m->due.read[i])
			m->list[n++] = i;
	pool_each(s->pool, n, first_wave, m);
	links_ids(s, d);
	deciding_pages(m);
	borrowing_prepare(m);
	pool_each(s->pool, list_second(m), second_wave, m);
	pool_each(s->pool, s->ndocs, check_links, m);
}

void
waves_more(struct making *m)
{
	memset(m->due.read, 0, m->site->ndocs * sizeof *m->due.read); /* whatever is made now is read once more */
	borrowing_prepare(m);
	pool_each(m->site->pool, list_second(m), second_wave, m);
}

/* -- the search -- */

static void
glean(void *ctx, size_t worker, size_t i)
{
	struct making *m = ctx;
	struct worker *w = &m->workers[worker];
	const struct document *doc = m->site->docs[i];
	struct diags told = DIAGS_INIT;
	struct body *bodies;

	if (doc->excluded)
		return;
	bodies = readings_of(w, doc, arena_for(m, w, i), &told);
	for (size_t k = 0; doc->pages && k < m->site->nlanguages; k++)
		for (size_t t = 0; m->records[i].pages[k].path.n > 0 && t < doc->ntexts; t++)
			if (doc->pages[k]->text == doc->texts[t])
				searching_take(w->search, doc->pages[k], &bodies[t]);
	diags_free(&told);
	arena_reset(&w->arena);
}

void
waves_search(struct making *m, struct searching *search)
{
	for (size_t i = 0; i < pool_size(m->site->pool); i++)
		m->workers[i].search = searching_worker(search, i);
	pool_each(m->site->pool, m->site->ndocs, glean, m);
}
