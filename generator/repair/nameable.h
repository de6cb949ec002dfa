/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPAIR_NAMEABLE_H
#define REPAIR_NAMEABLE_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"
#include "base/vec.h"
#include "model/node.h"

/*
 * What should have an id, whether it has one or not: directives, and in them options, entries, groups, columns and signs.
 * The trees are those of read/, as written: nothing is left out, nothing was moved.
 */
struct nameable VEC_OF(struct node *);

/* nameable_directives(root, out): the directives that should have an id or hold parts that should, in order. What stands in one that is not closed is left out. */
void nameable_directives(struct node *root, struct nameable *out);

/*
 * nameable_parts(n, type, out): the items, cells and columns of the directive ${n} that should have ids, in order. ${type}:
 * of a question, what kind it is: a translation need not repeat it.
 */
void nameable_parts(struct node *n, struct str type, struct nameable *out);

/* nameable_needs(n): whether the directive ${n} itself should have an id. */
bool nameable_needs(const struct node *n);

/* nameable_kind(n): what ${n} is called in messages, and when its words give no id: "option", "row", "question". */
const char *nameable_kind(const struct node *n);

/* nameable_words(b, n): appends the words that ${n}'s id is made of: the label of a directive, else its first words. */
void nameable_words(struct buf *b, const struct node *n);

/* nameable_owner(n): the outermost directive around ${n} that has ids of its own: they are unique in it. NULL: the page. */
const struct node *nameable_owner(const struct node *n);

#endif
