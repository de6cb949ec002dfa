/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RESULTS_ITEMSTATS_H
#define RESULTS_ITEMSTATS_H

#include "results/results.h"

/*
 * How each question did, over all codes that count, in all languages (docs/results.md, "Questions"):
 *
 *   right           share of those asked who got full marks (the difficulty index p of classical test theory)
 *   mean            mean of the results, 0 to 1
 *   discrimination  Pearson's r between the result and the share of the points of all other questions (corrected item-rest
 *                   correlation)
 */
struct itemstats_row {
	struct str course, quiz, version, id;
	bool scored; /* the question has a score; else the rest is 0 */
	size_t asked, answered, full;
	double right, mean;
	bool has_discrimination; /* three or more were asked, and neither side is the same for all */
	double discrimination;
};

struct itemstats {
	struct itemstats_rows VEC_OF(struct itemstats_row) rows; /* in the order of papers, then of ids */
};

void itemstats_make(struct itemstats *s, const struct results *r); /* itemstats_free() in the end */
void itemstats_free(struct itemstats *s);

/* itemstats_double(x): near enough to show. */
double itemstats_double(const struct exact *x);

#endif
