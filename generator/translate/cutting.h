/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TRANSLATE_CUTTING_H
#define TRANSLATE_CUTTING_H

#include <stdbool.h>

#include "base/arena.h"
#include "model/node.h"

/*
 * cutting_feedback(a, quote): makes paragraphs of the parts of ${quote}, the feedback of an option: where a line begins with a mark, `[ ]`, `[x]` or `[?]`,
 * the mark becomes a paragraph by itself, and what follows it another one. The assembler reads that as it would have read the lines; a translator gets the
 * words of each part without its mark, which no translation can lose.
 */
void cutting_feedback(struct arena *a, struct node *quote);

/* cutting_is_mark(n): whether ${n} is a paragraph that holds a mark and nothing else. */
bool cutting_is_mark(const struct node *n);

#endif
