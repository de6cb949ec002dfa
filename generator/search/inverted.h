/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SEARCH_INVERTED_H
#define SEARCH_INVERTED_H

#include <stdint.h>

#include "base/arena.h"
#include "search/gleaning.h"

/*
 * What all workers have gleaned in one language, turned around: of each word the sections it stands in. Sections are numbered from
 * 0 through all pages, pages by their paths, words by stem and spelling, so that nothing depends on who took which page.
 */

/* A word as it is looked for. Several spellings may be one form ("På", "på"), and one spelling two (folding_also()). */
struct inverted_form {
	struct str stem, key; /* folded */
	size_t first, n;      /* its places in inverted.places, by section; a section may be there twice */
};

struct inverted_page {
	const struct gleaned_page *page;
	uint32_t first;          /* number of its first section */
	const uint32_t *numbers; /* by its worker's number of a word: ours */
};

struct inverted {
	struct arena arena;
	struct inverted_page *pages; /* sorted by path */
	size_t npages;
	uint32_t nsections;
	struct inverted_form *forms; /* sorted by stem, then key */
	size_t nforms;
	uint32_t *places; /* section << 2 | enum word_place */
	uint64_t edition; /* differs where anything else does */
};

/* inverted_make(v, from, n, lang): of ${n} workers, whose gleanings must outlive ${v}. The caller ends it with inverted_free(). */
void inverted_make(struct inverted *v, struct gleaning *const *from, size_t n, struct str lang);

void inverted_free(struct inverted *v);

#endif
