/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/literal.h"

#include <string.h>

static bool
letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Whether the `_`, `&` or `:` at ${i} could mean something. */
static bool
means(struct str s, size_t i)
{
	char before = i > 0 ? s.p[i - 1] : ' ', behind = i + 1 < s.n ? s.p[i + 1] : ' ';

	switch (s.p[i]) {
	case '_': return !(letter(before) && letter(behind));
	case '&': return letter(behind) || behind == '#';
	case '~': return before == '~' || behind == '~';
	default: return strchr("\\*`[]<>{}|", s.p[i]) != NULL && s.p[i] != '\0';
	}
}

void
literal_text(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\n' || s.p[i] == '\r') {
			buf_chr(b, ' ');
			continue;
		}
		if (means(s, i))
			buf_chr(b, '\\');
		buf_chr(b, s.p[i]);
	}
}

/* Where in ${s}, the beginning of a block, a backslash must stand; s.n: nowhere. */
static size_t
sign(struct str s)
{
	size_t n = 0;

	if (s.n == 0 || str_starts(s, "\\"))
		return s.n;
	if (strchr("#+-=>", s.p[0]))
		return 0;
	if (str_starts(s, "::"))
		return 0;
	while (n < s.n && digit(s.p[n]))
		n++;
	return n > 0 && n < s.n && (s.p[n] == '.' || s.p[n] == ')') ? n : s.n;
}

void
literal_start(struct buf *b, size_t from)
{
	while (from < b->n) {
		struct str s = str_sub(buf_view(b), from, b->n);
		size_t at = sign(s), end = str_find(s, '\n');

		if (at < s.n) {
			buf_chr(b, ' ');
			memmove(b->p + from + at + 1, b->p + from + at, b->n - 1 - from - at);
			b->p[from + at] = '\\';
			end++;
		}
		from += end + 1;
	}
}

void
literal_code(struct buf *b, struct str s)
{
	size_t run = 0, longest = 0;
	bool pad;

	for (size_t i = 0; i < s.n; i++) {
		run = s.p[i] == '`' ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	pad = s.n > 0 && (s.p[0] == '`' || s.p[s.n - 1] == '`' || (s.p[0] == ' ' && s.p[s.n - 1] == ' '));
	for (size_t i = 0; i <= longest; i++)
		buf_chr(b, '`');
	buf_cstr(b, pad ? " " : "");
	for (size_t i = 0; i < s.n; i++)
		buf_chr(b, s.p[i] == '\n' || s.p[i] == '\r' ? ' ' : s.p[i]);
	buf_cstr(b, pad ? " " : "");
	for (size_t i = 0; i <= longest; i++)
		buf_chr(b, '`');
}

void
literal_typed(struct buf *b, struct str s)
{
	bool plain = s.n > 0 && letter(s.p[0]) && letter(s.p[s.n - 1]);

	for (size_t i = 0; i < s.n; i++)
		plain &= letter(s.p[i]) || (s.p[i] == ' ' && s.p[i + 1] != ' ');
	for (size_t i = 0; plain && i + 1 < s.n; i++)
		plain &= (unsigned char)s.p[i] != 0xe2; /* quotation marks and their like are kept as they are */
	if (plain)
		buf_str(b, s);
	else
		literal_code(b, s);
}

void
literal_indent(struct buf *b, struct str s, const char *by)
{
	for (size_t i = 0; i < s.n; i++) {
		buf_chr(b, s.p[i]);
		if (s.p[i] == '\n' && i + 1 < s.n && s.p[i + 1] != '\n')
			buf_cstr(b, by);
	}
}

void
literal_value(struct buf *b, struct str s)
{
	bool bare = s.n > 0;

	for (size_t i = 0; i < s.n; i++)
		bare &= letter(s.p[i]) ? (unsigned char)s.p[i] < 0x80 : strchr("-_./", s.p[i]) != NULL;
	if (bare) {
		buf_str(b, s);
		return;
	}
	buf_chr(b, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"' || s.p[i] == '\\')
			buf_chr(b, '\\');
		buf_chr(b, s.p[i] == '\n' ? ' ' : s.p[i]);
	}
	buf_chr(b, '"');
}
