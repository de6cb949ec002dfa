/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_WORDRUNS_H
#define BASE_WORDRUNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/*
 * Words in a row, as hashes, for finding the same ones elsewhere. A word is letters, marks and digits, without regard to case; whatever else stands
 * between words (marks of punctuation, quotation marks of another kind, blanks that do not break) is no part of it, and what draws nothing (a soft
 * hyphen) is not there. In scripts without blanks a sentence is one word.
 *
 *	struct wordruns r = wordruns_of(wordruns_composed(a, text));
 *	while (wordruns_next(&r))
 *		if (r.n >= 8) … wordruns_hash(&r, 8), wordruns_text(&r, 8)
 */
enum { WORDRUNS_WORDS = 8, WORDRUNS_RING = 16 };

struct wordruns {
	struct str text;
	size_t at; /* behind the last word */
	size_t n;  /* words so far */
	/* of the last words, by number: what they and all before them come to; where they begin */
	uint64_t sums[WORDRUNS_RING];
	size_t starts[WORDRUNS_RING];
};

/* wordruns_composed(a, text): for wordruns_of(): letters with their marks are one, however they were written; ${text} itself where it has none that could be two. */
struct str wordruns_composed(struct arena *a, struct str text);

struct wordruns wordruns_of(struct str text);

/* wordruns_next(r): takes the next word; false behind the last. */
bool wordruns_next(struct wordruns *r);

/* wordruns_hash(r, k), wordruns_text(r, k): the last ${k} words, at most WORDRUNS_WORDS and r->n; runs of other lengths have other hashes. */
uint64_t wordruns_hash(const struct wordruns *r, size_t k);
struct str wordruns_text(const struct wordruns *r, size_t k);

#endif
