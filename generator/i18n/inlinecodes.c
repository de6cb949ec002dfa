/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/inlinecodes.h"

#include <string.h>

#include "base/vec.h"
#include "read/attributes.h"

struct piece_list VEC_OF(struct inlinepiece);

/* Brackets that are open at once, and names: what goes beyond is words. */
enum { DEEPEST = 64, LONGEST_NAME = 64, LONGEST_TARGET = 2048 };

/* A bracket whose end has not been met. Where it has none, it is words. */
struct bracket {
	size_t at, end;   /* `[`, `![`, `:name[`, `[[` */
	const char *what; /* "link": or a span, as its end shows */
};

struct codes {
	struct str s;
	bool typed;
	size_t at;
	/* by place: what begins there, with its end; found in a first pass */
	struct found {
		enum inlinecode code;
		size_t at, end;
		const char *what;
	} * v;
	size_t n, cap;
	struct bracket stack[DEEPEST];
	size_t nstack;
};

static void
add(struct codes *c, enum inlinecode code, size_t at, size_t end, const char *what)
{
	if (c->n == c->cap) {
		c->cap = c->cap ? 2 * c->cap : 16;
		c->v = mem_grow(c->v, c->cap * sizeof *c->v);
	}
	c->v[c->n++] = (struct found){ code, at, end, what };
}

static char
sign(const struct codes *c, size_t i)
{
	return i < c->s.n ? c->s.p[i] : '\0';
}

static bool
word(char ch)
{
	return (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || (ch >= '0' && ch <= '9') ||
	    (unsigned char)ch >= 0x80;
}

static bool
name_sign(char ch)
{
	return word(ch) || ch == '-' || ch == '_';
}

/* Behind the list of attributes that begins at ${i}; ${i} where there is none. It is looked for nearby: a hostile message has many beginnings. */
static size_t
behind_list(const struct codes *c, size_t i)
{
	struct str s = str_sub(c->s, i, i + LONGEST_TARGET);
	size_t used = 0;

	if (sign(c, i) != '{' || !attributes_begins(s) || str_find(s, '}') == s.n)
		return i;
	return attributes_valid(s, &used) ? i + used : i;
}

/* -- what stands alone -- */

/* Behind the run of marks at ${i}. */
static size_t
behind_run(const struct codes *c, size_t i)
{
	char mark = sign(c, i);

	while (sign(c, i) == mark)
		i++;
	return i;
}

static void
take_code(struct codes *c)
{
	size_t open = behind_run(c, c->at), n = open - c->at, i = open, end = 0;

	while (i < c->s.n && end == 0) {
		size_t run = sign(c, i) == '`' ? behind_run(c, i) : i;

		end = run - i == n ? run : 0;
		i = run > i ? run : i + 1;
	}
	if (end == 0) {
		c->at = open;
		return;
	}
	if (c->typed) {
		add(c, INLINECODE_OPEN, c->at, open, "code");
		add(c, INLINECODE_CLOSE, end - n, behind_list(c, end), "code");
	} else {
		add(c, INLINECODE_ALONE, c->at, behind_list(c, end), "code");
	}
	c->at = behind_list(c, end);
}

/* `<so>`: an address, or HTML. */
static void
take_angle(struct codes *c)
{
	size_t i = c->at + 1;

	if (!word(sign(c, i)) && !strchr("/!?", sign(c, i) ? sign(c, i) : ' ')) {
		c->at++;
		return;
	}
	while (i < c->s.n && c->s.p[i] != '>' && c->s.p[i] != '<')
		i++;
	if (sign(c, i) != '>') {
		c->at++;
		return;
	}
	add(c, INLINECODE_ALONE, c->at, i + 1, "html");
	c->at = i + 1;
}

/* `{name}`, with the `%` in front of it, or a list of attributes that belongs to nothing. */
static void
take_brace(struct codes *c)
{
	size_t from = c->at > 0 && sign(c, c->at - 1) == '%' ? c->at - 1 : c->at, i = c->at + 1,
	       list = behind_list(c, c->at);

	while (name_sign(sign(c, i)))
		i++;
	if (i > c->at + 1 && sign(c, i) == '}') {
		add(c, INLINECODE_ALONE, from, i + 1, "placeholder");
		c->at = i + 1;
	} else if (list > c->at) {
		add(c, INLINECODE_ALONE, c->at, list, "attributes");
		c->at = list;
	} else {
		c->at++;
	}
}

/* -- brackets -- */

static void
push(struct codes *c, size_t end, const char *what)
{
	if (c->nstack < DEEPEST)
		c->stack[c->nstack++] = (struct bracket){ c->at, end, what };
	c->at = end;
}

/* `[^label]` */
static bool
take_note(struct codes *c)
{
	size_t i = c->at + 2;

	if (sign(c, c->at + 1) != '^')
		return false;
	while (i < c->s.n && !strchr("[] \n", c->s.p[i]))
		i++;
	if (sign(c, i) != ']' || i == c->at + 2)
		return false;
	add(c, INLINECODE_ALONE, c->at, i + 1, "footnote");
	c->at = i + 1;
	return true;
}

static void
take_opening(struct codes *c)
{
	if (take_note(c))
		return;
	if (sign(c, c->at + 1) == '[')
		push(c, c->at + 2, "gap");
	else
		push(c, c->at + 1, "link");
}

/* `:name[` or `:name{…}` */
static void
take_role(struct codes *c)
{
	size_t i = c->at + 1;

	if (c->at > 0 && (word(sign(c, c->at - 1)) || sign(c, c->at - 1) == ':')) {
		c->at++;
		return;
	}
	while (name_sign(sign(c, i)) && i - c->at < LONGEST_NAME)
		i++;
	if (i > c->at + 1 && sign(c, i) == '[') {
		push(c, i + 1, "role");
	} else if (i > c->at + 1 && behind_list(c, i) > i) {
		add(c, INLINECODE_ALONE, c->at, behind_list(c, i), "role");
		c->at = behind_list(c, i);
	} else {
		c->at++;
	}
}

/* Behind the `(…)` that begins at ${i}; 0 where it does not end. */
static size_t
behind_target(const struct codes *c, size_t i)
{
	int depth = 0;
	char quote = '\0';
	size_t limit = i + LONGEST_TARGET; /* or a hostile message would be looked through again and again */

	for (; i < c->s.n && i < limit; i++) {
		char ch = c->s.p[i];

		if (ch == '\\') {
			i++;
		} else if (quote) {
			quote = ch == quote ? '\0' : quote;
		} else if (ch == '<') {
			quote = '>';
		} else if (ch == '"' && c->s.p[i - 1] == ' ') {
			quote = '"';
		} else if (ch == '(') {
			depth++;
		} else if (ch == ')' && --depth == 0) {
			return i + 1;
		}
	}
	return 0;
}

/* What the bracket at the top of the stack is, now that it ends; 0 where it is words. *what may change. */
static size_t
ending(const struct codes *c, const struct bracket *b, const char **what)
{
	size_t behind = c->at + 1, target;

	*what = b->what;
	if (strcmp(b->what, "gap") == 0)
		return sign(c, behind) == ']' ? behind_list(c, behind + 1) : 0;
	if (strcmp(b->what, "role") == 0)
		return behind_list(c, behind);
	if (sign(c, behind) == '(' && (target = behind_target(c, behind)) > 0)
		return behind_list(c, target);
	if (strcmp(b->what, "link") == 0 && behind_list(c, behind) > behind) {
		*what = "span";
		return behind_list(c, behind);
	}
	return 0;
}

static void
take_closing(struct codes *c)
{
	const struct bracket *b;
	const char *what;
	size_t end;

	if (c->nstack == 0) {
		c->at++;
		return;
	}
	b = &c->stack[--c->nstack];
	end = ending(c, b, &what);
	if (end == 0) {
		c->at++;
		return;
	}
	add(c, INLINECODE_OPEN, b->at, b->end, what);
	add(c, INLINECODE_CLOSE, c->at, end, what);
	c->at = end;
}

/* -- all of them -- */

static void
take_backslash(struct codes *c)
{
	if (sign(c, c->at + 1) == '\n')
		add(c, INLINECODE_ALONE, c->at, c->at + 2, "break");
	c->at += c->at + 1 < c->s.n ? 2 : 1;
}

static void
find(struct codes *c)
{
	while (c->at < c->s.n) {
		switch (c->s.p[c->at]) {
		case '\\': take_backslash(c); break;
		case '`': take_code(c); break;
		case '<': take_angle(c); break;
		case '{': take_brace(c); break;
		case '[': take_opening(c); break;
		case ']': take_closing(c); break;
		case ':': take_role(c); break;
		case '!':
			if (sign(c, c->at + 1) == '[')
				push(c, c->at + 2, "image");
			else
				c->at++;
			break;
		default: c->at++; break;
		}
	}
}

static int
by_place(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	return x->at < y->at ? -1 : x->at > y->at;
}

static void
put_words(const struct codes *c, struct piece_list *all, size_t from, size_t to)
{
	if (to > from)
		VEC_PUSH(all, ((struct inlinepiece){ INLINECODE_WORDS, str_sub(c->s, from, to), 0, "" }));
}

/* Partners by the stack: what is found is nested. */
static void
pair(struct inlinepieces *p, size_t *open)
{
	size_t n = 0;

	for (size_t i = 0; i < p->n; i++) {
		if (p->v[i].code == INLINECODE_OPEN) {
			open[n++] = i;
		} else if (p->v[i].code == INLINECODE_CLOSE) {
			p->v[i].partner = open[--n];
			p->v[open[n]].partner = i;
		}
	}
}

struct inlinepieces
inlinecodes_of(struct arena *a, struct str s, bool typed)
{
	struct codes c = { .s = s, .typed = typed };
	struct piece_list all = { 0 };
	struct inlinepieces out = { 0 };
	size_t done = 0;

	find(&c);
	if (c.n > 0)
		qsort(c.v, c.n, sizeof *c.v, by_place);
	for (size_t i = 0; i < c.n; i++) {
		put_words(&c, &all, done, c.v[i].at);
		VEC_PUSH(
		    &all, ((struct inlinepiece){ c.v[i].code, str_sub(s, c.v[i].at, c.v[i].end), 0, c.v[i].what }));
		done = c.v[i].end;
	}
	put_words(&c, &all, done, s.n);
	out.n = all.n;
	out.v = ARENA_ARRAY(a, struct inlinepiece, all.n);
	if (all.n > 0)
		memcpy(out.v, all.v, all.n * sizeof *all.v);
	pair(&out, ARENA_ARRAY(a, size_t, all.n));
	VEC_FREE(&all);
	free(c.v);
	return out;
}
