/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/searching.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "base/hash.h"
#include "base/mem.h"
#include "base/pack.h"
#include "base/pool.h"
#include "search/gleaning.h"
#include "search/indexparts.h"
#include "search/searchscript.h"
#include "search/sections.h"
#include "search/wordbreaks.h"

struct searching_worker {
	const struct site *site;
	struct wordbreaks *breaks;
	struct arena arena;       /* until the page in hand is taken */
	struct gleaning *tongues; /* by language index */
};

struct searching {
	const struct site *site;
	struct searching_worker *workers;
};

struct searching *
searching_open(const struct site *site)
{
	struct searching *s;

	if (!site->search)
		return NULL;
	s = mem_alloc(sizeof *s);
	s->site = site;
	s->workers = mem_alloc(pool_size(site->pool) * sizeof *s->workers);
	for (size_t i = 0; i < pool_size(site->pool); i++) {
		s->workers[i].site = site;
		s->workers[i].breaks = wordbreaks_open();
		s->workers[i].tongues = mem_alloc((site->nlanguages + 1) * sizeof *s->workers[i].tongues);
	}
	return s;
}

struct searching_worker *
searching_worker(struct searching *s, size_t i)
{
	return s ? &s->workers[i] : NULL;
}

static bool
is_found(const struct output *o, const struct body *body)
{
	return !o->fallback && o->text && body && body->root;
}

static uint64_t
hash_sections(const struct sections *all)
{
	struct buf b = BUF_INIT;
	uint64_t hash;

	for (size_t i = 0; i < all->n; i++) {
		pack_number(&b, (uint64_t)all->v[i].kind);
		pack_text(&b, all->v[i].anchor);
		pack_text(&b, all->v[i].title);
		pack_text(&b, all->v[i].text);
		pack_text(&b, all->v[i].folded);
	}
	hash = hash_bytes(buf_view(&b));
	buf_free(&b);
	return hash ? hash : 1;
}

uint64_t
searching_hash(struct arena *a, const struct site *site, const struct output *o, const struct body *body)
{
	struct sections all;

	if (!site->search || !is_found(o, body))
		return 0;
	all = sections_of(a, site, o, body);
	return hash_sections(&all);
}

uint64_t
searching_take(struct searching_worker *w, const struct output *o, const struct body *body)
{
	struct sections all;
	uint64_t hash;

	if (w == NULL || !is_found(o, body))
		return 0;
	all = sections_of(&w->arena, w->site, o, body);
	hash = hash_sections(&all);
	gleaning_take(&w->tongues[o->lang->index], w->breaks, o, &all);
	arena_reset(&w->arena);
	return hash;
}

/* -- writing -- */

struct staging {
	const struct indexparts *parts;
	searching_write *write;
	void *ctx;
	atomic_bool failed;
};

static void
stage_part(void *ctx, size_t worker, size_t i)
{
	struct staging *g = ctx;
	struct arena a = ARENA_INIT;
	struct buf b = BUF_INIT;
	char name[24];
	struct str path;

	indexparts_emit(g->parts, i, name, &b);
	path = arena_fmt(&a, "assets/search-%.*s/%s.js", STR_ARG(g->parts->lang), name);
	if (g->write(g->ctx, worker, path, buf_view(&b)) < 0)
		atomic_store(&g->failed, true);
	buf_free(&b);
	arena_free(&a);
}

static int
stage_index(const struct searching *s, const struct language *lang, searching_write *write, void *ctx)
{
	size_t n = pool_size(s->site->pool);
	struct arena a = ARENA_INIT;
	struct gleaning **from = ARENA_ARRAY(&a, struct gleaning *, n);
	struct inverted v;
	struct indexparts parts;
	struct staging g = { &parts, write, ctx, false };

	for (size_t i = 0; i < n; i++)
		from[i] = &s->workers[i].tongues[lang->index];
	inverted_make(&v, from, n, lang->tag);
	indexparts_cut(&parts, &a, &v, lang->tag);
	pool_each(s->site->pool, parts.nall, stage_part, &g);
	inverted_free(&v);
	arena_free(&a);
	return atomic_load(&g.failed) ? -1 : 0;
}

static int
stage_script(const struct site *site, const struct language *lang, searching_write *write, void *ctx)
{
	struct arena a = ARENA_INIT;
	struct buf b = BUF_INIT;
	int r;

	searchscript_emit(&b, site, lang);
	r = write(ctx, 0, searchscript_name(&a, lang), buf_view(&b));
	buf_free(&b);
	arena_free(&a);
	return r;
}

int
searching_stage(struct searching *s, searching_write *write, void *ctx)
{
	int r = 0;

	for (size_t i = 0; s && r == 0 && i < s->site->nlanguages; i++)
		r = stage_index(s, &s->site->languages[i], write, ctx);
	return r;
}

int
searching_scripts(const struct site *site, searching_write *write, void *ctx)
{
	int r = 0;

	for (size_t i = 0; site->search && r == 0 && i < site->nlanguages; i++)
		r = stage_script(site, &site->languages[i], write, ctx);
	return r;
}

void
searching_close(struct searching *s)
{
	for (size_t i = 0; s && i < pool_size(s->site->pool); i++) {
		struct searching_worker *w = &s->workers[i];

		for (size_t k = 0; k < s->site->nlanguages; k++)
			gleaning_free(&w->tongues[k]);
		free(w->tongues);
		wordbreaks_close(w->breaks);
		arena_free(&w->arena);
	}
	if (s)
		free(s->workers);
	free(s);
}
