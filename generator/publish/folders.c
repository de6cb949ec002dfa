/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/folders.h"

#include <time.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/path.h"
#include "publish/notes.h"

/* ns: as in published.c */
#define GRAIN INT64_C(20000000)
#define PREFIX "folders-"

static int64_t
nanoseconds(const struct timespec *t)
{
	return (int64_t)t->tv_sec * 1000000000 + t->tv_nsec;
}

static struct str
file_of(struct arena *a, struct str notes, uint64_t tree)
{
	return arena_fmt(a, "%.*s/" PREFIX "%016llx", STR_ARG(notes), (unsigned long long)tree);
}

void
folders_open(struct folders *f, struct str notes, uint64_t tree)
{
	struct arena a = ARENA_INIT;
	struct timespec t = { 0 };

	*f = (struct folders){ .notes = notes, .tree = tree };
	clock_gettime(CLOCK_REALTIME_COARSE, &t);
	f->begun = nanoseconds(&t);
	notes_read(&f->was, file_of(&a, notes, tree).p);
	if (f->was.folder != tree)
		manifest_free(&f->was);
	manifest_index(&f->was);
	arena_free(&a);
}

static void
add(struct folders *f, struct str path, const struct stat *st)
{
	struct manifest_entry *e = manifest_add(&f->now, path);

	e->ino = (uint64_t)st->st_ino;
	e->mtime = nanoseconds(&st->st_ctim);
}

bool
folders_same(struct folders *f, struct str path, const struct stat *st)
{
	const struct manifest_entry *e = manifest_find(&f->was, path);

	if (e == NULL || e->ino != (uint64_t)st->st_ino || e->mtime != nanoseconds(&st->st_ctim)) {
		f->looked++;
		return false;
	}
	add(f, path, st);
	return true;
}

void
folders_note(struct folders *f, struct str path, const struct stat *st)
{
	if (nanoseconds(&st->st_ctim) < f->begun - GRAIN)
		add(f, path, st);
}

/* The files of all trees but these two. */
static void
sweep(struct str notes, uint64_t tree, uint64_t twin)
{
	struct arena a = ARENA_INIT;
	struct fs_entries es = { 0 };
	struct str mine = path_base(file_of(&a, notes, tree)), other = path_base(file_of(&a, notes, twin));

	(void)fs_list(&a, arena_str(&a, notes).p, &es);
	for (size_t i = 0; i < es.n; i++)
		if (str_starts(es.v[i].name, PREFIX) && !str_eq(es.v[i].name, mine) && !str_eq(es.v[i].name, other))
			(void)unlink(path_join(&a, notes, es.v[i].name).p);
	VEC_FREE(&es);
	arena_free(&a);
}

/* A few folders that changed are looked into each time; that costs less than to write this anew. */
static bool
is_worth_it(const struct folders *f)
{
	return f->looked > 16 && f->looked > f->now.entries.n / 8;
}

void
folders_close(struct folders *f, uint64_t twin)
{
	struct arena a = ARENA_INIT;
	const char *file = file_of(&a, f->notes, f->tree).p;

	if (is_worth_it(f)) {
		manifest_sort(&f->now);
		f->now.folder = f->tree;
		sweep(f->notes, f->tree, twin);
		if (notes_prepare(file, &f->now) < 0 || notes_adopt(file) < 0)
			notes_discard(file);
	}
	manifest_free(&f->was);
	manifest_free(&f->now);
	arena_free(&a);
}

void
folders_forget(struct str notes)
{
	sweep(notes, 0, 0);
}
