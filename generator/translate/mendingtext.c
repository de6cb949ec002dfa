/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/mendingtext.h"

#include <string.h>

struct repair {
	struct str source;
	const struct node *words;
	struct buf out; /* of the pass that is on */
};

/* -- signs -- */

/* How many bytes of blank begin at ${i}: machines put any kind of it. */
static size_t
blank_at(struct str s, size_t i)
{
	static const char *const blanks[] = { " ", "\t", "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x89", "\xe3\x80\x80" };

	for (size_t k = 0; k < sizeof blanks / sizeof *blanks; k++)
		if (str_starts(str_sub(s, i, s.n), blanks[k]))
			return strlen(blanks[k]);
	return 0;
}

static size_t
behind_blanks(struct str s, size_t i)
{
	size_t n;

	while (i < s.n && (n = blank_at(s, i)) > 0)
		i += n;
	return i;
}

static bool
wordlike(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static char
last(const struct repair *r)
{
	return r->out.n > 0 ? r->out.p[r->out.n - 1] : ' ';
}

static size_t
run_of(struct str s, size_t i)
{
	size_t n = 1;

	while (i + n < s.n && s.p[i + n] == s.p[i])
		n++;
	return n;
}

/* How many bytes from ${i} on are code, or a sign with its backslash; 0: neither. */
static size_t
untouched(struct str s, size_t i)
{
	size_t n;

	if (s.p[i] == '\\' && i + 1 < s.n)
		return 2;
	if (s.p[i] != '`')
		return 0;
	n = run_of(s, i);
	for (size_t k = i + n; k < s.n; k++) {
		size_t m = s.p[k] == '`' ? run_of(s, k) : 0;

		if (m == n)
			return k + m - i;
		k += m > 0 ? m - 1 : 0;
	}
	return n;
}

static bool
has(struct str s, const char *what)
{
	return memmem(s.p, s.n, what, strlen(what)) != NULL;
}

/* -- a sign at a time: each takes what stands at ${i}, and returns how many bytes it took, or 0 -- */

static size_t
drop_backslash(struct repair *r, struct str s, size_t i)
{
	char escape[3] = { '\\', i + 1 < s.n ? s.p[i + 1] : ' ', '\0' };

	if (s.p[i] != '\\' || !strchr("*_[](){}<>:~!`", escape[1]) || has(r->source, escape))
		return 0;
	buf_chr(&r->out, escape[1]);
	return 2;
}

/* Whether the target of a link is open at the end of ${before}. */
static bool
in_target(struct str before)
{
	struct str rest = str_sub(before, str_rfind(before, ']') + 1, before.n);

	return str_starts(str_trim(rest), "(") && str_find(rest, ')') == rest.n;
}

static size_t
narrow(struct repair *r, struct str s, size_t i)
{
	static const struct {
		const char *wide, *sign;
	} signs[] = { { "\xef\xbc\xbb", "[" }, { "\xef\xbc\xbd", "]" }, { "\xef\xbd\x9b", "{" },
		{ "\xef\xbd\x9d", "}" }, { "\xef\xbc\x88", "(" }, { "\xef\xbc\x89", ")" } };
	struct str rest = str_sub(s, i, s.n), before = buf_view(&r->out);

	for (size_t k = 0; k < sizeof signs / sizeof *signs; k++) {
		if (!str_starts(rest, signs[k].wide) || !has(r->source, signs[k].sign))
			continue;
		/* parentheses are also words' own: they are marks behind a bracket only */
		if (signs[k].sign[0] == '(' && !str_ends(str_trim(before), "]"))
			continue;
		if (signs[k].sign[0] == ')' && !in_target(before))
			continue;
		buf_cstr(&r->out, signs[k].sign);
		return strlen(signs[k].wide);
	}
	return 0;
}

static size_t
close_up(struct repair *r, struct str s, size_t i)
{
	size_t next = behind_blanks(s, i);
	bool link = last(r) == ']' && next < s.n && s.p[next] == '(' && has(r->source, "](");
	bool attrs = strchr("])`", last(r)) && next < s.n && s.p[next] == '{' &&
	    (has(r->source, "]{") || has(r->source, "){") || has(r->source, "`{"));

	return next > i && (link || attrs) ? next - i : 0;
}

/* Inside of braces: quotes and blanks that belong into sentences. */
static size_t
straighten(struct repair *r, struct str s, size_t i)
{
	static const char *const quotes[] = { "\xe2\x80\x9c", "\xe2\x80\x9d", "\xe2\x80\x9e", "\xe2\x80\x9f",
		"\xc2\xab", "\xc2\xbb", "\xe2\x80\xb3", "\xef\xbc\x82" };
	struct str rest = str_sub(s, i, s.n), before = buf_view(&r->out);
	size_t open = str_rfind(before, '{'), close = str_rfind(before, '}');

	if (open == before.n || (close < before.n && close > open) || str_find(rest, '}') == rest.n ||
	    !has(r->source, "{"))
		return 0;
	for (size_t k = 0; k < sizeof quotes / sizeof *quotes; k++)
		if (str_starts(rest, quotes[k])) {
			buf_chr(&r->out, '"');
			return strlen(quotes[k]);
		}
	if (blank_at(s, i) < 2)
		return 0;
	buf_chr(&r->out, ' ');
	return blank_at(s, i);
}

/* `:term [so]`, `: term[so]`, `so:term[so]` for ` :term[so]`, of the roles that the source has. */
static size_t
join_role(struct repair *r, struct str s, size_t i)
{
	size_t colon = s.p[i] == ':' ? 1 : str_starts(str_sub(s, i, s.n), "\xef\xbc\x9a") ? 3 : 0;
	size_t from = behind_blanks(s, i + colon);
	struct str rest = str_sub(s, from, s.n);

	for (const struct node *n = r->words->first; n && colon > 0; n = node_next(n, r->words)) {
		struct str name = n->kind == NODE_ROLE ? n->as.directive.name : STR_EMPTY;
		size_t behind = behind_blanks(rest, name.n);

		if (name.n == 0 || rest.n < name.n || memcmp(rest.p, name.p, name.n) != 0 ||
		    (n->first && (behind >= rest.n || rest.p[behind] != '[')))
			continue;
		if (!n->first)
			behind = name.n;
		if (colon == 1 && from == i + 1 && behind == name.n && !wordlike(last(r)))
			return 0; /* it is as it should be */
		if (wordlike(last(r)))
			buf_chr(&r->out, ' ');
		buf_fmt(&r->out, ":%.*s", STR_ARG(name));
		return from + behind - i;
	}
	return 0;
}

/* `** so **`: the blanks belong outside. */
static size_t
tighten(struct repair *r, struct str s, size_t i)
{
	size_t n = strchr("*_~", s.p[i]) ? run_of(s, i) : 0, end = i + n;
	struct str inner, tight;

	if (n == 0 || n > 2 || (s.p[i] == '~' && n < 2))
		return 0;
	while (end < s.n && (s.p[end] != s.p[i] || run_of(s, end) != n))
		end += s.p[end] == s.p[i] ? run_of(s, end) : untouched(s, end) > 0 ? untouched(s, end) : 1;
	if (end >= s.n)
		return 0;
	inner = str_sub(s, i + n, end);
	tight = str_sub(inner, behind_blanks(inner, 0), inner.n);
	while (tight.n > 0) {
		size_t k = 1;

		while (k < 3 && k < tight.n && ((unsigned char)tight.p[tight.n - k] & 0xc0) == 0x80)
			k++;
		if (blank_at(tight, tight.n - k) != k)
			break;
		tight.n -= k;
	}
	if (tight.n == 0)
		return 0;
	if (tight.p > inner.p && wordlike(last(r)))
		buf_chr(&r->out, ' ');
	buf_str(&r->out, str_sub(s, i, i + n));
	buf_str(&r->out, tight);
	buf_str(&r->out, str_sub(s, end, end + n));
	if (tight.p + tight.n < inner.p + inner.n && end + n < s.n && wordlike(s.p[end + n]))
		buf_chr(&r->out, ' ');
	return end + n - i;
}

/* -- all of them -- */

static struct str
pass(struct repair *r, struct arena *a, struct str s, size_t (*at)(struct repair *, struct str, size_t))
{
	struct str out;

	buf_reset(&r->out);
	for (size_t i = 0; i < s.n;) {
		size_t n = at(r, s, i);

		if (n == 0) {
			n = untouched(s, i);
			n = n > 0 ? n : 1;
			buf_str(&r->out, str_sub(s, i, i + n));
		}
		i += n;
	}
	out = arena_str(a, buf_view(&r->out));
	return str_eq(out, s) ? s : out;
}

struct str
mendingtext_repair(struct arena *a, struct str text, struct str source, const struct node *words, struct buf *what)
{
	static const struct {
		size_t (*at)(struct repair *, struct str, size_t);
		const char *what;
	} passes[] = {
		{ drop_backslash, "backslashes before marks" },
		{ narrow, "full-width brackets" },
		{ close_up, "a blank in front of `(` or `{`" },
		{ straighten, "quotes or blanks in attributes" },
		{ join_role, "blanks around a role" },
		{ tighten, "blanks inside of emphasis" },
	};
	struct repair r = { .source = source, .words = words };

	for (size_t i = 0; i < sizeof passes / sizeof *passes; i++) {
		struct str now = pass(&r, a, text, passes[i].at);

		if (!str_eq(now, text))
			buf_fmt(what, "%s%s", what->n > 0 ? ", " : "", passes[i].what);
		text = now;
	}
	buf_free(&r.out);
	return text;
}
