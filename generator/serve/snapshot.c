/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/snapshot.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/arena.h"
#include "base/fs.h"
#include "base/hash.h"
#include "base/path.h"
#include "serve/scratch.h"

enum {
	DEPTH = 40,
	GRAIN = 3, /* seconds: FAT keeps every other one */
};

/* A file or folder as it was seen. Compared byte by byte, so that nothing may be between the fields. */
struct seen {
	uint64_t dev, ino, mode, size;
	int64_t mtime, mtime_ns, ctime, ctime_ns;
};

struct file {
	struct str path;
	struct seen seen;
	bool young;    /* changed so lately that times say nothing */
	uint64_t hash; /* of the bytes, where it is young */
};

/* One look. */
struct look {
	struct arena arena;
	struct look_files VEC_OF(struct file) all; /* sorted by path */
	time_t when;
};

struct snapshot {
	struct str root;
	struct look last;
};

/* -- looking -- */

/* The folders around the one that is looked at, so that a link back to one of them is no way without end. */
struct folder {
	const struct folder *around;
	uint64_t dev, ino;
	int depth;
};

static struct seen
seen_of(const struct stat *st)
{
	return (struct seen){ .dev = st->st_dev,
		.ino = st->st_ino,
		.mode = st->st_mode,
		.size = (uint64_t)st->st_size,
		.mtime = st->st_mtim.tv_sec,
		.mtime_ns = st->st_mtim.tv_nsec,
		.ctime = st->st_ctim.tv_sec,
		.ctime_ns = st->st_ctim.tv_nsec };
}

static uint64_t
hash_of(const char *path)
{
	struct arena a = ARENA_INIT;
	struct str bytes;
	uint64_t h = fs_read(&a, path, &bytes) == 0 ? hash_bytes(bytes) : 0;

	arena_free(&a);
	return h;
}

static bool
leads_back(const struct folder *f)
{
	for (const struct folder *up = f->around; up != NULL; up = up->around)
		if (up->dev == f->dev && up->ino == f->ino)
			return true;
	return f->depth > DEPTH;
}

static void look_at(struct look *l, struct str root, struct str path, const struct folder *around);

static void
look_into(struct look *l, struct str root, struct str path, const struct folder *f)
{
	struct fs_entries es = { 0 };

	if (leads_back(f) || fs_list(&l->arena, sources_at(&l->arena, root, path).p, &es) < 0)
		return;
	for (size_t i = 0; i < es.n; i++)
		if (!scratch_is(es.v[i].name))
			look_at(l, root, path_join(&l->arena, path, es.v[i].name), f);
	VEC_FREE(&es);
}

static void
look_at(struct look *l, struct str root, struct str path, const struct folder *around)
{
	struct str real = path_join(&l->arena, root, path);
	struct file f = { .path = path };
	struct stat st;

	if (stat(real.p, &st) < 0)
		return;
	f.seen = seen_of(&st);
	f.young = S_ISREG(st.st_mode) && (st.st_mtime > l->when - GRAIN || st.st_ctime > l->when - GRAIN);
	if (f.young)
		f.hash = hash_of(real.p);
	if (!S_ISDIR(st.st_mode)) {
		VEC_PUSH(&l->all, f);
		return;
	}
	/* A folder's own times and size say no more than the files in it. */
	f.seen = (struct seen){ .dev = f.seen.dev, .ino = f.seen.ino, .mode = f.seen.mode };
	VEC_PUSH(&l->all, f);
	look_into(
	    l, root, path, &(struct folder){ around, f.seen.dev, f.seen.ino, around != NULL ? around->depth + 1 : 0 });
}

static int
by_path(const void *a, const void *b)
{
	return str_cmp(((const struct file *)a)->path, ((const struct file *)b)->path);
}

static struct look
look(struct str root)
{
	struct look l = { .when = time(NULL) };

	for (size_t i = 0; sources_names[i] != NULL; i++)
		look_at(&l, root, str_of(sources_names[i]), NULL);
	if (l.all.n > 0)
		qsort(l.all.v, l.all.n, sizeof *l.all.v, by_path);
	return l;
}

static void
look_free(struct look *l)
{
	VEC_FREE(&l->all);
	arena_free(&l->arena);
}

/* -- comparing -- */

/* Whether ${b} is other than ${a} was. One that was young is read once more, also when it is not any more. */
static bool
differs(struct str root, struct look *now, const struct file *a, const struct file *b)
{
	if (memcmp(&a->seen, &b->seen, sizeof a->seen) != 0)
		return true;
	if (!a->young)
		return false;
	return a->hash != (b->young ? b->hash : hash_of(path_join(&now->arena, root, b->path).p));
}

bool
snapshot_look(struct snapshot *s, struct sources_changed *names)
{
	struct look now = look(s->root);
	size_t i = 0, k = 0;
	bool any = false;

	while (i < s->last.all.n || k < now.all.n) {
		const struct file *a = i < s->last.all.n ? &s->last.all.v[i] : NULL;
		const struct file *b = k < now.all.n ? &now.all.v[k] : NULL;
		int order = a == NULL ? 1 : b == NULL ? -1 : str_cmp(a->path, b->path);

		if (order != 0 || differs(s->root, &now, a, b)) {
			const struct file *f = order < 0 ? a : b;

			any = true;
			if (S_ISDIR(f->seen.mode))
				names->nameless = true;
			else
				sources_note(names, f->path);
		}
		i += order <= 0;
		k += order >= 0;
	}
	look_free(&s->last);
	s->last = now;
	return any;
}

struct snapshot *
snapshot_open(struct str root)
{
	struct snapshot *s = mem_alloc(sizeof *s);

	*s = (struct snapshot){ .root = root, .last = look(root) };
	return s;
}

void
snapshot_close(struct snapshot *s)
{
	if (s == NULL)
		return;
	look_free(&s->last);
	free(s);
}
