/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/live.h"

#include "base/elapsed.h"
#include "base/path.h"
#include "build/gathering.h"
#include "build/memory.h"
#include "build/pipeline.h"
#include "model/origin.h"
#include "publish/stage.h"

/*
 * Each look at the sources is a build whose store and whose published files are in memory. Of a large site it makes only the pages that were looked
 * at last; the others stay due, and are made by rounds of their own: one when a page is asked for, some when there is nothing else to do. The index of
 * the search is made of all pages: of a large site when it is asked for.
 */
enum {
	SMALL = 500,    /* pages of a site of which all are made at once */
	VISITED = 16,   /* pages that were looked at last */
	NEWS = 64,      /* more pages than these are all */
	ROUND_MS = 100, /* for pages that nobody waits for */
};

struct live {
	const struct config *cfg;
	struct stage *stage; /* NULL: the site could not be read yet */
	struct buf store;    /* of the last round */
	uint64_t key;
	struct diags diags;
	struct str visited[VISITED]; /* each on the heap; the next goes to ${next} */
	size_t next;
	bool pending;            /* pages are due that were not made */
	bool no_index;           /* and the index of the search */
	struct arena news;       /* of what ${paths} names */
	struct live_paths paths; /* of the last look: see struct live_news */
};

/* A build of some pages. */
struct round {
	struct live *live;
	const struct site *site;
	struct str path; /* the page that is waited for; empty: those that were visited */
	bool all;
	int64_t until; /* others, too, before that time in milliseconds; 0: no others */
};

struct live *
live_open(const struct config *cfg)
{
	struct live *l = mem_alloc(sizeof *l);

	l->cfg = cfg;
	return l;
}

/* -- which pages -- */

static void
visit(struct live *l, struct str path)
{
	struct str *slot = &l->visited[l->next];
	char *copy;

	for (size_t i = 0; i < VISITED; i++)
		if (str_eq(l->visited[i], path))
			return;
	copy = mem_alloc(path.n + 1);
	memcpy(copy, path.p, path.n);
	free((void *)(uintptr_t)slot->p);
	*slot = (struct str){ copy, path.n };
	l->next = (l->next + 1) % VISITED;
}

static bool
wanted(void *ctx, const struct output *o)
{
	const struct round *r = ctx;

	if (r->all || r->site->noutputs <= SMALL || str_eq(o->path, r->path))
		return true;
	if (r->path.n > 0)
		return false;
	for (size_t i = 0; i < VISITED; i++)
		if (str_eq(r->live->visited[i], o->path))
			return true;
	return elapsed_milliseconds() < r->until;
}

/* -- a round -- */

/* A page that could not be made is there as it was. */
static void
keep_failed(struct round *r, const struct pipeline *p)
{
	struct str bytes;

	for (size_t i = 0; i < p->site->noutputs; i++) {
		const struct output *o = p->site->outputs[i];

		if (!stage_find(p->stage, o->path, &bytes) && wanted(r, o))
			stage_keep(p->stage, o->path, 0);
	}
}

static void
tell_page(struct live *l, const struct output *o)
{
	if (l->paths.n <= NEWS)
		VEC_PUSH(&l->paths, arena_str(&l->news, o->path));
}

/* Whether a file is another one than at the last look. */
static bool
is_news(const struct site *s, const struct origin *n)
{
	const struct origin *before = site_before(s, n->path, s->nbefore);

	if (n->known)
		return false;
	return before == NULL || (n->hash != 0 ? n->hash != before->hash : !stamp_same(&n->stamp, &before->stamp));
}

static bool
is_edited(const struct site *s, const struct output *o)
{
	return s->nbefore > 0 && o->text && o->text->origin && !o->fallback && o->kind != OUTPUT_MOVED &&
	    is_news(s, o->text->origin);
}

/* Which pages are due is known by now, made or not. */
static void
tell_news(struct live *l, const struct pipeline *p, struct live_news *news)
{
	const struct site *s = p->site;

	for (size_t i = 0; i < s->origins.n; i++)
		news->changed |= is_news(s, s->origins.v[i].value);
	for (size_t i = 0; i < s->noutputs; i++) {
		const struct output *o = s->outputs[i];

		if (p->making.due.lone[i])
			tell_page(l, o);
		if (is_edited(s, o))
			news->edited = arena_str(&l->news, o->path);
	}
	for (size_t i = 0; i < s->ndocs; i++)
		for (size_t k = 0; s->docs[i]->pages && k < s->nlanguages; k++)
			if (s->docs[i]->pages[k] && *due_page(&p->making.due, i, k))
				tell_page(l, s->docs[i]->pages[k]);
	news->changed |= l->paths.n > 0;
	if (l->paths.n > NEWS)
		VEC_FREE(&l->paths);
	news->paths = l->paths;
}

static bool
leaves_some(const struct pipeline *p)
{
	const struct site *s = p->site;

	for (size_t i = 0; i < s->noutputs; i++)
		if (p->making.due.lone[i] && p->making.lone[i].path.n == 0)
			return true;
	for (size_t i = 0; i < s->ndocs; i++)
		for (size_t k = 0; s->docs[i]->pages && !s->docs[i]->excluded && k < s->nlanguages; k++)
			if (s->docs[i]->pages[k] && p->making.records[i].pages[k].path.n == 0)
				return true;
	return false;
}

static int
emit(void *ctx, struct str bytes)
{
	buf_str(ctx, bytes);
	return 0;
}

static void
remember(struct live *l, const struct pipeline *p)
{
	struct store next = { .searched = p->index.searched, .search_files = p->index.search_files };
	struct arena a = ARENA_INIT;
	struct buf b = BUF_INIT;

	gathering_of(&a, &p->making, &next);
	store_write(&next, l->key, emit, &b);
	buf_free(&l->store);
	l->store = b;
	arena_free(&a);
}

/* The site as it is now becomes what is shown. ${news} may be NULL. */
static void
make(struct live *l, struct round *r, struct pipeline *p, struct live_news *news)
{
	p->stage = stage_memory_after(l->stage);
	p->making.wanted = wanted;
	p->making.wanted_ctx = r;
	r->site = p->site;
	p->no_index = !r->all && p->site->noutputs > SMALL;
	pipeline_make(p, &l->diags);
	pipeline_rest(p, &l->diags);
	stage_settle(p->stage, &l->diags);
	keep_failed(r, p);
	l->pending = !r->all && p->site->noutputs > SMALL && leaves_some(p);
	l->no_index = p->no_index && p->site->search;
	if (news)
		tell_news(l, p, news);
	remember(l, p);
	pipeline_close(p);
	stage_drop(l->stage);
	l->stage = p->stage;
}

static void
run(struct live *l, struct round *r, struct live_news *news)
{
	struct site site = { .config = l->cfg };
	struct store old = { 0 };
	struct pipeline p = { .site = &site, .old = &old };
	struct arena scratch = ARENA_INIT;

	r->live = l;
	diags_free(&l->diags);
	l->diags = (struct diags){ .strict = l->cfg->strict };
	l->key = memory_key(&scratch, l->cfg);
	store_read(&old, buf_view(&l->store), l->key);
	if (pipeline_prepare(&p, l->cfg, &l->diags) == 0)
		make(l, r, &p, news);
	diags_sort(&l->diags);
	site_free(&site);
	store_free(&old);
	arena_free(&scratch);
}

/* -- what is asked -- */

void
live_refresh(struct live *l, struct live_news *news)
{
	struct round r = { .path = STR_EMPTY };

	arena_reset(&l->news);
	VEC_FREE(&l->paths);
	*news = (struct live_news){ .edited = STR_EMPTY };
	run(l, &r, news);
}

/* What would be there if it had been made. */
static bool
could_be(const struct live *l, struct str path)
{
	return (l->pending && str_ends(path, ".html")) || (l->no_index && str_starts(path, "assets/search-"));
}

bool
live_get(struct live *l, struct str path, struct str *bytes)
{
	struct round r = { .path = path, .all = !str_ends(path, ".html") };

	if (l->stage == NULL)
		return false;
	if (str_ends(path, ".html"))
		visit(l, path);
	if (stage_find(l->stage, path, bytes))
		return true;
	if (!could_be(l, path))
		return false;
	run(l, &r, NULL);
	return stage_find(l->stage, path, bytes);
}

bool
live_work(struct live *l)
{
	struct round r = { .path = STR_EMPTY, .until = elapsed_milliseconds() + ROUND_MS };

	if (!l->pending)
		return false;
	run(l, &r, NULL);
	return l->pending;
}

const struct diags *
live_diags(struct live *l)
{
	return &l->diags;
}

void
live_close(struct live *l)
{
	stage_drop(l->stage);
	diags_free(&l->diags);
	buf_free(&l->store);
	for (size_t i = 0; i < VISITED; i++)
		free((void *)(uintptr_t)l->visited[i].p);
	VEC_FREE(&l->paths);
	arena_free(&l->news);
	free(l);
}
