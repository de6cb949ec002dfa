/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PUBLISH_LEDGER_H
#define PUBLISH_LEDGER_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/*
 * What a build makes, path by path, noted by any worker without a lock. Each path is noted once: who comes first
 * makes the file, who comes later is compared with it.
 *
 *	struct ledger l;
 *	ledger_open(&l);
 *	f = ledger_note(&l, path, hash, size, NULL, &first);
 *	if (first) make the file and fill in f->mtime, f->ino
 *	ledger_close(&l);
 */
struct ledger_file {
	_Atomic(struct ledger_file *) below[8]; /* by three bits each of what the path hashes to */
	uint64_t key;                           /* that hash */
	uint64_t hash, size;                    /* of the bytes that were noted first */
	int64_t mtime; /* ns; set by who came first, as is all below; to be read when the workers are done */
	uint64_t ino;
	bool kept;         /* the published file has these bytes: there is nothing in the stage */
	bool intact;       /* ... and it is what the last manifest says */
	atomic_bool taken; /* moved into the ledger of a later stage */
	atomic_bool torn;  /* other bytes were to go to the same path */
	bool outdated;     /* to be noted anew: then as if nobody had noted it yet */
	char *bytes;       /* a copy, where files are kept in memory; else NULL */
	size_t npath;
	char path[]; /* ends in NUL; put.c may cut it for a moment */
};

struct ledger {
	_Atomic(struct ledger_file *) root;
};

void ledger_open(struct ledger *l);

/* ledger_note(l, path, hash, size, bytes, first): ${bytes} (size of them, or NULL) become the note's where it is the first or the one before is outdated, and are freed where it is not. */
struct ledger_file *ledger_note(
    struct ledger *l, struct str path, uint64_t hash, uint64_t size, char *bytes, bool *first);

struct ledger_file *ledger_find(const struct ledger *l, struct str path); /* NULL where nobody noted it */

/* ledger_sorted(l, n): all notes by the bytes of their paths; caller frees the array. */
struct ledger_file **ledger_sorted(const struct ledger *l, size_t *n);

/* ledger_paths(l, a, n): their paths, sorted likewise, in ${a}; valid until ledger_close(). */
struct str *ledger_paths(const struct ledger *l, struct arena *a, size_t *n);

/* Where files are kept in memory: ledger_bytes(l, path, bytes): what was noted there; false where that is nothing, or outdated. */
bool ledger_bytes(const struct ledger *l, struct str path, struct str *bytes);

/*
 * ledger_keep(l, last, path, hash): the file of ${last} is moved to ${l}; with ${last} NULL, whether ${l} has it. False where there is none, it has another hash than
 * ${hash} (0: whatever it has), or, of ${l} itself, it is outdated and ${hash} does not say that its bytes are right. From any worker.
 */
bool ledger_keep(struct ledger *l, struct ledger *last, struct str path, uint64_t hash);

void ledger_outdate(struct ledger *l, struct str path, bool outdated); /* fine where nobody noted it */
void ledger_restore(struct ledger *l);                                 /* nothing is outdated any more */

void ledger_close(struct ledger *l);

#endif
