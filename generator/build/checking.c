/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/checking.h"

#include "assemble/body.h"
#include "base/deflated.h"
#include "base/map.h"
#include "build/build.h"
#include "build/pipeline.h"
#include "check/headings.h"
#include "check/reading.h"
#include "check/unused.h"
#include "publish/stage.h"
#include "translate/bodies.h"

/* -- texts -- */

static void
check_texts(struct site *s, struct document *doc, struct diags *d)
{
	struct arena a = ARENA_INIT;
	struct diags told = DIAGS_INIT; /* when pages were made */
	struct body *bodies = bodies_read(&a, s, doc, &a, &told);

	for (size_t i = 0; i < doc->ntexts; i++) {
		if (bodies[i].root == NULL)
			continue;
		body_assemble(&a, &bodies[i], i > 0 && bodies[0].root ? &bodies[0] : NULL, s, &a, &told);
		if (doc->texts[i]->po)
			continue; /* it has the places of the source */
		headings_check(&bodies[i], d);
		reading_check(&bodies[i], d);
	}
	diags_free(&told);
	arena_free(&a);
}

/* -- weight -- */

enum { BUDGET = 30000 };

struct weighing {
	struct pipeline *p;
	struct map known; /* path → size + 1, compressed */
	struct theme theme;
	struct arena arena;
	struct checking_result *r;
	struct diags *d;
};

static size_t
size_of(struct weighing *w, struct str path)
{
	uintptr_t known = (uintptr_t)map_get(&w->known, path);
	struct str bytes;

	if (known == 0) {
		known = stage_find(w->p->stage, path, &bytes) ? deflated_size(bytes) + 1 : 1;
		map_put(&w->known, path, (void *)known);
	}
	return known - 1;
}

static void
weigh(struct weighing *w, const struct output *o, const struct record_page *page, struct diags *d)
{
	struct str html = STR_EMPTY;
	struct pack_reader files = pack_reader(page->files);
	size_t own, styles = 0, scripts = 0, all, budget = w->p->site->budget > 0 ? (size_t)w->p->site->budget : BUDGET;

	if (page->path.n == 0 || !stage_find(w->p->stage, o->path, &html))
		return;
	own = deflated_size(html);
	while (files.p < files.end && !files.wrong)
		scripts += size_of(w, pack_take_text(&files));
	for (size_t i = 0; i < w->theme.n; i++) {
		const struct theme_asset *x = &w->theme.v[i]; /* a page names it at the end of a path that leads up */

		if (str_ends(x->out, ".css") && str_has(html, x->out.p))
			styles += size_of(w, x->out);
		else if (str_ends(x->out, ".js") && str_has(html, x->out.p))
			scripts += size_of(w, x->out);
	}
	all = own + styles + scripts;
	if (all > w->r->heaviest) {
		w->r->heaviest = all;
		w->r->heaviest_page = arena_str(&w->d->arena, o->path);
	}
	if (all > budget)
		diag_add(d, DIAG_PAGE_HEAVY, o->text ? &o->text->src : NULL, (struct span){ 0 },
		    "%.*s: %zu bytes, %zu are allowed: page %zu, styles %zu, scripts %zu", STR_ARG(o->path), all,
		    budget, own, styles, scripts);
}

static void
weigh_all(struct pipeline *p, struct checking_result *r, struct diags *d)
{
	struct weighing w = { .p = p, .r = r, .d = d };
	const struct site *s = p->site;
	struct diags told = DIAGS_INIT;

	theme_load(s, &w.arena, &w.theme, &told);
	for (size_t i = 0; i < s->ndocs; i++)
		for (size_t k = 0; s->docs[i]->pages && !s->docs[i]->excluded && k < s->nlanguages; k++)
			if (s->docs[i]->pages[k])
				weigh(&w, s->docs[i]->pages[k], &p->making.records[i].pages[k], d);
	for (size_t i = 0; i < s->noutputs; i++)
		if (s->outputs[i]->doc == NULL)
			weigh(&w, s->outputs[i], &p->making.lone[i], d);
	diags_free(&told);
	map_free(&w.known);
	arena_free(&w.arena);
}

/* -- all -- */

int
checking_run(const struct config *cfg, struct checking_result *r, struct diags *d)
{
	struct site site = { .config = cfg };
	struct store none = { 0 };
	struct pipeline p = { .site = &site, .old = &none, .no_index = true };
	int rc = build_in_memory(&p, cfg, d);

	*r = (struct checking_result){ .heaviest_page = STR_EMPTY };
	if (rc == 0) {
		for (size_t i = 0; i < site.ndocs; i++)
			if (!site.docs[i]->excluded)
				check_texts(&site, site.docs[i], d);
		unused_check(&site, d);
		weigh_all(&p, r, d);
		r->pages = p.pages;
		r->languages = site.nlanguages;
		pipeline_close(&p);
		stage_drop(p.stage);
	}
	site_free(&site);
	return rc;
}
