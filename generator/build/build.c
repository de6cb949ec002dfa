/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/build.h"

#include "assemble/body.h"
#include "build/leaking.h"
#include "build/memory.h"
#include "build/pipeline.h"
#include "build/why.h"
#include "model/dump.h"
#include "publish/readers.h"
#include "publish/stage.h"
#include "score/statesize.h"
#include "translate/bodies.h"

/* -- the pipeline -- */

static bool
may_publish(const struct config *cfg, const struct diags *d)
{
	enum diag_level worst = diags_worst(d);

	return worst < DIAG_ERROR || (worst == DIAG_ERROR && cfg->keep_going);
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

/* All is made: into the stage, if it may be published then. */
static int
make(struct pipeline *p, const struct config *cfg, struct diags *d)
{
	pipeline_make(p, d);
	leaking_look(p, d);
	if (!may_publish(cfg, d) || (p->failed && !cfg->keep_going))
		return -1;
	return pipeline_rest(p, d) < 0 ? -1 : keys_write(&p->keys, cfg->root, d); /* → .pensum/keys/ */
}

/* From a site that is prepared to one that is published. */
static int
publish(struct pipeline *p, struct memory *m, const struct config *cfg, struct build_result *result, struct diags *d)
{
	int r = -1;

	p->stage = stage_open_after(cfg->root, cfg->out, &m->published, d);
	if (p->stage == NULL)
		return -1;
	if (p->site->in_place)
		stage_in_place(p->stage);
	if (make(p, cfg, d) == 0)
		r = stage_commit(p->stage, &result->commit, d); /* → public/ */
	else
		stage_drop(p->stage);
	if (cfg->why.n > 0)
		result->explained = why_tell(&result->why, &p->making, m->state, cfg->why);
	if (r == 0)
		memory_write(m, p, d); /* → .pensum/ */
	result->pages = p->pages;
	result->questions = p->questions;
	result->bytes = p->bytes;
	result->letters = most_letters(p->site);
	pipeline_close(p);
	return r;
}

static void
await(void *memory)
{
	memory_await(memory);
}

int
build_run(const struct config *cfg, struct build_result *result, struct diags *d)
{
	struct site site = { .config = cfg };
	struct memory memory = { 0 };
	struct pipeline p = { .site = &site, .old = &memory.old, .await = await, .await_ctx = &memory };
	int r = -1;

	if (readers_check(cfg, d) < 0)
		return -1;
	memory_open(&memory, cfg, d);
	if (pipeline_prepare(&p, cfg, d) == 0)
		r = publish(&p, &memory, cfg, result, d);
	result->published = r == 0;
	result->languages = site.nlanguages;
	result->courses = site.ncourses;
	site_free(&site);
	memory_close(&memory);
	return r;
}

/* -- in memory -- */

int
build_in_memory(struct pipeline *p, const struct config *cfg, struct diags *d)
{
	if (pipeline_prepare(p, cfg, d) < 0)
		return -1;
	p->stage = stage_memory();
	pipeline_make(p, d); /* errors keep nothing back: what can be made is there */
	leaking_look(p, d);
	pipeline_rest(p, d);
	stage_settle(p->stage, d);
	return 0;
}

struct stage *
build_memory(const struct config *cfg, struct diags *d)
{
	struct site site = { .config = cfg };
	struct store none = { 0 };
	struct pipeline p = { .site = &site, .old = &none };

	if (build_in_memory(&p, cfg, d) == 0)
		pipeline_close(&p);
	site_free(&site);
	return p.stage;
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
	struct store none = { 0 };
	struct pipeline p = { .site = &site, .old = &none };
	int r = pipeline_prepare(&p, cfg, d);

	if (r == 0) {
		dump_site(f, &site);
		if (path.n > 0)
			dump_text(&site, path, f, d);
	}
	site_free(&site);
	return r;
}
