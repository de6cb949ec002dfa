/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/scored.h"

#include <assert.h>

#include "score/drawn.h"
#include "score/retried.h"
#include "score/scorers.h"
#include "score/totals.h"

void
scored_result(struct scoring *s)
{
	static const struct scorer *const calculations[] = { &retried_scorer, &totals_scorer, &drawn_scorer };
	const struct scorer *scorer = scorers_find(s->type);

	for (size_t i = 0; scorer == NULL && i < sizeof calculations / sizeof *calculations; i++)
		if (scorers_does(calculations[i], s->type))
			scorer = calculations[i];
	assert(scorer != NULL && "a type that the notation knows and nobody scores");
	s->score = s->max = NULL;
	s->extra = NULL;
	s->error = STR_EMPTY;
	scorer->score(s);
}
