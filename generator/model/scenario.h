/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_SCENARIO_H
#define MODEL_SCENARIO_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "model/node.h"
#include "model/ratio.h"

/*
 * A branching case: places (steps and endings) with turns (choices) that lead from a step to a place. Made by
 * assemble/scenario.c from its directive, whose nodes stay the owners of the prose. Lives with its body.
 */

enum outcome { OUTCOME_NONE, OUTCOME_SAFE, OUTCOME_PARTLY, OUTCOME_RISKY, OUTCOMES };
enum scenario_scoring { SCENARIO_UNSCORED, SCENARIO_END, SCENARIO_PATH, SCENARIO_SCORINGS };

extern const char *const scenario_outcome_names[OUTCOMES];          /* as in `outcome=`; "" for OUTCOME_NONE */
extern const char *const scenario_scoring_names[SCENARIO_SCORINGS]; /* as in `scoring=`: "none", "end", "path" */

struct place;

/* A choice: where it leads and what is said of it. */
struct turn {
	struct node *item;  /* the list item */
	struct node *words; /* its paragraph, whose link became a span: it leads to ${to} */
	struct node *link;  /* that span */
	struct place *to;   /* NULL: it could not be found (diagnosed) */
	enum outcome outcome;
	bool has_score;
	struct ratio score; /* points; 0 where none is written */
	bool told;          /* it has a rating or feedback: something stands between the choice and where it leads */
};

/* A step or an ending. */
struct place {
	struct str id; /* the author's, else its number */
	size_t number; /* among all of the scenario, 1-based: what is printed */
	bool ending;
	struct node *node; /* the directive */
	struct node *list; /* of a step: the list that holds its choices; NULL: none was found (diagnosed) */
	struct turn *turns;
	size_t nturns;
};

struct scenario {
	struct str id; /* the author's, else "scenario-1", … by position on the page */
	bool id_given;
	bool sound; /* nothing is wrong with it; otherwise it is shown as a plain container */
	enum scenario_scoring scoring;
	struct place *places; /* in order; the first step is the start */
	size_t nplaces;
	const struct place *start;      /* NULL: there is no step */
	struct node *node;              /* the directive */
	struct node *summary, *debrief; /* its parts, or NULL */
};

/* scenario_place(s, id): the step or ending of that id, or NULL. */
struct place *scenario_place(const struct scenario *s, struct str id);

/* scenario_anchor(a, s, p): where ${p} is on the page: "kindergarten__pickup". */
struct str scenario_anchor(struct arena *a, const struct scenario *s, const struct place *p);

/* scenario_turn_anchor(a, s, p, i): where stands what follows from its choice number ${i}, from 0: "kindergarten__pickup--1". */
struct str scenario_turn_anchor(struct arena *a, const struct scenario *s, const struct place *p, size_t i);

#endif
