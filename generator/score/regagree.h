/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_REGAGREE_H
#define SCORE_REGAGREE_H

#include "score/regread.h"

/*
 * regagree_check(r, all): r->error where JavaScript and PCRE2 would answer differently for the tree ${all}:
 *
 *   - a reference to a group in a repetition: JavaScript forgets what groups held when the next pass begins, and takes
 *     back a pass that read nothing, PCRE2 does neither. Fine where that cannot be seen;
 *   - references and groups in a lookbehind, which JavaScript reads from right to left;
 *   - a lookbehind of no fixed length, which PCRE2 lacks.
 */
void regagree_check(struct regscan *r, struct regnode *all);

/* regagree_is_within(n, group): whether ${n} stands in the capturing group of that number. */
bool regagree_is_within(const struct regnode *n, uint32_t group);

#endif
