/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/worker.h"

#include <string.h>

#include "base/hash.h"
#include "base/told.h"
#include "check/keyleaks.h"
#include "publish/digest.h"
#include "publish/stage.h"
#include "render/block.h"
#include "render/page.h"
#include "score/compactscript.h"
#include "score/script.h"
#include "score/slipdata.h"
#include "search/searching.h"
#include "search/searchscript.h"

void
worker_open(struct worker *w, struct site *site, struct stage *stage, struct searching *search, size_t number)
{
	*w = (struct worker){ .site = site, .stage = stage, .number = (int)number };
	w->kept = ARENA_ARRAY(&site->arena, struct render_kept, site->nlanguages);
	w->search = searching_worker(search, number);
}

/* A file beside the page, which the page needs. */
static void
stage_file(struct worker *w, struct str path, struct str bytes)
{
	if (stage_write(w->stage, path, bytes, &w->diags) < 0)
		w->failed = true;
	pack_text(&w->files, path);
}

static struct str
stage_script(struct worker *w, const struct body *body, const struct language *lang)
{
	char hex[17];
	struct str path;

	if (body == NULL || (!body_asked(body, 0) && !body->has_indicators && body->nscenarios == 0))
		return STR_EMPTY;
	buf_reset(&w->script);
	script_emit(&w->script, w->site, body, lang);
	hash_hex(hash_bytes(buf_view(&w->script)), hex);
	path = arena_fmt(&w->arena, "assets/%s-%s.js",
	    body_asked(body, 0)        ? "quiz"
		: body->nscenarios > 0 ? "story"
				       : "ticks",
	    hex);
	stage_file(w, path, buf_view(&w->script));
	return path;
}

/* The script of the compact form beside those of pages that may need it. */
static void
stage_compact(struct worker *w, const struct body *body)
{
	struct str bytes, name;

	if (body == NULL || !compactscript_wanted(body))
		return;
	name = compactscript_name(&w->arena, &bytes);
	stage_file(w, arena_fmt(&w->arena, "assets/%.*s", STR_ARG(name)), bytes);
}

/* The slip's script beside the page's own, and the paper, which is kept for the key file. */
static void
stage_slip(struct worker *w, const struct body *body, const struct language *lang)
{
	struct str bytes, name;

	if (body == NULL || !slipdata_wanted(body))
		return;
	name = slipdata_script(&w->arena, lang, &bytes);
	stage_file(w, arena_fmt(&w->arena, "assets/%.*s", STR_ARG(name)), bytes);
	keys_add(&w->keys, body);
}

/* A worker's templates are compiled when it has its first page. */
static bool
has_lua(struct worker *w)
{
	if (w->lua == NULL && !w->lua_failed) {
		w->lua = lua_open(w->site, &w->diags);
		w->lua_failed = w->lua == NULL;
	}
	if (w->lua_failed)
		w->failed = true;
	return !w->lua_failed;
}

/* -- what is remembered -- */

static struct arena *
keep_of(struct worker *w)
{
	return &w->site->keep[w->number];
}

struct record_facts
worker_facts(struct worker *w)
{
	size_t n = w->facts.list.n;
	uint32_t *v = ARENA_ARRAY(keep_of(w), uint32_t, n);

	if (n > 0)
		memcpy(v, w->facts.list.v, n * sizeof *v);
	return (struct record_facts){ v, n };
}

struct str
worker_told(struct worker *w, size_t from)
{
	struct buf b = BUF_INIT;
	struct str told = STR_EMPTY;

	if (w->diags.all.n == from)
		return told;
	told_pack(&b, &w->diags, from);
	told = arena_str(keep_of(w), buf_view(&b));
	buf_free(&b);
	return told;
}

static struct str
papers(struct worker *w, size_t from)
{
	struct buf b = BUF_INIT;
	struct str packed = STR_EMPTY;

	if (w->keys.papers.n == from)
		return packed;
	keys_pack(&w->keys, from, &b);
	packed = arena_str(keep_of(w), buf_view(&b));
	buf_free(&b);
	return packed;
}

/* -- pages -- */

static void
count(struct worker *w, const struct output *o)
{
	w->pages += o->moved == NULL;
}

/* What there is to find on a page that is there. */
static uint64_t
searched(struct worker *w, const struct output *o, const struct body *body)
{
	return w->search ? searching_take(w->search, o, body) : searching_hash(&w->arena, w->site, o, body);
}

/* Nothing is there to be remembered but what was told. */
static void
fail(struct worker *w, struct record_page *made, size_t told)
{
	w->failed = made->failed = true;
	made->told = worker_told(w, told);
}

void
worker_page(struct worker *w, const struct output *o, const struct body *body, struct record_page *made)
{
	size_t told = w->diags.all.n, had = w->keys.papers.n;
	uint64_t hash = 0;
	bool written = false;
	struct render r = {
		.site = w->site,
		.out = o,
		.body = body,
		.text = o->text,
		.writers = &block_writers,
		.kept = &w->kept[o->lang->index],
		.arena = &w->arena,
		.diags = &w->diags,
		.facts = &w->facts,
		.links = &w->links,
		.level = 1,
	};

	if (!has_lua(w)) {
		fail(w, made, told);
		return;
	}
	r.lua = w->lua;
	facts_begin(&w->facts);
	if (o->doc && site_torn(o->doc))
		facts_note(&w->facts, FACT_MOMENT, STR_EMPTY);
	buf_reset(&w->page);
	buf_reset(&w->files);
	r.script = o->kind == OUTPUT_SEARCH ? searchscript_name(&w->arena, o->lang) : stage_script(w, body, o->lang);
	stage_compact(w, body);
	stage_slip(w, body, o->lang);
	if (page_render(&r, &w->page) == 0) {
		if (body)
			keyleaks_check(
			    body, buf_view(&w->page), r.script.n > 0 ? buf_view(&w->script) : STR_EMPTY, &w->diags);
		hash = digest_bytes(buf_view(&w->page));
		written = stage_write_hashed(w->stage, o->path, buf_view(&w->page), hash, &w->diags) == 0;
	}
	if (!written) {
		fail(w, made, told);
		return;
	}
	*made = (struct record_page){
		.path = o->path,
		.hash = hash,
		.facts = worker_facts(w),
		.by = w->number,
		.told = worker_told(w, told),
		.files = w->files.n > 0 ? arena_str(keep_of(w), buf_view(&w->files)) : STR_EMPTY,
		.papers = papers(w, had),
		.searched = searched(w, o, body),
	};
	count(w, o);
	w->bytes += w->page.n;
}

void
worker_kept(struct worker *w, const struct output *o, const struct record_page *p)
{
	if (p->papers.n > 0)
		keys_again(&w->keys, p->papers);
	if (p->told.n > 0)
		told_again(&w->diags, p->told);
	count(w, o);
}

void
worker_forget(struct worker *w)
{
	lua_shut(w->lua);
	w->lua = NULL;
	for (size_t k = 0; k < w->site->nlanguages; k++)
		page_forget(&w->kept[k]);
}

void
worker_rest(struct worker *w)
{
	diags_free(&w->diags);
	keys_free(&w->keys);
	worker_forget(w);
	buf_free(&w->page);
	buf_free(&w->script);
	buf_free(&w->files);
	arena_free(&w->arena);
}

void
worker_close(struct worker *w)
{
	facts_free(&w->facts);
	link_forget(&w->links);
}
