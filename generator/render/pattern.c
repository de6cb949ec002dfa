/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdbool.h>
#include <string.h>

#include "render/pattern.h"

/* After Lua 5.4's lstrlib.c. Copyright (C) 1994-2022 Lua.org, PUC-Rio; MIT licence. */

static const char *match(struct pattern *m, const char *s, const char *p);

static const char *
wrong(struct pattern *m, const char *error)
{
	if (!m->error)
		m->error = error;
	return NULL;
}

static bool
step(struct pattern *m)
{
	if (m->left)
		m->left--;
	return m->left > 0;
}

/* Whether the search is at its end for another reason than that nothing fits. */
static bool
stopped(const struct pattern *m)
{
	return m->error || !m->left;
}

static const char *
text_end(const struct pattern *m)
{
	return m->text.p + m->text.n;
}

static const char *
pattern_end(const struct pattern *m)
{
	return m->pattern.p + m->pattern.n;
}

/* -- single characters -- */

/* The place behind one item of a pattern: a character, `%a`, `[set]`. NULL where it is broken. */
static const char *
item_end(struct pattern *m, const char *p)
{
	char c = *p++;

	if (c == '%') {
		if (p == pattern_end(m))
			return wrong(m, "malformed pattern (ends with '%')");
		return p + 1;
	}
	if (c != '[')
		return p;
	if (*p == '^')
		p++;
	do { /* a `]` in the first place stands for itself */
		if (p == pattern_end(m))
			return wrong(m, "malformed pattern (missing ']')");
		c = *p++;
		if (c == '%') {
			if (p == pattern_end(m))
				return wrong(m, "malformed pattern (missing ']')");
			p++;
		}
	} while (*p != ']' || p == pattern_end(m));
	return p + 1;
}

/* The classes of ASCII, whatever the locale. */
static bool
in_class(unsigned char c, char class)
{
	bool lower = c >= 'a' && c <= 'z', upper = c >= 'A' && c <= 'Z', digit = c >= '0' && c <= '9';
	bool graph = c > ' ' && c < 0x7f, r;

	switch (class | 0x20) {
	case 'a': r = lower || upper; break;
	case 'c': r = c < ' ' || c == 0x7f; break;
	case 'd': r = digit; break;
	case 'g': r = graph; break;
	case 'l': r = lower; break;
	case 'p': r = graph && !lower && !upper && !digit; break;
	case 's': r = c == ' ' || (c >= '\t' && c <= '\r'); break;
	case 'u': r = upper; break;
	case 'w': r = lower || upper || digit; break;
	case 'x': r = digit || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'); break;
	case 'z': r = c == 0; break;
	default: return (unsigned char)class == c;
	}
	return class >= 'a' ? r : !r;
}

/* Whether the character is in the set from `[` at ${p} to `]` at ${end}. */
static bool
in_set(unsigned char c, const char *p, const char *end)
{
	bool yes = true;

	if (p[1] == '^') {
		yes = false;
		p++;
	}
	while (++p < end) {
		if (*p == '%') {
			p++;
			if (in_class(c, *p))
				return yes;
		} else if (p[1] == '-' && p + 2 < end) {
			p += 2;
			if ((unsigned char)p[-2] <= c && c <= (unsigned char)*p)
				return yes;
		} else if ((unsigned char)*p == c) {
			return yes;
		}
	}
	return !yes;
}

/* Whether the character at ${s}, if there is one, fits the item from ${p} to ${end}. */
static bool
fits(struct pattern *m, const char *s, const char *p, const char *end)
{
	if (s >= text_end(m) || !step(m))
		return false;
	switch (*p) {
	case '.': return true;
	case '%': return in_class((unsigned char)*s, p[1]);
	case '[': return in_set((unsigned char)*s, p, end - 1);
	default: return *p == *s;
	}
}

/* -- items that may repeat -- */

static const char *
expand_most(struct pattern *m, const char *s, const char *p, const char *end)
{
	ptrdiff_t n = 0;

	while (fits(m, s + n, p, end))
		n++;
	for (; n >= 0 && !stopped(m); n--) {
		const char *r = match(m, s + n, end + 1);

		if (r)
			return r;
	}
	return NULL;
}

static const char *
expand_least(struct pattern *m, const char *s, const char *p, const char *end)
{
	while (!stopped(m)) {
		const char *r = match(m, s, end + 1);

		if (r)
			return r;
		if (stopped(m) || !fits(m, s, p, end))
			return NULL;
		s++;
	}
	return NULL;
}

/* -- captures -- */

static const char *
capture_begin(struct pattern *m, const char *s, const char *p, ptrdiff_t what)
{
	const char *r;

	if (m->level == PATTERN_CAPTURES)
		return wrong(m, "too many captures");
	m->capture[m->level].p = s;
	m->capture[m->level].n = what;
	m->level++;
	r = match(m, s, p);
	if (!r)
		m->level--;
	return r;
}

static const char *
capture_end(struct pattern *m, const char *s, const char *p)
{
	const char *r;
	int k = m->level - 1;

	while (k >= 0 && m->capture[k].n != PATTERN_OPEN)
		k--;
	if (k < 0)
		return wrong(m, "invalid pattern capture");
	m->capture[k].n = s - m->capture[k].p;
	r = match(m, s, p);
	if (!r)
		m->capture[k].n = PATTERN_OPEN;
	return r;
}

/* `%1`: the same text once more. */
static const char *
capture_again(struct pattern *m, const char *s, char digit)
{
	int k = digit - '1';
	size_t n;

	if (k < 0 || k >= m->level || m->capture[k].n == PATTERN_OPEN)
		return wrong(m, "invalid capture index");
	if (m->capture[k].n == PATTERN_POSITION)
		return NULL; /* no text is like a place, as Lua has it */
	n = (size_t)m->capture[k].n;
	for (size_t i = 0; i < n / 8; i++)
		if (!step(m))
			return NULL;
	if ((size_t)(text_end(m) - s) < n || memcmp(m->capture[k].p, s, n))
		return NULL;
	return s + n;
}

/* -- the rest -- */

/* `%bxy` */
static const char *
balance(struct pattern *m, const char *s, const char *p)
{
	int depth = 1;

	if (pattern_end(m) - p < 2)
		return wrong(m, "malformed pattern (missing arguments to '%b')");
	if (s >= text_end(m) || *s != *p)
		return NULL;
	while (++s < text_end(m) && step(m)) {
		if (*s == p[1]) {
			if (--depth == 0)
				return s + 1;
		} else if (*s == *p) {
			depth++;
		}
	}
	return NULL;
}

/* `%f[set]`: whether ${s} is where a run of the set begins. */
static bool
frontier(struct pattern *m, const char *s, const char *p, const char *end)
{
	unsigned char before = s == m->text.p ? 0 : (unsigned char)s[-1];
	unsigned char here = s == text_end(m) ? 0 : (unsigned char)*s;

	return step(m) && !in_set(before, p, end - 1) && in_set(here, p, end - 1);
}

/* One item and what repeats it. *next is where to go on in the pattern, NULL where the result is final. */
static const char *
single(struct pattern *m, const char *s, const char *p, const char **next)
{
	const char *end = item_end(m, p), *r;
	char how;

	*next = NULL;
	if (!end)
		return NULL;
	how = end < pattern_end(m) ? *end : 0;
	switch (how) {
	case '?':
		if (fits(m, s, p, end) && (r = match(m, s + 1, end + 1)) != NULL)
			return r;
		if (stopped(m))
			return NULL;
		*next = end + 1;
		return s;
	case '+': return fits(m, s, p, end) ? expand_most(m, s + 1, p, end) : NULL;
	case '*': return expand_most(m, s, p, end);
	case '-': return expand_least(m, s, p, end);
	default:
		if (!fits(m, s, p, end))
			return NULL;
		*next = end;
		return s + 1;
	}
}

/* special(m, s, p, next): the items that are more than a character; false where ${p} is at none of them. */
static bool
special(struct pattern *m, const char **s, const char *p, const char **next)
{
	const char *end;

	*next = NULL;
	if (*p == '(') {
		bool position = p + 1 < pattern_end(m) && p[1] == ')';

		*s = position ? capture_begin(m, *s, p + 2, PATTERN_POSITION)
			      : capture_begin(m, *s, p + 1, PATTERN_OPEN);
		return true;
	}
	if (*p == ')') {
		*s = capture_end(m, *s, p + 1);
		return true;
	}
	if (*p == '$' && p + 1 == pattern_end(m)) {
		*s = *s == text_end(m) ? *s : NULL;
		return true;
	}
	if (*p != '%' || p + 1 == pattern_end(m))
		return false;
	if (p[1] == 'b') {
		*s = balance(m, *s, p + 2);
		*next = p + 4;
		return true;
	}
	if (p[1] == 'f') {
		if (p + 2 == pattern_end(m) || p[2] != '[') {
			*s = wrong(m, "missing '[' after '%f' in pattern");
			return true;
		}
		end = item_end(m, p + 2);
		if (!end || !frontier(m, *s, p + 2, end))
			*s = NULL;
		*next = end;
		return true;
	}
	if (p[1] < '0' || p[1] > '9')
		return false;
	*s = capture_again(m, *s, p[1]);
	*next = p + 2;
	return true;
}

static const char *
match(struct pattern *m, const char *s, const char *p)
{
	if (++m->depth > PATTERN_DEPTH)
		return wrong(m, "pattern too complex");
	while (s && p && p != pattern_end(m)) {
		const char *next = NULL;

		if (!step(m))
			s = NULL;
		else if (!special(m, &s, p, &next))
			s = single(m, s, p, &next);
		p = next;
		if (!m->left)
			s = NULL;
	}
	m->depth--;
	return s;
}

const char *
pattern_match(struct pattern *m, size_t from)
{
	m->level = 0;
	m->depth = 0;
	return match(m, m->text.p + from, m->pattern.p);
}
