/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_STORY_H
#define SCORE_STORY_H

#include <stddef.h>
#include <stdint.h>

#include "score/scorer.h"

/* A story with choices as a graph: the question of `branching` with its names looked up. All of it lives in an arena. */

#define STORY_END SIZE_MAX /* where an edge leads that is an end */

struct story_edge {
	size_t to; /* a node, or STORY_END */
	const struct exact *points;
};

struct story_node {
	struct str name;
	struct story_edge *edges;
	size_t n;
};

struct story {
	struct story_node *nodes;
	size_t n, start;
};

/* One choice of a response: an edge of a node. */
struct story_step {
	size_t node;
	const struct story_edge *edge;
};

struct story_path {
	struct story_step *steps;
	size_t n;
};

/*
 * story_read(s, story, path): reads s->question, and s->response into ${path}: no steps where it is unanswered. False where a
 * node or an edge is named that does not exist: then s->error says which.
 */
bool story_read(struct scoring *s, struct story *story, struct story_path *path);

#endif
