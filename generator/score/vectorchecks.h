/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_VECTORCHECKS_H
#define SCORE_VECTORCHECKS_H

#include "score/shape.h"

/*
 * What tables of shapes cannot say of a vector: functions for the field `settle` of a shape. False with run->error where something is
 * wrong.
 */

/* What they need to know of the question that is being settled: run->about. */
struct vectorchecks_about {
	const struct jvalue *question, *rule;
};

/* A question or gap with `accept`: its patterns are such as both engines understand alike. */
bool vectorchecks_patterns(struct shape_run *run, const struct shape_place *at, struct jvalue *holder);

/* An area: as many numbers as its shape has. */
bool vectorchecks_coords(struct shape_run *run, const struct shape_place *at, struct jvalue *area);

/* A question of the type `branching`: every node that is named exists. */
bool vectorchecks_nodes(struct shape_run *run, const struct shape_place *at, struct jvalue *question);

/* One choice of a path, [node, index]: both exist. */
bool vectorchecks_step(struct shape_run *run, const struct shape_place *at, struct jvalue *step);

/* A question of the type `pool`: not more are drawn than there are. */
bool vectorchecks_draw(struct shape_run *run, const struct shape_place *at, struct jvalue *question);

/* A pass mark: "14 points" becomes {"points": "14"}; without the word it is a ratio. */
bool vectorchecks_passmark(struct shape_run *run, const struct shape_place *at, struct jvalue *passmark);

#endif
