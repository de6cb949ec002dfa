/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_FOLDER_H
#define TESTS_UNIT_FOLDER_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/fs.h"
#include "base/path.h"
#include "testing.h"

/*
 * A folder of its own for a test that needs the disk. One arena holds all its texts.
 *
 *	struct folder f;
 *	folder_open(&f);
 *	folder_put(&f, "site/site.yaml", "title: x\n");
 *	assert_string_equal(folder_get(&f, "site/site.yaml"), "title: x\n");
 *	folder_close(&f);
 */
struct folder {
	struct arena a;
	char *path;
};

static inline void
folder_open_in(struct folder *f, const char *where)
{
	*f = (struct folder){ 0 };
	if (asprintf(&f->path, "%s/pensum-XXXXXX", where) < 0 || mkdtemp(f->path) == NULL)
		fail_msg("no folder in %s", where);
}

static inline void
folder_open(struct folder *f)
{
	const char *out = getenv("OUT");

	folder_open_in(f, out != NULL ? out : "/tmp");
}

/* The path of ${name} in the folder; an absolute one stays. */
static inline char *
folder_at(struct folder *f, const char *name)
{
	struct str s = *name == '/' ? arena_fmt(&f->a, "%s", name) : arena_fmt(&f->a, "%s/%s", f->path, name);

	return memcpy(arena_alloc(&f->a, s.n + 1), s.p, s.n);
}

static inline void
folder_put(struct folder *f, const char *name, const char *text)
{
	char *path = folder_at(f, name);

	assert_return_code(fs_mkdirs(arena_str(&f->a, path_dir(str_of(path))).p), 0);
	assert_return_code(fs_write(path, str_of(text)), 0);
}

/* What is in a file; NULL where there is none. */
static inline const char *
folder_get(struct folder *f, const char *name)
{
	struct str s;

	return fs_read(&f->a, folder_at(f, name), &s) == 0 ? s.p : NULL;
}

static inline void
folder_list_into(struct folder *f, const char *dir, const char *prefix, struct str *all)
{
	struct fs_entries es = { 0 };

	assert_return_code(fs_list(&f->a, dir, &es), 0);
	for (size_t i = 0; i < es.n; i++) {
		bool folder = es.v[i].kind == FS_DIR && !es.v[i].link;
		struct str path = arena_fmt(&f->a, "%s%.*s%s", prefix, STR_ARG(es.v[i].name),
		    es.v[i].link ? "@"
			: folder ? "/"
				 : "");

		*all = arena_fmt(&f->a, "%.*s%s%.*s", STR_ARG(*all), all->n > 0 ? " " : "", STR_ARG(path));
		if (folder)
			folder_list_into(f, arena_fmt(&f->a, "%s/%.*s", dir, STR_ARG(es.v[i].name)).p, path.p, all);
	}
	VEC_FREE(&es);
}

/* All that is in ${name}, sorted, blanks between: "a/ a/b.html link@". */
static inline const char *
folder_list(struct folder *f, const char *name)
{
	struct str all = STR_EMPTY;

	folder_list_into(f, folder_at(f, name), "", &all);
	return all.p;
}

static inline void
folder_close(struct folder *f)
{
	fs_remove_tree(f->path);
	free(f->path);
	arena_free(&f->a);
}

#endif
