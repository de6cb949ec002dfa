/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_EXACT_H
#define SCORE_EXACT_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"

/*
 * Exact rational numbers of any size (GMP). A number is never changed once it is made; it belongs to the
 * `struct exacts` it was made in and ends with it:
 *
 *	struct exacts all = EXACTS_INIT;
 *	const struct exact *third = exact_of(&all, 1, 3);
 *	const struct exact *one = exact_mul(&all, third, exact_of(&all, 3, 1));
 *	...
 *	exact_end(&all);
 */
struct exact;

struct exacts {
	struct exact *last; /* all that were made, linked */
};

/* clang-format off */
#define EXACTS_INIT { 0 }
/* clang-format on */

void exact_end(struct exacts *all); /* harmless on EXACTS_INIT */

/* exact_of(all, num, den): ${den} is above 0. */
const struct exact *exact_of(struct exacts *all, long num, unsigned long den);

/*
 * exact_parse(all, s): what an author or a vector writes: "3", "-.5", "2.5e-3", "22/7", "-20%" (quiz-vectors.md, section 2);
 * no blanks. NULL for anything else, and for an exponent beyond EXACT_MAX_EXPONENT either way.
 */
enum { EXACT_MAX_EXPONENT = 4000 };
const struct exact *exact_parse(struct exacts *all, struct str s);

const struct exact *exact_add(struct exacts *all, const struct exact *a, const struct exact *b);
const struct exact *exact_sub(struct exacts *all, const struct exact *a, const struct exact *b);
const struct exact *exact_mul(struct exacts *all, const struct exact *a, const struct exact *b);
const struct exact *exact_div(struct exacts *all, const struct exact *a, const struct exact *b); /* ${b} is not 0 */
const struct exact *exact_abs(struct exacts *all, const struct exact *a);

/* exact_round(all, a, places): to so many decimals (below 0: tens, hundreds), half away from zero. */
const struct exact *exact_round(struct exacts *all, const struct exact *a, int places);

/* exact_magnitude(a): the e with 10^e <= |a| < 10^(e+1); ${a} is not 0. */
int exact_magnitude(const struct exact *a);

int exact_cmp(const struct exact *a, const struct exact *b); /* below, equal to or above 0 */
int exact_sign(const struct exact *a);
const struct exact *exact_min(const struct exact *a, const struct exact *b);
const struct exact *exact_max(const struct exact *a, const struct exact *b);

/* exact_write(b, a): in lowest terms: "0", "-1/4", "13/2". */
void exact_write(struct buf *b, const struct exact *a);

#endif
