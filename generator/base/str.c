/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/str.h"

#include <string.h>

/* A slice of a struct that is all zero has p == NULL; memcmp() and its kin must not see that. */
static int
compare(struct str a, struct str b, size_t n)
{
	return n ? memcmp(a.p, b.p, n) : 0;
}

struct str
str_of(const char *cstr)
{
	return cstr ? (struct str){ cstr, strlen(cstr) } : STR_EMPTY;
}

struct str
str_sub(struct str s, size_t from, size_t to)
{
	if (to > s.n)
		to = s.n;
	if (from >= to)
		return STR_EMPTY;
	return (struct str){ s.p + from, to - from };
}

bool
str_eq(struct str a, struct str b)
{
	return a.n == b.n && compare(a, b, a.n) == 0;
}

bool
str_is(struct str s, const char *cstr)
{
	return str_eq(s, str_of(cstr));
}

int
str_cmp(struct str a, struct str b)
{
	int order = compare(a, b, a.n < b.n ? a.n : b.n);

	return order ? order : (a.n > b.n) - (a.n < b.n);
}

bool
str_starts(struct str s, const char *prefix)
{
	struct str head = str_of(prefix);

	return head.n <= s.n && compare(s, head, head.n) == 0;
}

bool
str_ends(struct str s, const char *suffix)
{
	struct str tail = str_of(suffix);

	return tail.n <= s.n && str_eq(str_sub(s, s.n - tail.n, s.n), tail);
}

size_t
str_find(struct str s, char c)
{
	const char *at = s.n ? memchr(s.p, c, s.n) : NULL;

	return at ? (size_t)(at - s.p) : s.n;
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
