/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_QUESTION_H
#define MODEL_QUESTION_H

#include <stdbool.h>

#include "model/node.h"

enum question_type { QUESTION_SINGLE, QUESTION_MULTIPLE, QUESTION_TRUEFALSE };

/* D4 of the scoring rules; QUESTION_SINGLE and QUESTION_TRUEFALSE have D3. */
enum question_scoring { SCORING_PARTIAL, SCORING_EXACT, SCORING_CANCEL, SCORING_STRICT, SCORING_POSITIVE, SCORING_DECISIONS };

/* An exact number: credits and points are never floating point (D0). den > 0, lowest terms. */
struct ratio {
	int64_t num, den;
};

struct option {
	struct str id;      /* the author's, else "1", "2", … by position */
	bool right;
	bool fixed;         /* keeps its place when options are shuffled */
	bool has_credit;    /* `score=` was written */
	struct ratio credit;
	struct node *item;  /* the list item; its children that are not feedback are the option. NULL: `true`/`false` in words of the locale */
	struct node *feedback;     /* NODE_QUOTE or container of blocks for one who ticked it; NULL: none */
	struct node *feedback_not; /* for one who did not */
	struct node *hint;         /* to open before answering */
};

/*
 * One question, made by assemble/question.c from its directive, whose node stays
 * the owner of the prose. Lives with its body.
 */
struct question {
	struct str id;         /* the author's, else "q1", "q2", … by position on the page */
	bool id_given;
	enum question_type type;
	enum question_scoring scoring;
	struct ratio points;   /* 1 unless written */
	bool none;             /* `none=yes`: nothing ticked is right */
	int max;               /* most options one may tick; 0: any number */
	struct option *options;
	size_t noptions;
	struct node *node;     /* the directive */
	struct node *answers;  /* the list; NULL for `answer=` in words of the locale */
	struct node **hints;
	size_t nhints;
	struct node *correct, *partial, *incorrect; /* feedback by result; NULL: none */
	struct node *explanation;
	struct str stem_id;    /* what labels the group for assistive technology: set by render */
};

#endif
