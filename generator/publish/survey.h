/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PUBLISH_SURVEY_H
#define PUBLISH_SURVEY_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "base/vec.h"
#include "publish/folders.h"
#include "publish/manifest.h"

/*
 * What lies in the output folder before it is replaced: what others put there, what is ours but out of
 * date, and what of the former is in the way of the new pages. Paths are relative to the output folder, sorted by
 * folder. survey_free() ends it.
 */

/* Where swap.c makes files inside an output folder that is published in place: looked past. No page has this name. */
#define SURVEY_TEMP ".pensum-new"

struct survey_item {
	struct str path;
	bool dir; /* a folder of others: comes before what is in it */
};

struct survey {
	struct arena arena;
	struct survey_items VEC_OF(struct survey_item) foreign; /* to be carried over */
	struct survey_paths VEC_OF(struct str) stale;           /* ours, of an earlier build, not made any more */
	struct survey_paths blocked;                            /* of others, where a page must go */
};

#define SURVEY_INIT                                                                                                    \
	{                                                                                                              \
		0                                                                                                      \
	}

/*
 * survey_read(s, out, made, last, plain, d): looks through the folder ${out}; ${made} is what will be there, ${last} what
 * the last build left. A file is ours when ${last} names it. Else, where a page must go, it counts as ours when it has
 * the bytes of the page (it is kept) or carries our mark. Without memory (${last} not known) a folder whose
 * index.html carries the mark is ours, and in it each page with the mark and each asset whose name is the hash of its
 * bytes. Folders that are in ${plain} as they were are not looked into; NULL without memory. -1 where something cannot be read (diagnosed).
 */
int survey_read(struct survey *s, const char *out, const struct manifest *made, const struct manifest *last,
    struct folders *plain, struct diags *d);

/* survey_carry(s, out, stage, d): the foreign files into ${stage}: as hard links where they can be. -1: diagnosed. */
int survey_carry(const struct survey *s, const char *out, const char *stage, struct diags *d);

/*
 * survey_modes(s, out, tree): folders of others get the mode that they have in the open folder ${out}, inner ones
 * first: one without write permission could not be filled before.
 */
void survey_modes(const struct survey *s, int out, int tree);

void survey_free(struct survey *s);

#endif
