/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/hash.h"
#include "base/mapped.h"
#include "base/path.h"
#include "build/gathering.h"
#include "build/program.h"
#include "publish/outdir.h"

enum { LARGE = 1 << 18 }; /* bytes of a store that are worth a thread */

/* What holds for all pages: with another one, nothing of what is kept can be used. */
static uint64_t
key_of(const struct config *cfg, struct str settings)
{
	struct buf b = BUF_INIT;
	uint64_t key;

	pack_fixed(&b, program_mark());
	pack_text(&b, settings);
	pack_number(&b, cfg->drafts);
	pack_text(&b, cfg->audience);
	key = hash_bytes(buf_view(&b));
	buf_free(&b);
	return key;
}

uint64_t
memory_key(struct arena *a, const struct config *cfg)
{
	struct str file = path_join(a, cfg->root, STR("site.yaml")), bytes = STR_EMPTY;

	(void)fs_read(a, file.p, &bytes); /* a site without one is told later */
	return key_of(cfg, bytes);
}

struct str
memory_folder(struct arena *a, const struct config *cfg)
{
	struct diags silent = DIAGS_INIT;
	struct str out = outdir_resolve(a, cfg->root, cfg->out, &silent); /* that it cannot be is told later */
	char hex[17];

	diags_free(&silent);
	if (out.n == 0)
		return STR_EMPTY;
	hash_hex(hash_bytes(out), hex);
	return arena_fmt(a, "%.*s/.pensum/%s", STR_ARG(cfg->root), hex);
}

static void
tell(struct diags *d, struct str file, const char *what)
{
	diag_add(d, DIAG_STORE_USELESS, NULL, (struct span){ 0 }, "%.*s: %s", STR_ARG(file), what);
}

static void
read_store(void *ctx)
{
	struct memory *m = ctx;

	m->state = store_read(&m->old, m->bytes, m->key);
}

void
memory_open(struct memory *m, const struct config *cfg, struct diags *d)
{
	struct str folder;

	m->key = memory_key(&m->arena, cfg);
	m->state = STORE_NONE;
	folder = memory_folder(&m->arena, cfg);
	if (folder.n == 0)
		return;
	m->file = path_join(&m->arena, folder, STR("facts"));
	if (mapped_open(m->file.p, &m->bytes) < 0) {
		m->bytes = STR_EMPTY;
		if (errno != ENOENT && errno != ENOTDIR)
			tell(d, m->file, strerrordesc_np(errno));
		return;
	}
	if (cfg->jobs != 1)
		ahead_begin(&m->published, cfg->root, cfg->out, path_join(&m->arena, folder, STR("manifest")));
	m->d = d;
	if (m->bytes.n >= LARGE && cfg->jobs != 1)
		m->reading = beside_begin(read_store, m);
	else
		read_store(m);
}

void
memory_await(struct memory *m)
{
	beside_end(m->reading);
	m->reading = NULL;
	if (m->d == NULL)
		return;
	if (m->state == STORE_VERSION)
		tell(m->d, m->file, "it was written by another version of Pensum");
	if (m->state == STORE_DAMAGED || (m->state == STORE_NONE && m->bytes.n == 0))
		tell(m->d, m->file, "it is damaged");
	m->d = NULL;
}

static int
emit(void *ctx, struct str bytes)
{
	return fs_write_fd(*(const int *)ctx, bytes.p, bytes.n);
}

/* Without waiting for the disk: half a store is noticed. */
static int
write_to(const char *file, const struct store *s, uint64_t key)
{
	int fd = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666), rc, why;

	if (fd < 0)
		return -1;
	rc = store_write(s, key, emit, &fd);
	why = errno;
	if (close(fd) < 0 && rc == 0)
		return -1;
	errno = why;
	return rc;
}

/* In one step: the old store is mapped. */
static int
replace(const char *file, const struct store *s, uint64_t key)
{
	struct arena a = ARENA_INIT;
	struct str temp = arena_fmt(&a, "%s.new", file);
	int rc = write_to(temp.p, s, key), why;

	if (rc == 0)
		rc = rename(temp.p, file);
	why = errno;
	if (rc < 0)
		unlink(temp.p);
	arena_free(&a);
	errno = why;
	return rc;
}

void
memory_write(struct memory *m, const struct pipeline *p, struct diags *d)
{
	const struct making *made = &p->making;
	const struct indexing *index = &p->index;
	struct store next = {
		.searched = index->searched, .search_files = index->search_files, .withheld = p->withheld
	};
	struct arena a = ARENA_INIT;

	if (m->file.n > 0 && key_of(made->site->config, made->site->src.bytes) != m->key) {
		unlink(m->file.p); /* site.yaml changed meanwhile: what stayed was made with the other one */
		return;
	}
	if (m->file.n == 0 ||
	    (m->state == STORE_READ && gathering_same(made) && index->searched == m->old.searched &&
		p->withheld == m->old.withheld))
		return;
	gathering_of(&a, made, &next);
	if (replace(m->file.p, &next, m->key) < 0) {
		tell(d, m->file, strerrordesc_np(errno));
		unlink(m->file.p); /* what is in it may be older than what is published */
	}
	arena_free(&a);
}

void
memory_close(struct memory *m)
{
	beside_end(m->reading);
	ahead_end(&m->published);
	store_free(&m->old);
	mapped_close(m->bytes);
	arena_free(&m->arena);
}
