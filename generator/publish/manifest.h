/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PUBLISH_MANIFEST_H
#define PUBLISH_MANIFEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "base/vec.h"

/*
 * What a build published: each path with what its file is told by, so that the next build knows which files in
 * the output folder are ours and whether they are as it left them. manifest_free() ends it.
 *
 *	struct manifest m = MANIFEST_INIT;
 *	*manifest_add(&m, STR("nb/index.html")) = ...;
 *	manifest_sort(&m);      (before the first question)
 *	if (manifest_find(&m, path)) ...
 */
struct manifest_entry {
	struct str path;     /* ends in NUL */
	uint64_t hash, size; /* of the bytes (digest_bytes()) */
	int64_t mtime;       /* ns */
	uint64_t ino;        /* 0: only the path is known */
	bool kept;           /* the file that is published is the one */
	bool intact;         /* ... and it is what the last manifest says */
};

struct manifest {
	struct arena arena;
	struct manifest_entries VEC_OF(struct manifest_entry) entries;
	struct manifest_gone VEC_OF(struct str) gone; /* to be deleted when a publication in place is finished */
	struct map index;                             /* path to entry: manifest_index() */
	uint64_t folder, twin;                        /* published_folder() of what it describes; twin: journal.h */
	bool in_place;                                /* it is also the journal of a publication in place */
	bool known;                                   /* it was read from disk: a build came before */
	int64_t noted;                                /* ns: when it was written, by the clock of its file system */
};

#define MANIFEST_INIT                                                                                                  \
	{                                                                                                              \
		0                                                                                                      \
	}

/* manifest_add(m, path): a new entry, all zero but for its copy of ${path}; valid until the next. */
struct manifest_entry *manifest_add(struct manifest *m, struct str path);
void manifest_sort(struct manifest *m); /* by bytes, each path once */

/* manifest_index(m): makes manifest_find() faster, from any thread, for a sorted manifest that stays as it is. */
void manifest_index(struct manifest *m);

struct manifest_entry *manifest_find(const struct manifest *m, struct str path); /* NULL where there is none */

/* manifest_below(m, dir): whether a path lies in the folder ${dir}. */
bool manifest_below(const struct manifest *m, struct str dir);

void manifest_free(struct manifest *m);

#endif
