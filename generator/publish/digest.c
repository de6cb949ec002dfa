/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/digest.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/fs.h"
#include "base/hash.h"
#include "base/mem.h"

static void
add_hash(struct buf *hashes, const char *p, size_t n)
{
	char hex[17];

	hash_hex(hash_bytes((struct str){ p, n }), hex);
	buf_put(hashes, hex, 16);
}

/* The pieces behind the first, which was full. ${hashes} has the first one's. */
static int
read_rest(struct digest *g, int fd, struct buf *hashes)
{
	ssize_t n;

	if (g->piece == NULL)
		g->piece = mem_grow(NULL, DIGEST_PIECE); /* most files fill little of it: no zeros */
	while ((n = fs_read_fd(fd, g->piece, DIGEST_PIECE)) > 0) {
		add_hash(hashes, g->piece, (size_t)n);
		g->size += (uint64_t)n;
	}
	return n < 0 ? -1 : 0;
}

/* A file of exactly one piece is told by that piece alone, like a shorter one. */
static uint64_t
whole(const struct buf *hashes, struct str first)
{
	return hashes->n > 16 ? hash_bytes(buf_view(hashes)) : hash_bytes(first);
}

uint64_t
digest_bytes(struct str bytes)
{
	struct buf hashes = BUF_INIT;
	uint64_t hash;

	if (bytes.n > DIGEST_PIECE)
		for (size_t at = 0; at < bytes.n; at += DIGEST_PIECE) {
			struct str piece = str_sub(bytes, at, at + DIGEST_PIECE);

			add_hash(&hashes, piece.p, piece.n);
		}
	hash = whole(&hashes, bytes);
	buf_free(&hashes);
	return hash;
}

static int
read_all(struct digest *g, int fd)
{
	struct buf hashes = BUF_INIT;
	ssize_t n = fs_read_fd(fd, g->head, DIGEST_PIECE);
	int rc = 0;

	if (n < 0)
		return -1;
	g->nhead = (size_t)n;
	g->size = (uint64_t)n;
	if (g->nhead == DIGEST_PIECE) {
		add_hash(&hashes, g->head, g->nhead);
		rc = read_rest(g, fd, &hashes);
	}
	g->hash = whole(&hashes, digest_head(g));
	hash_hex(g->hash, g->hex);
	buf_free(&hashes);
	return rc;
}

int
digest_fd(struct digest *g, int fd)
{
	g->nhead = 0;
	g->hex[0] = g->hex[16] = '\0';
	if (g->head == NULL)
		g->head = mem_grow(NULL, DIGEST_PIECE);
	return read_all(g, fd);
}

int
digest_file(struct digest *g, const char *file)
{
	int fd = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK), rc, why;

	g->nhead = 0;
	g->hex[0] = '\0';
	if (fd < 0)
		return -1;
	rc = digest_fd(g, fd);
	why = errno;
	close(fd);
	errno = why;
	return rc;
}

struct str
digest_head(const struct digest *g)
{
	return g->nhead > 0 ? (struct str){ g->head, g->nhead } : STR_EMPTY;
}

void
digest_free(struct digest *g)
{
	free(g->head);
	free(g->piece);
	*g = (struct digest)DIGEST_INIT;
}
