/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/pipeline.h"

#include <stdlib.h>

#include "assemble/courses.h"
#include "assemble/outputs.h"
#include "base/pool.h"
#include "base/told.h"
#include "build/indexing.h"
#include "build/waves.h"
#include "check/contacts.h"
#include "check/draws.h"
#include "check/exits.h"
#include "check/objectives.h"
#include "localise/languages.h"
#include "localise/pluralcheck.h"
#include "publish/assets.h"
#include "publish/indexes.h"
#include "publish/stage.h"
#include "read/outline.h"
#include "render/theme.h"
#include "search/searching.h"
#include "translate/texts.h"

int
pipeline_prepare(struct pipeline *p, const struct config *cfg, struct diags *d)
{
	struct site *s = p->site;
	struct scan_files files = { 0 };
	int r;

	s->config = cfg;
	s->pool = pool_open(cfg->jobs);
	s->keep = ARENA_ARRAY(&s->arena, struct arena, pool_size(s->pool));
	r = outline_scan(s, &files, d);
	if (p->await)
		p->await(p->await_ctx);
	s->before = p->old->origins;
	s->nbefore = p->old->norigins;
	if (r == 0)
		outline_of(s, &files, d); /* content/ → outline */
	VEC_FREE(&files);
	if (r < 0)
		return -1;
	languages_prepare(s, d);
	texts_prepare(s, d); /* translations by messages → texts */
	for (size_t i = 0; i < s->npos; i++)
		if (s->pos[i]->po)
			pluralcheck_tell(s->pos[i]->po, d);
	courses_assemble(s); /* → courses */
	outputs_plan(s, d);  /* → outputs */
	assets_prepare(s, d);
	return 0;
}

/* -- the workers -- */

static void
open_workers(struct pipeline *p, struct searching *search)
{
	size_t n = pool_size(p->site->pool);

	p->making.workers = mem_alloc(n * sizeof *p->making.workers);
	for (size_t i = 0; i < n; i++)
		worker_open(&p->making.workers[i], p->site, p->stage, search, i);
}

/* What they told and counted; what they noted is needed for longer. */
static void
hear_workers(struct pipeline *p, struct diags *d)
{
	for (size_t i = 0; i < pool_size(p->site->pool); i++) {
		struct worker *w = &p->making.workers[i];

		p->pages += w->pages;
		p->questions += w->questions;
		p->bytes += w->bytes;
		p->failed |= w->failed;
		diags_merge(d, &w->diags);
		keys_merge(&p->keys, &w->keys);
		worker_rest(w);
	}
}

/* They go on later; what they told is in the records of what they made. */
static void
pause_workers(struct pipeline *p)
{
	for (size_t i = 0; i < pool_size(p->site->pool); i++) {
		struct worker *w = &p->making.workers[i];

		diags_free(&w->diags);
		keys_free(&w->keys);
		w->search = NULL;
	}
}

/* -- pages -- */

static void
make_index(struct pipeline *p, struct searching *search, bool taken)
{
	p->index = (struct indexing){ .making = &p->making, .old = p->old, .stage = p->stage };
	indexing_open(&p->index);
	if (search == NULL)
		return;
	p->failed |= indexing_scripts(&p->index) < 0;
	if (!p->no_index)
		p->failed |= indexing_make(&p->index, search, taken) < 0;
}

void
pipeline_make(struct pipeline *p, struct diags *d)
{
	struct searching *search = searching_open(p->site);
	bool all =
	    p->old->nrecords == 0 && !p->no_index; /* then pages are taken into the search while they are in hand */

	factvalues_open(&p->values, p->site);
	open_workers(p, all ? search : NULL);
	p->making.site = p->site;
	due_open(&p->making.due, p->site, p->old, &p->values);
	waves_run(&p->making, d); /* read, localise, render, drop */
	make_index(p, search, all);
	searching_close(search);
	if (p->stays)
		pause_workers(p);
	else
		hear_workers(p, d);
	draws_check(p->site, d); /* may only complain */
	contacts_check(p->site, d);
	exits_check(p->site, d);
	objectives_check(p->site, d);
}

/* -- what is not a page -- */

int
pipeline_rest(struct pipeline *p, struct diags *d)
{
	struct site *s = p->site;
	struct buf out = BUF_INIT;
	struct theme theme;
	int r = theme_load(s, &s->arena, &theme, d);

	for (size_t i = 0; r == 0 && i < theme.n; i++)
		r = stage_write(p->stage, theme.v[i].out, theme.v[i].bytes, d);
	if (r == 0)
		r = assets_publish(s, p->stage, d);
	indexes_robots(&out, s);
	if (r == 0)
		r = stage_write(p->stage, STR("robots.txt"), buf_view(&out), d);
	buf_reset(&out);
	if (s->base_url.n > 0)
		indexes_sitemap(&out, s);
	if (r == 0 && out.n > 0)
		r = stage_write(p->stage, STR("sitemap.xml"), buf_view(&out), d);
	buf_free(&out);
	return r;
}

void
pipeline_close(struct pipeline *p)
{
	for (size_t i = 0; i < pool_size(p->site->pool); i++) {
		if (p->stays)
			worker_rest(&p->making.workers[i]);
		worker_close(&p->making.workers[i]);
	}
	free(p->making.workers);
	indexing_close(&p->index);
	keys_free(&p->keys);
	factvalues_close(&p->values);
}

/* -- one that stays -- */

static void
tell_page(const struct record_page *page, struct diags *d)
{
	if (page->told.n > 0)
		told_again(d, page->told);
}

void
pipeline_told(const struct pipeline *p, struct diags *d)
{
	for (size_t i = 0; i < p->site->ndocs; i++) {
		const struct record *rec = &p->making.records[i];

		if (rec->told.n > 0)
			told_again(d, rec->told);
		if (rec->told_links.n > 0)
			told_again(d, rec->told_links);
		for (size_t k = 0; k < rec->npages; k++)
			tell_page(&rec->pages[k], d);
	}
	for (size_t i = 0; i < p->site->noutputs; i++)
		tell_page(&p->making.lone[i], d);
}

void
pipeline_more(struct pipeline *p, struct diags *d)
{
	waves_more(&p->making);
	pause_workers(p);
	assets_publish(p->site, p->stage, d);
}

void
pipeline_index(struct pipeline *p, struct diags *d)
{
	struct searching *search = searching_open(p->site);

	if (search != NULL && indexing_make(&p->index, search, false) < 0)
		p->failed = true;
	searching_close(search);
	for (size_t i = 0; i < pool_size(p->site->pool); i++)
		diags_merge(d, &p->making.workers[i].diags);
	pause_workers(p);
}

enum rereading
pipeline_reread(struct pipeline *p, struct text *t, struct touching_pages *pages)
{
	enum rereading r = rereading_text(&p->making, &p->values, t, pages);

	pause_workers(p);
	return r;
}
