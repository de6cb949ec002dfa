/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/str.h"

int
str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n ? memcmp(a.p, b.p, n) : 0;

	return order ? order : (a.n > b.n) - (a.n < b.n);
}

bool
str_ends(struct str s, const char *suffix)
{
	struct str tail = str_of(suffix);

	return tail.n <= s.n && str_eq(str_sub(s, s.n - tail.n, s.n), tail);
}

bool
str_has(struct str s, const char *word)
{
	for (size_t at; (at = str_find(s, word[0])) < s.n; s = str_sub(s, at + 1, s.n))
		if (str_starts(str_sub(s, at, s.n), word))
			return true;
	return false;
}

size_t
str_rfind(struct str s, char c)
{
	const char *at = s.n ? memrchr(s.p, c, s.n) : NULL;

	return at ? (size_t)(at - s.p) : s.n;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

char
str_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

struct str
str_trim(struct str s)
{
	size_t from = 0, to = s.n;

	while (to > from && is_blank(s.p[to - 1]))
		to--;
	while (from < to && is_blank(s.p[from]))
		from++;
	return str_sub(s, from, to);
}

struct str
str_cut(struct str *rest, char sep)
{
	size_t at = str_find(*rest, sep);
	struct str part = str_sub(*rest, 0, at);

	*rest = str_sub(*rest, at + 1, rest->n);
	return part;
}
