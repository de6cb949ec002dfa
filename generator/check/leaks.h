/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHECK_LEAKS_H
#define CHECK_LEAKS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "model/site.h"

/*
 * Words that readers may not see, held against the bytes that they get. Nothing here knows how these came about.
 *
 *	struct leaks l = { 0 };
 *	leaks_add(&l, text, packed);                  for the notes of each text
 *	leaks_page(&l, html, found, ctx);             from any thread
 *	leaks_free(&l);
 */
struct leaks_note {
	const struct text *text;
	struct span at;
};

struct leaks {
	struct leaks_notes VEC_OF(struct leaks_note) notes;
	uint64_t *keys; /* of runs, by their lowest bits; 0: free */
	uint32_t *of;   /* the note of each */
	size_t room, n;
	unsigned lengths; /* bit k: there are runs of k words */
};

/* leaks_add(l, text, packed): the notes of ${text}: model/wordnotes.h. */
void leaks_add(struct leaks *l, const struct text *text, struct str packed);

/* ${note} shares ${words} with what is looked at; told for each run. */
typedef void leaks_found(void *ctx, size_t note, struct str words);

/*
 * leaks_page(l, html, found, ctx): all words of a page: those between tags, and those in attributes (alternative texts, titles, labels).
 * leaks_script(l, js, found, ctx): of a script, with and without what may be tags in its strings.
 */
void leaks_page(const struct leaks *l, struct str html, leaks_found *found, void *ctx);
void leaks_script(const struct leaks *l, struct str js, leaks_found *found, void *ctx);

void leaks_free(struct leaks *l);

#endif
