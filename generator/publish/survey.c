/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/survey.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/path.h"
#include "publish/mark.h"

/* What stays the same during one walk. */
struct walk {
	struct survey *s;
	const char *out;
	const struct manifest *made, *last;
	bool all_ours; /* nothing is remembered, but the folder as a whole says that it is ours */
	struct diags *d;
};

static int
complain(struct diags *d, const char *path)
{
	diag_add(d, DIAG_IO, NULL, (struct span){ 0 }, "%s: %s", path, strerror(errno));
	return -1;
}

/* Whether the regular file ${path}, which no manifest names, is nevertheless ours. */
static bool
says_ours(const struct walk *w, struct str path, const char *file, const struct manifest_entry *wanted)
{
	if (wanted != NULL && wanted->kept)
		return true;
	if (wanted != NULL || manifest_below(w->made, path))
		return mark_any(file);
	return w->all_ours && (mark_page(file) || mark_asset(file, path));
}

/* ${inside}: a page must go where one of the folders around it is. */
static void
take_file(struct walk *w, struct str path, const char *file, const struct fs_entry *e, bool inside)
{
	bool plain = e->kind == FS_FILE && !e->link;
	const struct manifest_entry *wanted = manifest_find(w->made, path);

	if (plain && (manifest_find(w->last, path) != NULL || says_ours(w, path, file, wanted))) {
		if (wanted == NULL)
			VEC_PUSH(&w->s->stale, path);
	} else if (wanted != NULL || inside || manifest_below(w->made, path)) {
		VEC_PUSH(&w->s->blocked, path);
	} else {
		VEC_PUSH(&w->s->foreign, ((struct survey_item){ .path = path }));
	}
}

static int take_folder(struct walk *w, struct str path, bool inside);

static int
take_entry(struct walk *w, struct str dir, const struct fs_entry *e, bool inside)
{
	struct str path = path_join(&w->s->arena, dir, e->name);

	if (dir.n == 0 && str_is(e->name, SURVEY_TEMP))
		return 0;
	if (e->kind == FS_DIR && !e->link)
		return take_folder(w, path, inside || manifest_find(w->made, path) != NULL);
	take_file(w, path, arena_fmt(&w->s->arena, "%s/%.*s", w->out, STR_ARG(path)).p, e, inside);
	return 0;
}

/*
 * A folder is ours when a build wrote into it. Another one is carried over when it is empty or something
 * in it is; one that held only pages of ours goes with them.
 */
static int
take_folder(struct walk *w, struct str path, bool inside)
{
	struct fs_entries entries = { 0 };
	struct str file = arena_fmt(&w->s->arena, "%s/%.*s", w->out, STR_ARG(path));
	bool ours = path.n == 0 || inside || manifest_below(w->made, path) || manifest_below(w->last, path);
	size_t before = w->s->foreign.n;
	int rc = 0;

	if (fs_list(&w->s->arena, file.p, &entries) < 0)
		return complain(w->d, file.p);
	if (!ours)
		VEC_PUSH(&w->s->foreign, ((struct survey_item){ .path = path, .dir = true }));
	for (size_t i = 0; i < entries.n && rc == 0; i++)
		rc = take_entry(w, path, &entries.v[i], inside);
	if (!ours && entries.n > 0 && w->s->foreign.n == before + 1)
		w->s->foreign.n = before;
	VEC_FREE(&entries);
	return rc;
}

int
survey_read(
    struct survey *s, const char *out, const struct manifest *made, const struct manifest *last, struct diags *d)
{
	struct walk w = { .s = s, .out = out, .made = made, .last = last, .d = d };

	if (!last->known)
		w.all_ours = mark_page(arena_fmt(&s->arena, "%s/index.html", out).p);
	return take_folder(&w, STR_EMPTY, false);
}

static int
carry_item(const struct survey_item *it, const char *from, const char *to)
{
	struct arena a = ARENA_INIT;
	int rc;

	if (it->dir)
		return fs_mkdirs(to);
	rc = fs_clone(from, to);
	if (rc < 0 && errno == ENOENT) { /* its folder was ours, and no page is in it any more */
		rc = fs_mkdirs(arena_str(&a, path_dir(str_of(to))).p);
		if (rc == 0)
			rc = fs_clone(from, to);
	}
	arena_free(&a);
	return rc;
}

void
survey_modes(const struct survey *s, int out, int tree)
{
	struct stat st;

	for (size_t i = s->foreign.n; i-- > 0;) {
		const struct survey_item *it = &s->foreign.v[i];

		if (!it->dir || fstatat(out, it->path.p, &st, AT_SYMLINK_NOFOLLOW) < 0)
			continue;
		if (fchmodat(tree, it->path.p, st.st_mode & 07777, 0) < 0)
			errno = 0; /* the folder of another user: what it holds is there all the same */
	}
}

int
survey_carry(const struct survey *s, const char *out, const char *stage, struct diags *d)
{
	struct arena a = ARENA_INIT;
	int rc = 0;

	for (size_t i = 0; i < s->foreign.n && rc == 0; i++) {
		struct str from = arena_fmt(&a, "%s/%.*s", out, STR_ARG(s->foreign.v[i].path));

		if (carry_item(
			&s->foreign.v[i], from.p, arena_fmt(&a, "%s/%.*s", stage, STR_ARG(s->foreign.v[i].path)).p) < 0)
			rc = complain(d, from.p);
	}
	arena_free(&a);
	return rc;
}

void
survey_free(struct survey *s)
{
	VEC_FREE(&s->foreign);
	VEC_FREE(&s->stale);
	VEC_FREE(&s->blocked);
	arena_free(&s->arena);
}
