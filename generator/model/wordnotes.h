/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_WORDNOTES_H
#define MODEL_WORDNOTES_H

#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/pack.h"

/*
 * Texts that some readers may not see, as hashes of runs of words (base/wordruns.h), for what is kept from build to build: of each its place, the words
 * in a run and the runs. What has fewer words than a run should have is one run; fewer than WORDNOTES_LEAST are too common to tell anything.
 *
 *	struct wordnotes n = { 0 };
 *	wordnotes_add(&n, at, 8, hashes);
 *	packed = wordnotes_end(&n, a);
 *
 *	struct pack_reader r = wordnotes_of(packed);
 *	while (wordnotes_next(&r, &note))
 *		for (size_t i = 0; i < note.n; i++)
 *			… pack_take_fixed(&note.all)
 */
enum { WORDNOTES_LEAST = 4 };

struct wordnotes {
	struct buf notes, hashes;
};

/* wordnotes_add(n, at, words, hashes): the hashes of runs of so many ${words}, eight bytes each. */
void wordnotes_add(struct wordnotes *n, struct span at, size_t words, struct str hashes);

/* wordnotes_end(n, a): all of them in ${a}, empty where there are none; ${n} is free. */
struct str wordnotes_end(struct wordnotes *n, struct arena *a);

/* wordnotes_mark(packed): a hash of the words, whatever their places; 0 where there are none. */
uint64_t wordnotes_mark(struct str packed);

struct wordnotes_note {
	struct span at;
	size_t words, n;
	struct pack_reader all;
};

struct pack_reader wordnotes_of(struct str packed);

/* wordnotes_next(r, note): false behind the last, and where the bytes are something else. */
bool wordnotes_next(struct pack_reader *r, struct wordnotes_note *note);

#endif
