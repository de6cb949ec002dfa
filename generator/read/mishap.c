/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/mishap.h"

#include <string.h>

#include "base/buf.h"

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static size_t
line_start(struct str text, size_t at)
{
	struct str before = str_sub(text, 0, at);
	size_t nl = str_rfind(before, '\n');

	return nl == before.n ? 0 : nl + 1;
}

static struct str
line_at(struct str text, size_t start)
{
	struct str rest = str_sub(text, start, text.n);

	return str_sub(rest, 0, str_find(rest, '\n'));
}

static size_t
indent_of(struct str line)
{
	size_t n = 0;

	while (n < line.n && line.p[n] == ' ')
		n++;
	return n;
}

/* The byte in front of ${at} on its line that is no blank; NUL: there is none. */
static char
char_before(struct str text, size_t at)
{
	while (at && is_blank(text.p[at - 1]))
		at--;
	return at && text.p[at - 1] != '\n' ? text.p[at - 1] : 0;
}

/* Where the value on ${line} begins: behind the first `: `; or line.n. */
static size_t
value_start(struct str line)
{
	for (size_t i = 0; i + 1 < line.n; i++)
		if (line.p[i] == ':' && is_blank(line.p[i + 1])) {
			for (i++; i < line.n && is_blank(line.p[i]);)
				i++;
			return i;
		}
	return line.n;
}

/* A colon that lacks its blank: `title:Streets`. line.n where there is none; URLs do not count. */
static size_t
tight_colon(struct str line)
{
	size_t colon = str_find(line, ':');

	return colon && colon + 1 < line.n && !is_blank(line.p[colon + 1]) && line.p[colon + 1] != '/' ? colon : line.n;
}

/* "write `title: "Part 1: the start"`", where that is not too long. */
static const char *
quote_note(struct arena *a, struct str text, size_t at)
{
	struct str line = str_trim(line_at(text, line_start(text, at)));
	size_t start = value_start(line);
	struct str value = str_sub(line, start, line.n);
	struct buf b = BUF_INIT;
	const char *note = "put the whole text in quotation marks";

	if (value.n && line.n <= 100) {
		buf_fmt(&b, "%s: `%.*s\"", note, (int)start, line.p);
		for (size_t i = 0; i < value.n; i++) {
			if (value.p[i] == '"' || value.p[i] == '\\')
				buf_chr(&b, '\\');
			buf_chr(&b, value.p[i]);
		}
		buf_cstr(&b, "\"`");
		note = arena_str(a, buf_view(&b)).p;
	}
	buf_free(&b);
	return note;
}

static void
say(struct mishap *m, const char *detail, const char *note)
{
	m->detail = detail;
	m->note = note;
}

/* A `: ` where none can be: a text with a colon, or the line above is to blame. */
static void
colon(struct arena *a, struct mishap *m)
{
	size_t start = line_start(m->text, m->at), above = start ? line_start(m->text, start - 1) : 0;
	struct str line = line_at(m->text, start), before = line_at(m->text, above);

	if (start + value_start(line) <= m->at) {
		say(m, "an unquoted text cannot contain `: `", quote_note(a, m->text, m->at));
	} else if (start && tight_colon(before) < before.n && value_start(before) == before.n) {
		m->mark = above + tight_colon(before);
		say(m, "a blank is missing behind the colon", "write `key: value`");
	} else if (start && indent_of(line) > indent_of(before)) {
		m->mark = start;
		m->len = indent_of(line);
		say(m, "this line is indented deeper than the one above, so it belongs to its text",
		    "settings of one level begin in one column");
	} else if (start) {
		say(m, "a colon is not expected here", "perhaps the line above lacks its colon: write `key: value`");
	} else {
		say(m, "a colon is not expected here",
		    "write `key: value`, and a text with a colon in quotation marks");
	}
}

static void
no_colon(struct arena *a, struct mishap *m)
{
	struct str line;

	m->mark = m->from;
	line = line_at(m->text, m->from);
	m->len = str_trim(line).n;
	if (tight_colon(line) < line.n)
		say(m, "a blank is missing behind the colon",
		    arena_fmt(a, "write `%.*s: …`", (int)tight_colon(line), line.p).p);
	else
		say(m, "a line `key: value` is expected here",
		    "a text that goes on from the line above is indented deeper than its key");
}

static void
no_key(struct arena *a, struct mishap *m)
{
	size_t start = line_start(m->text, m->at);
	char before = char_before(m->text, m->at);

	if (before == '"')
		say(m, "something stands behind the closing quotation mark",
		    "inside quotation marks write `\\\"` for one that is text");
	else if (before == '\'')
		say(m, "something stands behind the closing quotation mark",
		    "inside single quotation marks write `''` for an apostrophe");
	else if (before == ']' || before == '}')
		say(m, "something stands behind the closing bracket", quote_note(a, m->text, m->at));
	else if (m->at < m->text.n && m->text.p[m->at] == ':')
		say(m, "a key is missing in front of the colon", "write `key: value`, or the text in quotation marks");
	else if (m->at == start + indent_of(line_at(m->text, start)))
		say(m, "this line is indented differently from those above",
		    "settings of one level begin in one column");
	else
		say(m, "a line `key: value` is expected here", quote_note(a, m->text, m->at));
}

static void
no_dash(struct arena *a, struct mishap *m)
{
	(void)a;
	say(m, "an item of the list is expected here",
	    "each item begins `- `, all in one column; what follows the list stands further left");
}

static void
tab(struct arena *a, struct mishap *m)
{
	(void)a;
	say(m, "a tab cannot indent", "write blanks instead");
}

static void
bad_start(struct arena *a, struct mishap *m)
{
	char c = m->at < m->text.n ? m->text.p[m->at] : 0;

	if (c == '\t')
		tab(a, m);
	else
		say(m, arena_fmt(a, "a text cannot begin with `%c`", c ? c : '?').p, quote_note(a, m->text, m->at));
}

static void
quote_open(struct arena *a, struct mishap *m)
{
	char c = m->from < m->text.n ? m->text.p[m->from] : '"';

	m->mark = m->from;
	m->len = 1;
	say(m, "this quotation mark is not closed", arena_fmt(a, "write %c at the end of the text", c).p);
}

static void
escape(struct arena *a, struct mishap *m)
{
	(void)a;
	m->len = 2;
	say(m, "this is no escape of a double-quoted text",
	    "write a backslash twice, or the text in single quotation marks");
}

static void
list_place(struct arena *a, struct mishap *m)
{
	(void)a;
	say(m, "a list cannot begin on this line",
	    "begin it on the next line, indented, or write `[one, two]`; a text that begins `- ` belongs in quotation marks");
}

static void
bracket(struct arena *a, struct mishap *m)
{
	char open = m->from < m->text.n ? m->text.p[m->from] : '[';

	m->mark = m->from;
	m->len = 1;
	say(m, arena_fmt(a, "this `%c` is not closed, or a comma is missing behind it", open).p,
	    open == '{' ? "write `{key: value, key: value}`; a text that begins with `{` belongs in quotation marks"
			: "write `[one, two]`; a text that begins with `[` belongs in quotation marks");
}

static void
anchor(struct arena *a, struct mishap *m)
{
	m->mark = m->from;
	m->len = 1;
	say(m, arena_fmt(a, "a text cannot begin with `%c`", m->from < m->text.n ? m->text.p[m->from] : '*').p,
	    quote_note(a, m->text, m->from));
}

static void
no_content(struct arena *a, struct mishap *m)
{
	(void)a;
	say(m, "a value is missing here", "write it, or take the comma away");
}

static void
too_much(struct arena *a, struct mishap *m)
{
	(void)a;
	say(m, "something stands behind the end of the settings", 0);
}

static void
question(struct arena *a, struct mishap *m)
{
	say(m, "a text cannot begin with `? `", quote_note(a, m->text, m->at));
}

static const struct {
	const char *problem;
	void (*explain)(struct arena *, struct mishap *);
} rows[] = {
	{ "mapping values are not allowed", colon },
	{ "could not find expected ':'", no_colon },
	{ "did not find expected key", no_key },
	{ "did not find expected '-'", no_dash },
	{ "found character that cannot start", bad_start },
	{ "found a tab character", tab },
	{ "found unexpected end of stream", quote_open },
	{ "found unexpected document indicator", quote_open },
	{ "found unknown escape", escape },
	{ "did not find expected hexdecimal", escape },
	{ "found invalid Unicode character escape", escape },
	{ "block sequence entries are not allowed", list_place },
	{ "did not find expected ',' or", bracket },
	{ "did not find expected alphabetic", anchor },
	{ "did not find expected comment or line break", anchor },
	{ "did not find expected whitespace or line break", anchor },
	{ "did not find expected node content", no_content },
	{ "did not find expected <document start>", too_much },
	{ "mapping keys are not allowed", question },
};

void
mishap_explain(struct arena *a, struct mishap *m)
{
	m->mark = m->at;
	m->len = 1;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strncmp(m->problem, rows[i].problem, strlen(rows[i].problem)) == 0) {
			rows[i].explain(a, m);
			return;
		}
	say(m, m->problem, 0);
}
