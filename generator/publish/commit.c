/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/commit.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/path.h"
#include "publish/notes.h"
#include "publish/put.h"
#include "publish/survey.h"
#include "publish/swap.h"

/*
 * The order of steps keeps the output folder whole whenever the program is killed:
 *
 *	1. the stage is filled                        killed: the next run removes the stage
 *	2. files that stay, and files of others, are linked into it
 *	3. the new manifest is prepared               it names the inode of the folder that it tells of
 *	4. one exchange                               before it the old tree is there, after it the new
 *	5. the new manifest takes its place           killed before: commit_recover() sees by the inode which one is right
 *	6. the old tree is removed                    killed: the next run removes it
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
	if (!last->known || made->ino != last->ino || made->entries.n != last->entries.n)
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

/* Nothing but, perhaps, what the files are told by. */
static int
note_only(struct commit *c, struct diags *d)
{
	c->made.ino = c->was->ino;
	if (same_notes(&c->made, &c->was->last))
		return 0;
	if (notes_prepare(c->manifest.p, &c->made) < 0 || notes_adopt(c->manifest.p) < 0)
		return complain(d, c->manifest);
	return 0;
}

static int
in_place(struct commit *c, const struct survey *found, struct commit_result *r, struct diags *d)
{
	struct manifest *m = &c->made;

	r->way = COMMIT_IN_PLACE;
	m->ino = c->was->ino;
	m->in_place = true;
	for (size_t i = 0; i < found->stale.n; i++)
		VEC_PUSH(&m->gone, found->stale.v[i]);
	if (notes_prepare(c->manifest.p, m) < 0)
		return complain(d, c->manifest);
	if (swap_in_place(c->stage.p, c->out.p, m, d) < 0)
		return -1;
	return notes_adopt(c->manifest.p) < 0 ? complain(d, c->manifest) : 0;
}

/* The stage becomes the whole new tree. -1 with errno. */
static int
fill(struct commit *c, const struct survey *found, struct diags *d)
{
	for (size_t i = 0; i < c->made.entries.n; i++) {
		const struct manifest_entry *e = &c->made.entries.v[i];

		if (e->kept && put_link(c->fd, (char *)(uintptr_t)e->path.p, c->was->fd) < 0)
			return -1;
	}
	return survey_carry(found, c->out.p, c->stage.p, d);
}

static int
whole(struct commit *c, const struct survey *found, struct commit_result *r, struct diags *d)
{
	struct stat st;

	r->way = COMMIT_WHOLE;
	if (fill(c, found, d) < 0)
		return -1;
	if (fstat(c->fd, &st) < 0)
		return complain(d, c->stage);
	c->made.ino = (uint64_t)st.st_ino;
	if (c->was->fd >= 0 && fstat(c->was->fd, &st) == 0)
		(void)fchmod(c->fd, st.st_mode & 07777);
	if (notes_prepare(c->manifest.p, &c->made) < 0)
		return complain(d, c->manifest);
	if (swap_whole(c->stage.p, c->out.p) == 0)
		return notes_adopt(c->manifest.p) < 0 ? complain(d, c->manifest) : 0;
	if (!swap_cannot(errno) || c->was->fd < 0)
		return complain(d, c->out);
	r->why = strerror(errno);
	return in_place(c, found, r, d);
}

static int
publish(struct commit *c, struct survey *found, struct commit_result *r, struct diags *d)
{
	const struct manifest *last = &c->was->last;

	if (c->was->fd >= 0 && survey_read(found, c->out.p, &c->made, last, d) < 0)
		return -1;
	if (found->blocked.n > 0) {
		complain_blocked(c, found, d);
		return -1;
	}
	r->removed = found->stale.n;
	if (c->was->fd >= 0 && r->written == 0 && r->removed == 0)
		return note_only(c, d);
	if (c->why != NULL) {
		r->why = c->why;
		return in_place(c, found, r, d);
	}
	return whole(c, found, r, d);
}

int
commit_publish(struct commit *c, struct commit_result *r, struct diags *d)
{
	struct survey found = SURVEY_INIT;
	const struct manifest *last = &c->was->last;
	int rc;

	*r = (struct commit_result){ .written = count_written(&c->made) };
	r->kept = c->made.entries.n - r->written;
	if (c->was->fd >= 0 && last->known && r->written == 0 && !has_gone(&c->made, last))
		return note_only(c, d);
	rc = publish(c, &found, r, d);
	survey_free(&found);
	return rc;
}

/* -- after a run that was killed -- */

int
commit_recover(const char *out, const char *stage, const char *manifest, struct diags *d)
{
	struct manifest m = MANIFEST_INIT;
	struct stat st;
	int rc = 0;

	notes_read_new(&m, manifest);
	if (m.known && stat(out, &st) == 0 && m.ino == (uint64_t)st.st_ino) {
		if (m.in_place)
			rc = swap_in_place(stage, out, &m, d);
		if (rc == 0 && notes_adopt(manifest) < 0)
			rc = complain(d, str_of(manifest));
	} else {
		notes_discard(manifest);
	}
	manifest_free(&m);
	return rc;
}
