/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/readdress.h"

#include <stdbool.h>

#include "base/buf.h"
#include "base/vec.h"

struct address_list VEC_OF(struct str);

/* The next address of ${s} from *at on, which then is behind it; empty where there is none. In angle brackets there is none. */
static struct str
next_address(struct str s, size_t *at)
{
	for (size_t i = *at; i + 2 < s.n; i++) {
		size_t from = i + 2, to = from;

		if (s.p[i] != ']' || s.p[i + 1] != '(')
			continue;
		while (to < s.n && s.p[to] != ')' && s.p[to] != ' ' && s.p[to] != '<')
			to++;
		if (to == s.n || to == from || s.p[to] == '<')
			continue;
		*at = to;
		return str_sub(s, from, to);
	}
	return STR_EMPTY;
}

static struct address_list
addresses(struct str s)
{
	struct address_list all = { 0 };
	size_t at = 0;

	for (struct str one = next_address(s, &at); one.n > 0; one = next_address(s, &at))
		VEC_PUSH(&all, one);
	return all;
}

/* Whether the same address leads to the same place in both everywhere. */
static bool
agree(const struct address_list *before, const struct address_list *now)
{
	if (before->n != now->n)
		return false;
	for (size_t i = 0; i < before->n; i++)
		for (size_t k = 0; k < i; k++)
			if (str_eq(before->v[i], before->v[k]) && !str_eq(now->v[i], now->v[k]))
				return false;
	return true;
}

/* What ${one} is called now; itself where it is not among them. */
static struct str
renamed(const struct address_list *before, const struct address_list *now, struct str one)
{
	for (size_t i = 0; i < before->n; i++)
		if (str_eq(before->v[i], one))
			return now->v[i];
	return one;
}

struct str
readdress_links(struct arena *a, struct str before, struct str now, struct str text)
{
	struct address_list old = addresses(before), new = addresses(now);
	struct buf b = BUF_INIT;
	size_t at = 0, done = 0;

	if (agree(&old, &new)) {
		for (struct str one = next_address(text, &at); one.n > 0; one = next_address(text, &at)) {
			buf_str(&b, str_sub(text, done, at - one.n));
			buf_str(&b, renamed(&old, &new, one));
			done = at;
		}
		buf_str(&b, str_sub(text, done, text.n));
		text = arena_str(a, buf_view(&b));
	}
	buf_free(&b);
	VEC_FREE(&old);
	VEC_FREE(&new);
	return text;
}
