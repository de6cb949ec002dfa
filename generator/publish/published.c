/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/published.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/mem.h"
#include "publish/digest.h"
#include "publish/notes.h"

/* ns: what a clock of files may lag behind, with room to spare: a kernel ticks every 10 ms at the slowest. */
#define GRAIN INT64_C(20000000)

uint64_t
published_folder(int fd)
{
	struct statx st = { 0 };
	uint64_t is[4];

	if (statx(fd, "", AT_EMPTY_PATH, STATX_INO | STATX_BTIME, &st) < 0)
		return 0;
	is[0] = st.stx_ino;
	is[1] = (uint64_t)st.stx_dev_major << 32 | st.stx_dev_minor;
	is[2] = (st.stx_mask & STATX_BTIME) != 0 ? (uint64_t)st.stx_btime.tv_sec : 0;
	is[3] = (st.stx_mask & STATX_BTIME) != 0 ? st.stx_btime.tv_nsec : 0;
	return hash_bytes((struct str){ (const char *)is, sizeof is });
}

int
published_open(struct published *p, const char *out, const char *manifest)
{
	*p = (struct published){ .fd = open(out, O_RDONLY | O_DIRECTORY | O_CLOEXEC) };
	if (p->fd < 0 && errno != ENOENT)
		return -1;
	if (p->fd >= 0)
		p->folder = published_folder(p->fd);
	notes_read(&p->last, manifest);
	manifest_index(&p->last);
	p->stays = mem_alloc((p->last.entries.n + 1) * sizeof *p->stays);
	return 0;
}

static int64_t
mtime_of(const struct stat *st)
{
	return (int64_t)st->st_mtim.tv_sec * 1000000000 + st->st_mtim.tv_nsec;
}

/* Whether the published file ${path} has these bytes, by reading it; ${st} is what it is told by. */
static bool
has_bytes(const struct published *p, const char *path, uint64_t hash, uint64_t size, struct stat *st)
{
	int fd = openat(p->fd, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	struct digest g = DIGEST_INIT;
	bool same;

	if (fd < 0)
		return false;
	same = fstat(fd, st) == 0 && S_ISREG(st->st_mode) && (uint64_t)st->st_size == size && digest_fd(&g, fd) == 0 &&
	    g.hash == hash && g.size == size;
	digest_free(&g);
	close(fd);
	return same;
}

static bool
look_at(const struct published *p, const struct manifest_entry *e)
{
	struct stat st;

	if (p->fd < 0 || e->ino == 0 || fstatat(p->fd, e->path.p, &st, AT_SYMLINK_NOFOLLOW) < 0)
		return false;
	if (!S_ISREG(st.st_mode) || (uint64_t)st.st_ino != e->ino || (uint64_t)st.st_size != e->size ||
	    mtime_of(&st) != e->mtime)
		return false;
	return e->mtime < p->last.noted - GRAIN || has_bytes(p, e->path.p, e->hash, e->size, &st);
}

void
published_look(struct published *p)
{
	p->seen = mem_alloc(p->last.entries.n + 1);
	for (size_t i = 0; i < p->last.entries.n; i++)
		p->seen[i] = look_at(p, &p->last.entries.v[i]) ? PUBLISHED_INTACT : PUBLISHED_OTHER;
}

static bool
intact(const struct published *p, const struct manifest_entry *e)
{
	return p->seen ? p->seen[e - p->last.entries.v] == PUBLISHED_INTACT : look_at(p, e);
}

bool
published_keep(struct published *p, struct str path, uint64_t hash)
{
	const struct manifest_entry *e = manifest_find(&p->last, path);

	if (e == NULL || (hash != 0 && hash != e->hash) || !intact(p, e))
		return false;
	atomic_store_explicit(&p->stays[e - p->last.entries.v], 1, memory_order_relaxed);
	return true;
}

bool
published_same(const struct published *p, struct ledger_file *f)
{
	const struct manifest_entry *e;
	struct stat st;

	if (p->fd < 0)
		return false;
	e = manifest_find(&p->last, (struct str){ f->path, f->npath });
	if (e != NULL && e->ino != 0 && (e->hash != f->hash || e->size != f->size))
		return false;
	if (e != NULL && intact(p, e)) {
		f->mtime = e->mtime;
		f->ino = e->ino;
		f->intact = true;
	} else if (has_bytes(p, f->path, f->hash, f->size, &st)) {
		f->mtime = mtime_of(&st);
		f->ino = (uint64_t)st.st_ino;
	} else {
		return false;
	}
	return f->kept = true;
}

void
published_close(struct published *p)
{
	if (p->fd >= 0)
		close(p->fd);
	free(p->stays);
	free(p->seen);
	manifest_free(&p->last);
}
