/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RESULTS_RESULTS_H
#define RESULTS_RESULTS_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/vec.h"
#include "score/exact.h"
#include "score/slip.h"

/*
 * `pensum results`: codes of result slips out of files, scored again with key files (docs/results.md).
 *
 *	struct results r;
 *	results_begin(&r, today);
 *	results_key(&r, bytes, &why); ...          (every key file first)
 *	results_add(&r, name, bytes); ...          (then every file with codes)
 *	itemstats_make(), gain_make(), listing_write()
 *	results_end(&r);
 */
struct results_line {
	struct str file; /* as it was named */
	size_t line;     /* where the code begins, 1-based */
	struct str name; /* who, as written; empty: nobody is named */
	struct str who;  /* the same for comparing: one person has one; empty: nobody is named */
	struct slip slip;
	size_t same; /* of SLIP_TWICE: the index of the line with the same code */
};

struct results {
	struct arena arena;
	struct exacts numbers;
	struct keyfiles keys;
	struct results_lines VEC_OF(struct results_line) lines;
	struct map seen; /* code → index + 1 of its first line */
	int today;       /* slip_day() */
};

void results_begin(struct results *r, int today);

/* results_key(r, bytes, why): as keyfile_read(). */
int results_key(struct results *r, struct str bytes, struct buf *why);

/*
 * results_add(r, file, bytes): the codes of a file, in order; how many there are. A name is a field of the code's
 * line, by `;`, `,`, tabs or quotation marks apart from it: the first that begins with a letter, in front of the code, else behind it.
 */
size_t results_add(struct results *r, struct str file, struct str bytes);

/* results_counts(line): whether its score is to be trusted: nothing is flagged but a typed answer that was cut. */
bool results_counts(const struct results_line *line);

/* results_flagged(r): how many lines are flagged so that they do not count. */
size_t results_flagged(const struct results *r);

void results_end(struct results *r);

#endif
