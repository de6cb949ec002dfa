/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_FOREIGN_H
#define MODEL_FOREIGN_H

#include "base/arena.h"
#include "model/node.h"

/* Words in another language than their page's: they say so, each block by itself, so that a screen reader changes its voice (WCAG 3.1.2). */

/* foreign_attrs(a, attrs, lang): a copy of ${attrs} (may be NULL) with `lang=`. */
struct attrs *foreign_attrs(struct arena *a, const struct attrs *attrs, struct str lang);

/*
 * foreign_words(a, holder, lang): marks the inline children of a block: by an attribute of the block where it has an element of its own, else by a
 * span around them. Returns the node that further children belong into.
 */
struct node *foreign_words(struct arena *a, struct node *holder, struct str lang);

/* foreign_mark(a, top, lang): marks all words in ${top}, labels too. */
void foreign_mark(struct arena *a, struct node *top, struct str lang);

#endif
