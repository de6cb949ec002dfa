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
#include "publish/ahead.h"
#include "publish/digest.h"
#include "publish/gather.h"
#include "publish/ledger.h"
#include "publish/manifest.h"
#include "publish/notefolder.h"
#include "publish/notes.h"
#include "publish/outdir.h"
#include "publish/published.h"
#include "publish/put.h"
#include "publish/survey.h"
#include "publish/swap.h"

struct stage {
	struct arena arena;
	struct stage *last; /* of one in memory: from which files may be kept; or NULL */
	bool memory;        /* all is in the ledger; what is below is not used */
	struct ledger ledger;
	struct published was;
	struct str out;               /* the output folder: absolute, real */
	struct str dir;               /* the folder that is filled */
	struct str inside;            /* where ${dir} is when it can't be beside ${out} */
	struct str twin;              /* folder: twintree.h */
	struct str manifest, journal; /* files */
	bool in_place;                /* no exchange is wanted */
	int fd;                       /* of ${dir}; holds a lock, too */
	struct notefolder notes;
	const char *why;    /* ${dir} could not be made beside ${out}: no exchange */
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

static int
open_notes(struct stage *s, struct str root, struct diags *d)
{
	if (notefolder_open(&s->notes, &s->arena, root, s->out) < 0)
		return errno == EWOULDBLOCK ? complain_busy(d, s->out) : complain(d, s->notes.path);
	s->manifest = path_join(&s->arena, s->notes.path, STR("manifest"));
	s->journal = path_join(&s->arena, s->notes.path, STR("journal"));
	return 0;
}

/*
 * Makes the empty folder s->dir and takes its lock, which tells a living stage from one that a killed run left behind
 * (the runs of another site may use the same output folder). -1 with errno.
 */
static int
make_dir(struct stage *s)
{
	if (fs_remove_tree(s->dir.p) < 0 || mkdir(s->dir.p, 0777) < 0)
		return -1;
	s->fd = notefolder_lock(s->dir.p, O_RDONLY | O_DIRECTORY);
	return s->fd < 0 ? -1 : 0;
}

/* Whether nobody lives in s->dir. */
static bool
is_free(const struct stage *s)
{
	int fd = notefolder_lock(s->dir.p, O_RDONLY | O_DIRECTORY);

	if (fd >= 0)
		close(fd);
	return fd >= 0 || errno != EWOULDBLOCK;
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

/* Whether ${out} is where another file system, or another part of one, is mounted: it can't be exchanged with what is beside it. */
static bool
is_mounted(const char *out, const char *around)
{
	struct statx a, b;

	return statx(AT_FDCWD, out, 0, STATX_MNT_ID, &a) == 0 && statx(AT_FDCWD, around, 0, STATX_MNT_ID, &b) == 0 &&
	    (a.stx_mask & b.stx_mask & STATX_MNT_ID) != 0 && a.stx_mnt_id != b.stx_mnt_id;
}

/* Beside the output folder, or inside where what is beside cannot take its place. */
static int
open_dir(struct stage *s, struct diags *d)
{
	struct str around = arena_fmt(&s->arena, "%.*s/", STR_ARG(path_dir(s->out))), name = path_base(s->out);

	if (fs_mkdirs(around.p) < 0)
		return complain(d, around);
	s->inside = arena_fmt(&s->arena, "%.*s/" SURVEY_TEMP, STR_ARG(s->out));
	s->dir = arena_fmt(&s->arena, "%s.%.*s.pensum-stage", around.p, STR_ARG(name));
	s->twin = arena_fmt(&s->arena, "%s.%.*s.pensum-twin", around.p, STR_ARG(name));
	if (is_mounted(s->out.p, around.p))
		s->why = "it is a mount point";
	else if (faccessat(AT_FDCWD, around.p, W_OK, AT_EACCESS) < 0 && swap_cannot(errno) &&
	    fs_kind(s->out.p) == FS_DIR)
		s->why = "the folder around it is closed";
	if (s->why != NULL)
		s->dir = s->inside;
	if (!is_free(s))
		return complain_busy(d, s->out);
	if (commit_recover(s->out.p, s->dir.p, s->manifest.p, d) < 0)
		return -1;
	notes_discard(s->journal.p);
	if (make_dir(s) < 0)
		return errno == EWOULDBLOCK ? complain_busy(d, s->out) : complain(d, s->dir);
	if (s->why == NULL)
		(void)fs_remove_tree(s->inside.p);
	take_after(s);
	return 0;
}

/* Ends ${s} and its locks; the folder stays. */
static void
release(struct stage *s)
{
	ledger_close(&s->ledger);
	published_close(&s->was);
	if (s->fd >= 0)
		close(s->fd);
	notefolder_close(&s->notes);
	arena_free(&s->arena);
	free(s);
}

struct stage *
stage_open(struct str root, struct str out, struct diags *d)
{
	return stage_open_after(root, out, NULL, d);
}

struct stage *
stage_open_after(struct str root, struct str out, struct ahead *ahead, struct diags *d)
{
	struct stage *s = stage_memory();

	s->memory = false;
	s->out = outdir_resolve(&s->arena, root, out, d);
	if (s->out.n == 0 || open_notes(s, root, d) < 0 || open_dir(s, d) < 0) {
		release(s);
		return NULL;
	}
	if (!(ahead && ahead_take(ahead, &s->was, s->out, s->manifest)) &&
	    published_open(&s->was, s->out.p, s->manifest.p) < 0) {
		(void)complain(d, s->out);
		stage_drop(s);
		return NULL;
	}
	return s;
}

void
stage_in_place(struct stage *s)
{
	s->in_place = true;
}

struct stage *
stage_memory(void)
{
	struct stage *s = mem_alloc(sizeof *s);

	s->memory = true;
	s->fd = s->notes.lock = s->was.fd = -1;
	ledger_open(&s->ledger);
	return s;
}

struct stage *
stage_memory_after(struct stage *last)
{
	struct stage *s = stage_memory();

	s->last = last;
	return s;
}

/* -- files -- */

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

/* What the new file is told by, or why there is none. A path that is a file here and a folder there is told in the end. */
static int
done(struct stage *s, struct ledger_file *f, int rc, const struct stat *st, struct diags *d)
{
	if (rc == 0) {
		f->mtime = (int64_t)st->st_mtim.tv_sec * 1000000000 + st->st_mtim.tv_nsec;
		f->ino = (uint64_t)st->st_ino;
		return 0;
	}
	if (errno == EEXIST || errno == ENOTDIR || errno == EISDIR) {
		atomic_store(&f->torn, true);
		return 0;
	}
	if (!atomic_exchange(&s->failed, true))
		(void)complain(d, str_of(f->path));
	return -1;
}

static char *
copy_of(struct str bytes)
{
	char *p = mem_alloc(bytes.n + 1);

	memcpy(p, bytes.p, bytes.n);
	return p;
}

int
stage_write(struct stage *s, struct str path, struct str bytes, struct diags *d)
{
	return stage_write_hashed(s, path, bytes, digest_bytes(bytes), d);
}

int
stage_write_hashed(struct stage *s, struct str path, struct str bytes, uint64_t hash, struct diags *d)
{
	char *kept = s->memory ? copy_of(bytes) : NULL;
	struct ledger_file *f;
	struct stat st;
	bool first;

	assert(clean(path));
	f = ledger_note(&s->ledger, path, hash, bytes.n, kept, &first);
	if (!first || s->memory || published_same(&s->was, f))
		return 0;
	return done(s, f, put_bytes(s->fd, f->path, bytes, &st), &st, d);
}

/* With EAGAIN the file was being written meanwhile. */
static int
complain_source(const struct stage_source *source, struct diags *d)
{
	diag_add(d, DIAG_FILE_UNREADABLE, &(struct source){ source->path, STR_EMPTY }, (struct span){ 0 }, "%s",
	    errno == EAGAIN ? "it changed while it was read" : strerror(errno));
	return -1;
}

/* All of the plain file ${fd}, of ${size} bytes, for free(); NULL with errno. */
static char *
read_whole(int fd, uint64_t size)
{
	char *p = mem_alloc(size + 1);
	ssize_t n = lseek(fd, 0, SEEK_SET) < 0 ? -1 : fs_read_fd(fd, p, size);

	if (n >= 0 && (uint64_t)n == size)
		return p;
	if (n >= 0)
		errno = EAGAIN;
	free(p);
	return NULL;
}

/* Whether the file is still as it was when ${was} was asked: else its hash is not that of the copy. */
static bool
is_still(int from, const struct stat *was)
{
	struct stat st;

	return fstat(from, &st) == 0 && st.st_size == was->st_size && st.st_mtim.tv_sec == was->st_mtim.tv_sec &&
	    st.st_mtim.tv_nsec == was->st_mtim.tv_nsec;
}

/* The hash of the plain file ${from}, and for a stage in memory its bytes. -1 with errno. */
static int
look_at(const struct stage *s, int from, uint64_t *hash, uint64_t *size, char **bytes)
{
	struct digest g = DIGEST_INIT;
	int rc = digest_fd(&g, from);

	*hash = g.hash;
	*size = g.size;
	digest_free(&g);
	if (rc < 0 || !s->memory)
		return rc;
	*bytes = read_whole(from, *size);
	if (*bytes != NULL)
		*hash = digest_bytes((struct str){ *bytes, *size });
	return *bytes != NULL ? 0 : -1;
}

static int
copy_file(struct stage *s, struct str path, const struct stage_source *source, int from, struct diags *d)
{
	struct ledger_file *f;
	struct stat was, st;
	uint64_t hash, size;
	char *bytes = NULL;
	bool first;
	int rc;

	if (fstat(from, &was) < 0 || look_at(s, from, &hash, &size, &bytes) < 0)
		return complain_source(source, d);
	if (source->hash != 0 && hash != source->hash) { /* its name would say something else */
		free(bytes);
		errno = EAGAIN;
		return complain_source(source, d);
	}
	f = ledger_note(&s->ledger, path, hash, size, bytes, &first);
	if (!first || s->memory || published_same(&s->was, f))
		return 0;
	if (lseek(from, 0, SEEK_SET) < 0)
		return complain_source(source, d);
	rc = put_copy(s->fd, f->path, from, &st);
	if (rc == 0 && !is_still(from, &was)) {
		errno = EAGAIN;
		return complain_source(source, d);
	}
	return done(s, f, rc, &st, d);
}

int
stage_copy(struct stage *s, struct str path, const struct stage_source *source, struct diags *d)
{
	struct arena a = ARENA_INIT;
	int from = open(arena_str(&a, source->file).p, O_RDONLY | O_CLOEXEC | O_NONBLOCK), rc;

	assert(clean(path));
	arena_free(&a);
	if (from < 0)
		return complain_source(source, d);
	rc = copy_file(s, path, source, from, d);
	close(from);
	return rc;
}

bool
stage_keep(struct stage *s, struct str path, uint64_t hash)
{
	return s->memory ? ledger_keep(&s->ledger, s->last ? &s->last->ledger : NULL, path, hash)
			 : published_keep(&s->was, path, hash);
}

bool
stage_find(const struct stage *s, struct str path, struct str *bytes)
{
	return ledger_bytes(&s->ledger, path, bytes);
}

int
stage_read(const struct stage *s, struct arena *a, struct str path, struct str *bytes)
{
	const struct ledger_file *f = ledger_find(&s->ledger, path);

	if (!s->memory)
		return fs_read(a, path_join(a, f && !f->kept ? s->dir : s->out, path).p, bytes);
	errno = ENOENT;
	return stage_find(s, path, bytes) ? 0 : -1;
}

void
stage_outdate(struct stage *s, struct str path)
{
	ledger_outdate(&s->ledger, path, true);
}

void
stage_restore(struct stage *s, struct str path)
{
	ledger_outdate(&s->ledger, path, false);
}

void
stage_restore_all(struct stage *s)
{
	ledger_restore(&s->ledger);
}

void
stage_forget_last(struct stage *s)
{
	stage_drop(s->last);
	s->last = NULL;
}

struct str *
stage_paths(const struct stage *s, struct arena *a, size_t *n)
{
	return ledger_paths(&s->ledger, a, n);
}

/* -- the end -- */

int
stage_settle(struct stage *s, struct diags *d)
{
	struct manifest made = MANIFEST_INIT;
	int rc = gather_made(&s->ledger, &s->was, &made, d) ? 0 : -1;

	manifest_free(&made);
	return rc;
}

static struct commit
commit_of(struct stage *s)
{
	return (struct commit){
		.out = s->out,
		.stage = s->dir,
		.twin = s->twin,
		.manifest = s->manifest,
		.journal = s->journal,
		.fd = s->fd,
		.in_place = s->in_place,
		.why = s->why,
		.was = &s->was,
	};
}

int
stage_commit(struct stage *s, struct commit_result *r, struct diags *d)
{
	struct commit c = commit_of(s);
	struct commit_result unseen;
	int rc = -1;

	assert(!s->memory);
	if (gather_made(&s->ledger, &s->was, &c.made, d) && !atomic_load(&s->failed))
		rc = commit_publish(&c, r != NULL ? r : &unseen, d);
	manifest_free(&c.made);
	stage_drop(s); /* the old tree now, or what was not published */
	return rc;
}

int
stage_rollback(struct stage *s, struct commit_result *r, struct diags *d)
{
	struct commit c = commit_of(s);
	int rc = commit_rollback(&c, r, d);

	manifest_free(&c.made);
	stage_drop(s);
	return rc;
}

void
stage_drop(struct stage *s)
{
	if (s == NULL)
		return;
	if (!s->memory)
		(void)fs_remove_tree(s->dir.p);
	release(s);
}
