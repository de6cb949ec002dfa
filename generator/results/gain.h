/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RESULTS_GAIN_H
#define RESULTS_GAIN_H

#include "results/results.h"

/*
 * What was learned between two codes of one person (docs/results.md, "Gain"). Before is the person's first code of the course by
 * date, quiz and attempt, after the last; both count. Normalised gain (Hake): what was gained of what could be gained,
 * (after - before) / (1 - before); of a group, of its means.
 */
struct gain_row {
	struct str name, course;
	const struct results_line *before, *after;
	const struct exact *gain;       /* after - before, of full marks */
	const struct exact *normalised; /* NULL where all was right before */
};

/* All who have the same quiz before and the same after. */
struct gain_group {
	struct str course, before, after; /* quizzes */
	size_t n;
	const struct exact *mean_before, *mean_after, *gain;
	const struct exact *normalised; /* NULL: all was right before */
};

struct gain {
	struct gain_rows VEC_OF(struct gain_row) rows; /* in the order of names as first met */
	struct gain_groups VEC_OF(struct gain_group) groups;
};

/* gain_make(g, r): numbers live in r->numbers; gain_free() in the end. */
void gain_make(struct gain *g, struct results *r);
void gain_free(struct gain *g);

#endif
