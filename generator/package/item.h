/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PACKAGE_ITEM_H
#define PACKAGE_ITEM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "model/ratio.h"

/*
 * A question as GIFT and Moodle XML know it: what both ways of exchange have in common. An export makes it of a question
 * (offer.c) and writes it (gift.c, moodle.c); an import reads it from a file and writes Markdown. All of it lives in one arena.
 */
enum item_kind {
	ITEM_CHOICE,    /* answers; one (${single}) or several */
	ITEM_TRUEFALSE, /* answers: true, false */
	ITEM_SHORT,     /* answers: what is typed; `*` stands for any text, `\*` for itself */
	ITEM_NUMBER,    /* answers with values */
	ITEM_MATCH,     /* pairs */
	ITEM_ORDER,     /* answers in the right order */
	ITEM_CLOZE,     /* gaps; each stands in the text as ITEM_GAP_MARK, its number from 0, ITEM_GAP_MARK */
	ITEM_ESSAY,
	ITEM_MARKERS,     /* labels that belong to places in a picture */
	ITEM_DESCRIPTION, /* nothing is asked */
	ITEM_OTHER,       /* of an import: it could not be read as any of these; ${why} tells */
	ITEM_KINDS
};

/* A character that no text has. */
#define ITEM_GAP_MARK "\xef\xb7\x90"

enum item_format {
	ITEM_HTML,
	ITEM_AUTO,
	ITEM_PLAIN,
	ITEM_MARKDOWN
}; /* ITEM_AUTO: Moodle's own: HTML, line ends count */

struct item_text {
	struct str s; /* empty: none */
	enum item_format format;
	uint32_t line; /* of an import: where it stands */
};

struct item_answer {
	struct item_text text;     /* of a short answer and a menu plain */
	struct ratio fraction;     /* of full marks, -1 to 1 */
	bool any;                  /* number: whatever was typed */
	struct ratio value, error; /* number: how far away one may be, both ends included */
	bool range;                /* number: only the ends were said */
	struct item_text feedback;
	uint32_t line;
};

struct item_answers {
	struct item_answer *v;
	size_t n;
};

struct item_pair {
	struct item_text left; /* empty: only ${right} is on offer */
	struct str right;      /* plain */
};

enum item_gap_kind { ITEM_GAP_SHORT, ITEM_GAP_NUMBER, ITEM_GAP_MENU };

struct item_gap {
	enum item_gap_kind kind;
	bool match_case, shuffle;
	struct ratio weight; /* a whole number in a file */
	struct item_answers answers;
};

enum item_shape { ITEM_NOWHERE, ITEM_CIRCLE, ITEM_RECTANGLE, ITEM_POLYGON };

/* A label and where in the picture it belongs: x y r; left top width height; corners. */
struct item_marker {
	struct item_text label;
	enum item_shape shape;
	struct ratio *at;
	size_t nat;
};

/* Names as `gradingtype` has them. Each is one of Pensum's rules, but for the last, which is none. */
enum item_order { ITEM_ALL_OR_NOTHING, ITEM_ABSOLUTE, ITEM_NEXT, ITEM_ALL_PAIRS, ITEM_LONGEST, ITEM_ORDERS };

extern const char *const item_order_names[ITEM_ORDERS];

struct item_unit {
	struct str name;
	struct ratio multiplier; /* so many of it are one of the first */
};

struct item_hint {
	struct item_text text;
	bool clear_wrong, show_count;
};

struct item_file {
	struct str name; /* as the text calls it behind @@PLUGINFILE@@/ */
	struct str bytes;
};

struct item {
	enum item_kind kind;
	struct span at; /* of the question in the page, or its first line in the file */
	struct str name, id, category;
	struct str *tags;
	size_t ntags;
	struct item_text text, general, correct, partial, incorrect;
	struct item_hint *hints;
	size_t nhints;
	struct ratio points;
	bool has_penalty;
	struct ratio penalty;
	bool single, shuffle, match_case;
	enum item_order order;
	struct item_answers answers;
	struct item_pair *pairs;
	size_t npairs;
	struct item_gap *gaps;
	size_t ngaps;
	struct item_marker *markers;
	size_t nmarkers;
	struct item_unit *units;
	size_t nunits;
	bool unit_before, unit_optional;
	struct ratio unit_penalty;
	struct item_file *files; /* embedded; a picture of ITEM_MARKERS is the first */
	size_t nfiles;
	struct str remark; /* of an import: what was noted beside it for authors */
	struct str raw;    /* of an import: as it stood in the file */
	struct str why;    /* of ITEM_OTHER */
};

struct items {
	struct item **v;
	size_t n;
};

struct item *item_new(struct arena *a, struct items *all, enum item_kind kind);

/* item_more(a, v, n, size): room for another behind the ${n} elements of ${v}, zeroed; the array, which may have moved. */
void *item_more(struct arena *a, void *v, size_t n, size_t size);

struct item_answer *item_answer(struct arena *a, struct item_answers *all);
struct item_pair *item_pair(struct arena *a, struct item *it);
struct item_hint *item_hint(struct arena *a, struct item *it);
struct item_gap *item_gap(struct arena *a, struct item *it);
void item_tag(struct arena *a, struct item *it, struct str tag);

/* item_mark(b, i): appends the mark of gap ${i}, from 0. */
void item_mark(struct buf *b, size_t i);

/* item_gap_at(s, &at, i): whether the mark of a gap begins at ${at}; then its number, and ${at} is moved behind it. */
bool item_gap_at(struct str s, size_t *at, size_t *i);

#endif
