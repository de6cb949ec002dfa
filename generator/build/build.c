/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/build.h"

#include <stdlib.h>

#include "assemble/body.h"
#include "assemble/courses.h"
#include "assemble/outputs.h"
#include "build/waves.h"
#include "check/contacts.h"
#include "check/draws.h"
#include "check/links.h"
#include "check/objectives.h"
#include "localise/languages.h"
#include "localise/pluralcheck.h"
#include "model/dump.h"
#include "publish/assets.h"
#include "publish/indexes.h"
#include "publish/stage.h"
#include "read/outline.h"
#include "render/theme.h"
#include "score/statesize.h"
#include "search/searching.h"
#include "translate/bodies.h"
#include "translate/texts.h"

struct build {
	struct site *site;
	struct stage *stage;
	struct worker *workers; /* one for each thread of the pool */
	struct keys keys;       /* of all workers */
	bool failed;            /* a file could not be written, or a template failed */
};

/* -- what is not a page -- */

static int
write_index(void *ctx, size_t worker, struct str path, struct str bytes)
{
	struct build *b = ctx;

	return stage_write(b->stage, path, bytes, &b->workers[worker].diags);
}

static int
stage_rest(struct build *b, struct diags *d)
{
	struct site *s = b->site;
	struct buf out = BUF_INIT;
	struct theme theme;
	int r = theme_load(s, &s->arena, &theme, d);

	for (size_t i = 0; r == 0 && i < theme.n; i++)
		r = stage_write(b->stage, theme.v[i].out, theme.v[i].bytes, d);
	if (r == 0)
		r = assets_publish(s, b->stage, d);
	indexes_robots(&out, s);
	if (r == 0)
		r = stage_write(b->stage, STR("robots.txt"), buf_view(&out), d);
	buf_reset(&out);
	if (s->base_url.n > 0)
		indexes_sitemap(&out, s);
	if (r == 0 && out.n > 0)
		r = stage_write(b->stage, STR("sitemap.xml"), buf_view(&out), d);
	buf_free(&out);
	return r;
}

/* -- the pipeline -- */

static int
prepare(struct site *s, const struct config *cfg, struct diags *d)
{
	s->config = cfg;
	s->pool = pool_open(cfg->jobs);
	s->keep = ARENA_ARRAY(&s->arena, struct arena, pool_size(s->pool));
	if (outline_read(s, d) < 0) /* content/ → outline */
		return -1;
	languages_prepare(s, d);
	texts_prepare(s, d); /* translations by messages → texts */
	for (size_t i = 0; i < s->npos; i++)
		if (s->pos[i]->po)
			pluralcheck_tell(s->pos[i]->po, d);
	courses_assemble(s); /* → courses */
	outputs_plan(s, d);  /* → outputs */
	return 0;
}

static bool
may_publish(const struct config *cfg, const struct diags *d)
{
	enum diag_level worst = diags_worst(d);

	return worst < DIAG_ERROR || (worst == DIAG_ERROR && cfg->keep_going);
}

/* -- the workers -- */

static void
open_workers(struct build *b, struct searching *search)
{
	b->workers = mem_alloc(pool_size(b->site->pool) * sizeof *b->workers);
	for (size_t i = 0; i < pool_size(b->site->pool); i++)
		worker_open(&b->workers[i], b->site, b->stage, search, i);
}

static void
close_workers(struct build *b, struct build_result *result, struct diags *d)
{
	for (size_t i = 0; i < pool_size(b->site->pool); i++) {
		struct worker *w = &b->workers[i];

		result->pages += w->pages;
		result->questions += w->questions;
		result->bytes += w->bytes;
		b->failed |= w->failed;
		diags_merge(d, &w->diags);
		keys_merge(&b->keys, &w->keys);
		worker_close(w);
	}
	free(b->workers);
}

/* All pages, and what is searched in them. */
static void
make_pages(struct build *b, struct build_result *result, struct diags *d)
{
	struct searching *search = searching_open(b->site);

	open_workers(b, search);
	waves_run(b->site, b->workers, d); /* read, localise, render, drop */
	b->failed |= searching_stage(search, write_index, b) < 0;
	searching_close(search);
	close_workers(b, result, d);
}

static size_t
most_letters(const struct site *s)
{
	size_t most = 0;

	for (size_t i = 0; i < s->ncourses; i++) {
		size_t letters = statesize_course(s, s->courses[i]);

		most = letters > most ? letters : most;
	}
	return most;
}

static int
build_site(struct build *b, const struct config *cfg, struct build_result *result, struct diags *d)
{
	struct site *s = b->site;

	make_pages(b, result, d);
	result->letters = most_letters(s);
	links_check(s, d); /* may only complain */
	draws_check(s, d);
	contacts_check(s, d);
	objectives_check(s, d);
	if (!may_publish(cfg, d) || (b->failed && !cfg->keep_going))
		return -1;
	return stage_rest(b, d);
}

int
build_run(const struct config *cfg, struct build_result *result, struct diags *d)
{
	struct site site = { .config = cfg };
	struct build b = { .site = &site };
	int r = -1;

	if (prepare(&site, cfg, d) == 0 && (b.stage = stage_open(cfg->root, cfg->out, d)) != NULL) {
		assets_prepare(&site, d);
		if (site.in_place)
			stage_in_place(b.stage);
		if (build_site(&b, cfg, result, d) == 0 && keys_write(&b.keys, cfg->root, d) == 0) /* → .pensum/keys/ */
			r = stage_commit(b.stage, &result->commit, d);                             /* → public/ */
		else
			stage_drop(b.stage);
		keys_free(&b.keys);
	}
	result->published = r == 0;
	result->languages = site.nlanguages;
	result->courses = site.ncourses;
	site_free(&site);
	return r;
}

/* -- in memory -- */

/* Errors keep nothing back: what can be made is shown. */
static void
make_all(struct build *b, struct diags *d)
{
	struct build_result result = { 0 };

	assets_prepare(b->site, d);
	make_pages(b, &result, d);
	links_check(b->site, d);
	draws_check(b->site, d);
	contacts_check(b->site, d);
	objectives_check(b->site, d);
	stage_rest(b, d);
	stage_settle(b->stage, d);
}

struct stage *
build_memory(const struct config *cfg, void (*look)(void *ctx, const struct site *s), void *ctx, struct diags *d)
{
	struct site site = { .config = cfg };
	struct build b = { .site = &site };

	if (prepare(&site, cfg, d) == 0) {
		b.stage = stage_memory();
		make_all(&b, d);
		look(ctx, &site);
		keys_free(&b.keys);
	}
	site_free(&site);
	return b.stage;
}

/* -- dump -- */

static void
dump_text(struct site *s, struct str path, FILE *f, struct diags *d)
{
	const struct text *t = map_get(&s->pages, path);
	struct arena a = ARENA_INIT;
	struct body *bodies;

	if (t == NULL || t->broken)
		return;
	bodies = bodies_read(&a, s, t->doc, &a, d);
	for (size_t i = 0; i < t->doc->ntexts; i++) {
		if (bodies[i].root && (i == 0 || t->doc->texts[i] == t))
			body_assemble(&a, &bodies[i], i > 0 && bodies[0].root ? &bodies[0] : NULL, s, &a, d);
		if (bodies[i].root && t->doc->texts[i] == t)
			dump_body(f, &bodies[i]);
	}
	arena_free(&a);
}

int
build_dump(const struct config *cfg, struct str path, FILE *f, struct diags *d)
{
	struct site site = { .config = cfg };
	int r = prepare(&site, cfg, d);

	if (r == 0) {
		dump_site(f, &site);
		if (path.n > 0)
			dump_text(&site, path, f, d);
	}
	site_free(&site);
	return r;
}
