/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/live.h"

#include "base/elapsed.h"
#include "base/told.h"
#include "build/deciding.h"
#include "build/look.h"
#include "model/origin.h"
#include "publish/stage.h"

/*
 * The site stays in hand between two changes: a *look*. Of a large site a look makes only the pages that were looked at last; the others are out of
 * date, and are made when they are asked for, or when there is nothing else to do. Most changes are to the words of one page, and the look goes on with it
 * (build/rereading.h); after all others there is a new look, which is a build whose store and whose published files are those of the look before, in memory. The index of
 * the search is made of all pages: of a large site when it is asked for.
 */
enum {
	SMALL = 500,  /* pages of a site of which all are made at once */
	VISITED = 16, /* pages that were looked at last */
	NEWS = 64,    /* more pages than these are all */
	ROUND_MS = 8, /* for pages that nobody waits for */
};

struct live {
	const struct config *cfg;
	struct stage *stage; /* NULL: the site could not be read yet */
	struct look *look; /* NULL: it cannot be read now: ${stage} and ${store} are those of the last time it could */
	struct buf store;
	struct diags diags; /* all that is wrong, where ${told} */
	bool told;
	struct diags unread;         /* why it cannot be read now */
	struct str visited[VISITED]; /* each on the heap; the next goes to ${next} */
	size_t next;
	bool no_index;           /* the index of the search was not made */
	struct arena news;       /* of what ${paths} names */
	struct live_paths paths; /* of the last refresh: see struct live_news */
	/* which pages are wanted now */
	bool all;
	struct str path; /* the page that is waited for; empty: those that were visited */
	int64_t until;   /* others, too, before that time in milliseconds; 0: no others */
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
	const struct live *l = ctx;

	if (l->all || str_eq(o->path, l->path))
		return true;
	if (l->path.n > 0)
		return false;
	for (size_t i = 0; i < VISITED; i++)
		if (str_eq(l->visited[i], o->path))
			return true;
	return l->until > 0 && elapsed_milliseconds() < l->until;
}

static bool
is_small(const struct site *s)
{
	return s->noutputs <= SMALL;
}

/* What is wanted from here on; ${path} must live as long as that. */
static void
want(struct live *l, bool all, struct str path, int64_t until)
{
	l->all = all || is_small(&l->look->site);
	l->path = path;
	l->until = until;
}

/* A page that could not be made is there as it was. */
static void
restore_failed(struct live *l, const struct record_page *page, const struct output *o)
{
	if (page->failed)
		stage_restore(l->stage, o->path);
}

/* f(l, page, o) for each page. */
static void
each_page(struct live *l, void (*f)(struct live *l, const struct record_page *page, const struct output *o))
{
	const struct making *m = &l->look->p.making;
	const struct site *s = m->site;

	for (size_t i = 0; i < s->ndocs; i++)
		for (size_t k = 0; s->docs[i]->pages && !s->docs[i]->excluded && k < s->nlanguages; k++)
			if (s->docs[i]->pages[k])
				f(l, &m->records[i].pages[k], s->docs[i]->pages[k]);
	for (size_t i = 0; i < s->noutputs; i++)
		if (s->outputs[i]->doc == NULL)
			f(l, &m->lone[i], s->outputs[i]);
}

/* -- pages that were not made yet -- */

static bool
leaves_some(const struct live *l)
{
	const struct making *m = &l->look->p.making;

	for (size_t i = 0; i < m->site->noutputs; i++)
		if (deciding_lone_now(m, i))
			return true;
	for (size_t i = 0; i < m->site->ndocs; i++)
		if (deciding_any_now(m, i))
			return true;
	return false;
}

static void
make_more(struct live *l)
{
	pipeline_more(&l->look->p, &l->look->diags);
	each_page(l, restore_failed);
	l->told = false;
}

/* -- a new look -- */

/* A page that was not made is there as it was, if it could not be made; else it is to be made before anybody sees it. */
static void
keep_unmade(struct live *l, const struct record_page *page, const struct output *o)
{
	struct str bytes;

	if (!stage_find(l->look->p.stage, o->path, &bytes) && stage_keep(l->look->p.stage, o->path, 0) && !page->failed)
		stage_outdate(l->look->p.stage, o->path);
}

static void
keep_index(struct stage *stage, struct str files)
{
	struct pack_reader r = pack_reader(files);

	while (r.p < r.end && !r.wrong) {
		struct str path = pack_take_text(&r);

		stage_keep(stage, path, pack_take_fixed(&r));
		stage_outdate(stage, path);
	}
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

static void
tell_page(struct live *l, const struct output *o)
{
	if (l->paths.n <= NEWS)
		VEC_PUSH(&l->paths, arena_str(&l->news, o->path));
}

static void
tell_paths(struct live *l, struct live_news *news)
{
	news->changed |= l->paths.n > 0;
	if (l->paths.n > NEWS)
		VEC_FREE(&l->paths);
	news->paths = l->paths;
}

/* Which pages are out of date is known by now, made or not. */
static void
tell_news(struct live *l, struct live_news *news)
{
	const struct site *s = &l->look->site;
	const struct due *due = &l->look->p.making.due;

	for (size_t i = 0; i < s->origins.n; i++)
		news->changed |= is_news(s, s->origins.v[i].value);
	for (size_t i = 0; i < s->noutputs; i++) {
		const struct output *o = s->outputs[i];

		if (due->lone[i])
			tell_page(l, o);
		if (is_edited(s, o))
			news->edited = arena_str(&l->news, o->path);
	}
	for (size_t i = 0; i < s->ndocs; i++)
		for (size_t k = 0; s->docs[i]->pages && k < s->nlanguages; k++)
			if (s->docs[i]->pages[k] && *due_page(due, i, k))
				tell_page(l, s->docs[i]->pages[k]);
	tell_paths(l, news);
}

/* The site as it is now becomes what is shown. */
static void
make(struct live *l, struct look *k)
{
	struct pipeline *p = &k->p;

	p->stage = stage_memory_after(l->stage);
	p->no_index = true;
	p->making.wanted = wanted;
	p->making.wanted_ctx = l;
	want(l, false, STR_EMPTY, 0);
	pipeline_make(p, &k->diags);
	pipeline_rest(p, &k->diags);
	stage_settle(p->stage, &k->diags);
	each_page(l, keep_unmade);
	keep_index(p->stage, k->old.search_files);
	stage_forget_last(p->stage);
	l->stage = p->stage;
	l->no_index = k->site.search;
}

static void
look_again(struct live *l, struct live_news *news)
{
	struct look *was = l->look;

	if (was)
		look_remember(was, &l->store);
	diags_free(&l->unread);
	l->told = false;
	l->look = look_open(l->cfg, &l->store, &l->unread);
	if (l->look) {
		make(l, l->look);
		tell_news(l, news);
	} else if (l->stage) {
		stage_restore_all(l->stage); /* what was made is still there, if only as it was */
	}
	look_close(was);
}

/* -- going on with a look -- */

/* Other pages may have the same scripts: restore_file(). */
static void
outdate_files(struct stage *stage, struct str files)
{
	struct pack_reader r = pack_reader(files);

	while (r.p < r.end && !r.wrong)
		stage_outdate(stage, pack_take_text(&r));
}

/* Several files may be one, by the same bytes. */
static void
outdate_media(struct live *l)
{
	const struct map *assets = &l->look->site.assets;

	for (size_t i = 0; i < assets->n; i++)
		stage_outdate(l->stage, ((const struct asset *)assets->v[i].value)->out);
	for (size_t i = 0; i < assets->n; i++) {
		struct asset *a = assets->v[i].value;

		if (atomic_load(&a->used))
			stage_restore(l->stage, a->out);
	}
}

static void
tell_outdated(struct live *l, const struct touching_pages *pages, struct live_news *news)
{
	for (size_t i = 0; i < pages->n; i++) {
		stage_outdate(l->stage, pages->v[i].page->path);
		outdate_files(l->stage, pages->v[i].files);
		tell_page(l, pages->v[i].page);
	}
	tell_paths(l, news);
	if (!news->changed)
		return;
	outdate_media(l);
	keep_index(l->stage, l->look->p.index.search_files);
	l->no_index = l->look->site.search;
	l->told = false;
}

static bool
go_on(struct live *l, const struct str *names, size_t n, struct live_news *news)
{
	struct touching_pages pages = { 0 };
	const struct output *edited = NULL;
	size_t done = 0;

	while (done < n && look_goes_on(l->look, names[done], &pages, &edited))
		done++;
	if (n > 0 && done == n) {
		tell_outdated(l, &pages, news);
		news->edited = edited ? arena_str(&l->news, edited->path) : STR_EMPTY;
	}
	VEC_FREE(&pages);
	return n > 0 && done == n;
}

/* -- what is asked -- */

void
live_refresh(struct live *l, const struct str *names, size_t n, struct live_news *news)
{
	arena_reset(&l->news);
	VEC_FREE(&l->paths);
	*news = (struct live_news){ .edited = STR_EMPTY };
	if (l->look && go_on(l, names, n, news))
		return;
	VEC_FREE(&l->paths);
	look_again(l, news);
}

/* The index, of all pages. */
static void
make_index(struct live *l)
{
	want(l, true, STR_EMPTY, 0);
	make_more(l);
	pipeline_index(&l->look->p, &l->look->diags);
	l->no_index = false;
}

static bool
has_file(const struct record_page *page, struct str path)
{
	struct pack_reader r = pack_reader(page->path.n > 0 ? page->files : STR_EMPTY);

	while (r.p < r.end && !r.wrong)
		if (str_eq(pack_take_text(&r), path))
			return true;
	return false;
}

/* A script that was out of date with one page, and which a page that is made has. */
static void
restore_file(struct live *l, struct str path)
{
	const struct making *m = &l->look->p.making;

	for (size_t i = 0; i < m->site->ndocs; i++)
		for (size_t k = 0; k < m->records[i].npages; k++)
			if (has_file(&m->records[i].pages[k], path))
				stage_restore(l->stage, path);
}

bool
live_get(struct live *l, struct str path, struct str *bytes)
{
	bool page = str_ends(path, ".html");

	if (page)
		visit(l, path);
	if (l->stage == NULL)
		return false;
	if (stage_find(l->stage, path, bytes))
		return true;
	if (l->look == NULL)
		return false;
	if (page) {
		want(l, false, path, 0);
		make_more(l);
	} else if (l->no_index && str_starts(path, "assets/search-")) {
		make_index(l);
	} else {
		want(l, false, STR_EMPTY, 0);
		make_more(l);
		restore_file(l, path);
	}
	return stage_find(l->stage, path, bytes);
}

bool
live_work(struct live *l)
{
	if (l->look == NULL)
		return false;
	want(l, false, STR_EMPTY, elapsed_milliseconds() + ROUND_MS);
	make_more(l);
	want(l, true, STR_EMPTY, 0);
	return leaves_some(l);
}

static void
copy(struct diags *into, const struct diags *from)
{
	struct buf b = BUF_INIT;

	told_pack(&b, from, 0);
	told_again(into, buf_view(&b));
	buf_free(&b);
}

const struct diags *
live_diags(struct live *l)
{
	if (l->told)
		return &l->diags;
	diags_free(&l->diags);
	l->diags = (struct diags){ .strict = l->cfg->strict };
	copy(&l->diags, l->look ? &l->look->diags : &l->unread);
	if (l->look)
		pipeline_told(&l->look->p, &l->diags);
	diags_sort(&l->diags);
	l->told = true;
	return &l->diags;
}

void
live_close(struct live *l)
{
	look_close(l->look);
	stage_drop(l->stage);
	diags_free(&l->diags);
	diags_free(&l->unread);
	buf_free(&l->store);
	for (size_t i = 0; i < VISITED; i++)
		free((void *)(uintptr_t)l->visited[i].p);
	VEC_FREE(&l->paths);
	arena_free(&l->news);
	free(l);
}
