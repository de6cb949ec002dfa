/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AUTHOR_NAMED_H
#define AUTHOR_NAMED_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"
#include "base/vec.h"
#include "model/node.h"

/*
 * What should have an id, whether it has one or not: directives, and in them options, entries, groups, columns and signs.
 * The trees are those of read/, as written: nothing is left out, nothing was moved.
 */
struct named VEC_OF(struct node *);

/* named_directives(root, out): the directives that should have an id or hold parts that should, in order. What stands in one that is not closed is left out. */
void named_directives(struct node *root, struct named *out);

/*
 * named_parts(n, type, out): the items, cells and columns of the directive ${n} that should have ids, in order. ${type}:
 * of a question, what kind it is: a translation need not repeat it.
 */
void named_parts(struct node *n, struct str type, struct named *out);

/* named_needs(n): whether the directive ${n} itself should have an id. */
bool named_needs(const struct node *n);

/* named_kind(n): what ${n} is called in messages, and when its words give no id: "option", "row", "question". */
const char *named_kind(const struct node *n);

/* named_words(b, n): appends the words that ${n}'s id is made of: the label of a directive, else its first words. */
void named_words(struct buf *b, const struct node *n);

/* named_owner(n): the outermost directive around ${n} that has ids of its own: they are unique in it. NULL: the page. */
const struct node *named_owner(const struct node *n);

#endif
