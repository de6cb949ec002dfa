/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_BODY_H
#define MODEL_BODY_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/node.h"
#include "model/question.h"
#include "model/scenario.h"
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

/* A question that an attempt at the page may draw, perhaps of another page. */
struct pooled {
	struct question *q;      /* a copy that is asked by the rules of this page; of this page itself: the question */
	const struct body *from; /* where it stands */
	int draw;                /* which of the page's draws takes it */
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
	struct scenario **scenarios; /* in order; those that are not sound, too */
	size_t nscenarios;
	struct node **headings; /* those of the page itself, in order: translations have the same ids */
	size_t nheadings;
	int shift;               /* added to a heading's level, so that those of the page begin with 2 */
	struct harvest *harvest; /* what it leaves */
	struct quiz *quiz;       /* how they are asked; never NULL once the body is assembled */
	struct str salt;         /* of the covers over its answer keys (base/seal.h); empty: they are in clear */
	struct pooled
	    *pool; /* what its draws take from, in the order of the course; set just before the page is rendered */
	size_t npool;
	const struct node *critical; /* the first block that must not go untranslated; NULL: none */
	bool has_indicators;         /* lists to tick with bands: what is shown depends on the ticks */
	bool needs_course;           /* links to ids of other pages, or draws: rendered in the second wave */
};

/* body_asked(body, i): the question number ${i}, from 0, of all the page has: its own, then those of other pages. NULL behind the last. */
const struct question *body_asked(const struct body *body, size_t i);

/* body_attempt(body): how many questions an attempt at the page has. */
size_t body_attempt(const struct body *body);

/* body_draw(body, q): which of the page's draws takes ${q}, one of those; -1: it is always asked. */
int body_draw(const struct body *body, const struct question *q);

#endif
