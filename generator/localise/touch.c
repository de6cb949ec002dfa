/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/touch.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/buf.h"

static int
by_place(const void *a, const void *b)
{
	const struct touch *x = a, *y = b;

	return (x->at > y->at) - (x->at < y->at);
}

static bool
is_sorted(const struct touches *t)
{
	for (size_t i = 1; i < t->n; i++)
		if (t->v[i - 1].at >= t->v[i].at)
			return false;
	return true;
}

void
touch_sort(struct touches *t)
{
	size_t n = 0;

	if (is_sorted(t))
		return;
	qsort(t->v, t->n, sizeof *t->v, by_place);
	for (size_t i = 0; i < t->n; i++)
		if (n == 0 || t->v[n - 1].at != t->v[i].at)
			t->v[n++] = t->v[i];
	t->n = n;
}

struct str
touch_part(struct arena *a, struct str text, size_t from, size_t to, const struct touches *t, size_t *k)
{
	struct buf b = BUF_INIT;
	struct str part = STR_EMPTY;
	size_t at = from;

	while (*k < t->n && t->v[*k].at < from)
		++*k;
	for (; *k < t->n && t->v[*k].at < to; ++*k) {
		buf_str(&b, str_sub(text, at, t->v[*k].at));
		buf_str(&b, t->v[*k].put);
		at = t->v[*k].at + t->v[*k].n;
	}
	if (at > from) {
		buf_str(&b, str_sub(text, at, to));
		part = arena_str(a, buf_view(&b));
	}
	buf_free(&b);
	return part;
}
