/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/commit.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/path.h"
#include "publish/folders.h"
#include "publish/notes.h"
#include "publish/put.h"
#include "publish/survey.h"
#include "publish/swap.h"
#include "publish/twintree.h"

/*
 * The order of steps keeps the output folder whole whenever the program is killed. With a whole new tree:
 *
 *	1. the stage is filled                        killed: the next run removes the stage
 *	2. files that stay, and files of others, are linked into it
 *	3. the new manifest is prepared               it names the folder that it tells of
 *	4. one exchange                               before it the old tree is there, after it the new
 *	5. the new manifest takes its place           killed before: commit_recover() sees by the folder which one is right
 *	6. the old tree becomes the twin              killed: the next run removes it
 *	7. the journal says in what the two differ    killed before: there is no twin
 *
 * With the twin the stage holds only the new files, and steps 1 and 2 are:
 *
 *	1. the journal names all paths in which the two differ now and will differ
 *	2. in the twin, these become what they are to be
 *
 * and steps 6 and 7: the journal names the paths in which they differ now. In place, the manifest prepared is the
 * journal: with it and the stage the next run does what is left to do.
 */

static int
complain(struct diags *d, struct str what)
{
	diag_add(d, DIAG_IO, NULL, (struct span){ 0 }, "%.*s: %s", STR_ARG(what), strerror(errno));
	return -1;
}

static void
complain_blocked(const struct commit *c, const struct survey *found, struct diags *d)
{
	for (size_t i = 0; i < found->blocked.n; i++) {
		struct str path = path_join(&d->arena, c->out, found->blocked.v[i]);

		diag_note(d, diag_add(d, DIAG_OUTPUT_FOREIGN, NULL, (struct span){ 0 }, "%.*s", STR_ARG(path)),
		    "move it away, or choose another folder with -o");
	}
}

/* -- what is to be done -- */

static size_t
count_written(const struct manifest *made)
{
	size_t n = 0;

	for (size_t i = 0; i < made->entries.n; i++)
		n += !made->entries.v[i].kept;
	return n;
}

/* Whether ${made} has the very rows of ${last}, so that nothing needs to be noted. */
static bool
same_notes(const struct manifest *made, const struct manifest *last)
{
	if (!last->known || made->folder != last->folder || made->entries.n != last->entries.n)
		return false;
	for (size_t i = 0; i < made->entries.n; i++) {
		const struct manifest_entry *a = &made->entries.v[i], *b = &last->entries.v[i];

		if (!str_eq(a->path, b->path) || a->hash != b->hash || a->size != b->size || a->mtime != b->mtime ||
		    a->ino != b->ino)
			return false;
	}
	return true;
}

/* Whether a path of the last build is not made any more. Both are sorted. */
static bool
has_gone(const struct manifest *made, const struct manifest *last)
{
	size_t k = 0;

	for (size_t i = 0; i < last->entries.n; i++, k++) {
		while (k < made->entries.n && str_cmp(made->entries.v[k].path, last->entries.v[i].path) < 0)
			k++;
		if (k == made->entries.n || !str_eq(made->entries.v[k].path, last->entries.v[i].path))
			return true;
	}
	return false;
}

/* -- the ways -- */

/* What the files are told by, where that has changed. What can't be noted is looked at again by the next build. */
static void
note_files(struct commit *c)
{
	c->made.folder = c->was->folder;
	if (same_notes(&c->made, &c->was->last))
		return;
	if (notes_prepare(c->manifest.p, &c->made) < 0 || notes_adopt(c->manifest.p) < 0)
		notes_discard(c->manifest.p);
}

static int
nothing(struct commit *c, struct twintree *t)
{
	if (twintree_changes(t, &c->made) < 0)
		twintree_forget(t);
	note_files(c);
	return 0;
}

/* The file that is made anew, where it is the only one and stands where it stood; else NULL. */
static const struct manifest_entry *
only_one(const struct commit *c, size_t written)
{
	struct stat st;

	if (written != 1)
		return NULL;
	for (size_t i = 0; i < c->made.entries.n; i++) {
		const struct manifest_entry *e = &c->made.entries.v[i];

		if (e->kept)
			continue;
		if (manifest_find(&c->was->last, e->path) != NULL &&
		    fstatat(c->was->fd, e->path.p, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(st.st_mode))
			return e;
	}
	return NULL;
}

static int
one(struct commit *c, struct twintree *t, const struct manifest_entry *e, struct commit_result *r, struct diags *d)
{
	r->way = COMMIT_ONE;
	if (twintree_changes(t, &c->made) < 0)
		twintree_forget(t);
	if (renameat(c->fd, e->path.p, c->was->fd, e->path.p) < 0)
		return complain(d, path_join(&d->arena, c->out, e->path));
	note_files(c);
	return 0;
}

static int
in_place(struct commit *c, struct twintree *t, const struct survey *found, struct commit_result *r, struct diags *d)
{
	struct manifest *m = &c->made;

	r->way = COMMIT_IN_PLACE;
	m->folder = c->was->folder;
	m->in_place = true;
	for (size_t i = 0; i < found->stale.n; i++)
		VEC_PUSH(&m->gone, found->stale.v[i]);
	if (notes_prepare(c->manifest.p, m) < 0)
		return complain(d, c->manifest);
	twintree_forget(t);
	if (swap_in_place(c->stage.p, c->out.p, m, d) < 0)
		return -1;
	(void)fs_remove_tree(c->twin.p);
	(void)notes_adopt(c->manifest.p); /* or the next run does it */
	return 0;
}

/* The mode that the folder ${from} has. */
static void
take_mode(int from, int to)
{
	struct stat st;

	if (from >= 0 && fstat(from, &st) == 0)
		(void)fchmod(to, st.st_mode & 07777);
}

/* One exchange of the output folder with the folder ${tree}, which is open at ${fd}. -1 with errno where nothing happened. */
static int
exchange(struct commit *c, struct str tree, int fd, const struct survey *found)
{
	take_mode(c->was->fd, fd);
	if (c->was->fd >= 0)
		survey_modes(found, c->was->fd, fd);
	c->made.folder = published_folder(fd);
	if (notes_prepare(c->manifest.p, &c->made) < 0 || swap_whole(tree.p, c->out.p) < 0)
		return -1;
	return 0;
}

/* False: it can't be done this way, and nothing has happened. */
static bool
by_twin(
    struct commit *c, struct twintree *t, const struct survey *found, struct commit_result *r, struct diags *d, int *rc)
{
	if (twintree_catch_up(t, &c->made, found) < 0) {
		twintree_forget(t);
		return false;
	}
	r->way = COMMIT_TWIN;
	*rc = 0;
	if (twintree_move(t, c->fd, &c->made) < 0 || exchange(c, t->path, t->fd, found) < 0) {
		*rc = complain(d, t->path);
		twintree_forget(t);
	} else {
		(void)notes_adopt(c->manifest.p); /* or the next run does it */
		if (twintree_exchanged(t, &c->made, found) < 0)
			twintree_forget(t);
	}
	return true;
}

/* The stage becomes the whole new tree. -1 with errno. */
static int
fill(const struct commit *c)
{
	for (size_t i = 0; i < c->made.entries.n; i++) {
		const struct manifest_entry *e = &c->made.entries.v[i];

		if (e->kept && put_link(c->fd, (char *)(uintptr_t)e->path.p, c->was->fd) < 0)
			return -1;
	}
	return 0;
}

/* Whether what is replaced was a site of ours, which is worth being kept as the twin. */
static bool
had_ours(const struct commit *c, const struct commit_result *r)
{
	return c->was->fd >= 0 && (c->was->last.entries.n > 0 || r->kept > 0);
}

static int
whole(struct commit *c, struct twintree *t, const struct survey *found, struct commit_result *r, struct diags *d)
{
	r->way = COMMIT_WHOLE;
	twintree_forget(t);
	if (fill(c) < 0) {
		r->why = "its file system has no hard links";
		return swap_cannot(errno) || errno == EMLINK ? in_place(c, t, found, r, d) : complain(d, c->stage);
	}
	if (survey_carry(found, c->out.p, c->stage.p, d) < 0)
		return -1;
	if (exchange(c, c->stage, c->fd, found) < 0) {
		r->why = "it cannot be exchanged";
		return swap_cannot(errno) && c->was->fd >= 0 ? in_place(c, t, found, r, d) : complain(d, c->out);
	}
	(void)notes_adopt(c->manifest.p); /* or the next run does it */
	if (had_ours(c, r) && twintree_replaced(t, c->stage.p, c->made.folder, &c->made, found) < 0)
		twintree_forget(t);
	return 0;
}

/* Whether the twin is worth the changes: else a new tree is linked in less time. */
static bool
is_near(const struct commit *c, const struct twintree *t, const struct commit_result *r)
{
	return t->usable && twintree_behind(t) + r->written + r->removed <= c->made.entries.n / 2;
}

/* The survey. What is remembered of folders serves as long as it is remembered which files are ours. */
static int
look(const struct commit *c, const struct twintree *t, struct survey *found, struct diags *d)
{
	const struct manifest *last = &c->was->last;
	struct str notes = path_dir(c->manifest);
	struct folders plain;
	int rc;

	if (!last->known) {
		folders_forget(notes);
		return survey_read(found, c->out.p, &c->made, last, NULL, d);
	}
	folders_open(&plain, notes, c->was->folder);
	rc = survey_read(found, c->out.p, &c->made, last, &plain, d);
	folders_close(&plain, t->id);
	return rc;
}

static int
several(struct commit *c, struct twintree *t, struct survey *found, struct commit_result *r, struct diags *d)
{
	int rc;

	if (c->was->fd >= 0 && look(c, t, found, d) < 0)
		return -1;
	if (found->blocked.n > 0) {
		complain_blocked(c, found, d);
		return -1;
	}
	r->removed = found->stale.n;
	if (c->was->fd >= 0 && r->written == 0 && r->removed == 0)
		return nothing(c, t);
	if (c->was->fd >= 0 && (c->in_place || c->why != NULL)) {
		r->why = c->in_place ? NULL : c->why;
		return in_place(c, t, found, r, d);
	}
	if (is_near(c, t, r) && by_twin(c, t, found, r, d, &rc))
		return rc;
	return whole(c, t, found, r, d);
}

static int
publish(struct commit *c, struct twintree *t, struct commit_result *r, struct diags *d)
{
	const struct manifest *last = &c->was->last;
	struct survey found = SURVEY_INIT;
	const struct manifest_entry *e;
	int rc;

	if (c->was->fd >= 0 && last->known && !has_gone(&c->made, last)) {
		if (r->written == 0)
			return nothing(c, t);
		if ((e = only_one(c, r->written)) != NULL)
			return one(c, t, e, r, d);
	}
	rc = several(c, t, &found, r, d);
	survey_free(&found);
	return rc;
}

int
commit_publish(struct commit *c, struct commit_result *r, struct diags *d)
{
	struct twintree t;
	int rc;

	*r = (struct commit_result){ .written = count_written(&c->made) };
	r->kept = c->made.entries.n - r->written;
	twintree_open(&t, c->was->fd, c->was->folder, c->twin, c->journal);
	rc = publish(c, &t, r, d);
	twintree_close(&t);
	return rc;
}

/* -- back -- */

/*
 * The manifest of the twin: what is the same in both, and what it has of its own. Of that only the path is noted, so
 * that nobody takes the old page for what its sources make of it now.
 */
static void
list_twin(const struct twintree *t, const struct manifest *last, struct manifest *made)
{
	struct journal_row row;
	struct stat st;

	for (size_t i = 0; i < last->entries.n; i++) {
		struct manifest_entry e = last->entries.v[i];

		e.kept = e.intact = true;
		if (!journal_has(&t->was, JOURNAL_DIFFERS, e.path, 0))
			VEC_PUSH(&made->entries, e);
	}
	for (size_t i = 0; journal_next(&t->was, &i, &row);)
		if (row.kind == JOURNAL_DIFFERS && fstatat(t->fd, row.path.p, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
		    S_ISREG(st.st_mode) && !journal_has(&t->was, JOURNAL_FILE, row.path, (uint64_t)st.st_ino))
			VEC_PUSH(&made->entries, ((struct manifest_entry){ .path = row.path }));
	manifest_sort(made);
}

static int
go_back(struct commit *c, struct twintree *t, struct survey *found, struct commit_result *r, struct diags *d)
{
	list_twin(t, &c->was->last, &c->made);
	if (survey_read(found, c->out.p, &c->made, &c->was->last, NULL, d) < 0)
		return -1;
	if (found->blocked.n > 0) {
		complain_blocked(c, found, d);
		return -1;
	}
	r->written = count_written(&c->made);
	r->kept = c->made.entries.n - r->written;
	r->removed = found->stale.n;
	if (twintree_catch_up(t, &c->made, found) < 0 || exchange(c, t->path, t->fd, found) < 0)
		return complain(d, t->path);
	(void)notes_adopt(c->manifest.p); /* or the next run does it */
	if (twintree_exchanged(t, &c->made, found) < 0)
		twintree_forget(t);
	return 0;
}

int
commit_rollback(struct commit *c, struct commit_result *r, struct diags *d)
{
	struct survey found = SURVEY_INIT;
	struct twintree t;
	int rc = -1;

	*r = (struct commit_result){ .way = COMMIT_TWIN };
	twintree_open(&t, c->was->fd, c->was->folder, c->twin, c->journal);
	if (t.usable && c->was->last.known)
		rc = go_back(c, &t, &found, r, d);
	else
		diag_add(d, DIAG_ROLLBACK_NONE, NULL, (struct span){ 0 }, "%.*s", STR_ARG(c->out));
	survey_free(&found);
	twintree_close(&t);
	return rc;
}

/* -- after a run that was killed -- */

int
commit_recover(const char *out, const char *stage, const char *manifest, struct diags *d)
{
	struct manifest m = MANIFEST_INIT;
	int fd = open(out, O_RDONLY | O_DIRECTORY | O_CLOEXEC), rc = 0;

	if (fd < 0 && errno != ENOENT)
		return complain(d, str_of(out));
	notes_read_new(&m, manifest);
	if (m.known && fd >= 0 && m.folder == published_folder(fd)) {
		if (m.in_place)
			rc = swap_in_place(stage, out, &m, d);
		if (rc == 0 && notes_adopt(manifest) < 0)
			rc = complain(d, str_of(manifest));
	} else {
		notes_discard(manifest);
	}
	if (fd >= 0)
		close(fd);
	manifest_free(&m);
	return rc;
}
