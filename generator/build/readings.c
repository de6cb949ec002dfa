/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/readings.h"

#include "assemble/body.h"
#include "base/path.h"
#include "localise/typography.h"
#include "model/harvest.h"
#include "score/samples.h"
#include "translate/bodies.h"

/* What readers see of the words, also of those that other pages show. */
static void
set_type(struct worker *w, const struct body *body, struct arena *keep)
{
	const struct harvest *h = body->harvest;

	typography_tree(&w->arena, body->root, w->site, body->text->lang);
	for (size_t i = 0; i < h->ndefinitions; i++)
		typography_tree(keep, h->definitions[i].body, w->site, body->text->lang);
}

/* What is wrong with a text is told when it is read for the first time; that it is not there any more, whenever that is. */
static void
tell_gone(struct worker *w, const struct text *t)
{
	diag_add(&w->diags, DIAG_FILE_UNREADABLE, &t->src, (struct span){ 0 }, "it changed while it was read");
}

struct body *
readings_of(struct worker *w, const struct document *doc, struct arena *keep, struct diags *d)
{
	struct body *bodies = bodies_read(&w->arena, w->site, doc, keep, d);

	for (size_t i = 0; i < doc->ntexts; i++) {
		const struct body *source = i > 0 && bodies[0].root ? &bodies[0] : NULL;

		if (bodies[i].root == NULL && d != &w->diags && atomic_load(&doc->texts[i]->torn))
			tell_gone(w, doc->texts[i]);
		if (bodies[i].root == NULL)
			continue;
		body_assemble(&w->arena, &bodies[i], source, w->site, keep, d);
		samples_check(&bodies[i], site_language(w->site, doc->texts[i]->lang), d);
		set_type(w, &bodies[i], keep);
	}
	return bodies;
}

/* The catalogues that it takes words from, or would if they were there. */
static void
note_catalogues(struct worker *w, const struct document *doc, const struct text *t)
{
	const struct language *lang = site_language(w->site, t->lang);
	struct str folder = path_dir(doc->path);

	for (size_t i = 0; lang && i < lang->nchain; i++)
		facts_note_in(&w->facts, FACT_CATALOGUE, folder, lang->chain[i]);
}

void
readings_note(struct worker *w, const struct document *doc, const struct body *bodies)
{
	facts_note(&w->facts, FACT_PLACE, doc->path);
	facts_note(&w->facts, FACT_COURSE, doc->course->path);
	if (site_torn(doc))
		facts_note(&w->facts, FACT_MOMENT, STR_EMPTY);
	for (size_t i = 0; i < doc->ntexts; i++) {
		const struct harvest *h = bodies[i].harvest;

		facts_note(&w->facts, FACT_FILE, doc->texts[i]->src.path);
		note_catalogues(w, doc, doc->texts[i]);
		if (h && h->names_sources)
			facts_note(&w->facts, FACT_FILE, STR("content/data/sources.yaml"));
		if (h && h->names_contacts)
			facts_note(&w->facts, FACT_FILE, STR("content/data/contacts.yaml"));
	}
}
