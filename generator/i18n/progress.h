/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_PROGRESS_H
#define I18N_PROGRESS_H

#include "i18n/workshop.h"

/*
 * How far translations are, in messages and in words of the source (localisation.md T-20, T-21). A message counts wherever it stands, as a
 * reader meets it: the sums are those of the notices on pages.
 */
enum progress_state {
	PROGRESS_DONE, /* readers see it */
	PROGRESS_OUTDATED, /* the source was changed after it: by messages `fuzzy`; in a file of its own a block that was changed */
	PROGRESS_MACHINE, /* made by a machine, and nobody has looked at it */
	PROGRESS_MISSING,
	PROGRESS_STATES
};

struct progress_count {
	size_t messages, words;
};

struct progress_sum {
	struct progress_count of[PROGRESS_STATES];
	struct progress_count unrecorded; /* of those done: in files that do not record what they translate */
	size_t absent;                    /* of those missing, messages that are not in the catalogue yet */
};

/* How a page is translated. */
enum progress_way { PROGRESS_NOT, PROGRESS_BY_MESSAGES, PROGRESS_BY_FILE };

struct progress_page {
	const struct document *doc;
	enum progress_way way;
	struct str file; /* the catalogue or the translated page, as shown; empty: PROGRESS_NOT */
	struct progress_sum sum;
};

/* Something that is out of date: a message, or a block of a file of its own. */
struct progress_stale {
	const struct document *doc;
	struct span at; /* in the source page */
	const char *role;
	struct str heading;       /* the nearest above; empty: none */
	bool block;               /* then ${now} is the block's first message, ${before} and ${text} are not known */
	struct str before, now;   /* the source that was translated, empty: not known; the source now */
	struct str text;          /* the present translation */
	struct str file;          /* which has it, as shown */
	uint32_t line;            /* there; 0: not known */
	struct progress_count of; /* how much it is, wherever it stands */
	bool critical;
};

/* A module in one language. */
struct progress_piece {
	const struct workpiece *piece;
	const struct language *lang;
	struct str catalogue; /* as shown, whether it is there or not */
	bool there;
	struct progress_page *pages;
	size_t npages;
	struct progress_sum sum;
	struct progress_stale *stale;
	size_t nstale;
};

/* A course in one language. */
struct progress_course {
	const struct course *course;
	const struct language *lang;
	struct progress_piece *pieces;
	size_t npieces;
	struct progress_sum sum;
};

struct progress {
	struct progress_course *v; /* by course, then by language in the order of the course */
	size_t n;
};

/* progress_of(w, o, a, d): of what is asked for. What is wrong with catalogues is told. Everything lives in ${a} and ${w}. */
struct progress progress_of(struct workshop *w, const struct workorder *o, struct arena *a, struct diags *d);

/* progress_all(s): all messages and words. */
struct progress_count progress_all(const struct progress_sum *s);

/* progress_percent(s): of the words, how many per cent are up to date; never 100 where one is not; 100 where there are none. */
unsigned progress_percent(const struct progress_sum *s);

#endif
