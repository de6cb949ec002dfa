/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_UNFOLDING_H
#define I18N_UNFOLDING_H

#include "base/arena.h"
#include "model/node.h"

/* A message of any tool as messages of today: what it says, without marks of blocks, each on one line as inlinetext_write() has it. */
struct unfolding {
	struct unfolding_part {
		enum node_kind kind; /* NODE_PARAGRAPH, NODE_HEADING, NODE_CELL; NODE_SPAN: a label */
		struct str text;     /* never empty */
	} * v;
	size_t n; /* 0: it holds no words, or cannot be read */
};

/* unfolding_of(a, message, definitions): reads ${message} as Markdown; ${definitions} are lines `[so]: https://…` for what it refers to. */
struct unfolding unfolding_of(struct arena *a, struct str message, struct str definitions);

/* unfolding_alike(x, y): whether both have the same parts in the same order, so that one may translate the other. */
bool unfolding_alike(const struct unfolding *x, const struct unfolding *y);

/* unfolding_definitions(b, markdown): appends the link definitions of a page, in their order. */
void unfolding_definitions(struct buf *b, struct str markdown);

#endif
