/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_FEEDBACK_H
#define ASSEMBLE_FEEDBACK_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/node.h"

/*
 * What the quotes in an item say, each part a NODE_QUOTE of its own inside the item; NULL:
 * there is no such part.
 */
struct feedback {
	struct node *ticked;   /* for one who ticked (or gave) the item: where nothing else is said, and behind `[x]` */
	struct node *unticked; /* behind `[ ]` */
	struct node *hint;     /* behind `[?]` */
};

/* feedback_split(a, item, src, d): takes the quotes of ${item} apart at the lines that begin with a mark. */
struct feedback feedback_split(struct arena *a, struct node *item, const struct source *src, struct diags *d);

#endif
