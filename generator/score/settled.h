/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_SETTLED_H
#define SCORE_SETTLED_H

#include <stddef.h>

#include "score/scorer.h"

/* What scorers read of a settled question (scorer.h), and how numbers of it are put together. */

/* settled_number(s, v, otherwise): the rational that ${v} holds; ${otherwise} where ${v} is NULL. Both in lowest terms. */
const struct exact *settled_number(struct scoring *s, const struct jvalue *v, const char *otherwise);

/* settled_share(s, part, all): 0 where ${all} is 0. */
const struct exact *settled_share(struct scoring *s, size_t part, size_t all);

/*
 * settled_within(s, x, top): ${x} within the bounds of s->rule: `floor` is 0 where it is not written, `null` is none; ${top} is
 * the upper bound, NULL where there is none. Where they cross, the floor holds.
 */
const struct exact *settled_within(struct scoring *s, const struct exact *x, const struct exact *top);

/* settled_top(s, otherwise): `ceil` of s->rule; ${otherwise} where it is not written, NULL where it is `null`. */
const struct exact *settled_top(struct scoring *s, const struct exact *otherwise);

/* settled_key(a, left, right): both with a blank between; in the arena. */
struct str settled_key(struct arena *a, struct str left, struct str right);

/* settled_pair(a, left, right): a text that no other two have together; in the arena. */
struct str settled_pair(struct arena *a, struct str left, struct str right);

#endif
