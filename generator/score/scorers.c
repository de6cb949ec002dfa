/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/scorers.h"

#include "score/chosen.h"
#include "score/filled.h"
#include "score/measured.h"
#include "score/ordered.h"
#include "score/paired.h"
#include "score/pointed.h"
#include "score/typed.h"
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
	&walked_scorer,
};

/* Whether ${name} is one of the words of ${names}. */
static bool
among(struct str name, const char *names)
{
	struct str rest = str_of(names);

	while (rest.n > 0)
		if (str_eq(str_cut(&rest, ' '), name))
			return true;
	return false;
}

const struct scorer *
scorers_find(struct str type)
{
	for (size_t i = 0; i < sizeof scorers / sizeof *scorers; i++)
		if (among(type, scorers[i]->types))
			return scorers[i];
	return NULL;
}
