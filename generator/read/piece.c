/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/piece.h"

#include <string.h>

#include "base/unicode.h"

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Past this size the source is not searched for the line: a hostile file would make that quadratic. */
#define SEARCH_MAX ((size_t)256 << 10)

static struct str
source_line(const struct source *src, uint32_t line)
{
	struct str rest = src && src->bytes.n <= SEARCH_MAX ? src->bytes : STR_EMPTY;

	while (line > 1 && rest.n) {
		str_cut(&rest, '\n');
		line--;
	}
	return str_cut(&rest, '\n');
}

static struct str
without_end(struct str line)
{
	while (line.n && is_blank(line.p[line.n - 1]))
		line.n--;
	return line;
}

/* Column of byte ${off} of ${line}, a later line of the text: its container's prefix is only in the source. */
static uint32_t
later_column(const struct source *src, uint32_t number, struct str line, size_t off)
{
	struct str in = without_end(source_line(src, number));

	line = without_end(line);
	if (in.n < line.n || memcmp(in.p + in.n - line.n, line.p, line.n) != 0)
		return 0;
	return (uint32_t)(in.n - line.n + off + 1);
}

struct span
piece_place(const struct source *src, struct span at, struct str text, size_t from, size_t to)
{
	struct span place = { at.line, at.col ? at.col + (uint32_t)from : 0, 0 };
	struct str before = str_sub(text, 0, from), marked = str_sub(text, from, to);
	size_t start = str_rfind(before, '\n'), line_end;

	for (struct str rest = start < before.n ? str_sub(before, 0, start + 1) : STR_EMPTY; rest.n > 0; place.line++)
		str_cut(&rest, '\n');
	if (start < before.n) {
		line_end = from + str_find(str_sub(text, from, text.n), '\n');
		place.col = later_column(src, place.line, str_sub(text, start + 1, line_end), from - start - 1);
	}
	if (place.col)
		place.len = (uint32_t)str_find(marked, '\n');
	return place;
}

size_t
piece_invisible(struct str text, size_t at, uint32_t *c)
{
	size_t end = at;

	if (at >= text.n || (unsigned char)text.p[at] < 0x80)
		return 0;
	*c = unicode_next(text, &end);
	return unicode_invisible(*c) ? end - at : 0;
}

size_t
piece_invisible_before(struct str s, size_t at)
{
	size_t from = at, n;
	uint32_t ch;

	do {
		size_t i = from;

		n = 0;
		while (i > 0 && from - i < 4 && ((unsigned char)s.p[i - 1] & 0xc0) == 0x80)
			i--;
		if (i > 0 && i < from && (unsigned char)s.p[i - 1] >= 0xc0)
			n = piece_invisible(s, i - 1, &ch);
		if (n > 0 && i - 1 + n != from)
			n = 0;
		from -= n;
	} while (n > 0);
	return at - from;
}

const char *
piece_invisible_name(uint32_t c)
{
	static const struct {
		uint32_t c;
		const char *name;
	} names[] = {
		{ 0xa0, "a non-breaking blank" },
		{ 0xad, "a soft hyphen" },
		{ 0x200b, "a zero-width blank" },
		{ 0x200c, "a zero-width non-joiner" },
		{ 0x200d, "a zero-width joiner" },
		{ 0x200e, "a left-to-right mark" },
		{ 0x200f, "a right-to-left mark" },
		{ 0x202f, "a narrow non-breaking blank" },
		{ 0x2060, "a word joiner" },
		{ 0xfeff, "a byte order mark" },
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (names[i].c == c)
			return names[i].name;
	return "invisible";
}
