/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/condition.h"

#include <stddef.h>

struct str
condition_next(struct str *rest)
{
	struct str word;
	size_t from = 0, to;

	while (from < rest->n && (rest->p[from] == ' ' || rest->p[from] == ',' || rest->p[from] == '|'))
		from++;
	for (to = from; to < rest->n && rest->p[to] != ' ' && rest->p[to] != ',' && rest->p[to] != '|';)
		to++;
	word = str_sub(*rest, from, to);
	*rest = str_sub(*rest, to, rest->n);
	return word;
}

bool
condition_holds(struct str values, struct str actual)
{
	struct str word;
	bool any = false, wanted = false, met = false;

	while ((word = condition_next(&values)).n > 0) {
		any = true;
		if (word.p[0] == '!') {
			if (str_eq(str_sub(word, 1, word.n), actual))
				return false;
			continue;
		}
		wanted = true;
		met = met || str_eq(word, actual);
	}
	return !any || !wanted || met;
}

bool
condition_met(const struct attrs *a, struct str lang, struct str audience)
{
	return condition_holds(attrs_value(a, "language"), lang) &&
	    condition_holds(attrs_value(a, "audience"), audience.n > 0 ? audience : STR("learner")) &&
	    condition_holds(attrs_value(a, "output"), STR("site")) &&
	    condition_holds(attrs_value(a, "edition"), STR_EMPTY) &&
	    condition_holds(attrs_value(a, "country"), STR_EMPTY);
}
