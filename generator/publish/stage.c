/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/stage.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/path.h"
#include "publish/manifest.h"
#include "publish/outdir.h"
#include "publish/put.h"
#include "publish/survey.h"
#include "publish/swap.h"

/*
 * The order of steps keeps the output folder whole whenever the program is killed:
 *
 *	1. the stage is filled beside it              killed: the next run removes the stage
 *	2. the manifest names old and new pages       so that both count as ours, whichever is there
 *	3. files of others are linked into the stage
 *	4. one exchange                               before it the old tree is there, after it the new
 *	5. the manifest names the new pages only
 *	6. the old tree is removed                    killed: the next run removes it
 */

/*
 * A file that was written. The list grows at its head, by any worker, without a lock. One that was there already is
 * noted with the hash of what should be in it: another worker may still be writing it, so equality is looked at in the end.
 */
struct written {
	struct written *next;
	uint64_t hash;
	bool again;
	char path[];
};

struct stage {
	struct arena arena;
	struct str out;      /* the output folder: absolute, real */
	struct str dir;      /* the folder that is filled */
	struct str manifest; /* file */
	int fd;              /* of ${dir}; holds a lock, too */
	int lock;
	bool apart; /* ${dir} could not be made beside ${out}: no exchange */
	_Atomic(struct written *) written;
	atomic_bool failed; /* a write failed and was diagnosed: say it once */
};

static int
complain(struct diags *d, struct str what)
{
	diag_add(d, DIAG_IO, NULL, (struct span){ 0 }, "%.*s: %s", STR_ARG(what), strerror(errno));
	return -1;
}

static int
complain_busy(struct diags *d, struct str out)
{
	struct diag *g = diag_add(d, DIAG_OUTPUT_BUSY, NULL, (struct span){ 0 }, "%.*s", STR_ARG(out));

	diag_note(d, g, "wait until it is done, or choose another folder with -o");
	return -1;
}

/* Opens and locks; -1 with EWOULDBLOCK where another process has it. */
static int
lock(const char *path, int flags)
{
	int fd = open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0666), why;

	if (fd < 0 || flock(fd, LOCK_EX | LOCK_NB) == 0)
		return fd;
	why = errno;
	close(fd);
	errno = why;
	return -1;
}

/* The site's own notes on its builds; no business of version control. */
static int
open_notes(struct stage *s, struct str root, struct diags *d)
{
	struct str notes = path_join(&s->arena, root, STR(".pensum")), mine, file;
	char hex[17];

	hash_hex(hash_bytes(s->out), hex);
	mine = arena_fmt(&s->arena, "%.*s/%s", STR_ARG(notes), hex);
	s->manifest = arena_fmt(&s->arena, "%s/manifest", mine.p);
	if (fs_mkdirs(mine.p) < 0)
		return complain(d, mine);
	(void)fs_write_new(arena_fmt(&s->arena, "%.*s/.gitignore", STR_ARG(notes)).p, STR("*\n"));
	file = arena_fmt(&s->arena, "%.*s/lock-%s", STR_ARG(notes), hex);
	s->lock = lock(file.p, O_RDWR | O_CREAT);
	if (s->lock < 0)
		return errno == EWOULDBLOCK ? complain_busy(d, s->out) : complain(d, file);
	return 0;
}

/*
 * Makes the empty folder s->dir and takes its lock, which tells a living stage from one that a killed run left behind
 * (the runs of another site may use the same output folder). -1 with errno.
 */
static int
make_dir(struct stage *s)
{
	int fd = lock(s->dir.p, O_RDONLY | O_DIRECTORY);

	if (fd >= 0)
		close(fd);
	else if (errno == EWOULDBLOCK)
		return -1;
	if (fs_remove_tree(s->dir.p) < 0 || mkdir(s->dir.p, 0777) < 0)
		return -1;
	s->fd = lock(s->dir.p, O_RDONLY | O_DIRECTORY);
	return s->fd < 0 ? -1 : 0;
}

/* Group and mode of the folder that will be replaced; new folders inside inherit what is to be inherited. */
static void
take_after(struct stage *s)
{
	struct stat st;

	if (stat(s->out.p, &st) < 0)
		return;
	if (fchown(s->fd, (uid_t)-1, st.st_gid) < 0)
		errno = 0; /* not a member of that group: our own will do */
	(void)fchmod(s->fd, (st.st_mode & 07777) | S_IRWXU);
}

/* Beside the output folder, or, where that folder's parent is closed to us, in the site's notes. */
static int
open_dir(struct stage *s, struct diags *d)
{
	struct str around = path_dir(s->out), name = path_base(s->out);
	int why;

	if (fs_mkdirs(arena_fmt(&s->arena, "%.*s/", STR_ARG(around)).p) < 0)
		return complain(d, around);
	s->dir = arena_fmt(&s->arena, "%.*s/.%.*s.pensum-stage", STR_ARG(around), STR_ARG(name));
	why = make_dir(s) < 0 ? errno : 0;
	if (why && swap_cannot(why) && fs_kind(s->out.p) == FS_DIR) {
		s->apart = true;
		s->dir = arena_fmt(&s->arena, "%.*s/stage", STR_ARG(path_dir(s->manifest)));
		why = make_dir(s) < 0 ? errno : 0;
	}
	if (s->fd < 0) {
		errno = why;
		return why == EWOULDBLOCK ? complain_busy(d, s->out) : complain(d, s->dir);
	}
	take_after(s);
	return 0;
}

/* Ends ${s} and its locks; the folder stays. */
static void
release(struct stage *s)
{
	struct written *w = atomic_load(&s->written), *next;

	for (; w != NULL; w = next) {
		next = w->next;
		free(w);
	}
	if (s->fd >= 0)
		close(s->fd);
	if (s->lock >= 0)
		close(s->lock);
	arena_free(&s->arena);
	free(s);
}

struct stage *
stage_open(struct str root, struct str out, struct diags *d)
{
	struct stage *s = mem_alloc(sizeof *s);

	s->fd = s->lock = -1;
	s->out = outdir_resolve(&s->arena, root, out, d);
	if (s->out.n == 0 || open_notes(s, root, d) < 0 || open_dir(s, d) < 0) {
		release(s);
		return NULL;
	}
	return s;
}

static void
fail(struct stage *s, struct str path, struct diags *d)
{
	if (errno == EEXIST || errno == ENOTDIR || errno == EISDIR)
		diag_add(d, DIAG_OUTPUT_COLLISION, NULL, (struct span){ 0 }, "%.*s", STR_ARG(path));
	else if (!atomic_exchange(&s->failed, true))
		(void)complain(d, path);
}

/* Paths come from assemble/ and assets.c: clean and relative, or it is our bug. */
static bool
clean(struct str path)
{
	struct str rest = path;

	while (rest.n > 0) {
		struct str part = str_cut(&rest, '/');

		if (part.n == 0 || str_is(part, ".") || str_is(part, ".."))
			return false;
	}
	return path.n > 0 && path.p[path.n - 1] != '/' && memchr(path.p, '\0', path.n) == NULL;
}

/* The name of a new file, ending in NUL, and room to note it. */
static struct written *
name_file(struct str path)
{
	struct written *w = mem_alloc(sizeof *w + path.n + 1);

	assert(clean(path));
	memcpy(w->path, path.p, path.n);
	return w;
}

/* Notes a file that was written (${rc} 0) or is to be compared, or says why it was not. */
static int
note_file(struct stage *s, struct written *w, int rc, struct diags *d)
{
	if (rc < 0 && !w->again) {
		fail(s, str_of(w->path), d);
		free(w);
		return -1;
	}
	w->next = atomic_load(&s->written);
	while (!atomic_compare_exchange_weak(&s->written, &w->next, w))
		continue;
	return 0;
}

int
stage_write(struct stage *s, struct str path, struct str bytes, struct diags *d)
{
	struct written *w = name_file(path);
	int rc = put_bytes(s->fd, w->path, bytes);

	if (rc < 0 && errno == EEXIST) {
		w->again = true;
		w->hash = hash_bytes(bytes);
	}
	return note_file(s, w, rc, d);
}

/* Whether ${file} could be read for its hash; errno is as it was. */
static bool
hash_file(const char *file, uint64_t *hash)
{
	struct arena a = ARENA_INIT;
	struct str bytes = STR_EMPTY;
	int why = errno;
	bool fine = fs_read(&a, file, &bytes) == 0;

	*hash = hash_bytes(bytes);
	arena_free(&a);
	errno = why;
	return fine;
}

int
stage_copy(struct stage *s, struct str path, struct str file, struct diags *d)
{
	struct written *w = name_file(path);
	char *name = mem_alloc(file.n + 1);
	int from, rc = -1;

	memcpy(name, file.p, file.n);
	from = open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (from < 0) {
		diag_add(d, DIAG_FILE_UNREADABLE, NULL, (struct span){ 0 }, "%.*s: %s", STR_ARG(file), strerror(errno));
		free(name);
		free(w);
		return -1;
	}
	rc = put_copy(s->fd, w->path, from);
	if (rc < 0 && errno == EEXIST)
		w->again = hash_file(name, &w->hash);
	rc = note_file(s, w, rc, d);
	close(from);
	free(name);
	return rc;
}

static void
complain_blocked(const struct stage *s, const struct survey *found, struct diags *d)
{
	for (size_t i = 0; i < found->blocked.n; i++) {
		struct str path = path_join(&d->arena, s->out, found->blocked.v[i]);

		diag_note(d, diag_add(d, DIAG_OUTPUT_FOREIGN, NULL, (struct span){ 0 }, "%.*s", STR_ARG(path)),
		    "move it away, or choose another folder with -o");
	}
}

/* Steps 3 and 4 above. */
static int
replace(struct stage *s, const struct manifest *made, const struct survey *found, struct diags *d)
{
	struct stat st;

	if (s->apart)
		return swap_in_place(s->dir.p, s->out.p, made, found, d);
	if (survey_carry(found, s->out.p, s->dir.p, d) < 0)
		return -1;
	if (stat(s->out.p, &st) == 0)
		(void)fchmod(s->fd, st.st_mode & 07777);
	if (swap_whole(s->dir.p, s->out.p) == 0)
		return 0;
	if (!swap_cannot(errno) || fs_kind(s->out.p) != FS_DIR)
		return complain(d, s->out);
	return swap_in_place(s->dir.p, s->out.p, made, found, d);
}

static int
publish(
    struct stage *s, const struct manifest *made, const struct manifest *last, struct survey *found, struct diags *d)
{
	if (fs_kind(s->out.p) == FS_DIR && survey_read(found, s->out.p, s->dir.p, made, last, d) < 0)
		return -1;
	if (found->blocked.n > 0) {
		complain_blocked(s, found, d);
		return -1;
	}
	if (manifest_write(s->manifest.p, made, last) < 0)
		return complain(d, s->manifest);
	if (replace(s, made, found, d) < 0)
		return -1;
	(void)manifest_write(s->manifest.p, made, NULL); /* else the one that names both goes on holding */
	return 0;
}

/* Fills ${made}. False (diagnosed) where two texts were written to one path: which one is there is chance. */
static bool
gather(struct stage *s, struct manifest *made, struct diags *d)
{
	struct arena a = ARENA_INIT;
	bool fine = true;

	for (const struct written *w = atomic_load(&s->written); w != NULL; w = w->next) {
		uint64_t hash;

		manifest_add(made, str_of(w->path));
		if (!w->again)
			continue;
		if (!hash_file(arena_fmt(&a, "%s/%s", s->dir.p, w->path).p, &hash) || hash != w->hash) {
			diag_add(d, DIAG_OUTPUT_COLLISION, NULL, (struct span){ 0 }, "%s", w->path);
			fine = false;
		}
		arena_reset(&a);
	}
	arena_free(&a);
	manifest_sort(made);
	return fine;
}

int
stage_commit(struct stage *s, struct diags *d)
{
	struct manifest made = MANIFEST_INIT, last = MANIFEST_INIT;
	struct survey found = SURVEY_INIT;
	bool whole = gather(s, &made, d);
	int rc = -1;

	manifest_read(&last, s->manifest.p);
	if (whole && !atomic_load(&s->failed))
		rc = publish(s, &made, &last, &found, d);
	survey_free(&found);
	manifest_free(&last);
	manifest_free(&made);
	stage_drop(s); /* the old tree now, or what was not published */
	return rc;
}

void
stage_drop(struct stage *s)
{
	if (s == NULL)
		return;
	(void)fs_remove_tree(s->dir.p);
	release(s);
}
