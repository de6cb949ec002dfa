/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/build.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "assemble/body.h"
#include "assemble/courses.h"
#include "assemble/drawing.h"
#include "assemble/outputs.h"
#include "base/hash.h"
#include "build/keys.h"
#include "check/contacts.h"
#include "check/draws.h"
#include "check/links.h"
#include "check/objectives.h"
#include "localise/languages.h"
#include "localise/pluralcheck.h"
#include "localise/typography.h"
#include "model/dump.h"
#include "publish/assets.h"
#include "publish/indexes.h"
#include "publish/stage.h"
#include "read/outline.h"
#include "render/block.h"
#include "render/lua.h"
#include "render/page.h"
#include "render/theme.h"
#include "score/samples.h"
#include "score/compactscript.h"
#include "score/script.h"
#include "score/slipdata.h"
#include "score/statesize.h"
#include "search/searching.h"
#include "search/searchscript.h"
#include "translate/bodies.h"
#include "translate/texts.h"

/* What one worker has to itself. */
struct worker {
	struct arena arena; /* until the document in hand is staged */
	struct lua *lua;    /* NULL: not yet, or it could not be opened */
	bool lua_failed;
	struct render_kept *kept; /* by language: neighbours in one language have most in common */
	struct buf page, script;
	struct diags diags;
	struct keys keys;                /* papers of the tests that it staged */
	struct searching_worker *search; /* NULL: the site has none */
	size_t pages, questions;
	uint64_t bytes;
};

struct build {
	struct site *site;
	struct stage *stage;
	struct worker *workers;
	struct searching *search; /* NULL: the site has none */
	bool *deferred;           /* by document: waits for the harvest of the others */
	size_t *second;           /* outputs and documents of the second wave */
	atomic_size_t done;       /* documents of the first wave */
	struct keys keys;         /* of all workers */
	atomic_bool failed;       /* a file could not be written, or a template failed */
};

/* -- one page -- */

static struct str
stage_script(struct build *b, struct worker *w, const struct body *body, const struct language *lang)
{
	char hex[17];
	struct str path;

	if (body == NULL || (!body_asked(body, 0) && !body->has_indicators && body->nscenarios == 0))
		return STR_EMPTY;
	buf_reset(&w->script);
	script_emit(&w->script, b->site, body, lang);
	hash_hex(hash_bytes(buf_view(&w->script)), hex);
	path = arena_fmt(&w->arena, "assets/%s-%s.js",
	    body_asked(body, 0)        ? "quiz"
		: body->nscenarios > 0 ? "story"
				       : "ticks",
	    hex);
	if (stage_write(b->stage, path, buf_view(&w->script), &w->diags) < 0)
		atomic_store(&b->failed, true);
	return path;
}

/* The script of the compact form beside those of pages that may need it. */
static void
stage_compact(struct build *b, struct worker *w, const struct body *body)
{
	struct str bytes, name;

	if (body == NULL || !compactscript_wanted(body))
		return;
	name = compactscript_name(&w->arena, &bytes);
	if (stage_write(b->stage, arena_fmt(&w->arena, "assets/%.*s", STR_ARG(name)), bytes, &w->diags) < 0)
		atomic_store(&b->failed, true);
}

/* The slip's script beside the page's own, and the paper, which is kept for the key file. */
static void
stage_slip(struct build *b, struct worker *w, const struct body *body, const struct language *lang)
{
	struct str bytes, name;

	if (body == NULL || !slipdata_wanted(body))
		return;
	name = slipdata_script(&w->arena, lang, &bytes);
	if (stage_write(b->stage, arena_fmt(&w->arena, "assets/%.*s", STR_ARG(name)), bytes, &w->diags) < 0)
		atomic_store(&b->failed, true);
	keys_add(&w->keys, body);
}

/* A worker's templates are compiled when it has its first page. */
static bool
has_lua(struct build *b, struct worker *w)
{
	if (w->lua == NULL && !w->lua_failed) {
		w->lua = lua_open(b->site, &w->diags);
		w->lua_failed = w->lua == NULL;
	}
	if (w->lua_failed)
		atomic_store(&b->failed, true);
	return !w->lua_failed;
}

static void
stage_page(struct build *b, struct worker *w, const struct output *o, const struct body *body)
{
	struct render r = {
		.site = b->site,
		.out = o,
		.body = body,
		.text = o->text,
		.writers = &block_writers,
		.kept = &w->kept[o->lang->index],
		.arena = &w->arena,
		.diags = &w->diags,
		.level = 1,
	};

	if (!has_lua(b, w))
		return;
	r.lua = w->lua;
	buf_reset(&w->page);
	r.script = o->kind == OUTPUT_SEARCH ? searchscript_name(&w->arena, o->lang) : stage_script(b, w, body, o->lang);
	searching_take(w->search, o, body);
	stage_compact(b, w, body);
	stage_slip(b, w, body, o->lang);
	if (page_render(&r, &w->page) < 0 || stage_write(b->stage, o->path, buf_view(&w->page), &w->diags) < 0) {
		atomic_store(&b->failed, true);
		return;
	}
	w->pages += o->moved == NULL;
	w->bytes += w->page.n;
}

/* -- first wave: each document read, typed, rendered in all its languages, dropped -- */

/* What readers see of the words, also of those that other pages show. */
static void
set_type(struct build *b, struct worker *w, const struct body *body, struct arena *keep)
{
	const struct harvest *h = body->harvest;

	typography_tree(&w->arena, body->root, b->site, body->text->lang);
	for (size_t i = 0; i < h->ndefinitions; i++)
		typography_tree(keep, h->definitions[i].body, b->site, body->text->lang);
}

/* The bodies of a document's texts, source language first; one whose root is NULL could not be read. */
static struct body *
read_bodies(struct build *b, struct worker *w, const struct document *doc, struct arena *keep, struct diags *d)
{
	struct body *bodies = bodies_read(&w->arena, b->site, doc, keep, d);

	for (size_t i = 0; i < doc->ntexts; i++) {
		const struct body *source = i > 0 && bodies[0].root ? &bodies[0] : NULL;

		if (bodies[i].root == NULL)
			continue;
		body_assemble(&w->arena, &bodies[i], source, b->site, keep, d);
		samples_check(&bodies[i], site_language(b->site, doc->texts[i]->lang), d);
		set_type(b, w, &bodies[i], keep);
	}
	return bodies;
}

/* A page whose text could not be read has its title, so that with --keep-going what leads to it leads somewhere. */
static void
stage_unread(struct build *b, struct worker *w, const struct output *o)
{
	struct body body = { .text = o->text, .root = node_new(&w->arena, NODE_DOCUMENT, (struct span){ 0 }) };
	struct diags told = DIAGS_INIT;

	body_assemble(&w->arena, &body, NULL, b->site, &w->arena, &told);
	diags_free(&told);
	stage_page(b, w, o, &body);
}

/* A page that is not translated at all tells its readers so, but what must not go untranslated is told here. */
static void
check_critical(struct worker *w, const struct output *o, const struct body *source)
{
	if (!o->fallback || source->critical == NULL || o->lang->pseudo)
		return;
	diag_note(&w->diags,
	    diag_add(&w->diags, DIAG_TRANSLATION_CRITICAL, &source->src, source->critical->at,
		"the page is not translated into `%.*s`", STR_ARG(o->lang->tag)),
	    "translate it, or leave the language out of the course's `languages:`");
}

static void
render_document(struct build *b, struct worker *w, const struct document *doc, const struct body *bodies)
{
	for (size_t k = 0; doc->pages && k < b->site->nlanguages; k++) {
		const struct output *o = doc->pages[k];

		for (size_t i = 0; o && i < doc->ntexts; i++)
			if (o->text == doc->texts[i] && bodies[i].root) {
				check_critical(w, o, &bodies[0]);
				stage_page(b, w, o, &bodies[i]);
			} else if (o->text == doc->texts[i]) {
				stage_unread(b, w, o);
			}
	}
}

static void
tell_progress(struct build *b, size_t worker)
{
	const struct config *cfg = b->site->config;
	size_t done = atomic_fetch_add(&b->done, 1) + 1;

	if (worker == 0 && cfg->progress)
		cfg->progress(cfg->progress_ctx, done, b->site->ndocs);
}

static void
first_wave(void *ctx, size_t worker, size_t i)
{
	struct build *b = ctx;
	struct worker *w = &b->workers[worker];
	struct document *doc = b->site->docs[i];
	struct body *bodies;

	if (doc->excluded)
		return;
	bodies = read_bodies(b, w, doc, &b->site->keep[worker], &w->diags);
	for (size_t k = 0; k < doc->ntexts; k++) {
		doc->texts[k]->harvest = bodies[k].harvest;
		b->deferred[i] |= bodies[k].needs_course || doc->type == PAGE_GLOSSARY;
	}
	w->questions += bodies[0].nquestions;
	if (bodies[0].root)
		statesize_take(&bodies[0]);
	if (!b->deferred[i])
		render_document(b, w, doc, bodies);
	arena_reset(&w->arena);
	tell_progress(b, worker);
}

/* -- second wave: what shows parts of other pages; its documents are read again, what they have wrong was told -- */

/* A document that others draw from, read. */
struct drawn {
	const struct document *doc;
	const struct body *bodies; /* by text */
};

/* The body that readers of ${lang} get; NULL where there is none. */
static const struct body *
body_for(const struct build *b, const struct drawn *from, const struct language *lang)
{
	const struct output *o = site_output(b->site, from->doc, lang);

	for (size_t i = 0; o && i < from->doc->ntexts; i++)
		if (o->text == from->doc->texts[i] && from->bodies[i].root)
			return &from->bodies[i];
	return NULL;
}

/* A page that draws: in each language from the questions that its readers get. */
static void
render_drawing(struct build *b, struct worker *w, const struct document *doc, struct body *bodies,
    const struct drawn *from, size_t nfrom)
{
	const struct body **pool = ARENA_ARRAY(&w->arena, const struct body *, nfrom);

	for (size_t k = 0; doc->pages && k < b->site->nlanguages; k++) {
		const struct output *o = doc->pages[k];
		size_t n = 0;

		for (size_t i = 0; o && i < nfrom; i++)
			if ((pool[n] = body_for(b, &from[i], o->lang)) != NULL)
				n++;
		for (size_t i = 0; o && i < doc->ntexts; i++) {
			if (o->text != doc->texts[i] || !bodies[i].root)
				continue;
			drawing_fill(&w->arena, &bodies[i], pool, n);
			stage_page(b, w, o, &bodies[i]);
		}
	}
}

static void
second_document(struct build *b, struct worker *w, const struct document *doc)
{
	struct diags told = DIAGS_INIT;
	struct site *s = b->site;
	struct body *bodies = read_bodies(b, w, doc, &w->arena, &told);
	struct drawn *from = ARENA_ARRAY(&w->arena, struct drawn, s->ndocs);
	size_t n = 0;

	if (!bodies[0].root || bodies[0].quiz->ndraws == 0) {
		render_document(b, w, doc, bodies);
		diags_free(&told);
		return;
	}
	for (size_t i = 0; i < s->ndocs; i++) {
		const struct document *other = s->docs[i];

		if (other->excluded || other->course != doc->course ||
		    !drawing_wants(bodies[0].quiz, other->texts[0]->harvest))
			continue;
		from[n++] = (struct drawn){ other, other == doc ? bodies : read_bodies(b, w, other, &w->arena, &told) };
	}
	render_drawing(b, w, doc, bodies, from, n);
	diags_free(&told);
}

static void
second_wave(void *ctx, size_t worker, size_t i)
{
	struct build *b = ctx;
	struct worker *w = &b->workers[worker];
	size_t which = b->second[i];

	if (which < b->site->ndocs)
		second_document(b, w, b->site->docs[which]);
	else
		stage_page(b, w, b->site->outputs[which - b->site->ndocs], NULL);
	arena_reset(&w->arena);
}

static void
build_waves(struct build *b, struct diags *d)
{
	struct site *s = b->site;
	size_t n = 0;

	pool_each(s->pool, s->ndocs, first_wave, b);
	links_ids(s, d);
	b->second = ARENA_ARRAY(&s->arena, size_t, s->ndocs + s->noutputs);
	for (size_t i = 0; i < s->ndocs; i++)
		if (b->deferred[i])
			b->second[n++] = i;
	for (size_t i = 0; i < s->noutputs; i++)
		if (s->outputs[i]->doc == NULL)
			b->second[n++] = s->ndocs + i;
	pool_each(s->pool, n, second_wave, b);
}

static void
close_workers(struct build *b, struct build_result *result, struct diags *d)
{
	for (size_t i = 0; b->workers && i < pool_size(b->site->pool); i++) {
		struct worker *w = &b->workers[i];

		result->pages += w->pages;
		result->questions += w->questions;
		result->bytes += w->bytes;
		diags_merge(d, &w->diags);
		diags_free(&w->diags);
		keys_merge(&b->keys, &w->keys);
		lua_shut(w->lua);
		for (size_t k = 0; k < b->site->nlanguages; k++)
			page_forget(&w->kept[k]);
		buf_free(&w->page);
		buf_free(&w->script);
		arena_free(&w->arena);
	}
	free(b->workers);
}

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

static int
build_site(struct build *b, const struct config *cfg, struct build_result *result, struct diags *d)
{
	struct site *s = b->site;

	b->workers = mem_alloc(pool_size(s->pool) * sizeof *b->workers);
	for (size_t i = 0; i < pool_size(s->pool); i++)
		b->workers[i].kept = ARENA_ARRAY(&s->arena, struct render_kept, s->nlanguages);
	b->search = searching_open(s);
	for (size_t i = 0; i < pool_size(s->pool); i++)
		b->workers[i].search = searching_worker(b->search, i);
	build_waves(b, d); /* read, localise, render, drop */
	if (searching_stage(b->search, write_index, b) < 0)
		atomic_store(&b->failed, true);
	searching_close(b->search);
	close_workers(b, result, d);
	for (size_t i = 0; i < s->ncourses; i++) {
		size_t letters = statesize_course(s, s->courses[i]);

		result->letters = letters > result->letters ? letters : result->letters;
	}
	links_check(s, d); /* may only complain */
	draws_check(s, d);
	contacts_check(s, d);
	objectives_check(s, d);
	if (!may_publish(cfg, d) || (atomic_load(&b->failed) && !cfg->keep_going))
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
		b.deferred = ARENA_ARRAY(&site.arena, bool, site.ndocs);
		if (build_site(&b, cfg, result, d) == 0 && keys_write(&b.keys, cfg->root, d) == 0) /* → .pensum/keys/ */
			r = stage_commit(b.stage, d);                                              /* → public/ */
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
