/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_NAMED_H
#define ASSEMBLE_NAMED_H

#include "assemble/asking.h"

/* The list below a text with gaps: names, and below each what belongs into the gap of that name. */
struct named {
	struct str name;
	struct node *item;
	struct node *list; /* the answers; never NULL in what named_read() returns true for */
	struct node *hint; /* NULL: none */
	bool used;         /* a gap has this name */
};

struct names {
	struct named *v;
	size_t n;
};

/* named_read(as, names): the items of as->q->answers; none where there is no list. False where one is none (diagnosed). */
bool named_read(struct asking *as, struct names *names);

/* named_find(names, name): NULL where there is none. */
struct named *named_find(const struct names *names, struct str name);

#endif
