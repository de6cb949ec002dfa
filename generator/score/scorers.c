/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/scorers.h"

#include "score/chosen.h"
#include "score/filled.h"
#include "score/measured.h"
#include "score/ordered.h"
#include "score/paired.h"
#include "score/pointed.h"
#include "score/typed.h"
#include "score/unscored.h"
#include "score/walked.h"

/* One row a family of types of questions. */
static const struct scorer *const scorers[] = {
	&chosen_scorer,
	&filled_scorer,
	&measured_scorer,
	&ordered_scorer,
	&paired_scorer,
	&pointed_scorer,
	&typed_scorer,
	&unscored_scorer,
	&walked_scorer,
};

bool
scorers_does(const struct scorer *scorer, struct str type)
{
	struct str rest = str_of(scorer->types);

	while (rest.n > 0)
		if (str_eq(str_cut(&rest, ' '), type))
			return true;
	return false;
}

const struct scorer *
scorers_find(struct str type)
{
	for (size_t i = 0; i < sizeof scorers / sizeof *scorers; i++)
		if (scorers_does(scorers[i], type))
			return scorers[i];
	return NULL;
}
