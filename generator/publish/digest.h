/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PUBLISH_DIGEST_H
#define PUBLISH_DIGEST_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/*
 * The content hash of files to be published, read in pieces, for media may be large. Up to one piece it is
 * hash_bytes() of the file, beyond that hash_bytes() of the hashes of its pieces, written out. One struct serves many
 * files, one after the other:
 *
 *	struct digest g = DIGEST_INIT;
 *	while (...) if (digest_file(&g, file) == 0) use(g.hex, digest_head(&g));
 *	digest_free(&g);
 */
#define DIGEST_PIECE (1u << 20)

struct digest {
	char hex[17];
	uint64_t hash, size;
	char *head;  /* DIGEST_PIECE bytes, of which ${nhead} are the file's first */
	char *piece; /* DIGEST_PIECE bytes, for the rest of a large file */
	size_t nhead;
};

#define DIGEST_INIT                                                                                                    \
	{                                                                                                              \
		0                                                                                                      \
	}

/* digest_file(g, file): -1 with errno; ${g} can be used again. */
int digest_file(struct digest *g, const char *file);
int digest_fd(struct digest *g, int fd); /* the same of an open file, from where it stands */

/* digest_bytes(bytes): the same hash of what is in memory. */
uint64_t digest_bytes(struct str bytes);

/* digest_head(g): the first piece of the last file, until the next one. */
struct str digest_head(const struct digest *g);

void digest_free(struct digest *g);

#endif
