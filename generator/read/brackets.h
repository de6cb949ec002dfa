/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_BRACKETS_H
#define READ_BRACKETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "base/vec.h"

/*
 * Where brackets and code spans of a raw text close. What is searched forward is searched once for the
 * whole text, so that any text costs linear time.
 */

/* Runs of more backticks than this begin no code span for us, as for cmark. */
enum { TICKS_LONGEST = 80 };

/* Runs of so many backticks that nothing further on closes. Zeroed at the start of a text. */
struct ticks {
	bool unclosed[TICKS_LONGEST + 1];
};

/* brackets_code(s, at, t, closed): behind the code span that begins at ${at}, or behind its backticks where nothing closes them. */
size_t brackets_code(struct str s, size_t at, struct ticks *t, bool *closed);

/* A bracket, and the place behind the one that closes it; 0: none does. */
struct pair {
	uint32_t open, end;
};

/* The brackets of ${s}; the rest is zeroed by its owner, who calls brackets_free(). */
struct brackets {
	struct str s;
	struct pairs VEC_OF(struct pair) pairs; /* all, once somebody has asked */
	size_t at;                              /* the first that is not behind the last question */
	bool paired;
};

/* brackets_end(b, at): behind the `]` that closes the `[` at ${at}; 0 where none does. Asked from left to right. */
size_t brackets_end(struct brackets *b, size_t at);

void brackets_free(struct brackets *b);

#endif
