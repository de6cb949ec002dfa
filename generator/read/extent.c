/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/extent.h"

#include <string.h>

#include "base/unicode.h"
#include "read/piece.h"

bool
extent_is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

bool
extent_is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

size_t
extent_name(struct str s, size_t at)
{
	while (at < s.n && extent_is_name(s.p[at]))
		at++;
	return at;
}

size_t
extent_word(struct str s, size_t at)
{
	uint32_t c;

	while (at < s.n && !extent_is_blank(s.p[at]) && !memchr(",{}", s.p[at], 3) && !piece_invisible(s, at, &c))
		(void)unicode_next(s, &at);
	return at;
}

size_t
extent_line(struct str s, size_t at)
{
	while (at < s.n && s.p[at] != '}' && s.p[at] != '\n')
		at++;
	return at;
}

size_t
extent_quoted(struct str s, size_t at)
{
	size_t end = at + 1;

	while (end < s.n && s.p[end] != s.p[at])
		end += s.p[end] == '\\' && end + 1 < s.n ? 2 : 1;
	return end < s.n ? end : s.n;
}

size_t
extent_braced(struct str s, size_t at)
{
	struct str near = str_sub(s, at, at + 200);
	size_t end = str_find(near, '}');

	if (!near.n || near.p[0] != '{' || end == near.n || str_find(near, '\n') < end)
		return at;
	return at + end + 1;
}

size_t
extent_distant(struct str s, size_t at)
{
	size_t name;

	while (at < s.n && extent_is_blank(s.p[at]))
		at++;
	name = extent_name(s, at);
	if (at >= s.n || memchr("#.}", s.p[at], 3) || (name > at && name < s.n && s.p[name] == '='))
		return at;
	return extent_word(s, at);
}

bool
extent_closes(struct str s)
{
	size_t at = 1, end;

	while (at < s.n && s.p[at] != '}') {
		end = at;
		if (s.p[at - 1] == '=' && (s.p[at] == '"' || s.p[at] == '\''))
			end = extent_quoted(s, at) + 1; /* a value may end in `=`, too */
		else if (s.p[at - 1] == '=' && s.p[at] == '{')
			end = extent_braced(s, at);
		else if (s.p[at] == '{')
			return false;
		at = end > at && end < s.n ? end : at + 1;
	}
	return at < s.n;
}
