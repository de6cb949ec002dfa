/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_QUESTION_H
#define MODEL_QUESTION_H

#include <stdbool.h>
#include <stddef.h>

#include "model/answer.h"
#include "model/node.h"
#include "model/quiz.h"
#include "model/ratio.h"

/*
 * A new type of question is: a value here and its row in question_kinds, a row in the tables `readers`
 * (assemble/question.c) and `writers` (render/question.c, score/asked.c), a scorer in score/, and its twins in the
 * browser: score/js/engine/<piece>.js scores it, score/js/page/<form>.js is where one answers.
 */
enum question_type {
	QUESTION_SINGLE,
	QUESTION_MULTIPLE,
	QUESTION_TRUEFALSE,
	QUESTION_MATCH,
	QUESTION_SORT,
	QUESTION_ORDER,
	QUESTION_GAP,
	QUESTION_TEXT,
	QUESTION_NUMBER,
	QUESTION_MATRIX,
	QUESTION_HOTSPOT,
	QUESTION_REFLECT,
	QUESTION_SURVEY,
	QUESTION_TYPES
};

struct question_kind {
	const char *name;       /* as in `type=` */
	const char *notation;   /* the type in docs/vectors.md that scores it: "matching" */
	const char *pieces;     /* of score/js/, callee first, blank between: "engine/choice page/choice" */
	const char *scoring;    /* what `scoring=` may be, blank between, the default first; "": there is no choice */
	const char *attributes; /* what it has besides question_attributes, blank between */
};

/* The attributes of every type, blank between. */
extern const char question_attributes[];

extern const struct question_kind question_kinds[QUESTION_TYPES];

/* question_type_find(name): the type of that name, or -1. */
int question_type_find(struct str name);

/* How answers become a result (docs/scoring.md). */
enum question_scoring {
	SCORING_EXACT,
	SCORING_PARTIAL,
	SCORING_CANCEL,
	SCORING_STRICT,
	SCORING_POSITIVE,
	SCORING_DECISIONS,
	SCORING_CREDITS, /* each option has its credit: `score=` was written */
	SCORING_PER_PAIR,
	SCORING_HALF,
	SCORING_DEDUCT,
	SCORING_POSITION,
	SCORING_ADJACENT,
	SCORING_ALL_PAIRS,
	SCORING_LIS,
	SCORING_PER_GAP,
	SCORING_AREA_MAPPING,
	SCORING_MARKERS,
	SCORINGS
};

extern const char *const question_scoring_names[SCORINGS]; /* as in `scoring=`: "per-pair" */

/* question_scoring_find(kind, name): the rule of that name if ${kind} has it, its default for the empty name, or -1. */
int question_scoring_find(const struct question_kind *kind, struct str name);

struct hint {
	struct node *node;    /* the directive */
	struct ratio penalty; /* taken off once the reader has opened it */
	bool clear_wrong;     /* takes wrong ticks away */
	bool show_count;      /* says how many are right */
};

/*
 * One question, made by assemble/question.c from its directive, whose node stays
 * the owner of the prose. Lives with its body.
 */
struct question {
	struct str id; /* the author's, else "q1", "q2", … by position on the page */
	bool id_given;
	const struct question *source; /* the same in the source language; NULL: this is it */
	size_t number;                 /* on the page, 1-based */
	enum question_type type;
	enum question_scoring scoring;
	struct ratio points;
	bool floored; /* the result is raised to ${floor} */
	struct ratio floor;
	bool none; /* `none=yes`: nothing ticked is right */
	int max;   /* most options one may tick; 0: any number */
	int tries; /* 0: any number. Where nothing is written, a choice between two has at most one */
	struct ratio penalty;
	bool keep_last;
	enum quiz_solution solution;
	bool required;              /* counts for completion; yes unless `required=no` */
	bool shuffle;               /* options, entries and targets stand in another order for each attempt */
	struct str tags, objective; /* words, blank between; an id of an objective; or empty */

	/* What is ticked: single, multiple, truefalse; the areas of a hotspot; a survey that is a list. */
	struct option *options;
	size_t noptions;
	int clicks;         /* hotspot: most areas one may point at */
	struct node *image; /* hotspot: the NODE_IMAGE whose areas they are */

	/* What is placed. match, sort, matrix, a survey that is a table: each entry in a target. order: entries, in the right order. */
	struct entry *entries;
	size_t nentries;
	struct target *targets;
	size_t ntargets;
	bool reuse;             /* a target may take several entries */
	bool many;              /* matrix: `select=many`, any number of targets in a row */
	struct ratio deduction; /* with SCORING_DEDUCT */

	/* What is typed or chosen in the text. text and number: one gap that stands nowhere in it. */
	struct gap *gaps;
	size_t ngaps;
	bool distinct;          /* gaps are interchangeable: each answer is credited once */
	int min;                /* reflect: letters that make an answer; 0: one */
	struct sample *samples; /* answers that the build tries out */
	size_t nsamples;

	struct node *node;    /* the directive */
	struct node *answers; /* the list; NULL for `answer=` in words of the locale */
	struct hint *hints;
	size_t nhints;
	struct node *correct, *partial, *incorrect; /* feedback by result; NULL: none */
	struct node *explanation;
};

/* question_part(n): whether ${n} is a part that stands in a question besides text and answers: `hint`, `feedback`, … */
bool question_part(const struct node *n);

#endif
