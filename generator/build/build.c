/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/build.h"

#include <stdlib.h>

#include "assemble/body.h"
#include "assemble/courses.h"
#include "assemble/outputs.h"
#include "base/hash.h"
#include "build/factvalues.h"
#include "build/memory.h"
#include "build/waves.h"
#include "build/why.h"
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
	struct memory memory; /* of the build before */
	struct factvalues values;
	struct stage *stage;
	struct making making;
	struct index_files *files; /* of the search, by worker */
	struct store index;        /* of which only what is known of the search is used */
	struct keys keys;          /* of all workers */
	bool failed;               /* a file could not be written, or a template failed */
};

/* Paths and hashes of the files of the index that a worker has written, packed. */
struct index_files {
	struct buf packed;
};

/* -- what is not a page -- */

static int
write_index(void *ctx, size_t worker, struct str path, struct str bytes)
{
	struct build *b = ctx;

	pack_text(&b->files[worker].packed, path);
	pack_fixed(&b->files[worker].packed, hash_bytes(bytes));
	return stage_write(b->stage, path, bytes, &b->making.workers[worker].diags);
}

static int
write_script(void *ctx, size_t worker, struct str path, struct str bytes)
{
	struct build *b = ctx;

	return stage_write(b->stage, path, bytes, &b->making.workers[worker].diags);
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
	size_t n = pool_size(b->site->pool);

	b->making.workers = mem_alloc(n * sizeof *b->making.workers);
	b->files = mem_alloc(n * sizeof *b->files);
	for (size_t i = 0; i < n; i++)
		worker_open(&b->making.workers[i], b->site, b->stage, search, i);
}

/* What they told and counted; what they noted is needed for longer. */
static void
hear_workers(struct build *b, struct build_result *result, struct diags *d)
{
	for (size_t i = 0; i < pool_size(b->site->pool); i++) {
		struct worker *w = &b->making.workers[i];

		result->pages += w->pages;
		result->questions += w->questions;
		result->bytes += w->bytes;
		b->failed |= w->failed;
		diags_merge(d, &w->diags);
		keys_merge(&b->keys, &w->keys);
	}
}

static void
close_workers(struct build *b)
{
	for (size_t i = 0; i < pool_size(b->site->pool); i++) {
		worker_close(&b->making.workers[i]);
		buf_free(&b->files[i].packed);
	}
	free(b->making.workers);
	free(b->files);
}

/* -- the search -- */

/* Of all that is found on all pages: the index is made of nothing else. */
static uint64_t
all_that_is_found(const struct build *b)
{
	const struct site *s = b->site;
	struct buf all = BUF_INIT;
	uint64_t hash;

	for (size_t i = 0; i < s->ndocs; i++)
		for (size_t k = 0; k < b->making.records[i].npages; k++) {
			const struct record_page *p = &b->making.records[i].pages[k];

			if (p->path.n == 0 || p->searched == 0)
				continue;
			pack_text(&all, p->path);
			pack_text(&all, site_title(s->docs[i]->pages[k]->text));
			pack_fixed(&all, p->searched);
		}
	hash = hash_bytes(buf_view(&all));
	buf_free(&all);
	return hash ? hash : 1;
}

static bool
keep_index(struct build *b)
{
	struct pack_reader r = pack_reader(b->memory.old.search_files);

	while (r.p < r.end) {
		struct str path = pack_take_text(&r);

		if (!stage_keep(b->stage, path, pack_take_fixed(&r)) || r.wrong)
			return false;
	}
	b->index.search_files = b->memory.old.search_files;
	return true;
}

static void
list_index(struct build *b)
{
	struct buf all = BUF_INIT;

	for (size_t i = 0; i < pool_size(b->site->pool); i++)
		buf_str(&all, buf_view(&b->files[i].packed));
	b->index.search_files = arena_str(&b->site->arena, buf_view(&all));
	buf_free(&all);
}

/* The index is kept where nothing that is found has changed, else made of all pages: those that were not made are read for it. */
static void
make_index(struct build *b, struct searching *search, bool taken)
{
	if (search == NULL)
		return;
	b->index.searched = all_that_is_found(b);
	if (!taken && b->index.searched == b->memory.old.searched && keep_index(b))
		return;
	if (!taken)
		waves_search(&b->making, search);
	b->failed |= searching_stage(search, write_index, b) < 0;
	list_index(b);
}

/* All pages, and what is searched in them. */
static void
make_pages(struct build *b, struct build_result *result, struct diags *d)
{
	struct searching *search = searching_open(b->site);
	bool all = b->memory.state != STORE_READ; /* then pages are taken into the search while they are in hand */

	open_workers(b, all ? search : NULL);
	b->making.site = b->site;
	due_open(&b->making.due, b->site, &b->memory.old, &b->values);
	waves_run(&b->making, d); /* read, localise, render, drop */
	make_index(b, search, all);
	b->failed |= searching_scripts(b->site, write_script, b) < 0;
	searching_close(search);
	hear_workers(b, result, d);
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
	draws_check(s, d); /* may only complain */
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

	memory_open(&b.memory, cfg, d);
	memory_before(&b.memory, &site.before);
	if (prepare(&site, cfg, d) == 0 && (b.stage = stage_open(cfg->root, cfg->out, d)) != NULL) {
		assets_prepare(&site, d);
		if (site.in_place)
			stage_in_place(b.stage);
		factvalues_open(&b.values, &site);
		if (build_site(&b, cfg, result, d) == 0 && keys_write(&b.keys, cfg->root, d) == 0) /* → .pensum/keys/ */
			r = stage_commit(b.stage, &result->commit, d);                             /* → public/ */
		else
			stage_drop(b.stage);
		if (cfg->why.n > 0)
			result->explained = why_tell(&result->why, &b.making, b.memory.state, cfg->why);
		if (r == 0)
			memory_write(&b.memory, &b.making, &b.index, d);
		close_workers(&b);
		keys_free(&b.keys);
		factvalues_close(&b.values);
	}
	result->published = r == 0;
	result->languages = site.nlanguages;
	result->courses = site.ncourses;
	site_free(&site);
	memory_close(&b.memory);
	return r;
}

/* -- in memory -- */

/* Errors keep nothing back: what can be made is shown. */
static void
make_all(struct build *b, struct diags *d)
{
	struct build_result result = { 0 };

	assets_prepare(b->site, d);
	factvalues_open(&b->values, b->site);
	make_pages(b, &result, d);
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
		close_workers(&b);
		keys_free(&b.keys);
		factvalues_close(&b.values);
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
