/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_HARVEST_H
#define MODEL_HARVEST_H

#include <stdint.h>

#include "base/diag.h"
#include "base/str.h"
#include "model/node.h"
#include "model/quiz.h"

/*
 * What a body leaves behind when it is dropped: the ids on its page, its links with
 * their places, and the nodes that other pages show. Lives in the site's arena.
 */
enum anchor_kind { ANCHOR_PLAIN, ANCHOR_HEADING, ANCHOR_DEFINITION, ANCHOR_COURSE };

struct anchor {
	struct str id;         /* in the arena of the body until yield_keep() */
	enum anchor_kind kind; /* ANCHOR_COURSE: another id that is unique in the course */
	struct span at;
};

struct definition {
	struct str id;
	struct text *text;
	struct str sort;          /* what it is sorted by: `sort=`, else the words of the label */
	const struct node *label; /* NODE_SPAN, a copy */
	struct node *body;        /* the directive, a copy: its children are the definition */
	struct span at;
};

/* A question that a quiz of the course may draw. */
struct tagged {
	struct str id, tags;
	size_t letters; /* that a kept answer takes at worst */
};

/* `objective=` of a question. */
struct objective_use {
	struct str id;
	struct span at;
};

struct harvest {
	struct anchor *anchors; /* sorted by id, each once */
	size_t nanchors;
	struct definition *definitions;
	size_t ndefinitions;
	struct str links;      /* linkuse_pack(), one behind the other; in the arena of the body until yield_keep() */
	struct str withheld;   /* notes for trainers that its page has not: model/wordnotes.h; kept as ${links} are */
	struct tagged *tagged; /* questions with tags, in order */
	size_t ntagged;
	struct objective_use *objectives;
	size_t nobjectives;
	struct quiz_draw *draws; /* what the page draws from the course */
	size_t ndraws;
	bool names_sources,
	    names_contacts; /* `source=` or a contact stands on it: sound or not, that hangs on the data files */
	uint64_t face;      /* hash of ${anchors}: what links to the page hang on; set by build/yield.c */
	uint64_t terms;     /* hash of ${definitions}, in full; set by build/yield.c */
	size_t letters;     /* that all kept answers of the page take at worst; set by score/statesize.c */
};

#endif
