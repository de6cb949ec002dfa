/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_RECORD_H
#define BUILD_RECORD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/pack.h"
#include "base/str.h"

/*
 * What a build remembers of what it made. Numbers of facts are those of the store that a record was read from, or, of a record that
 * was made just now, those of the worker who made it.
 */
struct record_facts {
	uint32_t *v;
	size_t n;
};

enum { RECORD_STORED = -1 };

/* A page. */
struct record_page {
	struct str path; /* below the output folder */
	uint64_t hash;   /* of its bytes */
	struct record_facts facts;
	int by, links_by;  /* whose numbers ${facts} are: a worker's, or RECORD_STORED */
	struct str told;   /* told_pack(): while it was rendered */
	struct str files;  /* the scripts that it needs, packed texts: paths below the output folder */
	struct str papers; /* of the tests on it: keys_pack() */
	uint64_t searched; /* hash of what is found on it; 0: nothing */
	bool failed;       /* ${path} is empty because it could not be made; not stored */
};

/* A document: its texts are read together, and its pages are made of them. */
struct record {
	struct str path;           /* of the document */
	int by, links_by;          /* whose numbers ${facts} and ${links} are */
	struct record_facts facts; /* of its texts; they hold for its pages, too */
	struct record_facts links; /* of the check of its links */
	struct str told, told_links;
	struct str harvests; /* of each text, in order: 0 or 1 as a number, then yield_pack() */
	size_t questions;
	bool deferred;             /* rendered when all others have left their harvest */
	struct str packed;         /* as it was read from the store, while nothing of it has changed; else empty */
	struct record_page *pages; /* by language index of the site; path empty: it has none there */
	size_t npages;
};

void record_pack(struct buf *b, const struct record *rec); /* rec->packed, where it is there */
void record_pack_page(struct buf *b, const struct record_page *p);

/* record_take(a, r, nfacts, rec): in ${a}, with slices of the bytes. r->wrong where they are something else, or a fact has a number from ${nfacts} on. */
void record_take(struct arena *a, struct pack_reader *r, size_t nfacts, struct record *rec);
void record_take_page(struct arena *a, struct pack_reader *r, size_t nfacts, struct record_page *p);

#endif
