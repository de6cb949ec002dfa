/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_REMEMBERED_H
#define TESTS_UNIT_REMEMBERED_H

#include "base/buf.h"
#include "build/gathering.h"
#include "build/pipeline.h"
#include "build/store.h"
#include "folder.h"
#include "publish/stage.h"
#include "told.h"

/*
 * A site that is built again and again, in memory, each time with what the build before remembers, as bytes:
 *
 *	remembered_open(&r);                         an empty folder
 *	folder_put(&r.folder, "site.yaml", "…");
 *	remembered_build(&r);                        r.p, r.site, r.d: the build, until the next one
 *	remembered_close(&r);
 */
struct remembered {
	struct folder folder;
	struct config config;
	struct diags d;
	struct site site;
	struct pipeline p;
	struct store old;
	struct buf bytes; /* that ${old} was read from */
	bool built;       /* ${site} and ${p} are open */
	void (*meanwhile)(
	    struct remembered *r); /* what happens when the site was looked at, and nothing read; NULL: nothing */
};

enum { REMEMBERED_KEY = 42 };

static inline void
remembered_open(struct remembered *r)
{
	*r = (struct remembered){ .config = { .jobs = 1, .audience = STR("learner") } };
	folder_open(&r->folder);
	r->config.root = str_of(r->folder.path);
}

static inline int
remembered_emit(void *bytes, struct str more)
{
	buf_str(bytes, more);
	return 0;
}

/* The end of the build in hand; what it remembers becomes the store of the next one. */
static inline void
remembered_settle(struct remembered *r)
{
	struct store next = { 0 };
	struct arena a = ARENA_INIT;
	struct buf bytes = BUF_INIT;

	if (!r->built)
		return;
	gathering_of(&a, &r->p.making, &next);
	assert_int_equal(store_write(&next, REMEMBERED_KEY, remembered_emit, &bytes), 0);
	pipeline_close(&r->p);
	site_free(&r->site);
	diags_free(&r->d);
	store_free(&r->old);
	arena_free(&a);
	buf_free(&r->bytes);
	r->bytes = bytes;
	r->d = (struct diags)DIAGS_INIT;
	r->old = (struct store){ 0 };
	assert_int_equal(store_read(&r->old, buf_view(&r->bytes), REMEMBERED_KEY), STORE_READ);
	r->built = false;
}

static inline void
remembered_build(struct remembered *r)
{
	struct stage *last = r->p.stage;

	remembered_settle(r);
	r->site = (struct site){ .config = &r->config };
	r->p = (struct pipeline){ .site = &r->site, .old = &r->old, .no_index = true };
	assert_int_equal(pipeline_prepare(&r->p, &r->config, &r->d), 0);
	if (r->meanwhile)
		r->meanwhile(r);
	r->p.stage = stage_memory_after(last);
	pipeline_make(&r->p, &r->d);
	stage_forget_last(r->p.stage);
	r->built = true;
}

/* What a fact is now. */
static inline uint64_t
remembered_value(struct remembered *r, enum fact_kind kind, const char *about, const char *in)
{
	struct facts f = { 0 };
	uint64_t value;

	facts_begin(&f);
	if (in)
		facts_note_in(&f, kind, str_of(about), str_of(in));
	else
		facts_note(&f, kind, str_of(about));
	value = factvalues_of(&r->p.values, facts_subject(&f, 0));
	facts_free(&f);
	return value;
}

/* One word more of a list. */
static inline void
remembered_add(struct remembered *r, struct str *list, struct str word)
{
	*list = arena_fmt(&r->folder.a, "%.*s%s%.*s", STR_ARG(*list), list->n > 0 ? " " : "", STR_ARG(word));
}

static inline bool
remembered_due(const struct remembered *r, size_t output)
{
	const struct output *o = r->site.outputs[output];

	for (size_t i = 0; o->doc && i < r->site.ndocs; i++)
		if (r->site.docs[i] == o->doc && o->doc->pages[o->lang->index] == o)
			return *due_page(&r->p.making.due, i, o->lang->index);
	return r->p.making.due.lone[output];
}

/* The pages that were made, as their folders: "en/c en/c/m/a"; "." is the first page of the site. */
static inline const char *
remembered_made(struct remembered *r)
{
	struct str all = STR_EMPTY;

	for (size_t i = 0; i < r->site.noutputs; i++)
		if (remembered_due(r, i)) {
			struct str folder = path_dir(r->site.outputs[i]->path);

			remembered_add(r, &all, folder.n > 0 ? folder : STR("."));
		}
	return all.n > 0 ? all.p : "";
}

/* The documents that were read, below content/ and without their ending. */
static inline const char *
remembered_read(struct remembered *r)
{
	struct str all = STR_EMPTY;

	for (size_t i = 0; i < r->site.ndocs; i++)
		if (r->p.making.due.read[i]) {
			struct str path = r->site.docs[i]->path;

			remembered_add(r, &all, str_sub(path, sizeof "content", path.n - sizeof "md"));
		}
	return all.n > 0 ? all.p : "";
}

static inline void
remembered_close(struct remembered *r)
{
	remembered_settle(r);
	if (r->p.stage)
		stage_drop(r->p.stage);
	store_free(&r->old);
	buf_free(&r->bytes);
	diags_free(&r->d);
	folder_close(&r->folder);
}

#endif
