/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SEARCH_GLEANING_H
#define SEARCH_GLEANING_H

#include "base/buf.h"
#include "base/vec.h"
#include "search/lexicon.h"
#include "search/sections.h"
#include "search/wordbreaks.h"

/*
 * What is kept of a page until the index is written: of each section its title, the beginning of its text, and the numbers of
 * its words, each once: about two bytes a word. No prose: 10,000 pages of 8.5 kB leave some 40 MB.
 */

/* Where a word stands in a section; the better place counts. */
enum word_place { PLACE_TEXT, PLACE_TERM, PLACE_HEADING, PLACE_TITLE };

struct gleaned_section {
	enum section_kind kind;
	struct str anchor, title, extract;
	uint32_t nwords;
};

struct gleaned_page {
	const struct output *out;
	struct gleaned_section *sections;
	size_t nsections;
	struct str words; /* of all sections, one behind the other: see gleaning_next() */
};

/* What a worker has gleaned of the pages in one language. Zeroed by its owner, who ends it with gleaning_free(). */
struct gleaning {
	struct lexicon lexicon;
	struct arena arena; /* of the pages */
	struct gleaning_pages VEC_OF(struct gleaned_page) pages;
	uint32_t serial; /* of the section in hand, from 1 */
	struct gleaning_seen VEC_OF(
	    uint32_t) seen; /* by number of the word: serial of the section that has it << 2 | place */
	struct gleaning_found VEC_OF(uint32_t) found; /* words of the section in hand */
	struct buf numbers;
};

/* gleaning_take(g, breaks, o, s): keeps what is to be found on the page ${o} with the sections ${s}. */
void gleaning_take(struct gleaning *g, struct wordbreaks *breaks, const struct output *o, const struct sections *s);

/* gleaning_next(words, &at, &place): the number of the next word in a page's ${words}; ${at}, from 0, is moved on. */
uint32_t gleaning_next(struct str words, size_t *at, enum word_place *place);

void gleaning_free(struct gleaning *g);

#endif
