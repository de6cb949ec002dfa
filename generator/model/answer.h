/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_ANSWER_H
#define MODEL_ANSWER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "model/node.h"
#include "model/ratio.h"

/* What the answers of a question are made of. All of it lives with the question's body. */

/* -- ticked -- */

enum area_shape { AREA_NONE, AREA_RECT, AREA_CIRCLE, AREA_ELLIPSE, AREA_POLY, AREA_SHAPES };

/* A part of an image, in its natural pixels; numbers as `area=` has them: x1 y1 x2 y2, cx cy r, cx cy rx ry, x1 y1 x2 y2 … */
struct area {
	enum area_shape shape;
	struct ratio *at;
	size_t n;
};

extern const char *const area_shape_names[AREA_SHAPES]; /* "rect"; "" for AREA_NONE */

struct option {
	struct str id; /* the author's, else "1", "2", … by position */
	bool id_given;
	bool right;
	bool fixed;      /* keeps its place when options are shuffled */
	bool has_credit; /* `score=` was written */
	struct ratio credit;
	struct node *
	    item; /* the list item: its children but the quotes are the option. NULL: `true`/`false` in words of the locale */
	/* Quotes inside the item, or NULL. Their children are the text. */
	struct node *feedback;     /* for one who ticked it */
	struct node *feedback_not; /* for one who did not */
	struct node *hint;         /* to open before answering */
	struct area area;          /* of a hotspot */
};

/* -- placed -- */

/* A place that entries are put into: the right side of a match, a group of a sort, a column of a matrix. */
struct target {
	struct str id; /* the author's, else by position; equal cells of a match are one target */
	bool id_given;
	bool nowhere;       /* sort: the group of what belongs nowhere; it is not shown as one */
	struct node *words; /* the cell, or the item whose children but the nested list are its words */
};

/* What is placed: the left side of a match, a member of a sort, a row of a matrix, an item of an order. */
struct entry {
	struct str id;
	bool id_given;
	bool fixed;
	struct node *words; /* the cell, or the item whose children but the quotes are its words */
	bool *
	    right; /* by target: whether it belongs there; none: a decoy, right where it is left out. NULL: order, survey */
	struct ratio weight;         /* 1 unless written */
	struct node *feedback;       /* for all who answered; a quote, or the cell of a feedback column */
	struct node *feedback_not;   /* `[ ]`: for one who placed it wrongly */
	struct node *feedback_right; /* `[x]`: for one who placed it rightly */
	struct node *hint;
};

/* -- typed -- */

enum answer_match { MATCH_LITERAL, MATCH_GLOB, MATCH_REGEX, ANSWER_MATCHES };

extern const char *const answer_match_names[ANSWER_MATCHES]; /* "literal" */

/* How a typed text is compared (docs/scoring.md, "Typed answers"). Zeroed: the defaults. */
struct text_policy {
	bool match_case, ignore_accents, compat, keep_quotes, keep_space, typos;
	bool tell_accents; /* with ignore_accents: whoever left them out is told the spelling */
};

/* How a typed number is read. */
struct number_policy {
	struct unit {
		struct str name;
		struct ratio factor; /* of the base unit */
	} * units;
	size_t nunits;
	bool unit_optional;
	bool unit_before;
	struct ratio unit_penalty; /* of the credit; 1/10 unless written */
};

/* One accepted answer: of a text its variants, of a number a value, range or anything, of a menu one of its words. */
struct accepted {
	struct str *variants; /* text: as typed, in order; menu: its words, one */
	size_t nvariants;
	enum answer_match match;
	bool right; /* menu */
	/* number: a value with how near one must come, or bounds, or anything */
	bool any;
	bool has_value, has_low, has_high, open_low, open_high; /* bounds belong to it unless open */
	struct ratio value, low, high;
	int decimals, sigfigs; /* both sides are rounded so before they are compared; -1: not */
	struct ratio credit;   /* 1 unless written */
	struct node *item;     /* where it stands; NULL: in the gap itself or in the head */
	struct node *feedback; /* for one who gave it */
};

enum gap_kind { GAP_TEXT, GAP_NUMBER, GAP_MENU, GAP_KINDS };

struct gap {
	struct str id; /* its name or `{#id}`, else "1", "2", … by position */
	bool id_given;
	enum gap_kind kind;
	struct node *
	    node; /* the NODE_GAP in the text; its as.text is what stood between the brackets. NULL: of a text or number */
	struct ratio weight;
	struct accepted *answers; /* tried in order, the first that fits counts; of a menu all its words */
	size_t nanswers;
	struct text_policy text;
	struct number_policy number;
	struct node *hint; /* of its item in the list of names; NULL: none */
};

/* An answer that the build tries out. */
struct sample {
	struct str response; /* as it would be typed; gaps with `|` between */
	struct ratio score;  /* what it must get */
	struct span at;
};

#endif
