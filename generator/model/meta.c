/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/meta.h"

#include <string.h>

#include "base/buf.h"
#include "base/path.h"
#include "base/slug.h"
#include "base/words.h"

#define SETTING(name, kind, member, flags, doc)                                                                        \
	{                                                                                                              \
		name, kind, FIELD_SETTING | (flags), offsetof(struct meta, member), 0, doc                             \
	}

static const struct field rows[] = {
	SETTING("title", FIELD_TEXT, title, FIELD_REQUIRED, "the page's title"),
	SETTING("type", FIELD_TEXT, type, 0,
	    "the kind of page: lesson (where nothing is said), definitions, cases, indicators, quiz, worksheet, glossary, booklet"),
	SETTING("summary", FIELD_TEXT, summary, 0, "what the page is about, in one or two sentences"),
	SETTING("minutes", FIELD_INT, minutes, 0, "how long it takes"),
	SETTING("objectives", FIELD_VALUE, objectives, 0, "what one learns: a list, or a map from id to text"),
	SETTING("audience", FIELD_TEXT, audience, 0, "learner or facilitator; without it the page is for both"),
	SETTING("roles", FIELD_VALUE, roles, 0, "for whom: a list of roles in working life"),
	SETTING("slug", FIELD_TEXT, slug, 0, "the last part of the address, in place of the file's name"),
	SETTING("draft", FIELD_FLAG, draft, 0, "yes: built only with --drafts"),
	SETTING("content-note", FIELD_VALUE, content_note, 0,
	    "what comes that may be hard to read, and a way round it: a text, or a map of what, around, minutes"),
	SETTING("at-risk", FIELD_FLAG, at_risk, 0, "yes: readers may be in danger; quick exit, nothing stored"),
	SETTING("neutral-title", FIELD_TEXT, neutral_title, 0,
	    "of a page for people at risk: what its tab and the browser's history say instead of the title"),
	SETTING("reviewed", FIELD_TEXT, reviewed, 0, "the day it was last reviewed, as 2026-02-03"),
	SETTING("review-by", FIELD_TEXT, review_by, 0, "the day by which it must be reviewed"),
	SETTING(
	    "translates", FIELD_VALUE, translates, 0, "of a translation: which version of each block it translates"),
	SETTING("machine-translated", FIELD_FLAG, machine_translated, 0,
	    "of a translation: yes, until somebody has read what a machine wrote; readers are told"),
	/* of a quiz */
	SETTING("mode", FIELD_TEXT, mode, 0, "practice, self-check or test"),
	SETTING("pass", FIELD_TEXT, pass, 0, "what is needed to pass: 70%, 7/10 or 9 points"),
	SETTING("draw", FIELD_VALUE, draw, 0,
	    "questions drawn from those of the course: {from: tag, take: 12}, or a list of these"),
	SETTING("shuffle", FIELD_VALUE, shuffle, 0, "whether the order of questions and options changes"),
	SETTING("attempts", FIELD_TEXT, attempts, 0, "how often the whole quiz may be taken"),
	SETTING("grade", FIELD_TEXT, grade, 0, "which attempt counts: best, last, first or average"),
	SETTING("tries", FIELD_VALUE, tries, 0, "how often one may answer a question"),
	SETTING("penalty", FIELD_VALUE, penalty, 0, "what each failed try takes off"),
	SETTING("keep", FIELD_VALUE, keep, 0, "which try of a question counts"),
	SETTING("solution", FIELD_VALUE, solution, 0, "when the right answer is shown"),
	SETTING("floor", FIELD_VALUE, floor, 0, "the lowest score a question can have"),
	SETTING("points", FIELD_VALUE, points, 0, "how much a question weighs"),
	SETTING("scoring", FIELD_VALUE, scoring, 0, "how a question is scored"),
};

const struct fields meta_fields = { "page", rows, sizeof rows / sizeof *rows };

static const char *const type_names[] = {
	[PAGE_LESSON] = "lesson",
	[PAGE_DEFINITIONS] = "definitions",
	[PAGE_CASES] = "cases",
	[PAGE_INDICATORS] = "indicators",
	[PAGE_QUIZ] = "quiz",
	[PAGE_WORKSHEET] = "worksheet",
	[PAGE_GLOSSARY] = "glossary",
	[PAGE_BOOKLET] = "booklet",
	[PAGE_MODULE] = "module",
};

/* index.md, and index.en.md. */
static bool
is_index(struct str path)
{
	struct str name = path_base(path);

	return str_starts(name, "index.") && str_ends(name, ".md") &&
	    (name.n == 8 || str_find(str_sub(name, 6, name.n - 3), '.') == name.n - 9);
}

enum page_type
meta_type(const struct meta *m, struct str path)
{
	if (is_index(path))
		return PAGE_MODULE;
	for (enum page_type t = PAGE_LESSON; m->type.n > 0 && t < PAGE_MODULE; t++)
		if (str_is(m->type, type_names[t]))
			return t;
	return PAGE_LESSON;
}

const char *
meta_type_name(enum page_type t)
{
	return type_names[t];
}

/* -- what the words may be -- */

struct check {
	const struct value *front;
	const struct source *src;
	struct diags *d;
	bool fine;
};

static struct diag *
refuse(struct check *c, const char *key, struct str value)
{
	const struct value *v = value_get(c->front, key);

	c->fine = false;
	return diag_add(c->d, DIAG_SETTING_VALUE, c->src, v ? v->at : (struct span){ 0 }, "`%s` cannot be `%.*s`", key,
	    STR_ARG(str_sub(value, 0, 60)));
}

/* ${allowed}: words with a blank between. */
static void
check_word(struct check *c, const char *key, struct str value, const char *allowed)
{
	struct buf all = BUF_INIT;
	struct near near;
	struct diag *g;

	if (!value.n || words_has(str_of(allowed), value))
		return;
	near_begin(&near, value);
	words_try(&near, str_of(allowed));
	words_say(&all, str_of(allowed));
	g = refuse(c, key, value);
	if (near_best(&near).n)
		diag_note(c->d, g, "did you mean `%.*s`?", STR_ARG(near_best(&near)));
	else
		diag_note(c->d, g, "it may be %.*s", STR_ARG(buf_view(&all)));
	buf_free(&all);
}

static bool
is_digits(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n > 0;
}

static int
number(struct str digits)
{
	int n = 0;

	for (size_t i = 0; i < digits.n; i++)
		n = 10 * n + (digits.p[i] - '0');
	return n;
}

bool
meta_is_date(struct str s)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	struct str year = str_sub(s, 0, 4), month = str_sub(s, 5, 7), day = str_sub(s, 8, 10);
	int y, m, leap;

	if (s.n != 10 || s.p[4] != '-' || s.p[7] != '-' || !is_digits(year) || !is_digits(month) || !is_digits(day))
		return false;
	y = number(year);
	m = number(month);
	leap = m == 2 && ((y % 4 == 0 && y % 100 != 0) || y % 400 == 0);
	return y > 0 && m >= 1 && m <= 12 && number(day) >= 1 && number(day) <= days[m - 1] + leap;
}

static void
check_date(struct check *c, const char *key, struct str value)
{
	if (value.n && !meta_is_date(value))
		diag_note(c->d, refuse(c, key, value), "a day is written year-month-day: 2026-02-03");
}

static void
check_slug(struct check *c, struct str slug)
{
	struct arena scratch = ARENA_INIT;
	struct str better = STR_EMPTY;
	struct diag *g;
	bool fine = true;

	for (size_t i = 0; i < slug.n; i++)
		fine &= slug.p[i] && strchr("abcdefghijklmnopqrstuvwxyz0123456789-_", slug.p[i]) != 0;
	if (fine)
		return;
	better = slug_of(&scratch, slug, STR("en"));
	g = refuse(c, "slug", slug);
	diag_note(c->d, g, "a slug is one part of an address: small ASCII letters, digits, `-` and `_`");
	if (better.n)
		diag_note(c->d, g, "for example `%.*s`", (int)(better.n < 60 ? better.n : 60), better.p);
	arena_free(&scratch);
}

bool
meta_check(const struct meta *m, const struct value *front, const struct source *src, struct diags *d)
{
	struct check c = { front, src, d, true };

	check_word(&c, "type", m->type, "lesson definitions cases indicators quiz worksheet glossary booklet");
	check_word(&c, "audience", m->audience, "learner facilitator");
	check_word(&c, "mode", m->mode, "practice self-check test");
	check_word(&c, "grade", m->grade, "best last first average");
	check_date(&c, "reviewed", m->reviewed);
	check_date(&c, "review-by", m->review_by);
	check_slug(&c, m->slug);
	return c.fine;
}
