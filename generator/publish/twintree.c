/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/twintree.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/map.h"
#include "publish/published.h"
#include "publish/put.h"

void
twintree_open(struct twintree *t, int out, uint64_t folder, struct str path, struct str journal)
{
	*t = (struct twintree){ .path = path, .journal = journal, .out = out, .folder = folder };
	t->fd = open(path.p, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	journal_read(&t->was, journal.p);
	if (t->fd < 0)
		return;
	t->id = published_folder(t->fd);
	t->usable = out >= 0 && journal_holds(&t->was, folder, t->id);
}

size_t
twintree_behind(const struct twintree *t)
{
	return journal_count(&t->was, JOURNAL_DIFFERS);
}

/* put.c cuts paths for a moment; all that come here are in memory of ours. */
static char *
writable(struct str path)
{
	return (char *)(uintptr_t)path.p;
}

static void
add_rows(struct journal *j, const struct journal *from)
{
	struct journal_row row;

	for (size_t i = 0; journal_next(from, &i, &row);)
		journal_add(j, row.kind, row.path, row.ino);
}

int
twintree_changes(struct twintree *t, const struct manifest *made)
{
	struct journal now;
	size_t n = 0;
	int rc = 0;

	if (!t->usable)
		return 0;
	journal_open(&now, t->folder, t->id);
	for (size_t i = 0; i < made->entries.n; i++) {
		const struct manifest_entry *e = &made->entries.v[i];

		if (e->intact || journal_has(&t->was, JOURNAL_DIFFERS, e->path, 0))
			continue;
		journal_add(&now, JOURNAL_DIFFERS, e->path, 0);
		n++;
	}
	if (n > 0) {
		add_rows(&now, &t->was);
		rc = journal_write(&now, t->journal.p);
	}
	journal_close(&now);
	return rc;
}

/* -- the journal of a publication -- */

static uint64_t
inode_of(int dir, const struct survey_item *it)
{
	struct stat st;

	return !it->dir && fstatat(dir, it->path.p, &st, AT_SYMLINK_NOFOLLOW) == 0 ? (uint64_t)st.st_ino : 0;
}

static enum journal_kind
kind_of(const struct survey_item *it)
{
	return it->dir ? JOURNAL_FOLDER : JOURNAL_FILE;
}

/* What this publication changes: new files, those that go, those of others that are not in the twin as they are here. */
static void
add_changes(const struct twintree *t, struct journal *j, const struct manifest *made, const struct survey *found)
{
	for (size_t i = 0; i < made->entries.n; i++)
		if (!made->entries.v[i].intact)
			journal_add(j, JOURNAL_DIFFERS, made->entries.v[i].path, 0);
	for (size_t i = 0; i < found->stale.n; i++)
		journal_add(j, JOURNAL_DIFFERS, found->stale.v[i], 0);
	for (size_t i = 0; i < found->foreign.n; i++) {
		const struct survey_item *it = &found->foreign.v[i];
		uint64_t ino = inode_of(t->out, it);

		journal_add(j, kind_of(it), it->path, ino);
		if (!it->dir && (!t->usable || !journal_has(&t->was, JOURNAL_FILE, it->path, ino)))
			journal_add(j, JOURNAL_DIFFERS, it->path, 0);
	}
}

static int
announce(const struct twintree *t, const struct manifest *made, const struct survey *found)
{
	struct journal now;
	int rc;

	journal_open(&now, t->folder, t->id);
	add_rows(&now, &t->was);
	add_changes(t, &now, made, found);
	rc = journal_write(&now, t->journal.p);
	journal_close(&now);
	return rc;
}

/* -- catching up -- */

/* One catching up. */
struct chase {
	struct twintree *t;
	const struct manifest *made;
	const struct survey *found;
	struct map foreign; /* path to struct survey_item */
};

/* Folders of others that let nobody in get their modes again in the end (survey_modes()). */
static int
unlock(const struct chase *c)
{
	struct journal_row row;
	struct stat st;

	for (size_t i = 0; journal_next(&c->t->was, &i, &row);)
		if (row.kind == JOURNAL_FOLDER && fstatat(c->t->fd, row.path.p, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
		    S_ISDIR(st.st_mode) && (st.st_mode & S_IRWXU) != S_IRWXU &&
		    fchmodat(c->t->fd, row.path.p, (st.st_mode & 07777) | S_IRWXU, 0) < 0)
			return -1;
	return 0;
}

static bool
is_wanted(const struct chase *c, struct str path)
{
	const struct survey_item *it = map_get(&c->foreign, path);

	return manifest_find(c->made, path) != NULL || (it != NULL && !it->dir);
}

static int
remove_files(const struct chase *c)
{
	struct journal_row row;

	for (size_t i = 0; journal_next(&c->t->was, &i, &row);)
		if (row.kind != JOURNAL_FOLDER && !is_wanted(c, row.path) && put_away(c->t->fd, writable(row.path)) < 0)
			return -1;
	for (size_t i = 0; i < c->found->stale.n; i++)
		if (put_away(c->t->fd, writable(c->found->stale.v[i])) < 0)
			return -1;
	return 0;
}

/* The inner ones first. What is in them by now is wanted. */
static void
remove_folders(const struct chase *c)
{
	for (size_t n = c->t->was.m.entries.n; n-- > 0;) {
		struct journal_row row;
		size_t i = n;

		(void)journal_next(&c->t->was, &i, &row);
		if (row.kind == JOURNAL_FOLDER && map_get(&c->foreign, row.path) == NULL)
			(void)unlinkat(c->t->fd, row.path.p, AT_REMOVEDIR);
	}
}

static int
take_over(const struct chase *c, struct str path)
{
	if (unlinkat(c->t->fd, path.p, 0) < 0 && errno != ENOENT && errno != ENOTDIR &&
	    (errno != EISDIR || unlinkat(c->t->fd, path.p, AT_REMOVEDIR) < 0))
		return -1;
	return put_link(c->t->fd, writable(path), c->t->out);
}

/* What is in the output folder and stays: files of ours that changed the last time, and files of others. */
static int
link_files(const struct chase *c)
{
	struct journal_row row;

	for (size_t i = 0; journal_next(&c->t->was, &i, &row);) {
		const struct manifest_entry *e = manifest_find(c->made, row.path);

		if (row.kind == JOURNAL_DIFFERS && e != NULL && e->kept && take_over(c, row.path) < 0)
			return -1;
	}
	for (size_t i = 0; i < c->made->entries.n; i++) {
		const struct manifest_entry *e = &c->made->entries.v[i];

		if (e->kept && !e->intact && take_over(c, e->path) < 0)
			return -1;
	}
	for (size_t i = 0; i < c->found->foreign.n; i++) {
		const struct survey_item *it = &c->found->foreign.v[i];

		if (it->dir ||
		    (journal_has(&c->t->was, JOURNAL_FILE, it->path, inode_of(c->t->out, it)) &&
			!journal_has(&c->t->was, JOURNAL_DIFFERS, it->path, 0)))
			continue;
		if (take_over(c, it->path) < 0)
			return -1;
	}
	return 0;
}

static int
make_folders(const struct chase *c)
{
	struct arena a = ARENA_INIT;
	int rc = 0;

	for (size_t i = 0; i < c->found->foreign.n && rc == 0; i++) {
		const struct survey_item *it = &c->found->foreign.v[i];

		if (it->dir)
			rc = fs_mkdirs(arena_fmt(&a, "%s/%s", c->t->path.p, it->path.p).p);
	}
	arena_free(&a);
	return rc;
}

static int
catch_up(const struct chase *c)
{
	if (unlock(c) < 0 || remove_files(c) < 0)
		return -1;
	remove_folders(c);
	return make_folders(c) < 0 ? -1 : link_files(c);
}

int
twintree_catch_up(struct twintree *t, const struct manifest *made, const struct survey *found)
{
	struct chase c = { .t = t, .made = made, .found = found };
	int rc;

	if (announce(t, made, found) < 0)
		return -1;
	for (size_t i = 0; i < found->foreign.n; i++)
		map_put(&c.foreign, found->foreign.v[i].path, &found->foreign.v[i]);
	rc = catch_up(&c);
	map_free(&c.foreign);
	return rc;
}

int
twintree_move(struct twintree *t, int stage, const struct manifest *made)
{
	for (size_t i = 0; i < made->entries.n; i++)
		if (!made->entries.v[i].kept && put_move(t->fd, writable(made->entries.v[i].path), stage) < 0)
			return -1;
	return 0;
}

/* -- afterwards -- */

static int
note(struct twintree *t, uint64_t folder, uint64_t twin, const struct manifest *made, const struct survey *found)
{
	struct journal now;
	int rc;

	journal_open(&now, folder, twin);
	add_changes(t, &now, made, found);
	rc = journal_write(&now, t->journal.p);
	journal_close(&now);
	return rc;
}

int
twintree_exchanged(struct twintree *t, const struct manifest *made, const struct survey *found)
{
	return note(t, t->id, t->folder, made, found);
}

int
twintree_replaced(
    struct twintree *t, const char *stage, uint64_t folder, const struct manifest *made, const struct survey *found)
{
	if (fs_remove_tree(t->path.p) < 0 || rename(stage, t->path.p) < 0)
		return -1;
	return note(t, folder, t->folder, made, found);
}

void
twintree_forget(struct twintree *t)
{
	(void)unlink(t->journal.p);
	t->usable = false;
}

void
twintree_close(struct twintree *t)
{
	if (t->fd >= 0)
		close(t->fd);
	journal_close(&t->was);
}
