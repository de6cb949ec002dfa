/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/verify.h"

#include "base/fs.h"
#include "base/path.h"
#include "build/memory.h"
#include "publish/notes.h"
#include "publish/stage.h"

struct verify {
	const struct config *cfg;
	struct stage *clean; /* made from nothing */
	struct manifest there;
	struct arena arena; /* of one file */
	struct verify_result *r;
};

static size_t
first_difference(struct str a, struct str b)
{
	size_t i = 0;

	while (i < a.n && i < b.n && a.p[i] == b.p[i])
		i++;
	return i;
}

static void
differ(struct verify *v, struct diags *d, enum verify_difference how, struct str path, size_t at)
{
	v->r->difference = how;
	v->r->path = arena_str(&d->arena, path);
	v->r->at = at;
}

static void
compare_file(struct verify *v, struct str path, struct diags *d)
{
	struct str made = STR_EMPTY, there = STR_EMPTY;

	stage_find(v->clean, path, &made);
	if (manifest_find(&v->there, path) == NULL ||
	    fs_read(&v->arena, path_join(&v->arena, v->cfg->out, path).p, &there) < 0)
		differ(v, d, VERIFY_MISSING, path, 0);
	else if (!str_eq(made, there))
		differ(v, d, VERIFY_OTHER, path, first_difference(made, there));
	v->r->files++;
	arena_reset(&v->arena);
}

static void
find_stale(struct verify *v, struct diags *d)
{
	struct str made;

	for (size_t i = 0; i < v->there.entries.n && v->r->difference == VERIFY_SAME; i++)
		if (!stage_find(v->clean, v->there.entries.v[i].path, &made))
			differ(v, d, VERIFY_STALE, v->there.entries.v[i].path, 0);
}

static void
compare(struct verify *v, struct diags *d)
{
	struct arena a = ARENA_INIT;
	struct str folder = memory_folder(&a, v->cfg), *paths;
	size_t n;

	paths = stage_paths(v->clean, &a, &n);
	notes_read(&v->there, path_join(&a, folder, STR("manifest")).p);
	manifest_index(&v->there);
	for (size_t i = 0; i < n && v->r->difference == VERIFY_SAME; i++)
		compare_file(v, paths[i], d);
	find_stale(v, d);
	manifest_free(&v->there);
	arena_free(&v->arena);
	arena_free(&a);
}

int
verify_run(const struct config *cfg, struct verify_result *r, struct diags *d)
{
	struct config quiet = *cfg;
	struct verify v = { .cfg = cfg, .r = r };
	struct diags again = DIAGS_INIT; /* told already */

	if (build_run(cfg, &r->build, d) < 0)
		return -1;
	quiet.progress = NULL;
	v.clean = build_memory(&quiet, &again);
	diags_free(&again);
	if (v.clean == NULL)
		return -1;
	compare(&v, d);
	stage_drop(v.clean);
	return 0;
}
