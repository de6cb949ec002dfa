/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/marks.h"

#include <string.h>

#include "read/attributes.h"

void
marks_block(struct marks *m, uint32_t line)
{
	m->cursor = line >= 1 && line <= m->nlines ? m->lines[line - 1] : 0;
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
	const char *from = m->src->bytes.p + m->cursor;
	size_t left = m->src->bytes.n - m->cursor;
	const char *p = first.n > 0 ? memmem(from, left, first.p, first.n) : NULL;
	uint32_t at, line;

	if (p == NULL)
		return (struct span){ line_of(m, m->cursor), 0, 0 };
	at = (uint32_t)(p - m->src->bytes.p);
	line = line_of(m, at);
	m->cursor = at + (uint32_t)first.n;
	return (struct span){ line, at - m->lines[line - 1] + 1, (uint32_t)first.n };
}

struct span
marks_place(struct marks *m, struct str text, uint32_t last)
{
	uint32_t cursor = m->cursor;
	struct span at = marks_find(m, text);

	if (at.line > last) {
		m->cursor = cursor;
		at = (struct span){ line_of(m, cursor), 0, 0 };
	}
	return at;
}

/* -- the scanner -- */

/* Searches for a closing mark end here, so that a text of nothing but opening ones costs linear time. */
enum { LONGEST_LIST = 4096, LONGEST_WORDS = 16384, LONGEST_TICKS = 80 };

struct scan {
	struct marks *m;
	struct str s;
	struct buf *out;
	size_t at;       /* next byte to look at */
	size_t copied;   /* bytes of ${s} that are in ${out} */
	size_t attach;   /* a list at this place belongs to what stands in front of it */
	size_t role_end; /* place behind the `]` of the role at hand; 0: none */
	bool unclosed[LONGEST_TICKS + 1]; /* runs of so many backticks that nothing closes */
	bool changed;
};

static void
put_token(struct scan *c, enum token_kind kind, size_t from, size_t to, struct attrs *attrs, struct span at)
{
	struct token t = { kind, str_sub(c->s, from, to), attrs, at };

	t.raw = arena_str(c->m->arena, t.raw);
	buf_put(c->out, c->s.p + c->copied, from - c->copied);
	buf_fmt(c->out, "{%c%zu}", MARKS_BYTE, c->m->tokens.n);
	VEC_PUSH(&c->m->tokens, t);
	c->copied = c->at = to;
	c->changed = true;
}

static bool
alnum(char ch)
{
	return (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || (ch >= '0' && ch <= '9') ||
	    (unsigned char)ch >= 0x80;
}

/* Behind the code span that begins at ${at}, or behind its backticks where nothing closes them. */
static size_t
skip_code(struct str s, size_t at, bool *unclosed, bool *closed)
{
	size_t run = 0, i;

	*closed = false;
	while (at + run < s.n && s.p[at + run] == '`')
		run++;
	if (run > LONGEST_TICKS || unclosed[run])
		return at + run;
	for (i = at + run; i < s.n;) {
		size_t k = 0;

		while (i + k < s.n && s.p[i + k] == '`')
			k++;
		if (k == run) {
			*closed = true;
			return i + k;
		}
		i += k ? k : 1;
	}
	unclosed[run] = true;
	return at + run;
}

/* Behind an autolink or tag at ${at}; ${at} + 1 where there is none. */
static size_t
skip_tag(struct str s, size_t at)
{
	size_t i = at + 1;

	if (i >= s.n || !(alnum(s.p[i]) || s.p[i] == '/' || s.p[i] == '!' || s.p[i] == '?'))
		return i;
	while (i < s.n && s.p[i] != '>' && s.p[i] != '<')
		i++;
	return i < s.n && s.p[i] == '>' ? i + 1 : at + 1;
}

/* Behind the `]` that closes the `[` at ${at}; 0 where none does. */
static size_t
close_bracket(struct str s, size_t at)
{
	bool closed, unclosed[LONGEST_TICKS + 1] = { false };
	size_t depth = 0;

	s.n = s.n < at + LONGEST_WORDS ? s.n : at + LONGEST_WORDS;
	for (size_t i = at; i < s.n;) {
		char ch = s.p[i];

		if (ch == '\\') {
			i += 2;
		} else if (ch == '`') {
			i = skip_code(s, i, unclosed, &closed);
		} else {
			if (ch == '[')
				depth++;
			else if (ch == ']' && --depth == 0)
				return i + 1;
			i++;
		}
	}
	return 0;
}

/* A `[[…]]` that is no link text: gaps are taken raw, as their bars and stars mean something else. */
static bool
take_gap(struct scan *c)
{
	size_t i = c->at + 2;

	if (i >= c->s.n || c->s.p[c->at + 1] != '[')
		return false;
	while (i < c->s.n && c->s.p[i] != '[' && c->s.p[i] != ']' && c->s.p[i] != '\n')
		i += c->s.p[i] == '\\' ? 2 : 1;
	if (i + 1 >= c->s.n || c->s.p[i] != ']' || c->s.p[i + 1] != ']')
		return false;
	i += 2;
	if (i < c->s.n && (c->s.p[i] == '(' || c->s.p[i] == '['))
		return false;
	put_token(c, TOKEN_GAP, c->at, i, NULL, marks_find(c->m, str_sub(c->s, c->at, i)));
	c->attach = c->at;
	return true;
}

/* `[^mark]` stays as it is, but is remembered: cmark drops marks without a note in silence. */
static void
take_noteuse(struct scan *c)
{
	size_t i = c->at + 2;
	struct noteuse use;

	if (i >= c->s.n || c->s.p[c->at + 1] != '^') {
		c->at++;
		return;
	}
	while (i < c->s.n && c->s.p[i] != ']' && c->s.p[i] != '[' && c->s.p[i] != ' ' && c->s.p[i] != '\n')
		i++;
	if (i < c->s.n && c->s.p[i] == ']' && i > c->at + 2) {
		use.label = arena_str(c->m->arena, str_sub(c->s, c->at + 2, i));
		use.at = marks_find(c->m, str_sub(c->s, c->at, i + 1));
		VEC_PUSH(&c->m->noteuses, use);
	}
	c->at += 2;
}

/* `:name[` or `:name{`: remembers where the role's words end. */
static void
take_role(struct scan *c)
{
	size_t i = c->at + 1, end;

	if (c->at > 0 && (alnum(c->s.p[c->at - 1]) || c->s.p[c->at - 1] == ':'))
		i = c->s.n;
	if (i >= c->s.n || c->s.p[i] < 'a' || c->s.p[i] > 'z') {
		c->at++;
		return;
	}
	while (i < c->s.n && ((c->s.p[i] >= 'a' && c->s.p[i] <= 'z') || (c->s.p[i] >= '0' && c->s.p[i] <= '9') ||
	    c->s.p[i] == '-'))
		i++;
	if (i < c->s.n && c->s.p[i] == '{') {
		c->attach = i;
	} else if (i < c->s.n && c->s.p[i] == '[' && (end = close_bracket(c->s, i)) != 0) {
		if (end >= c->s.n || c->s.p[end] != '{')
			c->role_end = end;
		i++;
	}
	c->at = i;
}

/* Whether the list that begins at ${at}, broken or not, ends the text. */
static bool
ends_text(struct str s, size_t at)
{
	struct str list = str_sub(s, at, s.n);
	size_t used;

	if (list.n > LONGEST_LIST)
		return false;
	list = str_trim(list);
	if (attributes_valid(list, &used))
		return used == list.n;
	return list.n > 0 && list.p[list.n - 1] == '}' && str_find(list, '}') == list.n - 1;
}

/* Whether the list from ${from} to ${to} has its line to itself. */
static bool
stands_alone(struct str s, size_t from, size_t to)
{
	while (from > 0 && (s.p[from - 1] == ' ' || s.p[from - 1] == '\t'))
		from--;
	while (to < s.n && (s.p[to] == ' ' || s.p[to] == '\t' || s.p[to] == '\r'))
		to++;
	return (from == 0 || s.p[from - 1] == '\n') && (to == s.n || s.p[to] == '\n');
}

static void
take_list(struct scan *c)
{
	struct marks *m = c->m;
	struct str list = str_sub(c->s, c->at, c->at + LONGEST_LIST);
	bool begins = attributes_begins(list);
	bool attached = begins && c->attach == c->at && c->at > 0;
	bool last = begins && !attached && ends_text(c->s, c->at);
	struct attrs *attrs = NULL;
	struct span at;
	size_t used = 0;

	if (!attached && !last) {
		if (begins && attributes_valid(list, &used)) {
			at = marks_find(m, str_sub(list, 0, used));
			diag_add(m->diags, DIAG_ATTRIBUTE_TEXT, m->src, at, "`%.*s`", STR_ARG(str_sub(list, 0, used)));
		}
		c->at += used ? used : 1;
		return;
	}
	used = str_find(list, '}');
	at = marks_find(m, str_sub(list, 0, used < list.n ? used + 1 : list.n));
	if (attributes_parse(m->arena, list, m->src, at, &attrs, &used, m->diags) != ATTRIBUTES_OK)
		attrs = NULL;
	if (used == 0)
		used = str_find(list, '}') < list.n ? str_find(list, '}') + 1 : list.n;
	if (attrs && stands_alone(c->s, c->at, c->at + used)) {
		struct diag *g = diag_add(m->diags, DIAG_ATTRIBUTE_ALONE, m->src, at, "`%.*s`", STR_ARG(str_sub(list, 0, used)));

		diag_note(m->diags, g, "a table or list gets its id from a directive around it: `:::table[Caption]{…}`");
	}
	if (attrs)
		attrs->at = at;
	put_token(c, TOKEN_ATTRS, c->at, c->at + used, attrs, at);
	c->attach = c->at;
}

/* The bytes that step() looks at. */
static const bool special[256] = {
	['\\'] = true, ['`'] = true, ['<'] = true, ['['] = true, [']'] = true, [')'] = true, [':'] = true, ['{'] = true,
};

static void
step(struct scan *c)
{
	bool closed;

	if (c->role_end != 0 && c->at == c->role_end) {
		put_token(c, TOKEN_ATTRS, c->at, c->at, NULL, (struct span){ 0, 0, 0 });
		c->role_end = 0;
		if (c->at >= c->s.n)
			return;
	}
	switch (c->s.p[c->at]) {
	case '\\':
		c->at += 2;
		break;
	case '`':
		c->at = skip_code(c->s, c->at, c->unclosed, &closed);
		if (closed)
			c->attach = c->at;
		break;
	case '<':
		c->at = skip_tag(c->s, c->at);
		break;
	case '[':
		if (!take_gap(c))
			take_noteuse(c);
		break;
	case ']':
	case ')':
		c->attach = ++c->at;
		break;
	case ':':
		take_role(c);
		break;
	case '{':
		take_list(c);
		break;
	default:
		while (++c->at < c->s.n && !special[(unsigned char)c->s.p[c->at]] && c->at != c->role_end)
			;
	}
}

bool
marks_take(struct marks *m, struct str raw, struct buf *out)
{
	struct scan c = { .m = m, .s = raw, .out = out };

	while (c.at < raw.n || (c.role_end != 0 && c.at == c.role_end))
		step(&c);
	if (c.changed)
		buf_put(out, raw.p + c.copied, raw.n - c.copied);
	return c.changed;
}

enum node_mark
marks_tick(struct str raw, size_t *used, bool *cyrillic)
{
	static const struct {
		const char *text;
		enum node_mark mark;
	} marks[] = {
		{ "[ ]", MARK_EMPTY }, { "[x]", MARK_TICKED }, { "[X]", MARK_TICKED },
		{ "[\xd1\x85]", MARK_TICKED }, { "[\xd0\xa5]", MARK_TICKED }, { "[?]", MARK_HINT },
	};

	*cyrillic = false;
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
		size_t n = strlen(marks[i].text);

		if (!str_starts(raw, marks[i].text))
			continue;
		if (raw.n > n && raw.p[n] != ' ' && raw.p[n] != '\t' && raw.p[n] != '\n')
			continue;
		*used = raw.n > n ? n + 1 : n;
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
