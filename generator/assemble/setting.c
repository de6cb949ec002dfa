/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/setting.h"

/* Where ${bad}: an error at ${v} that says what it may be. Returns ${bad}. */
bool
setting_refused(struct setting *r, const char *key, const struct value *v, bool bad, const char *wanted)
{
	struct diag *g;

	if (!bad)
		return false;
	g = diag_add(r->d, DIAG_SETTING_VALUE, r->src, v->at, "`%s` is not what `%s` takes",
	    v->kind == VALUE_LIST || v->kind == VALUE_MAP ? value_kind_name(v->kind)
							  : arena_str(&r->d->arena, str_sub(v->text, 0, 60)).p,
	    key);
	diag_note(r->d, g, "it may be %s", wanted);
	return true;
}

const struct value *
setting_get(struct setting *r, const char *key)
{
	return value_get(r->front, key);
}

/* Digits only, 1 to a million; -1 for anything else. */
int
setting_count(struct str s)
{
	int n = 0;

	if (s.n == 0 || s.n > 7)
		return -1;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return -1;
		n = n * 10 + (s.p[i] - '0');
	}
	return n >= 1 && n <= 1000000 ? n : -1;
}

/* A ratio between ${low} and ${high} (NULL: no such bound) under ${key}; whether there is one. */
bool
setting_ratio(struct setting *r, const char *key, const struct ratio *low, const struct ratio *high, const char *wanted,
    struct ratio *out)
{
	const struct value *v = setting_get(r, key);
	struct ratio x;

	if (!v)
		return false;
	if (setting_refused(r, key, v,
		!ratio_parse(v->text, &x) || (low && ratio_cmp(x, *low) < 0) || (high && ratio_cmp(x, *high) > 0),
		wanted))
		return false;
	*out = x;
	return true;
}
