/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_ALIKE_H
#define ASSEMBLE_ALIKE_H

#include <stdbool.h>

#include "base/arena.h"
#include "model/node.h"

/* Whether two texts of a question are the same to a reader: case is folded, blanks are alike. */

/* alike_text(a, s): ${s} in the form that is compared; in the arena. */
struct str alike_text(struct arena *a, struct str s);

/*
 * alike_words(a, n, lists): the same of the words in ${n}, an item or a cell: alternative texts count, quotes do not,
 * nested lists where ${lists}. Empty where there are no words.
 */
struct str alike_words(struct arena *a, const struct node *n, bool lists);

#endif
