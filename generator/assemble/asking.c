/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/asking.h"

#include <stdarg.h>

#include "base/words.h"
#include "model/directive.h"

struct diag *
asking_fault(struct asking *as, enum diag_code code, struct span at, const char *fmt, ...)
{
	struct str detail;
	va_list ap;

	va_start(ap, fmt);
	detail = arena_vfmt(as->arena, fmt, ap);
	va_end(ap);
	return diag_add(as->d, code, as->ctx->src, at, "%.*s", STR_ARG(detail));
}

struct span
asking_option(const struct asking *as, const struct option *o)
{
	return o->item ? o->item->at : as->q->node->at;
}

static bool
refuse(struct asking *as, const struct attr *attr, const char *wanted)
{
	diag_note(as->d,
	    asking_fault(as, DIAG_ATTRIBUTE_VALUE, attr->at, "`%.*s` is not what `%.*s` takes",
		STR_ARG(str_sub(attr->value, 0, 60)), STR_ARG(attr->key)),
	    "it may be %s", wanted);
	return false;
}

bool
asking_ratio(struct asking *as, const struct attrs *attrs, const char *key, const struct ratio *low,
    const struct ratio *high, struct ratio *out)
{
	const struct attr *attr = attrs_get(attrs, key);
	struct ratio r;

	if (!attr)
		return false;
	if (!ratio_parse(attr->value, &r))
		return refuse(as, attr, "a number as 2, 0.5, 1/3 or 50%");
	if (low && ratio_cmp(r, *low) < 0)
		return refuse(as, attr, low->num == 0 ? "a number from 0" : "a greater number");
	if (high && ratio_cmp(r, *high) > 0)
		return refuse(as, attr, "a number up to 1, which is full marks");
	*out = r;
	return true;
}

bool
asking_count(struct asking *as, const struct attrs *attrs, const char *key, int *out)
{
	const struct attr *attr = attrs_get(attrs, key);
	struct ratio r;

	if (!attr)
		return false;
	if (!ratio_parse(attr->value, &r) || r.den != 1 || r.num < 1 || r.num > 1000000)
		return refuse(as, attr, "a whole number from 1");
	*out = (int)r.num;
	return true;
}

bool
asking_flag(struct asking *as, const struct attrs *attrs, const char *key, bool *out)
{
	const struct attr *attr = attrs_get(attrs, key);

	if (!attr)
		return false;
	if (!words_has(STR("yes no true false"), attr->value))
		return refuse(as, attr, "yes or no");
	*out = words_has(STR("yes true"), attr->value);
	return true;
}

void
asking_id(struct asking *as, struct span at, const char *what)
{
	if (*as->ctx->ids_told)
		return;
	*as->ctx->ids_told = true;
	diag_note(as->d, asking_fault(as, DIAG_ID_MISSING, at, "%s has none", what),
	    "write one at the end of the line, as `{#crossing-a-border}`; others on this page may lack theirs, too: `pensum fmt --ids` writes them");
}

void
asking_keys(struct asking *as, const struct attrs *attrs, const char *allowed, const char *what)
{
	for (size_t i = 0; attrs && i < attrs->n; i++) {
		const struct attr *attr = &attrs->v[i];
		struct near near;
		struct diag *g;

		if (words_has(str_of(allowed), attr->key) || words_has(str_of(directive_common), attr->key))
			continue;
		near_begin(&near, attr->key);
		words_try(&near, str_of(allowed));
		g = asking_fault(
		    as, DIAG_ATTRIBUTE_UNKNOWN, attr->at, "`%.*s` means nothing on %s", STR_ARG(attr->key), what);
		if (near_best(&near).n > 0)
			diag_note(as->d, g, "did you mean `%.*s`?", STR_ARG(near_best(&near)));
	}
}
