/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SEARCH_INDEXPARTS_H
#define SEARCH_INDEXPARTS_H

#include "base/buf.h"
#include "search/inverted.h"

/*
 * The index of a language as the browser loads it: scripts that call pensumSearch(language, part, edition, data). docs/search.md
 * has the format.
 *
 *	contents   how many sections there are, and the word that each part of words begins with
 *	w0, w1, …  words and where they stand
 *	d0, d1, …  sections, as many as the contents say: what is shown of them
 *
 * Each is bounded: words by INDEXPARTS_BYTES, but for one word that stands in very many sections, whose places are bounded, too.
 */
enum {
	INDEXPARTS_SECTIONS = 20, /* in a part */
	INDEXPARTS_LARGE =
	    2000, /* a site of more sections has five times as many in a part, so that there are not too many files */
	INDEXPARTS_BYTES = 16000, /* about */
	INDEXPARTS_COMMON =
	    4000, /* a word in more sections tells nothing: only headings and titles with it are listed */
};

struct indexparts {
	const struct inverted *v;
	struct str lang;
	struct indexparts_entry *entries;
	size_t nentries;
	size_t *starts; /* of the parts of words: their first entries; one more at the end */
	size_t nwords;  /* parts of words */
	uint32_t each;  /* sections in a part */
	size_t nall;    /* all parts, the contents included */
};

/* indexparts_cut(p, a, v, lang): decides what goes into which part; lives in ${a}, beside ${v}. */
void indexparts_cut(struct indexparts *p, struct arena *a, const struct inverted *v, struct str lang);

/* indexparts_emit(p, i, name, b): part number ${i} < p->nall into ${b}, and its name, "w0", into ${name}. Any thread. */
void indexparts_emit(const struct indexparts *p, size_t i, char name[24], struct buf *b);

#endif
