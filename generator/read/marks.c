/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/marks.h"

#include <string.h>

#include "base/sixteen.h"

/* -- places -- */

/* How far a text is searched for, and after so many searches in vain: a hostile block would make them quadratic. */
enum { SEARCH = 1 << 16, SEARCH_TIRED = 1 << 10, TIRED = 32 };

void
marks_block(struct marks *m, uint32_t first, uint32_t last)
{
	last = last < first ? first : last;
	m->cursor = first >= 1 && first <= m->nlines ? m->lines[first - 1] : 0;
	m->limit = m->lines[last < m->nlines ? last : m->nlines];
	m->limit = m->limit < m->cursor ? m->cursor : m->limit;
	m->misses = 0;
}

/* The line that offset ${at} lies in, by halving. */
static uint32_t
line_of(const struct marks *m, uint32_t at)
{
	uint32_t low = 0, high = m->nlines;

	while (high - low > 1) {
		uint32_t mid = low + (high - low) / 2;

		if (m->lines[mid] <= at)
			low = mid;
		else
			high = mid;
	}
	return low + 1;
}

struct span
marks_find(struct marks *m, struct str text)
{
	struct str rest = text, first = str_cut(&rest, '\n');
	size_t left = m->limit - m->cursor, far = m->misses < TIRED ? SEARCH : SEARCH_TIRED;
	const char *from = m->src->bytes.p + m->cursor;
	const char *p = first.n > 0 ? memmem(from, left < far ? left : far, first.p, first.n) : NULL;
	uint32_t at, line;

	if (p == NULL) {
		m->misses++;
		return (struct span){ line_of(m, m->cursor), 0, 0 };
	}
	at = (uint32_t)(p - m->src->bytes.p);
	line = line_of(m, at);
	m->cursor = at + (uint32_t)first.n;
	return (struct span){ line, at - m->lines[line - 1] + 1, (uint32_t)first.n };
}

struct span
marks_link(struct marks *m, struct str url)
{
	struct span first = marks_find(m, url), at = first;
	uint32_t cursor = m->cursor;

	for (int tries = 0; at.col > 0 && tries < 8; tries++) {
		char before = at.col > 1 ? m->src->bytes.p[m->lines[at.line - 1] + at.col - 2] : ' ';

		if (before == '(' || before == '<')
			return at;
		at = marks_find(m, url);
	}
	m->cursor = cursor;
	return first;
}

/* -- texts that look like marks -- */

struct diag *
marks_text(struct marks *m, struct str list, struct span at)
{
	if (at.line == m->told_line)
		return NULL;
	return diag_add(m->diags, DIAG_ATTRIBUTE_TEXT, m->src, at, "`%.*s`", STR_ARG(list));
}

/* The bytes that marks_other() is about, two of them only in front of another. */
static const bool other[256] = {
	['~'] = true,
	['@'] = true,
	['&'] = true,
	['\\'] = true,
	[':'] = true,
	['w'] = true,
};

static bool
is_other(const char *p, const char *end)
{
	char next = p + 1 < end ? p[1] : ' ';

	return other[(unsigned char)*p] && (*p != ':' || next == '/') && (*p != 'w' || next == 'w');
}

/* Whether one of the sixteen bytes at ${p} is; there is another behind. */
static bool
other_in_sixteen(const char *p)
{
	sixteen v = sixteen_at(p), next = sixteen_at(p + 1);

	return sixteen_any((sixteen)(v == '~') | (sixteen)(v == '@') | (sixteen)(v == '&') | (sixteen)(v == '\\') |
	    ((sixteen)(v == ':') & (sixteen)(next == '/')) | ((sixteen)(v == 'w') & (sixteen)(next == 'w')));
}

bool
marks_other(struct str raw)
{
	const char *p = raw.p, *end = p + raw.n;

	for (; end - p > (ptrdiff_t)sizeof(sixteen); p += sizeof(sixteen))
		if (other_in_sixteen(p))
			return true;
	/* What is left of a long text is looked at together with some bytes in front of it. */
	if (raw.n > sizeof(sixteen))
		return other_in_sixteen(end - sizeof(sixteen) - 1) || is_other(end - 1, end);
	while (p < end && !is_other(p, end))
		p++;
	return p < end;
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

enum node_mark
marks_tick(struct str raw, size_t *used, bool *cyrillic)
{
	static const struct {
		const char *text;
		enum node_mark mark;
	} marks[] = {
		{ "[ ]", MARK_EMPTY },
		{ "[x]", MARK_TICKED },
		{ "[X]", MARK_TICKED },
		{ "[\xd1\x85]", MARK_TICKED },
		{ "[\xd0\xa5]", MARK_TICKED },
		{ "[?]", MARK_HINT },
	};

	*cyrillic = false;
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
		size_t n = strlen(marks[i].text);

		if (!str_starts(raw, marks[i].text))
			continue;
		if (raw.n > n && !blank(raw.p[n]))
			continue;
		*used = n;
		while (*used < raw.n && blank(raw.p[*used]))
			++*used;
		*cyrillic = n == 4;
		return marks[i].mark;
	}
	return MARK_NONE;
}

struct token *
marks_token(struct marks *m, struct str text, size_t at, size_t *used)
{
	size_t i = at + 2, number = 0;

	if (i >= text.n || text.p[at] != '{' || text.p[at + 1] != MARKS_BYTE)
		return NULL;
	while (i < text.n && text.p[i] >= '0' && text.p[i] <= '9' && number < m->tokens.n)
		number = number * 10 + (size_t)(text.p[i++] - '0');
	if (i >= text.n || text.p[i] != '}' || number >= m->tokens.n)
		return NULL;
	*used = i + 1 - at;
	return &m->tokens.v[number];
}

struct str
marks_restore(struct marks *m, struct str text)
{
	struct buf b = BUF_INIT;
	size_t done = 0;
	struct str whole;

	if (m->tokens.n == 0 || str_find(text, MARKS_BYTE) == text.n)
		return text;
	for (size_t i = 0; i + 1 < text.n; i++) {
		size_t used = 0;
		struct token *t = marks_token(m, text, i, &used);

		if (t == NULL)
			continue;
		buf_str(&b, str_sub(text, done, i));
		buf_str(&b, t->raw);
		done = i + used;
		i = done - 1;
	}
	buf_str(&b, str_sub(text, done, text.n));
	whole = arena_str(m->arena, buf_view(&b));
	buf_free(&b);
	return whole;
}
