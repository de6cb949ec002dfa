/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/lift.h"

#include <string.h>

#include "base/sixteen.h"
#include "base/unicode.h"
#include "base/vec.h"
#include "read/attributes.h"
#include "read/brackets.h"
#include "read/piece.h"

/*
 * Every text costs linear time: what is searched forward is searched once for the whole text, or not
 * beyond a limit that no honest author meets.
 */
enum {
	LONGEST_LIST = 4096,
	DEEPEST_ROLE = 32,
	DEEPEST_SPAN = 64,
	DEEPEST_IMAGE = 256, /* cmark looks through all open `![` at each link */
	MOST_BROKEN = 200,   /* lists without end that one document is told of */
};

struct scan {
	struct marks *m;
	struct str s;
	struct buf *out;
	bool owns;
	size_t at;     /* next byte to look at */
	size_t copied; /* bytes of ${s} that are in ${out} */
	size_t attach; /* a list at this place belongs to what stands in front of it */
	size_t depth;  /* brackets open here */
	struct brackets brackets;
	size_t role_ends[DEEPEST_ROLE]; /* places behind the `]` of roles without list, the nearest last */
	size_t nrole_ends;
	struct ticks ticks;
	bool changed;
};

static struct token *
put_token(struct scan *c, enum token_kind kind, size_t from, size_t to, struct attrs *attrs, struct span at)
{
	struct token t = {
		.kind = kind, .raw = arena_str(c->m->arena, str_sub(c->s, from, to)), .attrs = attrs, .at = at
	};

	buf_put(c->out, c->s.p + c->copied, from - c->copied);
	buf_fmt(c->out, "{%c%zu}", MARKS_BYTE, c->m->tokens.n);
	VEC_PUSH(&c->m->tokens, t);
	c->copied = c->at = to;
	c->changed = true;
	return &c->m->tokens.v[c->m->tokens.n - 1];
}

/* The character that ends at ${to} as text and nothing else. */
static void
put_character(struct scan *c, size_t to)
{
	struct token *t = put_token(c, TOKEN_TEXT, c->at, to, NULL, (struct span){ 0, 0, 0 });

	t->raw = str_sub(t->raw, t->raw.n - 1, t->raw.n);
}

static bool
alnum(char ch)
{
	return (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || (ch >= '0' && ch <= '9') ||
	    (unsigned char)ch >= 0x80;
}

static bool
name_char(char ch)
{
	return (ch >= 'a' && ch <= 'z') || (ch >= '0' && ch <= '9') || ch == '-';
}

/* -- what is passed over -- */

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

/* -- brackets -- */

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

static void
remember_noteuse(struct scan *c, size_t end)
{
	struct str rest = str_sub(c->s, c->at + 2, end - 1);
	struct noteuse use = { .label = arena_str(c->m->arena, str_cut(&rest, '\n')) };

	use.at = marks_find(c->m, str_sub(c->s, c->at, end));
	VEC_PUSH(&c->m->noteuses, use);
}

/* Behind the `]` of a mark whose `[^` stands at ${at}; 0 where it is none: the name of a note has no blanks. */
static size_t
mark_end(struct str s, size_t at)
{
	size_t i = at + 2;

	while (i < s.n && memchr("][ \t\r\n", s.p[i], 6) == NULL)
		i++;
	return i < s.n && s.p[i] == ']' && i > at + 2 ? i + 1 : 0;
}

/*
 * `[^mark]` stays as it is, but is remembered: cmark drops marks without a note in silence. One with blanks is kept from cmark,
 * which forgets what stands in it.
 */
static bool
take_noteuse(struct scan *c)
{
	size_t end;
	bool whole;

	if (c->at + 2 >= c->s.n || c->s.p[c->at + 1] != '^')
		return false;
	end = mark_end(c->s, c->at);
	whole = end != 0;
	if (!whole)
		end = brackets_end(&c->brackets, c->at);
	if (end <= c->at + 3 || (end < c->s.n && c->s.p[end] == '('))
		return false;
	if (c->s.p[c->at + 2] != ' ')
		remember_noteuse(c, end);
	if (whole)
		c->at = end;
	else
		put_character(c, c->at + 1);
	return true;
}

static void
take_bracket(struct scan *c)
{
	if (take_gap(c) || take_noteuse(c))
		return;
	if (c->depth >= DEEPEST_IMAGE && c->at > 0 && c->s.p[c->at - 1] == '!') {
		put_character(c, c->at + 1);
		return;
	}
	c->depth++;
	c->at++;
}

/* `:name[` or `:name{`: remembers where the words of a role without list end. */
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
	while (i < c->s.n && name_char(c->s.p[i]))
		i++;
	c->at = i;
	if (i >= c->s.n)
		return;
	if (c->s.p[i] == '{') {
		c->attach = i;
	} else if (c->s.p[i] == '[' && c->nrole_ends < DEEPEST_ROLE && (end = brackets_end(&c->brackets, i)) != 0 &&
	    (end >= c->s.n || c->s.p[end] != '{')) {
		c->role_ends[c->nrole_ends++] = end;
	}
	if (c->s.p[i] == '[') {
		c->depth++;
		c->at++;
	}
}

/* -- lists -- */

/* Whether a list that nothing closes was meant as one: all its words are ids, classes or have a `=`. */
static bool
looks_like_list(struct str open)
{
	struct str rest = str_sub(open, 1, open.n);

	while (rest.n > 0) {
		struct str word = str_trim(str_cut(&rest, ' '));

		if (word.n > 0 && !((word.p[0] == '#' || word.p[0] == '.') && word.n > 1) &&
		    str_find(word, '=') == word.n)
			return false;
	}
	return true;
}

/* Whether the list closes before another brace opens: one that does not cannot be right, and is looked at no further. */
static bool
may_be_valid(struct str list)
{
	char quote = 0;

	for (size_t i = 1; i < list.n; i++) {
		char ch = list.p[i];

		if (quote) {
			if (ch == '\\')
				i++;
			else if (ch == quote)
				quote = 0;
		} else if (ch == '}' || ch == '{') {
			return ch == '}';
		} else if ((ch == '"' || ch == '\'') && list.p[i - 1] == '=') {
			quote = ch;
		}
	}
	return false;
}

/* A thing that begins like a list. */
struct found {
	size_t from, used; /* ${from}: with the invisible characters in front */
	bool valid, closed;
	bool attached; /* belongs to what stands in front */
	bool last;     /* nothing follows in the block */
};

/* Whether only blanks follow ${at}. */
static bool
ends_text(struct str s, size_t at)
{
	while (at < s.n && (s.p[at] == ' ' || s.p[at] == '\t' || s.p[at] == '\n' || s.p[at] == '\r'))
		at++;
	return at >= s.n;
}

static bool
look(struct scan *c, struct found *f)
{
	struct str list = str_sub(c->s, c->at, c->at + LONGEST_LIST);
	struct attrs *attrs;

	if (!attributes_begins(list))
		return false;
	f->from = c->at - piece_invisible_before(c->s, c->at);
	f->attached = c->attach > 0 && (c->attach == c->at || c->attach == f->from) && c->depth < DEEPEST_SPAN;
	if (!may_be_valid(list) && ((!f->attached && c->s.n - c->at > LONGEST_LIST) || c->m->broken++ >= MOST_BROKEN))
		return false;
	f->valid = attributes_parse(c->m->arena, list, NULL, (struct span){ 0, 0, 0 }, &attrs, &f->used, NULL) ==
	    ATTRIBUTES_OK;
	f->closed = f->used > 0 && list.p[f->used - 1] == '}';
	f->last = ends_text(c->s, c->at + f->used) && (f->closed || looks_like_list(str_sub(list, 0, f->used)));
	return true;
}

static void
tell_invisible(struct scan *c, const struct found *f)
{
	struct str bad = str_sub(c->s, f->from, c->at);
	uint32_t cursor = c->m->cursor, ch = 0;
	struct span at = marks_find(c->m, str_sub(c->s, f->from, c->at + f->used));

	c->m->cursor = cursor;
	piece_invisible(bad, 0, &ch);
	at.len = at.col ? (uint32_t)bad.n : 0;
	diag_add(
	    c->m->diags, DIAG_CHARACTER_INVISIBLE, c->m->src, at, "%s in front of a brace", piece_invisible_name(ch));
}

/* Whether the list of ${n} bytes at ${at} has its line of the file to itself. */
static bool
stands_alone(const struct marks *m, struct span at, struct str list)
{
	struct str line = at.col ? str_sub(m->src->bytes, m->lines[at.line - 1], m->lines[at.line]) : STR_EMPTY;
	size_t from = at.col ? at.col - 1 : 0, to = from + str_find(list, '\n');

	if (at.col == 0)
		return false;
	while (from > 0 && (line.p[from - 1] == ' ' || line.p[from - 1] == '\t' || line.p[from - 1] == '>'))
		from--;
	return from == 0 && str_trim(str_sub(line, to, line.n)).n == 0;
}

static void
tell_alone(struct scan *c, struct str list, struct span at)
{
	struct diag *g = diag_add(c->m->diags, DIAG_ATTRIBUTE_ALONE, c->m->src, at, "`%.*s`", STR_ARG(list));

	diag_note(c->m->diags, g, "a table or list gets its id from a directive around it: `:::table[Caption]{…}`");
}

/* The list ${f} as a token, with what could be read of it. One that is not closed stays text, lest words are lost. */
static void
lift_list(struct scan *c, const struct found *f)
{
	struct marks *m = c->m;
	struct str list = str_sub(c->s, c->at, c->at + f->used);
	struct span at;
	struct attrs *attrs = NULL;
	size_t used;

	if (f->from < c->at)
		tell_invisible(c, f);
	at = marks_find(m, list);
	attributes_parse(m->arena, str_sub(c->s, c->at, c->at + LONGEST_LIST), m->src, at, &attrs, &used, m->diags);
	if (!f->closed) {
		c->at++;
		return;
	}
	if (attrs)
		attrs->at = at;
	if (f->valid && !f->attached && stands_alone(m, at, list))
		tell_alone(c, list, at);
	put_token(c, TOKEN_ATTRS, f->from, c->at + f->used, attrs, at)->told = !f->valid;
	c->attach = c->at;
}

/* One that ends a line, but not the last, was meant for the whole; unless what follows was meant to be a quote. */
static void
tell_text(struct scan *c, struct str list)
{
	struct str line = str_sub(c->s, c->at + list.n, c->s.n), words = str_cut(&line, '\n');
	struct diag *g = marks_text(c->m, list, marks_find(c->m, list));

	if (g && c->owns && str_trim(words).n == 0 && !str_starts(str_trim(line), ">"))
		diag_note(c->m->diags, g, "put `%.*s` behind the last word of the %s", STR_ARG(list),
		    c->m->ticked ? "option" : "paragraph");
}

static void
take_list(struct scan *c)
{
	struct found f;

	if (!look(c, &f)) {
		c->at++;
	} else if (f.attached || (f.last && c->owns)) {
		lift_list(c, &f);
	} else if (f.valid) {
		tell_text(c, str_sub(c->s, c->at, c->at + f.used));
		c->at += f.used;
	} else {
		c->at++;
	}
}

/* -- the pass -- */

/* A tag or comment, or an address: a list behind that belongs to it as to any link. */
static void
take_tag(struct scan *c)
{
	size_t from = c->at, i = from + 1;

	c->at = skip_tag(c->s, from);
	while (i + 1 < c->at && c->s.p[i] != ' ' && c->s.p[i] != '\n' && c->s.p[i] != ':' && c->s.p[i] != '@')
		i++;
	if (i + 1 < c->at && (c->s.p[i] == ':' || c->s.p[i] == '@'))
		c->attach = c->at;
}

/* The bytes that step() looks at. */
static const bool special[256] = {
	['\\'] = true,
	['`'] = true,
	['<'] = true,
	['['] = true,
	[']'] = true,
	[')'] = true,
	[':'] = true,
	['{'] = true,
};

/* The next of them at ${at} or behind. */
static size_t
next_special(struct str s, size_t at)
{
	for (; s.n - at >= sizeof(sixteen); at += sizeof(sixteen)) {
		/* One bit apart are `[` and `{`, and `\` and `]`. */
		sixteen v = sixteen_at(s.p + at),
			found = (sixteen)((v | 0x20) == '{') | (sixteen)((v | 1) == ']') | (sixteen)(v == '`') |
		    (sixteen)(v == '<') | (sixteen)(v == ')') | (sixteen)(v == ':');

		if (sixteen_any(found))
			return at + sixteen_first(found);
	}
	while (at < s.n && !special[(unsigned char)s.p[at]])
		at++;
	return at;
}

static size_t
next_role_end(const struct scan *c)
{
	return c->nrole_ends > 0 ? c->role_ends[c->nrole_ends - 1] : SIZE_MAX;
}

/* An escaped `~` is none for the pass that looks for `~~`, and cmark does not keep the backslash. */
static void
take_escape(struct scan *c)
{
	if (c->at + 1 < c->s.n && c->s.p[c->at + 1] == '~')
		put_character(c, c->at + 2);
	else
		c->at += 2;
}

static void
step(struct scan *c)
{
	bool closed;

	switch (c->s.p[c->at]) {
	case '\\': take_escape(c); break;
	case '`':
		c->at = brackets_code(c->s, c->at, &c->ticks, &closed);
		if (closed)
			c->attach = c->at;
		break;
	case '<': take_tag(c); break;
	case '[': take_bracket(c); break;
	case ']':
		c->depth -= c->depth > 0;
		c->attach = ++c->at;
		break;
	case ')': c->attach = ++c->at; break;
	case ':': take_role(c); break;
	case '{': take_list(c); break;
	default: c->at = next_special(c->s, c->at + 1);
	}
}

static void
end_role(struct scan *c)
{
	c->nrole_ends--;
	put_token(c, TOKEN_ATTRS, c->at, c->at, NULL, (struct span){ 0, 0, 0 });
}

bool
lift_marks(struct marks *m, struct str raw, bool owns, struct buf *out)
{
	struct scan c = { .m = m, .s = raw, .brackets = { .s = raw }, .out = out, .owns = owns };

	while (c.at < raw.n) {
		step(&c);
		while (c.at > next_role_end(&c))
			c.nrole_ends--;
		if (c.at == next_role_end(&c))
			end_role(&c);
	}
	if (c.changed)
		buf_put(out, raw.p + c.copied, raw.n - c.copied);
	brackets_free(&c.brackets);
	return c.changed;
}
