/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/only.h"

#include "model/condition.h"

struct str
only_audience(const struct render *r)
{
	struct str a = r->site->config ? r->site->config->audience : STR_EMPTY;

	return a.n > 0 ? a : STR("learner");
}

/* Editions are not built yet: a page is of none, and of no country. */
bool
only_holds(const struct render *r, const struct attrs *a)
{
	return condition_holds(attrs_value(a, "language"), r->out->lang->tag) &&
	    condition_holds(attrs_value(a, "audience"), only_audience(r)) &&
	    condition_holds(attrs_value(a, "output"), STR("site")) &&
	    condition_holds(attrs_value(a, "edition"), STR_EMPTY) &&
	    condition_holds(attrs_value(a, "country"), STR_EMPTY);
}
