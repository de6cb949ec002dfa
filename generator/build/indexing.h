/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_INDEXING_H
#define BUILD_INDEXING_H

#include "build/making.h"
#include "build/store.h"

struct searching;
struct stage;

/* The index of the search, from build to build. */
struct indexing {
	struct making *making;
	const struct store *old; /* of the build before */
	struct stage *stage;
	struct buf *written; /* by worker: paths and hashes of the files that it has written, packed */
	uint64_t searched;   /* of all that is found on all pages: what the index is made of; 0: it was not wanted */
	struct str search_files; /* all that were written, or kept */
};

/*
 * indexing_make(x, search, taken): the index is kept where nothing that is found has changed, else made of all pages: those that were not made
 * are read for it, unless all were ${taken} while they were made. -1: a file could not be staged (diagnosed).
 */
int indexing_make(struct indexing *x, struct searching *search, bool taken);

/* indexing_scripts(x): the script of each language, which does not hang on the pages. -1 likewise. */
int indexing_scripts(struct indexing *x);

void indexing_open(struct indexing *x); /* the members above ${written} are set */
void indexing_close(struct indexing *x);

#endif
