/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_PATTERN_H
#define RENDER_PATTERN_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/*
 * Lua's patterns, with a limit on the work that one match may take: Lua's own functions can be kept busy for
 * years by one call, in which no hook runs. The language and the algorithm are those of lstrlib.c of Lua
 * 5.4 (MIT licence, Lua.org, PUC-Rio).
 */
enum { PATTERN_CAPTURES = 32, PATTERN_DEPTH = 200 };

struct pattern {
	struct str text, pattern; /* both end in NUL behind their last byte */
	uint64_t left;            /* steps; 0 at the end: it was too much */
	const char *error;        /* what is wrong with the pattern, or NULL */
	int depth;
	int level; /* captures, finished or not */
	struct {
		const char *p;
		ptrdiff_t n; /* or one of the two below */
	} capture[PATTERN_CAPTURES];
};

enum { PATTERN_OPEN = -1, PATTERN_POSITION = -2 };

/*
 * pattern_match(m, from): the end of a match that begins at text.p + ${from}, or NULL. The pattern's `^` is
 * the caller's business: he takes it off. Resets the captures.
 */
const char *pattern_match(struct pattern *m, size_t from);

#endif
