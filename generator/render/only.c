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
only_leaks(const struct render *r, const struct node *n)
{
	struct str audience = only_audience(r), name = n->as.directive.name;

	if (str_is(name, "facilitator")
		? str_is(audience, "facilitator")
		: !str_is(name, "only") || condition_holds(attrs_value(n->attrs, "audience"), audience))
		return false;
	diag_add(r->diags, DIAG_LEAK, r->body ? &r->body->src : NULL, n->at,
	    "a template shows the note itself, on %.*s", STR_ARG(r->out->path));
	return true;
}

bool
only_holds(const struct render *r, const struct attrs *a)
{
	return condition_met(a, r->out->lang->tag, only_audience(r));
}
