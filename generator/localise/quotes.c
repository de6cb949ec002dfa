/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/quotes.h"

#include <string.h>

#include "base/unicode.h"

#define APOSTROPHE 0x2019
#define DOUBLE_AT 0x22
#define SINGLE_AT 0x27

/* What a mark turned out to be. */
enum role { ROLE_LEFT, ROLE_OPEN, ROLE_CLOSE, ROLE_APOSTROPHE, ROLE_PRIME };

struct quote {
	size_t at, n;
	bool single;   /* of the kind that `'` is */
	bool straight; /* else a mark of the language that was written */
	enum role role;
	size_t partner; /* of an opening one: the place in the list of its end; SIZE_MAX: none */
	int level;      /* 0: the first pair */
};

struct pairing {
	struct str text;
	const struct delimiters *marks;
	struct quotes_found VEC_OF(struct quote) found;
	struct quotes_open VEC_OF(size_t) open; /* places in ${found}, outer ones first */
	size_t nopen[2];                        /* how many of them are double, single */
};

/* -- what stands beside a mark -- */

static bool
is_space(uint32_t c)
{
	return c <= ' ' || c == 0xa0 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f ||
	    c == 0x3000;
}

static bool
is_digit(uint32_t c)
{
	return (c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669) || (c >= 0x6f0 && c <= 0x6f9);
}

static bool
is_word(uint32_t c)
{
	if (c < 0x80)
		return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
	return !(c <= 0xbf && c != 0xaa && c != 0xba) && !(c >= 0x2000 && c <= 0x206f) &&
	    !(c >= 0x3000 && c <= 0x3003) && c != 0x60c && c != 0x61b && c != 0x61f && c != 0x6d4;
}

static bool
is_dash(uint32_t c)
{
	return c == '-' || c == '/' || (c >= 0x2010 && c <= 0x2015);
}

/* Behind these a quotation begins. */
static bool
is_opener(uint32_t c)
{
	return c == '(' || c == '[' || c == '{' || c == '<' || c == 0xab || c == 0xbf || c == 0xa1 || c == 0x2039 ||
	    c == 0x201c || c == 0x201e || c == 0x201a || c == 0x2018;
}

/* The character in front of ${at}, and behind ${end}; 0 at the ends. What draws nothing is passed over. */
static uint32_t
before(struct str text, size_t at)
{
	while (at > 0) {
		size_t start = unicode_start(text, at - 1), next = start;
		uint32_t c = unicode_next(text, &next);

		if (!unicode_zero_width(c))
			return c;
		at = start;
	}
	return 0;
}

static uint32_t
behind(struct str text, size_t end)
{
	while (end < text.n) {
		uint32_t c = unicode_next(text, &end);

		if (!unicode_zero_width(c))
			return c;
	}
	return 0;
}

/* -- pairs -- */

static bool
is_single(const struct pairing *p, size_t k)
{
	return p->found.v[p->open.v[k]].single;
}

/* Ends the innermost open quotation of that kind. A single one does not reach out of a double one: `"'tis boys' play"`. */
static bool
close_open(struct pairing *p, size_t closing)
{
	bool single = p->found.v[closing].single;
	size_t k = p->open.n;

	if (p->nopen[single] == 0 || (single && !is_single(p, k - 1)))
		return false;
	do
		p->nopen[is_single(p, --k)]--;
	while (is_single(p, k) != single);
	p->found.v[p->open.v[k]].partner = closing;
	p->found.v[closing].role = ROLE_CLOSE;
	p->open.n = k;
	return true;
}

static void
open_quote(struct pairing *p, size_t i)
{
	p->found.v[i].role = ROLE_OPEN;
	p->nopen[p->found.v[i].single]++;
	VEC_PUSH(&p->open, i);
}

/* Whether a quotation may begin where ${c} stands in front; a quote there counts as what it became. */
static bool
may_begin(const struct pairing *p, const struct quote *q, uint32_t c)
{
	const struct quote *last = p->found.n > 1 ? q - 1 : NULL;

	if (last && last->at + last->n == q->at)
		return last->role == ROLE_OPEN;
	return is_space(c) || is_opener(c) || is_dash(c);
}

/* Feet in front of inches, 5'6; where three digits follow it is the Swiss way to write thousands. */
static bool
is_foot(struct str text, const struct quote *q)
{
	size_t n = 0;

	while (q->at + 1 + n < text.n && n < 3 && is_digit((unsigned char)text.p[q->at + 1 + n]))
		n++;
	return n == 1 || n == 2;
}

/* Inches behind feet: 5'6". */
static bool
is_inch(const struct pairing *p, size_t i)
{
	const struct quote *q = &p->found.v[i];

	return i > 0 && !q->single && q[-1].role == ROLE_PRIME && q[-1].single && q->at - q[-1].at <= 3;
}

static void
see_straight(struct pairing *p, size_t i)
{
	struct quote *q = &p->found.v[i];
	uint32_t l = before(p->text, q->at), r = behind(p->text, q->at + q->n);
	bool ends = !is_space(l);

	if (q->single && is_word(l) && is_word(r))
		q->role = is_digit(l) && is_foot(p->text, q) ? ROLE_PRIME : ROLE_APOSTROPHE;
	else if (is_digit(l) && is_inch(p, i))
		q->role = ROLE_PRIME;
	else if (may_begin(p, q, l) && !is_space(r) && !(is_dash(l) && !is_word(r) && p->nopen[q->single] > 0))
		open_quote(p, i);
	else if (ends && close_open(p, i))
		return;
	else if (ends && is_digit(l))
		q->role = ROLE_PRIME;
	else if (ends && q->single)
		q->role = ROLE_APOSTROPHE;
}

/* Of marks that were written only those of the language have a meaning, and ’ only where it can be nothing else. */
static void
see_written(struct pairing *p, size_t i, bool opens, bool closes)
{
	struct quote *q = &p->found.v[i];
	bool both = opens && closes;

	if (both)
		closes = p->nopen[q->single] > 0 && !is_space(before(p->text, q->at));
	if (closes && close_open(p, i))
		return;
	if (opens && (!both || !is_space(behind(p->text, q->at + q->n))))
		open_quote(p, i);
}

static void
push(struct pairing *p, size_t at, size_t n, bool single, bool straight, int level)
{
	VEC_PUSH(&p->found, ((struct quote){ at, n, single, straight, ROLE_LEFT, SIZE_MAX, level }));
}

static bool
stands(struct str text, size_t at, struct str mark)
{
	return mark.n > 0 && at + mark.n <= text.n && memcmp(text.p + at, mark.p, mark.n) == 0;
}

/* A mark of the language at ${at}; how many bytes it has, 0 for none. */
static size_t
written(struct pairing *p, size_t at)
{
	const struct delimiters *d = p->marks;

	for (int level = 0; level < 2; level++) {
		bool opens = stands(p->text, at, d->open[level]), closes = stands(p->text, at, d->close[level]);
		size_t n = opens ? d->open[level].n : d->close[level].n, place = at;
		bool apostrophe = (opens || closes) && unicode_next(p->text, &place) == APOSTROPHE;

		if ((!opens && !closes) || (apostrophe && opens))
			continue;
		push(p, at, n, level == 1, false, level);
		if (apostrophe && is_word(behind(p->text, at + n)))
			return n;
		see_written(p, p->found.n - 1, opens, closes);
		return n;
	}
	return 0;
}

static void
find_pairs(struct pairing *p)
{
	for (size_t at = 0; at < p->text.n; at++) {
		unsigned char c = (unsigned char)p->text.p[at];

		if (c == DOUBLE_AT || c == SINGLE_AT) {
			push(p, at, 1, c == SINGLE_AT, true, 0);
			see_straight(p, p->found.n - 1);
		} else if (c >= 0xc2) {
			size_t n = written(p, at);

			at += n > 0 ? n - 1 : 0;
		}
	}
}

/* -- levels -- */

/* Whether nothing but blanks and brackets stand in front. */
static bool
begins_text(struct str text, size_t at)
{
	for (size_t i = 0; i < at;) {
		uint32_t c = unicode_next(text, &i);

		if (!is_space(c) && !is_opener(c))
			return false;
	}
	return true;
}

static void
settle_open(struct pairing *p, struct quote *q)
{
	if (!q->straight)
		return;
	if (q->single)
		q->role = ROLE_APOSTROPHE;
	else if (!begins_text(p->text, q->at))
		q->role = ROLE_LEFT;
}

/* Quotations are in the order of their beginnings: one pass with a stack of those that are not yet over. */
static void
give_levels(struct pairing *p)
{
	p->open.n = 0;
	for (size_t i = 0; i < p->found.n; i++) {
		struct quote *q = &p->found.v[i];

		if (q->role == ROLE_OPEN && q->partner == SIZE_MAX)
			settle_open(p, q);
		if (q->role == ROLE_OPEN) {
			const struct quote *outer = p->open.n > 0 ? &p->found.v[p->open.v[p->open.n - 1]] : NULL;

			if (q->straight)
				q->level = outer ? 1 - outer->level : q->single;
			VEC_PUSH(&p->open, i);
		} else if (q->role == ROLE_CLOSE) {
			while (p->open.n > 0 && p->found.v[p->open.v[p->open.n - 1]].partner != i)
				p->open.n--;
			if (p->open.n > 0)
				q->level = p->found.v[p->open.v[--p->open.n]].level;
		}
	}
}

static struct str
mark_of(const struct pairing *p, const struct quote *q)
{
	switch (q->role) {
	case ROLE_OPEN: return p->marks->open[q->level];
	case ROLE_CLOSE: return p->marks->close[q->level];
	case ROLE_APOSTROPHE: return STR("’");
	case ROLE_PRIME: return q->single ? STR("′") : STR("″");
	default: return STR_EMPTY;
	}
}

void
quotes_mark(struct str text, const struct delimiters *d, struct touches *t)
{
	struct pairing p = { .text = text, .marks = d };

	if (str_find(text, '"') == text.n && str_find(text, '\'') == text.n)
		return;
	find_pairs(&p);
	give_levels(&p);
	for (size_t i = 0; i < p.found.n; i++) {
		const struct quote *q = &p.found.v[i];

		if (q->straight && mark_of(&p, q).n > 0)
			VEC_PUSH(t, ((struct touch){ q->at, q->n, mark_of(&p, q) }));
	}
	VEC_FREE(&p.found);
	VEC_FREE(&p.open);
}

struct str
quotes_text(struct arena *a, struct str lang, struct str text)
{
	struct delimiters d = delimiters_of(a, lang);
	struct touches t = { 0 };
	size_t k = 0;
	struct str done;

	quotes_mark(text, &d, &t);
	done = touch_part(a, text, 0, text.n, &t, &k);
	VEC_FREE(&t);
	return done.n > 0 ? done : text;
}
