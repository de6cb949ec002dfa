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
	struct folders *plain; /* or NULL */
	bool all_ours;         /* nothing is remembered, but the folder as a whole says that it is ours */
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
		if (wanted == NULL && w->plain == NULL)
			VEC_PUSH(&w->s->stale, path);
	} else if (wanted != NULL || inside || manifest_below(w->made, path)) {
		VEC_PUSH(&w->s->blocked, path);
	} else {
		VEC_PUSH(&w->s->foreign, ((struct survey_item){ .path = path }));
	}
}

/* A folder that is being looked through. */
struct level {
	struct str path;
	struct fs_entries entries;
	struct stat st; /* before it was read */
	int fd;         /* only where there is memory of folders; else -1 */
	bool inside;
};

static int take_folder(struct walk *w, struct level *at);

static int
take_entry(struct walk *w, const struct level *up, const struct fs_entry *e)
{
	struct level at = { .path = path_join(&w->s->arena, up->path, e->name), .fd = -1 };

	if (up->path.n == 0 && str_is(e->name, SURVEY_TEMP))
		return 0;
	if (e->kind != FS_DIR || e->link) {
		take_file(w, at.path, arena_fmt(&w->s->arena, "%s/%.*s", w->out, STR_ARG(at.path)).p, e, up->inside);
		return 0;
	}
	at.inside = up->inside || manifest_find(w->made, at.path) != NULL;
	if (up->fd >= 0 && fstatat(up->fd, e->name.p, &at.st, AT_SYMLINK_NOFOLLOW) == 0 &&
	    folders_same(w->plain, at.path, &at.st))
		return 0;
	return take_folder(w, &at);
}

/* Nothing but files that the last build left. */
static bool
is_plain(const struct walk *w, const struct level *at)
{
	for (size_t i = 0; i < at->entries.n; i++) {
		const struct fs_entry *e = &at->entries.v[i];

		if (e->kind != FS_FILE || e->link ||
		    manifest_find(w->last, path_join(&w->s->arena, at->path, e->name)) == NULL)
			return false;
	}
	return at->entries.n > 0;
}

static bool
has_folder(const struct fs_entries *es)
{
	for (size_t i = 0; i < es->n; i++)
		if (es->v[i].kind == FS_DIR)
			return true;
	return false;
}

static int
take_entries(struct walk *w, struct level *at, const char *file)
{
	int rc = 0;

	if (w->plain != NULL && has_folder(&at->entries))
		at->fd = open(file, O_PATH | O_DIRECTORY | O_CLOEXEC);
	else if (w->plain != NULL && at->path.n > 0 && is_plain(w, at))
		folders_note(w->plain, at->path, &at->st);
	for (size_t i = 0; i < at->entries.n && rc == 0; i++)
		rc = take_entry(w, at, &at->entries.v[i]);
	if (at->fd >= 0)
		close(at->fd);
	return rc;
}

/*
 * A folder is ours when a build wrote into it. Another one is carried over when it is empty or something
 * in it is; one that held only pages of ours goes with them.
 */
static int
take_folder(struct walk *w, struct level *at)
{
	struct str path = at->path, file = arena_fmt(&w->s->arena, "%s/%.*s", w->out, STR_ARG(path));
	bool ours = path.n == 0 || at->inside || manifest_below(w->made, path) || manifest_below(w->last, path);
	size_t before = w->s->foreign.n;
	int rc;

	if (fs_list(&w->s->arena, file.p, &at->entries) < 0)
		return complain(w->d, file.p);
	if (!ours)
		VEC_PUSH(&w->s->foreign, ((struct survey_item){ .path = path, .dir = true }));
	rc = take_entries(w, at, file.p);
	if (!ours && at->entries.n > 0 && w->s->foreign.n == before + 1)
		w->s->foreign.n = before;
	VEC_FREE(&at->entries);
	return rc;
}

/* What the last build left and this one does not make, also in folders that were not looked into. */
static void
take_stale(struct walk *w)
{
	struct stat st;

	for (size_t i = 0, k = 0; i < w->last->entries.n; i++) {
		struct str path = w->last->entries.v[i].path;

		while (k < w->made->entries.n && str_cmp(w->made->entries.v[k].path, path) < 0)
			k++;
		if ((k == w->made->entries.n || !str_eq(w->made->entries.v[k].path, path)) &&
		    lstat(arena_fmt(&w->s->arena, "%s/%.*s", w->out, STR_ARG(path)).p, &st) == 0 && S_ISREG(st.st_mode))
			VEC_PUSH(&w->s->stale, path);
	}
}

int
survey_read(struct survey *s, const char *out, const struct manifest *made, const struct manifest *last,
    struct folders *plain, struct diags *d)
{
	struct walk w = { .s = s, .out = out, .made = made, .last = last, .plain = plain, .d = d };
	struct level top = { .path = STR_EMPTY, .fd = -1 };

	if (!last->known)
		w.all_ours = mark_page(arena_fmt(&s->arena, "%s/index.html", out).p);
	if (take_folder(&w, &top) < 0)
		return -1;
	if (plain != NULL)
		take_stale(&w);
	return 0;
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
