/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_STORE_H
#define BUILD_STORE_H

#include "base/map.h"
#include "build/record.h"
#include "model/facts.h"
#include "model/origin.h"
#include "model/site.h"

/*
 * What is kept from build to build: one for each output folder. It holds for one program, site.yaml and set of options (its *key*); what was
 * kept under another one is as good as nothing, and so is what is damaged.
 */
struct store {
	struct arena arena;
	struct str *subjects; /* the facts, by number */
	uint64_t *values;     /* what they were */
	size_t nfacts;
	struct origin *origins;
	size_t norigins;
	struct record *records; /* sorted by path of the document */
	size_t nrecords;
	struct record_page *lone; /* pages without a document, sorted by path */
	size_t nlone;
	uint64_t searched;       /* of all pages: what the index was made of */
	struct str search_files; /* of the index, packed texts */
	uint64_t withheld;       /* the notes that no published page shares words with: build/leaking.h; 0: not known */
};

enum store_state {
	STORE_READ,
	STORE_NONE,    /* there is none */
	STORE_OTHER,   /* for another program, site.yaml or options */
	STORE_VERSION, /* its form is that of another version of Pensum */
	STORE_DAMAGED,
};

/* store_read(s, bytes, key): fills the zeroed ${s}, whose texts are slices of the bytes and which is empty unless STORE_READ is returned. Ends with store_free() in any case. */
enum store_state store_read(struct store *s, struct str bytes, uint64_t key);

/* store_record(s, path, place): NULL: none; most likely it is number ${place}. */
const struct record *store_record(const struct store *s, struct str path, size_t place);
const struct record_page *store_lone(const struct store *s, struct str path); /* NULL: none */

/* Takes the next bytes of a store that is written; -1 where it cannot. */
typedef int store_emit(void *ctx, struct str bytes);

/*
 * store_write(s, key, emit, ctx): all of ${s} as bytes, for store_read(), piece by piece. Records and lone pages without a path are left out; numbers of facts in the others must be places in s->subjects. -1 where
 * ${emit} returned that; it is not called again then.
 */
int store_write(const struct store *s, uint64_t key, store_emit *emit, void *ctx);

void store_free(struct store *s);

#endif
