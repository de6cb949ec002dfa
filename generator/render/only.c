/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/only.h"

#include "model/condition.h"

struct str
only_audience(const struct render *r)
{
	struct str a = r->site->config ? r->site->config->audience : STR_EMPTY;

	return a.n > 0 ? a : STR("learner");
}

bool
only_holds(const struct render *r, const struct attrs *a)
{
	return condition_met(a, r->out->lang->tag, only_audience(r));
}
