/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/waves.h"

#include <stdatomic.h>

#include "assemble/body.h"
#include "assemble/drawing.h"
#include "base/pool.h"
#include "check/critical.h"
#include "check/links.h"
#include "localise/typography.h"
#include "model/harvest.h"
#include "score/samples.h"
#include "score/statesize.h"
#include "translate/bodies.h"

struct waves {
	struct site *site;
	struct worker *workers;
	bool *deferred;     /* by document: waits for the harvest of the others */
	size_t *second;     /* outputs and documents of the second wave */
	atomic_size_t done; /* documents of the first wave */
};

/* -- first wave: each document read, typed, rendered in all its languages, dropped -- */

/* What readers see of the words, also of those that other pages show. */
static void
set_type(struct worker *w, const struct body *body, struct arena *keep)
{
	const struct harvest *h = body->harvest;

	typography_tree(&w->arena, body->root, w->site, body->text->lang);
	for (size_t i = 0; i < h->ndefinitions; i++)
		typography_tree(keep, h->definitions[i].body, w->site, body->text->lang);
}

/* The bodies of a document's texts, source language first; one whose root is NULL could not be read. */
static struct body *
read_bodies(struct worker *w, const struct document *doc, struct arena *keep, struct diags *d)
{
	struct body *bodies = bodies_read(&w->arena, w->site, doc, keep, d);

	for (size_t i = 0; i < doc->ntexts; i++) {
		const struct body *source = i > 0 && bodies[0].root ? &bodies[0] : NULL;

		if (bodies[i].root == NULL)
			continue;
		body_assemble(&w->arena, &bodies[i], source, w->site, keep, d);
		samples_check(&bodies[i], site_language(w->site, doc->texts[i]->lang), d);
		set_type(w, &bodies[i], keep);
	}
	return bodies;
}

/* A page whose text could not be read has its title, so that with --keep-going what leads to it leads somewhere. */
static void
stage_unread(struct worker *w, const struct output *o)
{
	struct body body = { .text = o->text, .root = node_new(&w->arena, NODE_DOCUMENT, (struct span){ 0 }) };
	struct diags told = DIAGS_INIT;

	body_assemble(&w->arena, &body, NULL, w->site, &w->arena, &told);
	diags_free(&told);
	worker_page(w, o, &body);
}

static void
render_document(struct worker *w, const struct document *doc, const struct body *bodies)
{
	for (size_t k = 0; doc->pages && k < w->site->nlanguages; k++) {
		const struct output *o = doc->pages[k];

		for (size_t i = 0; o && i < doc->ntexts; i++)
			if (o->text == doc->texts[i] && bodies[i].root)
				worker_page(w, o, &bodies[i]);
			else if (o->text == doc->texts[i])
				stage_unread(w, o);
	}
}

static void
tell_progress(struct waves *v, size_t worker)
{
	const struct config *cfg = v->site->config;
	size_t done = atomic_fetch_add(&v->done, 1) + 1;

	if (worker == 0 && cfg->progress)
		cfg->progress(cfg->progress_ctx, done, v->site->ndocs);
}

static void
first_wave(void *ctx, size_t worker, size_t i)
{
	struct waves *v = ctx;
	struct worker *w = &v->workers[worker];
	struct document *doc = w->site->docs[i];
	struct body *bodies;

	if (doc->excluded)
		return;
	bodies = read_bodies(w, doc, &w->site->keep[worker], &w->diags);
	for (size_t k = 0; k < doc->ntexts; k++) {
		doc->texts[k]->harvest = bodies[k].harvest;
		v->deferred[i] |= bodies[k].needs_course || doc->type == PAGE_GLOSSARY;
	}
	w->questions += bodies[0].nquestions;
	if (bodies[0].root) {
		statesize_take(&bodies[0]);
		critical_check(w->site, doc, &bodies[0], &w->diags);
	}
	if (!v->deferred[i])
		render_document(w, doc, bodies);
	arena_reset(&w->arena);
	tell_progress(v, worker);
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
    struct worker *w, const struct document *doc, struct body *bodies, const struct drawn *from, size_t nfrom)
{
	const struct body **pool = ARENA_ARRAY(&w->arena, const struct body *, nfrom);

	for (size_t k = 0; doc->pages && k < w->site->nlanguages; k++) {
		const struct output *o = doc->pages[k];
		size_t n = 0;

		for (size_t i = 0; o && i < nfrom; i++)
			if ((pool[n] = body_for(w->site, &from[i], o->lang)) != NULL)
				n++;
		for (size_t i = 0; o && i < doc->ntexts; i++) {
			if (o->text != doc->texts[i] || !bodies[i].root)
				continue;
			drawing_fill(&w->arena, &bodies[i], pool, n);
			worker_page(w, o, &bodies[i]);
		}
	}
}

static void
second_document(struct worker *w, const struct document *doc)
{
	struct diags told = DIAGS_INIT;
	struct site *s = w->site;
	struct body *bodies = read_bodies(w, doc, &w->arena, &told);
	struct drawn *from = ARENA_ARRAY(&w->arena, struct drawn, s->ndocs);
	size_t n = 0;

	if (!bodies[0].root || bodies[0].quiz->ndraws == 0) {
		render_document(w, doc, bodies);
		diags_free(&told);
		return;
	}
	for (size_t i = 0; i < s->ndocs; i++) {
		const struct document *other = s->docs[i];

		if (other->excluded || other->course != doc->course ||
		    !drawing_wants(bodies[0].quiz, other->texts[0]->harvest))
			continue;
		from[n++] = (struct drawn){ other, other == doc ? bodies : read_bodies(w, other, &w->arena, &told) };
	}
	render_drawing(w, doc, bodies, from, n);
	diags_free(&told);
}

static void
second_wave(void *ctx, size_t worker, size_t i)
{
	struct waves *v = ctx;
	struct worker *w = &v->workers[worker];
	size_t which = v->second[i];

	if (which < w->site->ndocs)
		second_document(w, w->site->docs[which]);
	else
		worker_page(w, w->site->outputs[which - w->site->ndocs], NULL);
	arena_reset(&w->arena);
}

void
waves_run(struct site *site, struct worker *workers, struct diags *d)
{
	struct waves v = { .site = site, .workers = workers };
	size_t n = 0;

	v.deferred = ARENA_ARRAY(&site->arena, bool, site->ndocs);
	v.second = ARENA_ARRAY(&site->arena, size_t, site->ndocs + site->noutputs);
	pool_each(site->pool, site->ndocs, first_wave, &v);
	links_ids(site, d);
	for (size_t i = 0; i < site->ndocs; i++)
		if (v.deferred[i])
			v.second[n++] = i;
	for (size_t i = 0; i < site->noutputs; i++)
		if (site->outputs[i]->doc == NULL)
			v.second[n++] = site->ndocs + i;
	pool_each(site->pool, n, second_wave, &v);
}
