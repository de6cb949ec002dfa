/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/scenario.h"

const char *const scenario_outcome_names[OUTCOMES] = { "", "safe", "partly", "risky" };

const char *const scenario_scoring_names[SCENARIO_SCORINGS] = { "none", "end", "path" };

struct place *
scenario_place(const struct scenario *s, struct str id)
{
	for (size_t i = 0; i < s->nplaces; i++)
		if (str_eq(s->places[i].id, id))
			return &s->places[i];
	return NULL;
}

struct str
scenario_anchor(struct arena *a, const struct scenario *s, const struct place *p)
{
	return arena_fmt(a, "%.*s__%.*s", STR_ARG(s->id), STR_ARG(p->id));
}

struct str
scenario_turn_anchor(struct arena *a, const struct scenario *s, const struct place *p, size_t i)
{
	return arena_fmt(a, "%.*s--%zu", STR_ARG(scenario_anchor(a, s, p)), i + 1);
}
