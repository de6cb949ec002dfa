/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/settled.h"

#include <assert.h>
#include <string.h>

const struct exact *
settled_number(struct scoring *s, const struct jvalue *v, const char *otherwise)
{
	const struct exact *x = exact_parse(s->numbers, v ? v->text : str_of(otherwise));

	assert(x);
	return x;
}

const struct exact *
settled_share(struct scoring *s, size_t part, size_t all)
{
	return exact_of(s->numbers, all ? (long)part : 0, all ? all : 1);
}

const struct exact *
settled_within(struct scoring *s, const struct exact *x, const struct exact *top)
{
	const struct jvalue *floored = jsonread_get(s->rule, "floor");

	if (top)
		x = exact_min(x, top);
	if (floored && floored->kind == JSON_NULL)
		return x;
	return exact_max(x, settled_number(s, floored, "0"));
}

const struct exact *
settled_top(struct scoring *s, const struct exact *otherwise)
{
	const struct jvalue *ceil = jsonread_get(s->rule, "ceil");

	if (!ceil)
		return otherwise;
	return ceil->kind == JSON_NULL ? NULL : settled_number(s, ceil, "0");
}

struct str
settled_pair(struct arena *a, struct str left, struct str right)
{
	return settled_key(a, arena_fmt(a, "%zu %zu", left.n, right.n), settled_key(a, left, right));
}

struct str
settled_key(struct arena *a, struct str left, struct str right)
{
	size_t n = left.n + 1 + right.n;
	char *key = arena_alloc(a, n + 1);

	memcpy(key, left.p, left.n);
	key[left.n] = ' ';
	memcpy(key + left.n + 1, right.p, right.n);
	return (struct str){ key, n };
}
