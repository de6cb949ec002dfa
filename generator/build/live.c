/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/live.h"

#include <stdint.h>
#include <sys/stat.h>

#include "base/map.h"
#include "build/build.h"

/*
 * The simple way: each refresh makes the whole site. What is kept from one to the next is when which source was written, to tell which page was edited.
 */
struct written {
	struct timespec when;
	uint64_t inode, size;
};

/* The sources of pages, as one refresh found them. */
struct sources {
	struct arena arena;
	struct map written;     /* path of a source → struct written * */
	const struct map *last; /* of the refresh before; NULL: there was none */
	struct str edited;      /* the page of one that is new or other than then */
};

struct live {
	const struct config *cfg;
	struct stage *stage; /* NULL: the site could not be read yet */
	struct diags diags;
	struct sources sources;
};

struct live *
live_open(const struct config *cfg)
{
	struct live *l = mem_alloc(sizeof *l);

	*l = (struct live){ .cfg = cfg };
	return l;
}

/* -- which page was edited -- */

static bool
same(const struct written *a, const struct written *b)
{
	return a != NULL && a->inode == b->inode && a->size == b->size && a->when.tv_sec == b->when.tv_sec &&
	    a->when.tv_nsec == b->when.tv_nsec;
}

static void
note_source(struct sources *s, const struct output *o)
{
	struct written *w = ARENA_NEW(&s->arena, struct written);
	struct stat st;

	if (stat(o->text->file.p, &st) < 0)
		return;
	*w = (struct written){ st.st_mtim, st.st_ino, (uint64_t)st.st_size };
	map_put(&s->written, arena_str(&s->arena, o->text->src.path), w);
	if (s->last != NULL && !same(map_get(s->last, o->text->src.path), w))
		s->edited = arena_str(&s->arena, o->path);
}

static void
look(void *ctx, const struct site *site)
{
	for (size_t i = 0; i < site->noutputs; i++) {
		const struct output *o = site->outputs[i];

		if (o->text != NULL && o->text->po == NULL && !o->fallback && o->kind != OUTPUT_MOVED)
			note_source(ctx, o);
	}
}

static void
sources_end(struct sources *s)
{
	map_free(&s->written);
	arena_free(&s->arena);
}

/* -- the site -- */

void
live_refresh(struct live *l, struct live_news *news)
{
	struct sources now = { .last = l->stage != NULL ? &l->sources.written : NULL, .edited = STR_EMPTY };
	struct stage *stage;

	*news = (struct live_news){ .edited = STR_EMPTY };
	diags_free(&l->diags);
	l->diags = (struct diags){ .strict = l->cfg->strict };
	stage = build_memory(l->cfg, look, &now, &l->diags);
	diags_sort(&l->diags);
	if (stage == NULL) {
		sources_end(&now);
		return;
	}
	stage_drop(l->stage);
	sources_end(&l->sources);
	l->stage = stage;
	l->sources = now;
	news->changed = true;
	news->edited = now.edited;
}

bool
live_get(struct live *l, struct str path, struct str *bytes)
{
	return l->stage != NULL && stage_find(l->stage, path, bytes);
}

bool
live_work(struct live *l)
{
	(void)l;
	return false;
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
	sources_end(&l->sources);
	free(l);
}
