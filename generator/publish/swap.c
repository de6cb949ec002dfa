/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/swap.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/fs.h"
#include "base/path.h"
#include "publish/survey.h"

int
swap_whole(const char *stage, const char *out)
{
	if (fs_kind(out) != FS_NONE)
		return fs_exchange(stage, out);
	return rename(stage, out);
}

bool
swap_cannot(int why)
{
	switch (why) {
	case ENOSYS:
	case EINVAL:
	case EXDEV: /* kernel, file system, another disk */
	case EBUSY: /* a mount point */
	case EACCES:
	case EPERM:
	case EROFS: /* the folder around it is not ours to change */ return true;
	default: return false;
	}
}

/* One swap in place: ${a} is reset after each file. */
struct place {
	struct arena a;
	const char *stage, *out;
	const struct manifest *made;
	struct str temp; /* the folder for files in the making */
};

static int
complain(struct diags *d, const char *path)
{
	diag_add(d, DIAG_IO, NULL, (struct span){ 0 }, "%s: %s", path, strerror(errno));
	return -1;
}

/* Deletes a page that is no more, and the folders that are empty then. */
static int
retire(struct place *p, struct str path)
{
	struct str at = arena_fmt(&p->a, "%s/%.*s", p->out, STR_ARG(path));
	struct stat st;

	if (lstat(at.p, &st) == 0 && S_ISREG(st.st_mode) && unlink(at.p) < 0)
		return -1;
	while ((path = path_dir(path)).n > 0)
		if (rmdir(arena_fmt(&p->a, "%s/%.*s", p->out, STR_ARG(path)).p) < 0)
			break;
	return 0;
}

/* Whether ${path} is, or lies in, the folder or file ${top}. */
static bool
within(struct str path, struct str top)
{
	return str_eq(str_sub(path, 0, top.n), top) && (path.n == top.n || path.p[top.n] == '/');
}

/* Pages that are no more make way now, the others when the new ones are there. */
static int
retire_within(struct place *p, struct str top)
{
	for (size_t i = 0; i < p->made->gone.n; i++)
		if (within(p->made->gone.v[i], top) && retire(p, p->made->gone.v[i]) < 0)
			return -1;
	return 0;
}

/* What stands where the folders of the page must be, or the page itself, was an older page of ours. */
static int
clear_way(struct place *p, struct str path, const char *to)
{
	struct stat st;

	for (size_t i = 0; i < path.n; i++)
		if (path.p[i] == '/' && lstat(arena_fmt(&p->a, "%s/%.*s", p->out, (int)i, path.p).p, &st) == 0 &&
		    S_ISREG(st.st_mode) && retire_within(p, str_sub(path, 0, i)) < 0)
			return -1;
	if (fs_mkdirs(arena_str(&p->a, path_dir(str_of(to))).p) < 0)
		return -1;
	if (lstat(to, &st) < 0 || !S_ISDIR(st.st_mode))
		return 0;
	if (retire_within(p, path) < 0)
		return -1;
	return rmdir(to) < 0 && errno != ENOENT ? -1 : 0;
}

/* Moves the file where that can be done, else copies it into the output folder's file system first. */
static int
put(struct place *p, const char *from, const char *to)
{
	struct str temp = arena_fmt(&p->a, "%.*s/file", STR_ARG(p->temp));

	if (rename(from, to) == 0)
		return 0;
	if (errno != EXDEV || fs_mkdirs(p->temp.p) < 0)
		return -1;
	(void)unlink(temp.p); /* of a run that was killed */
	if (fs_clone(from, temp.p) < 0)
		return -1;
	return rename(temp.p, to);
}

/* Nothing is in the stage where the published file stays, or where an earlier run has come by. */
static int
place_file(struct place *p, struct str path)
{
	struct str from = arena_fmt(&p->a, "%s/%.*s", p->stage, STR_ARG(path));
	struct str to = arena_fmt(&p->a, "%s/%.*s", p->out, STR_ARG(path));
	struct stat st;

	if (lstat(from.p, &st) < 0)
		return errno == ENOENT || errno == ENOTDIR ? 0 : -1;
	if (clear_way(p, path, to.p) < 0)
		return -1;
	return put(p, from.p, to.p);
}

int
swap_in_place(const char *stage, const char *out, const struct manifest *made, struct diags *d)
{
	struct arena outer = ARENA_INIT;
	struct place p = { .stage = stage, .out = out, .made = made };
	int rc = 0;

	p.temp = arena_fmt(&outer, "%s/" SURVEY_TEMP, out);
	for (size_t i = 0; i < made->entries.n && rc == 0; i++) {
		const struct manifest_entry *e = &made->entries.v[i];

		if (!e->kept && place_file(&p, e->path) < 0)
			rc = complain(d, arena_fmt(&p.a, "%s/%.*s", out, STR_ARG(e->path)).p);
		arena_reset(&p.a);
	}
	for (size_t i = 0; i < made->gone.n && rc == 0; i++) {
		if (retire(&p, made->gone.v[i]) < 0)
			rc = complain(d, arena_fmt(&p.a, "%s/%.*s", out, STR_ARG(made->gone.v[i])).p);
		arena_reset(&p.a);
	}
	if (rc == 0)
		(void)fs_remove_tree(p.temp.p);
	arena_free(&p.a);
	arena_free(&outer);
	return rc;
}
