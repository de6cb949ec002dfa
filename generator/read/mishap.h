/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_MISHAP_H
#define READ_MISHAP_H

#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

/*
 * What went wrong in a piece of YAML, in an author's words. The parser's own messages speak
 * of tokens and contexts; the mistakes behind them are few: a colon in a title, a mark not
 * closed, a tab.
 */
struct mishap {
	struct str text;     /* the YAML as a whole */
	const char *problem; /* what the parser said: */
	size_t at;           /* ... at this byte, */
	size_t from;         /* ... while reading what begins at this one (the same where it did not say) */
	/* set by mishap_explain(): */
	size_t mark, len;   /* bytes to mark */
	const char *detail; /* in the arena, or static */
	const char *note;   /* how to repair it; NULL: no idea */
};

void mishap_explain(struct arena *a, struct mishap *m);

#endif
