/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_CHOICE_H
#define ASSEMBLE_CHOICE_H

#include "assemble/asking.h"

/*
 * choice_read(as): fills the options of as->q, a `single`, `multiple` or `truefalse`, from the list as->q->answers, or
 * from `answer=` where there is none. False where they cannot be scored (diagnosed).
 */
bool choice_read(struct asking *as);

/* choice_is_list(n): whether ${n} is a list with `[ ]` or `[x]` on one of its items. */
bool choice_is_list(const struct node *n);

/* choice_indent(item): by how many blanks a line is indented that stands inside ${item}; NULL: inside an item behind `- `. */
unsigned choice_indent(const struct node *item);

#endif
