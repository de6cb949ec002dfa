/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/autolink.h"

#include <string.h>
#include <strings.h>

static bool
alnum(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool
domain_char(char c)
{
	return alnum(c) || c == '-' || c == '_' || (unsigned char)c >= 0x80;
}

/* No domain is longer (RFC 1035, 2.3.4): the limit keeps a text of nothing but dots and `www.` linear. */
enum { LONGEST_DOMAIN = 255 };

/* Where a domain that begins at ${at} ends; ${at} where it is none: two labels at least, no `_` in the last two. */
static size_t
domain_end(struct str s, size_t at)
{
	size_t i = at, dots = 0;
	bool under = false, under_before = false;

	for (; i < s.n && i - at <= LONGEST_DOMAIN; i++) {
		if (s.p[i] == '.') {
			if (i == at || i + 1 >= s.n || !domain_char(s.p[i + 1]))
				break;
			under_before = under;
			under = false;
			dots++;
		} else if (domain_char(s.p[i])) {
			under = under || s.p[i] == '_';
		} else {
			break;
		}
	}
	return dots > 0 && !under && !under_before && i - at <= LONGEST_DOMAIN ? i : at;
}

/* Where `&word;` at the end of ${s} begins; ${end} where there is none. */
static size_t
entity_start(struct str s, size_t from, size_t end)
{
	size_t i = end - 1;

	while (i > from && alnum(s.p[i - 1]))
		i--;
	return i > from && i < end - 1 && s.p[i - 1] == '&' ? i - 1 : end;
}

/* Punctuation, an unbalanced `)` and an entity at the end are not part of an address (6.9). */
static size_t
trim_path(struct str s, size_t from, size_t end)
{
	size_t open = 0, close = 0;

	for (size_t i = from; i < end; i++) {
		open += s.p[i] == '(';
		close += s.p[i] == ')';
	}
	while (end > from) {
		char c = s.p[end - 1];

		if (c == ';' && entity_start(s, from, end) < end) {
			end = entity_start(s, from, end);
		} else if (c != '\0' && strchr("?!.,:*_~'\"", c) != NULL) {
			end--;
		} else if (c == ')' && close > open) {
			close--;
			end--;
		} else {
			break;
		}
	}
	return end;
}

/* Schemes in any case. */
static bool
starts(struct str s, const char *scheme)
{
	return s.n >= strlen(scheme) && strncasecmp(s.p, scheme, strlen(scheme)) == 0;
}

/* The end of an address with a scheme or `www.` at ${at}; ${at} where there is none. ${*prefix} is what its URL lacks. */
static size_t
url_end(struct str s, size_t at, const char **prefix)
{
	struct str here = str_sub(s, at, s.n);
	size_t skip = starts(here, "https://") ? 8 : starts(here, "http://") ? 7 : 0, end;

	*prefix = skip ? "" : "http://";
	if (skip == 0 && !str_starts(here, "www."))
		return at;
	end = domain_end(s, at + skip);
	if (end == at + skip)
		return at;
	while (end < s.n && s.p[end] != ' ' && s.p[end] != '\t' && s.p[end] != '<')
		end++;
	return trim_path(s, at, end);
}

static bool
mail_char(char c)
{
	return alnum(c) || c == '.' || c == '-' || c == '_' || c == '+';
}

/* A mail address around the `@` at ${at}: stores its start, returns its end; 0 where it is none. */
static size_t
mail_around(struct str s, size_t floor, size_t at, size_t *start)
{
	size_t from = at, end = at + 1, dots = 0;

	while (from > floor && mail_char(s.p[from - 1]))
		from--;
	while (end < s.n && (alnum(s.p[end]) || s.p[end] == '-' || s.p[end] == '_' || s.p[end] == '.')) {
		dots += s.p[end] == '.' && end + 1 < s.n && alnum(s.p[end + 1]);
		end++;
	}
	while (end > at && s.p[end - 1] == '.')
		end--;
	if (from == at || dots == 0 || s.p[end - 1] == '-' || s.p[end - 1] == '_')
		return 0;
	*start = from;
	return end;
}

static bool
may_begin(struct str s, size_t floor, size_t at)
{
	return at == floor || at == 0 || strchr(" \t*_~(\"'", s.p[at - 1]) != NULL;
}

/* The next address at or behind ${at}. */
static bool
find(struct str s, size_t floor, size_t at, size_t *from, size_t *to, const char **prefix)
{
	for (; at < s.n; at++) {
		char c = s.p[at];

		if ((c == 'h' || c == 'H' || c == 'w') && may_begin(s, floor, at)) {
			*from = at;
			*to = url_end(s, at, prefix);
			if (*to > at)
				return true;
		} else if (c == '@') {
			*to = mail_around(s, floor, at, from);
			*prefix = "mailto:";
			if (*to > 0 && *from >= floor + 7 && str_starts(str_sub(s, *from - 7, *from), "mailto:")) {
				*from -= 7;
				*prefix = "";
			}
			if (*to > 0)
				return true;
		}
	}
	return false;
}

/* A quick no for most texts: an address has `:/`, `www.` or `@` in it. */
static bool
may_hold(struct str s)
{
	const char *p = s.p, *end = s.p + s.n;

	if (memchr(s.p, '@', s.n))
		return true;
	for (; (p = memchr(p, ':', (size_t)(end - p))) != NULL; p++)
		if (p + 1 < end && p[1] == '/')
			return true;
	for (p = s.p; (p = memchr(p, '.', (size_t)(end - p))) != NULL; p++)
		if (p - s.p >= 3 && memcmp(p - 3, "www", 3) == 0)
			return true;
	return false;
}

static struct node *
insert(struct arena *a, struct node *behind, enum node_kind kind, struct str text)
{
	struct node *n = node_new(a, kind, behind->at);

	if (kind == NODE_TEXT)
		n->as.text = text;
	node_insert_after(behind, n);
	return n;
}

struct node *
autolink_split(struct arena *a, struct node *text)
{
	struct str s = text->as.text;
	struct node *last = text;
	size_t done = 0, from, to;
	const char *prefix;

	if (!may_hold(s))
		return text;
	while (find(s, done, done, &from, &to, &prefix)) {
		struct str words = str_sub(s, from, to);
		struct node *link, *inner = node_new(a, NODE_TEXT, text->at);

		if (done == 0)
			text->as.text = str_sub(s, 0, from);
		else if (from > done)
			last = insert(a, last, NODE_TEXT, str_sub(s, done, from));
		link = insert(a, last, NODE_LINK, words);
		link->as.link.url = arena_fmt(a, "%s%.*s", prefix, STR_ARG(words));
		link->as.link.title = STR_EMPTY;
		inner->as.text = words;
		node_append(link, inner);
		last = link;
		done = to;
	}
	if (done > 0 && done < s.n)
		last = insert(a, last, NODE_TEXT, str_sub(s, done, s.n));
	if (text->as.text.n == 0 && last != text)
		node_remove(text);
	return last;
}
