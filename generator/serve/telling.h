/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_TELLING_H
#define SERVE_TELLING_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/str.h"
#include "serve/sources.h"

/* What a person at the terminal reads: a line for each change, and each problem once, as `pensum build` tells it. */

/* Whoever prints. Lines come without their end. */
struct telling_voice {
	void *ctx;
	void (*line)(void *ctx, struct str text);
	void (*problems)(void *ctx, struct diags *d); /* those that are new */
};

struct telling;
struct telling *telling_open(const struct telling_voice *v);

/* telling_line(t, fmt, ...): says a line. */
void telling_line(struct telling *t, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* telling_change(t, names, pages, all, ms): "content/a.md and 2 more: 3 pages, 12 ms"; ${all}: any page may be another one. */
void telling_change(struct telling *t, const struct sources_changed *names, size_t pages, bool all, double ms);

/*
 * telling_problems(t, d, complete): tells what was not told before; ${complete}: and what is left, where that is another number than before. What is
 * not ${complete} may lack some that are known already.
 */
void telling_problems(struct telling *t, const struct diags *d, bool complete);

/* telling_errors(b, d): appends the errors in ${d} as the terminal shows them, without colours. */
void telling_errors(struct buf *b, const struct diags *d);

void telling_close(struct telling *t); /* NULL is harmless */

#endif
