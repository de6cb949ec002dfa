/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/wordmarks.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/unicode.h"
#include "base/vec.h"
#include "model/phrases.h"

struct token_list VEC_OF(struct wordmarks_token);

/* -- tokens -- */

static bool
is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xa0 || c == 0x202f || c == 0x2009;
}

static void
split(struct token_list *all, struct str s)
{
	for (size_t at = 0, next; at < s.n; at = next) {
		uint32_t c;
		struct wordmarks_token t = { .kind = WORDMARKS_OTHER };

		next = at;
		c = unicode_next(s, &next);
		if (is_blank(c))
			t.kind = WORDMARKS_BLANK;
		else if (phrases_letter(c))
			t.kind = WORDMARKS_WORD;
		for (size_t then = next; t.kind == WORDMARKS_WORD && then < s.n; next = then)
			if (!phrases_letter(unicode_next(s, &then)))
				break;
		t.text = str_sub(s, at, next);
		VEC_PUSH(all, t);
	}
}

/* -- words of lists -- */

/* The words of a text, without what stands between. */
struct word {
	struct str folded; /* " not " */
	struct wordmarks_token *token;
};

/* Whether the phrase " apart from " stands at the words ${w}; how many they are. */
static size_t
stands_at(const struct word *w, size_t n, struct str phrase)
{
	size_t words = 0;

	for (size_t at = 0; at + 1 < phrase.n; words++) {
		struct str rest = str_sub(phrase, at, phrase.n);

		if (words == n || w[words].folded.n > rest.n ||
		    memcmp(w[words].folded.p, rest.p, w[words].folded.n) != 0)
			return 0;
		at += w[words].folded.n - 1;
	}
	return words;
}

static void
mark_list(struct arena *a, const struct word *w, size_t n, struct str list, unsigned mark)
{
	while (list.n > 0) {
		struct str phrase = phrases_text(a, str_cut(&list, '|'));

		for (size_t i = 0; phrase.n > 1 && i < n; i++)
			for (size_t k = stands_at(&w[i], n - i, phrase); k > 0; k--)
				w[i + k - 1].token->marks |= mark;
	}
}

static void
mark_words(struct arena *a, struct wordmarks *m, struct str negations, struct str modals)
{
	struct word *words = ARENA_ARRAY(a, struct word, m->n);
	size_t n = 0;

	for (size_t i = 0; i < m->n; i++)
		if (m->v[i].kind == WORDMARKS_WORD)
			words[n++] = (struct word){ phrases_text(a, m->v[i].text), &m->v[i] };
	mark_list(a, words, n, negations, WORDMARKS_NEGATION);
	mark_list(a, words, n, modals, WORDMARKS_MODAL);
}

/* -- numbers -- */

enum { GROUPS = 8, SHORTEST_PHONE = 5 };

/* A row of groups of digits with blanks, hyphens, strokes, brackets between. */
struct row {
	size_t first, last; /* tokens */
	size_t length[GROUPS];
	size_t groups, digits;
	bool zero; /* begins with one */
};

/* The value of a digit of the scripts that courses are written in; -1: none. */
static int
digit(uint32_t c)
{
	if (c >= '0' && c <= '9')
		return (int)(c - '0');
	if (c >= 0x660 && c <= 0x669)
		return (int)(c - 0x660);
	return c >= 0x6f0 && c <= 0x6f9 ? (int)(c - 0x6f0) : -1;
}

/* How many digits the token has; 0 where it has other characters, and *some whether it has any digit. */
static size_t
digits_of(const struct wordmarks_token *t, bool *some)
{
	size_t n = 0, others = 0;

	for (size_t at = 0; at < t->text.n;) {
		if (digit(unicode_next(t->text, &at)) >= 0)
			n++;
		else
			others++;
	}
	*some = n > 0;
	return others > 0 ? 0 : n;
}

static bool
joins(const struct wordmarks_token *t)
{
	return t->kind == WORDMARKS_BLANK || str_is(t->text, "-") || str_is(t->text, "/") || str_is(t->text, "(") ||
	    str_is(t->text, ")") || str_is(t->text, "\xe2\x80\x91");
}

static struct row
row_at(const struct wordmarks *m, size_t at)
{
	struct row r = { .first = at, .last = at };
	size_t first = 0;
	bool some;

	r.zero = digit(unicode_next(m->v[at].text, &first)) == 0;
	for (size_t i = at, joined = 0; i < m->n && joined <= 2; i++) {
		size_t n = digits_of(&m->v[i], &some);

		if (n == 0 && !joins(&m->v[i]))
			break;
		joined = n == 0 ? joined + 1 : 0;
		if (n == 0)
			continue;
		if (r.groups < GROUPS)
			r.length[r.groups] = n;
		r.groups++;
		r.digits += n;
		r.last = i;
	}
	return r;
}

/* 2026-02-03, 03-02-2026. */
static bool
is_day(const struct row *r)
{
	return r->groups == 3 && r->length[1] == 2 &&
	    ((r->length[0] == 4 && r->length[2] == 2) || (r->length[0] <= 2 && r->length[2] == 4));
}

/* 1 234 567. */
static bool
is_grouped(const struct row *r)
{
	for (size_t i = 1; i < r->groups && i < GROUPS; i++)
		if (r->length[i] != 3)
			return false;
	return r->length[0] <= 3;
}

static bool
is_phone(const struct wordmarks *m, const struct row *r)
{
	size_t at = r->first;
	bool plus = at > 0 && str_is(m->v[at - 1].text, "+");

	at -= plus;
	if (at > 1 && str_is(m->v[at - 1].text, ":") &&
	    (str_is(m->v[at - 2].text, "tel") || str_is(m->v[at - 2].text, "sms")))
		return true;
	if (r->digits < SHORTEST_PHONE || is_day(r))
		return false;
	return plus || r->zero || (r->groups >= 3 && !is_grouped(r));
}

static void
mark_numbers(struct wordmarks *m)
{
	for (size_t i = 0; i < m->n; i++) {
		bool some;
		size_t n = m->v[i].kind == WORDMARKS_WORD ? digits_of(&m->v[i], &some) : 0;
		struct row r;

		if (m->v[i].kind != WORDMARKS_WORD || !some)
			continue;
		m->v[i].marks |= WORDMARKS_NUMBER;
		if (n == 0)
			continue;
		r = row_at(m, i);
		for (; i <= r.last; i++)
			if (m->v[i].kind == WORDMARKS_WORD)
				m->v[i].marks |= is_phone(m, &r) ? WORDMARKS_PHONE : WORDMARKS_NUMBER;
		i = r.last;
	}
	for (size_t i = 0; i < m->n; i++)
		if (m->v[i].marks & WORDMARKS_PHONE)
			m->v[i].marks &= ~(unsigned)WORDMARKS_NUMBER;
}

/* -- addresses -- */

/* Whether the tokens from ${from} to ${to} are the address of a page of the site, or of an id. */
static bool
is_page(const struct wordmarks *m, size_t from, size_t to)
{
	bool page = from < to && str_is(m->v[from].text, "#");

	for (size_t i = from; i < to; i++) {
		if (str_is(m->v[i].text, ":"))
			return false;
		page = page || (i + 1 < to && str_is(m->v[i].text, ".") && str_is(m->v[i + 1].text, "md"));
	}
	return page;
}

/* What a page is called in a link, `](20-not-paid.md)`, readers do not see: it means nothing. */
static void
unmark_pages(struct wordmarks *m)
{
	for (size_t i = 1; i < m->n; i++) {
		size_t to = i + 1;

		if (!str_is(m->v[i].text, "(") || !str_is(m->v[i - 1].text, "]"))
			continue;
		while (to < m->n && m->v[to].kind != WORDMARKS_BLANK && !str_is(m->v[to].text, ")"))
			to++;
		if (!is_page(m, i + 1, to))
			continue;
		for (size_t k = i + 1; k < to; k++)
			m->v[k].marks = 0;
	}
}

struct wordmarks
wordmarks_of(struct arena *a, struct str s, struct str negations, struct str modals)
{
	struct token_list all = { 0 };
	struct wordmarks m;

	split(&all, s);
	m.n = all.n;
	m.v = ARENA_ARRAY(a, struct wordmarks_token, m.n);
	if (m.n > 0)
		memcpy(m.v, all.v, m.n * sizeof *m.v);
	VEC_FREE(&all);
	mark_words(a, &m, negations, modals);
	mark_numbers(&m);
	unmark_pages(&m);
	return m;
}

const char *
wordmarks_name(unsigned bit)
{
	switch (bit) {
	case WORDMARKS_NEGATION: return "negation";
	case WORDMARKS_NUMBER: return "number";
	case WORDMARKS_PHONE: return "telephone number";
	default: return "modal verb";
	}
}
