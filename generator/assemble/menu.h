/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_MENU_H
#define ASSEMBLE_MENU_H

#include "assemble/asking.h"
#include "assemble/variants.h"

/* A gap that is filled from a menu: its words as answers, one of which is right. */

/* menu_variants(as, v, g, at): from `*right*|wrong|wrong`. False where it is no menu that can be scored (diagnosed). */
bool menu_variants(struct asking *as, const struct variants *v, struct gap *g, struct span at);

/* menu_list(as, list, g): from a list with `[x]` and `[ ]`. */
bool menu_list(struct asking *as, const struct node *list, struct gap *g);

/* menu_same(as, g, source, at): whether the words of a translation are as many, and the same one is right. */
bool menu_same(struct asking *as, const struct gap *g, const struct gap *source, struct span at);

#endif
