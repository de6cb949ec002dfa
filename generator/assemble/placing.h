/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_PLACING_H
#define ASSEMBLE_PLACING_H

#include "assemble/asking.h"

/* What the types have in common whose entries are placed: match, sort, matrix, order, and a survey that is a table. */

/* placing_begin(as, nentries, ntargets): makes room for them; false where they are too many (diagnosed). */
bool placing_begin(struct asking *as, size_t nentries, size_t ntargets);

/*
 * placing_entry(as, words): the next of as->q->entries, an item or a cell with its words, id and weight; it belongs nowhere yet.
 * placing_target(as, words): the next of as->q->targets.
 */
struct entry *placing_entry(struct asking *as, struct node *words);
struct target *placing_target(struct asking *as, struct node *words);

/* placing_right(as, e, t): ${e} belongs into the target of number ${t}. */
void placing_right(struct asking *as, struct entry *e, size_t t);

/* placing_feedback(as, e): takes the quotes of the item ${e} apart into its feedback. */
void placing_feedback(struct asking *as, struct entry *e);

/* placing_at(as, words): where an entry or target stands whose words are ${words}. */
struct span placing_at(const struct asking *as, const struct node *words);

/* placing_rule(as): the attributes `deduction`, `reuse` and `select` of as->q, where its type has them. */
void placing_rule(struct asking *as);

/*
 * placing_finish(as): behind the last entry: whether no two entries, and no two targets, say the same and none is empty, and
 * whether their weights can be divided by (else diagnosed). Gives ids to those without; a translation gets all that is not
 * its own from its source.
 */
bool placing_finish(struct asking *as);

#endif
