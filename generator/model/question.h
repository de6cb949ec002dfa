/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_QUESTION_H
#define MODEL_QUESTION_H

#include <stdbool.h>
#include <stddef.h>

#include "model/node.h"
#include "model/quiz.h"
#include "model/ratio.h"

/*
 * A new type of question is: a value here and its row in question_kinds, a row in the
 * tables `readers` (assemble/question.c), `writers` (render/question.c, score/script.c), and a
 * piece of browser runtime, score/js/<piece>.js.
 */
enum question_type {
	QUESTION_SINGLE,
	QUESTION_MULTIPLE,
	QUESTION_TRUEFALSE,
	/* not built yet */
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
	const char *piece;      /* "choice": score/js/choice.js scores it; NULL: this type is not built yet */
	const char *scoring;    /* what `scoring=` may be, blank between, the default first; "": there is no choice */
	const char *attributes; /* what it has besides question_attributes, blank between */
};

/* The attributes of every type, blank between. */
extern const char question_attributes[];

extern const struct question_kind question_kinds[QUESTION_TYPES];

/* question_type_find(name): the type of that name, or -1. */
int question_type_find(struct str name);

/* The rules by which ticks become a result (docs/quizzes.md, "Several answers"). */
enum question_scoring {
	SCORING_EXACT,
	SCORING_PARTIAL,
	SCORING_CANCEL,
	SCORING_STRICT,
	SCORING_POSITIVE,
	SCORING_DECISIONS,
	SCORING_CREDITS, /* each option has its credit: `score=` was written */
	SCORINGS
};

extern const char *const question_scoring_names[SCORINGS];

/* question_scoring_find(kind, name): the rule of that name if ${kind} has it, its default for the empty name, or -1. */
int question_scoring_find(const struct question_kind *kind, struct str name);

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
};

struct hint {
	struct node *node;    /* the directive */
	struct ratio penalty; /* taken off once the reader has opened it */
};

/*
 * One question, made by assemble/question.c from its directive, whose node stays
 * the owner of the prose. Lives with its body.
 */
struct question {
	struct str id; /* the author's, else "q1", "q2", … by position on the page */
	bool id_given;
	size_t number; /* on the page, 1-based */
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
	struct option *options;
	size_t noptions;
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
