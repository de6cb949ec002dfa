/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/worker.h"

#include "base/hash.h"
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
	*w = (struct worker){ .site = site, .stage = stage };
	w->kept = ARENA_ARRAY(&site->arena, struct render_kept, site->nlanguages);
	w->search = searching_worker(search, number);
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
	if (stage_write(w->stage, path, buf_view(&w->script), &w->diags) < 0)
		w->failed = true;
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
	if (stage_write(w->stage, arena_fmt(&w->arena, "assets/%.*s", STR_ARG(name)), bytes, &w->diags) < 0)
		w->failed = true;
}

/* The slip's script beside the page's own, and the paper, which is kept for the key file. */
static void
stage_slip(struct worker *w, const struct body *body, const struct language *lang)
{
	struct str bytes, name;

	if (body == NULL || !slipdata_wanted(body))
		return;
	name = slipdata_script(&w->arena, lang, &bytes);
	if (stage_write(w->stage, arena_fmt(&w->arena, "assets/%.*s", STR_ARG(name)), bytes, &w->diags) < 0)
		w->failed = true;
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

void
worker_page(struct worker *w, const struct output *o, const struct body *body)
{
	struct render r = {
		.site = w->site,
		.out = o,
		.body = body,
		.text = o->text,
		.writers = &block_writers,
		.kept = &w->kept[o->lang->index],
		.arena = &w->arena,
		.diags = &w->diags,
		.level = 1,
	};

	if (!has_lua(w))
		return;
	r.lua = w->lua;
	buf_reset(&w->page);
	r.script = o->kind == OUTPUT_SEARCH ? searchscript_name(&w->arena, o->lang) : stage_script(w, body, o->lang);
	searching_take(w->search, o, body);
	stage_compact(w, body);
	stage_slip(w, body, o->lang);
	if (page_render(&r, &w->page) < 0 || stage_write(w->stage, o->path, buf_view(&w->page), &w->diags) < 0) {
		w->failed = true;
		return;
	}
	w->pages += o->moved == NULL;
	w->bytes += w->page.n;
}

void
worker_close(struct worker *w)
{
	diags_free(&w->diags);
	keys_free(&w->keys);
	lua_shut(w->lua);
	for (size_t k = 0; k < w->site->nlanguages; k++)
		page_forget(&w->kept[k]);
	buf_free(&w->page);
	buf_free(&w->script);
	arena_free(&w->arena);
}
