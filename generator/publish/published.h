/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PUBLISH_PUBLISHED_H
#define PUBLISH_PUBLISHED_H

#include <stdatomic.h>
#include <stdbool.h>

#include "base/str.h"
#include "publish/ledger.h"
#include "publish/manifest.h"

/*
 * The output folder as the last build left it, and what of it may stay. A published file is intact when size, time
 * of change and inode are what the manifest notes; one that is hardly older than the manifest is also read, for it could have
 * changed within a tick of the clock. From any thread but for opening and closing.
 */
struct published {
	int fd;               /* of the output folder; -1 where there is none */
	uint64_t folder;      /* published_folder() of it */
	struct manifest last; /* what the last build published */
	atomic_uchar *stays;  /* by place in last.entries: published_keep() was true */
	unsigned char *
	    seen; /* by place in last.entries: whether it is intact, as enum published_seen; NULL: published_look() was not called */
};

enum published_seen { PUBLISHED_INTACT = 1, PUBLISHED_OTHER };

/*
 * published_open(p, out, manifest): reads the folder ${out} and the file ${manifest}; neither needs to be there. -1 with errno where
 * the folder cannot be opened though it is there. published_close() in any case.
 */
int published_open(struct published *p, const char *out, const char *manifest);

/* published_look(p): looks at all files at once: what it finds is what counts from there on. */
void published_look(struct published *p);

/* published_keep(p, path, hash): whether the file is intact, and has that hash (0: whatever it has); it stays, then. */
bool published_keep(struct published *p, struct str path, uint64_t hash);

/*
 * published_same(p, f): whether the published file has the bytes noted in ${f}, so that nothing needs to be written; f->kept,
 * f->intact, f->mtime and f->ino are set, then. A file that is not remembered, or not intact, is read for that.
 */
bool published_same(const struct published *p, struct ledger_file *f);

/* published_folder(fd): what tells the folder ${fd} from any other, also from a later one with its inode; stays when it is renamed. */
uint64_t published_folder(int fd);

void published_close(struct published *p);

#endif
