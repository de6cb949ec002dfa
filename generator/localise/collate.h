/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_COLLATE_H
#define LOCALISE_COLLATE_H

#include "base/arena.h"
#include "base/str.h"

/*
 * Sorting by the rules of a language, and the letter a word stands under. Sorted once, when pages are made: a browser
 * with another version of CLDR would come to another order.
 * One collator a call sequence: open, then the others, close. Not shared between threads.
 */
struct collate;
enum collate_digits {
	COLLATE_NUMBERS, /* "Module 2" before "Module 10" */
	COLLATE_DIGITS,  /* one by one, unless the tag says -u-kn */
};
struct collate *collate_open(struct str lang, enum collate_digits digits);
void collate_close(struct collate *c);

/* collate_key(c, a, text): bytes to compare with str_cmp(). */
struct str collate_key(struct collate *c, struct arena *a, struct str text);

/* collate_sort(c, texts, n): in place; what is equal in the language keeps its order. */
void collate_sort(struct collate *c, struct str *texts, size_t n);

/* collate_letter(c, a, text): "Å", "Ć"; "#" for what sorts before letters, "…" for another script. */
struct str collate_letter(struct collate *c, struct arena *a, struct str text);

#endif
