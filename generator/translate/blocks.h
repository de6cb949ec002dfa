/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TRANSLATE_BLOCKS_H
#define TRANSLATE_BLOCKS_H

#include "base/arena.h"
#include "translate/segments.h"

/* What is said to be up to date or not as a whole, in a translation that is a file of its own: see segments_of(). */
enum { BLOCKS_HASH = 12 };

struct block {
	struct str key;
	char hash[BLOCKS_HASH +
	    1]; /* of its messages: of what they say and as what, not of how their lines are broken */
	const struct segment *first; /* the first of them */
	size_t messages, words;
};

struct blocks {
	struct block *v;
	size_t n;
};

/* blocks_of(a, segs): in the order of the page. */
struct blocks blocks_of(struct arena *a, const struct segments *segs);

#endif
