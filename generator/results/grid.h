/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RESULTS_GRID_H
#define RESULTS_GRID_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"

/* Rows and columns, written as a table for people, as CSV (RFC 4180) or as JSON. */
enum grid_kind {
	GRID_TEXT,
	GRID_NUMBER, /* in JSON a number; empty: null */
	GRID_BOOL,   /* "yes", "no" or empty; in JSON true, false, null */
	GRID_WORDS,  /* blanks between; in JSON a list of strings */
	GRID_JSON,   /* JSON, and only there */
};

struct grid_column {
	const char *key;     /* in CSV and JSON */
	const char *heading; /* in a table; NULL: not shown there */
	enum grid_kind kind;
};

struct grid {
	const char *name; /* in JSON; in a table above it */
	const struct grid_column *columns;
	size_t ncolumns;
	struct grid_cells VEC_OF(struct str) cells; /* row behind row; they live elsewhere */
};

void grid_add(struct grid *g, struct str cell);

void grid_table(struct buf *b, const struct grid *g);

/*
 * grid_csv(b, g): with a line of keys; commas, CR LF. A text that a spreadsheet would take for a formula (it begins with
 * = + - @ or a control character) gets an apostrophe in front.
 */
void grid_csv(struct buf *b, const struct grid *g);

/* grid_json(b, g): a list of objects, one a line, without anything around it. */
void grid_json(struct buf *b, const struct grid *g);

void grid_free(struct grid *g);

#endif
