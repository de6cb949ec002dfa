/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_QUIZ_H
#define MODEL_QUIZ_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "model/node.h"
#include "model/ratio.h"

/*
 * How a page asks its questions. Each mode is a row of settings in quiz.c; the front
 * matter of a quiz page overrides single ones. Questions outside a quiz page are practice.
 */
enum quiz_mode { QUIZ_PRACTICE, QUIZ_SELF_CHECK, QUIZ_TEST, QUIZ_MODES };

enum quiz_solution {
	SOLUTION_AFTER_LAST_TRY,
	SOLUTION_AFTER_PASS,
	SOLUTION_AFTER_SUBMIT_QUIZ,
	SOLUTION_ON_REQUEST,
	SOLUTION_NEVER,
	SOLUTIONS
};

struct quiz_settings {
	int tries;                   /* at each question; 0: any number */
	struct ratio penalty;        /* taken off for each try before this one */
	bool keep_last;              /* the last try counts, not the best */
	bool at_end;                 /* one submission of all questions; verdicts and feedback then */
	bool scored;                 /* points are shown, and a total on a quiz page */
	enum quiz_solution solution; /* when the key and the explanation are shown */
};

/* `band{from=}` on a quiz page: the text for results from there on. */
struct band {
	struct ratio from; /* of full marks */
	struct node *node; /* the directive */
};

/* Questions drawn for each attempt, from all of the course that carry a tag. */
struct quiz_draw {
	struct str tag;
	int take;            /* so many, at least 1 */
	struct ratio points; /* of each slot, whatever the questions inside say (D18) */
	struct span at;
};

enum quiz_grade { GRADE_BEST, GRADE_LAST, GRADE_FIRST, GRADE_AVERAGE, QUIZ_GRADES };

extern const char *const quiz_grade_names[QUIZ_GRADES];

/* The settings of one page. Lives with its body. */
struct quiz {
	bool page; /* a page of type quiz: it ends with a result */
	enum quiz_mode mode;
	struct quiz_settings set;
	bool tries_given; /* the author wrote `tries:`; else questions with two choices have one try (see question.h) */
	struct ratio points; /* of a question that does not say */
	struct str scoring;  /* for types that know it; empty: the default of the type */
	bool floored;        /* a question's result is raised to ${floor} */
	struct ratio floor;
	bool has_pass, pass_in_points;
	int attempts;          /* at the whole page; 0: any number */
	enum quiz_grade grade; /* which attempt counts */
	bool shuffle;          /* of a question that does not say */
	struct quiz_draw *draws;
	size_t ndraws;
	struct ratio pass;  /* of full marks, or points */
	struct band *bands; /* in the order written */
	size_t nbands;
};

extern const char *const quiz_mode_names[QUIZ_MODES];    /* "self-check" */
extern const char *const quiz_solution_names[SOLUTIONS]; /* "after-last-try" */

/* quiz_draw_of(q, tags): which of the draws takes questions with these tags (words, blank between); -1: none does. */
int quiz_draw_of(const struct quiz *q, struct str tags);

/* quiz_init(q, mode): the settings of that mode, points 1, floor 0, no pass mark, no bands. */
void quiz_init(struct quiz *q, enum quiz_mode mode);

#endif
