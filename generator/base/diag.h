/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"

/*
 * Diagnostics are data. A room that finds a problem adds a diag and goes on; the
 * command prints them all at the end, sorted, with line and caret, or as JSON.
 *
 *	struct diag *g = diag_add(d, DIAG_LINK_BROKEN, src, at, "%.*s", STR_ARG(href));
 *	diag_note(d, g, "did you mean `%.*s`?", STR_ARG(best));
 *
 * Three kinds of failure, three means: a content problem is a diag; the world
 * failing (disk) is a diag and -1; our own bug is an assert.
 */

enum diag_level { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR, DIAG_FATAL };

/* The codes stand in diag.def, each with its level, stable name and sentence. */
enum diag_code {
#define DIAG(code, level, name, sentence, explain) DIAG_##code,
#include "base/diag.def"
#undef DIAG
	DIAG_CODES
};

/* A place in a source file. Zero line: the file as a whole. */
struct span {
	uint32_t line; /* 1-based */
	uint32_t col;  /* 1-based, in bytes; 0: the whole line */
	uint32_t len;  /* bytes to mark; 0: only the caret */
};

/* A file that problems can be in. Must outlive only the diag_add() call. */
struct source {
	struct str path;  /* as shown: relative to the site's folder */
	struct str bytes; /* the whole text, or empty where it could not be read */
};

struct diag {
	enum diag_code code;
	enum diag_level level; /* that of the code, raised by --strict */
	struct str file;       /* may be empty: the problem is in no file */
	struct span at;
	uint32_t column;   /* 1-based, in characters; 0 like at.col */
	uint32_t length;   /* in characters, up to the end of the line */
	struct str line;   /* text of the line, without its end; cut to what a terminal shows */
	uint32_t line_off; /* bytes cut off at its front */
	bool line_more;    /* something is cut off at its end */
	struct str detail; /* what is wrong here, one line */
	struct str *notes;
	size_t nnotes;
};

struct diag_info {
	enum diag_level level;
	const char *name;     /* "link-broken": stable, in messages and `explain` */
	const char *sentence; /* "this link leads nowhere" */
	const char *explain;  /* a paragraph: what, why, how to repair */
};

/*
 * A list of diags, owned by one worker at a time. Holds its own copies of all
 * text. diags_merge() moves, diags_sort() makes the order independent of threads
 * and drops repetitions: a template that fails for many pages is told once.
 */
struct diags {
	struct arena arena;
	struct diags_place {
		struct str file;
		struct str bytes;   /* those of the source; compared, never read */
		uint32_t line;      /* 1-based */
		size_t start;       /* where that line begins */
		size_t byte, chars; /* a place in it, in bytes and characters */
	} last; /* found for the last diag, so that the next in the file is not searched from its start */
	struct diags_vec VEC_OF(struct diag) all;
	bool strict; /* warnings count as errors */
};

/* clang-format off */
#define DIAGS_INIT { 0 }
/* clang-format on */

/*
 * diag_add(d, code, src, at, fmt, ...): ${src} NULL where the problem is in no file.
 * The detail is one line without a full stop, or empty ("%s", ""). Never fails. The pointer returned is
 * valid until the next diag_add() to the same list.
 */
struct diag *diag_add(struct diags *d, enum diag_code code, const struct source *src, struct span at, const char *fmt,
    ...) __attribute__((format(printf, 5, 6)));

/* diag_note(d, g, fmt, ...): a line of help under the diag: what to do, "did you mean". */
void diag_note(struct diags *d, struct diag *g, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

const struct diag_info *diag_info(enum diag_code code);

/* diag_find(name): the code of a stable name, or -1. */
int diag_find(struct str name);

void diags_merge(struct diags *into, struct diags *from); /* ${from} is empty afterwards */
void diags_sort(struct diags *d);
enum diag_level diags_worst(const struct diags *d); /* DIAG_NOTE where empty */
size_t diags_count(const struct diags *d, enum diag_level level);
void diags_free(struct diags *d);

#endif
