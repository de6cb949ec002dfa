/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_ACCEPTED_H
#define ASSEMBLE_ACCEPTED_H

#include "assemble/asking.h"
#include "assemble/figures.h"
#include "assemble/variants.h"

/* The answers that a text, a number or one gap of them accepts, from a list. */

/*
 * accepted_read(as): the answers of a `text` or `number`, as->q->gaps[0], from the list as->q->answers or from `answer=`. False
 * where they cannot be scored (diagnosed).
 */
bool accepted_read(struct asking *as);

/* accepted_list(as, list, near, g): the items of ${list} as the answers of ${g}, whose kind is set. */
bool accepted_list(struct asking *as, const struct node *list, const struct nearness *near, struct gap *g);

/* accepted_variants(as, v, at, near, g): the same of variants that are worth the same. */
bool accepted_variants(
    struct asking *as, const struct variants *v, struct span at, const struct nearness *near, struct gap *g);

/* accepted_check(as, g, at): whether full marks can be had, and no answer hides another. ${g} is no menu. */
bool accepted_check(struct asking *as, const struct gap *g, struct span at);

/*
 * accepted_same(as, g, source, at): numbers are those of the source: a translation's list of them has as many with the same values,
 * and may have other feedback. Takes them over where ${g} has none.
 */
bool accepted_same(struct asking *as, struct gap *g, const struct gap *source, struct span at);

#endif
