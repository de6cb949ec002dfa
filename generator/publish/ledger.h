/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PUBLISH_LEDGER_H
#define PUBLISH_LEDGER_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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

/* ledger_note(l, path, hash, size, bytes, first): ${bytes} (size of them, or NULL) become the note's where it is the first, and are freed where it is not. */
struct ledger_file *ledger_note(
    struct ledger *l, struct str path, uint64_t hash, uint64_t size, char *bytes, bool *first);

/* ledger_renew(f, hash, size, bytes): what is outdated is noted anew; ${bytes} become the note's. One thread a path. */
void ledger_renew(struct ledger_file *f, uint64_t hash, uint64_t size, char *bytes);

struct ledger_file *ledger_find(const struct ledger *l, struct str path); /* NULL where nobody noted it */

/* ledger_sorted(l, n): all notes by the bytes of their paths; caller frees the array. */
struct ledger_file **ledger_sorted(const struct ledger *l, size_t *n);

void ledger_close(struct ledger *l);

#endif
