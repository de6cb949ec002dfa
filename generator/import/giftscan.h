/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef IMPORT_GIFTSCAN_H
#define IMPORT_GIFTSCAN_H

#include "import/taking.h"

/* The signs of GIFT: those with a backslash in front are text. */

/* giftscan_find(s, from, any): the place of the first sign of ${any} from ${from} on that is none of text; s.n: there is none. */
size_t giftscan_find(struct str s, size_t from, const char *any);

/* giftscan_find_word(s, from, word): the same for several signs behind each other. */
size_t giftscan_find_word(struct str s, size_t from, const char *word);

/* giftscan_plain(t, s): ${s} without the backslashes that make text; `\n` is a line end. Trimmed. */
struct str giftscan_plain(struct taking *t, struct str s);

/* giftscan_text(t, s, usual, line): a text with its format: `[html]` in front, else ${usual}. */
struct item_text giftscan_text(struct taking *t, struct str s, enum item_format usual, uint32_t line);

/* A question as it stands in the file. */
struct giftscan_block {
	struct str text;   /* without comments */
	struct str raw;    /* with them */
	struct str remark; /* comments but those that say id and tags */
	struct str id, category;
	struct str *tags;
	size_t ntags;
	uint32_t line; /* where its text begins */
};

struct giftscan {
	size_t at; /* in t->src.bytes */
	uint32_t line;
	struct giftscan_block pending; /* comments whose question is still to come */
	struct str category;
};

/*
 * giftscan_next(t, s, out): the next question; ${s} begins zeroed, with line 1. 1: there is one, 0: the file has ended, -1: it
 * cannot be read (told).
 */
int giftscan_next(struct taking *t, struct giftscan *s, struct giftscan_block *out);

#endif
