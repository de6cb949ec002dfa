/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_BODY_H
#define MODEL_BODY_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/node.h"
#include "model/question.h"
#include "model/site.h"

/*
 * The prose of one text: read, typed, rendered into all its pages, then dropped.
 * Lives in the arena of the worker that has it in hand.
 */
struct outline_entry {
	int level; /* 2-3: as shown in the page */
	struct str anchor;
	const struct node *heading; /* its children are the words */
};

struct body {
	struct text *text;
	struct source src; /* the whole file, front matter included */
	struct node *root; /* NODE_DOCUMENT */
	struct node **
	    skeleton; /* directives, items and headings as read, before any was left out: what translations agree with */
	size_t nskeleton;
	struct outline_entry *outline;
	size_t noutline;
	struct question **questions; /* in order */
	size_t nquestions;
	struct node **headings; /* those of the page itself, in order: translations have the same ids */
	size_t nheadings;
	int shift;               /* added to a heading's level, so that those of the page begin with 2 */
	struct harvest *harvest; /* what it leaves */
	struct quiz *quiz;       /* how they are asked; never NULL once the body is assembled */
	bool has_indicators;     /* lists to tick with bands: what is shown depends on the ticks */
	bool needs_course;       /* links to ids of other pages: rendered in the second wave */
};

#endif
