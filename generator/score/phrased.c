/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/phrased.h"

#include "base/json.h"
#include "score/members.h"

/* -- text -- */

static void
credit(struct buf *b, const struct accepted *a)
{
	if (ratio_cmp(a->credit, RATIO_ONE) != 0)
		members_exact(b, "score", a->credit);
}

static void
texts(struct buf *b, const struct gap *g)
{
	members_key(b, "accept");
	buf_chr(b, '[');
	for (size_t i = 0; i < g->nanswers; i++)
		for (size_t k = 0; k < g->answers[i].nvariants; k++) {
			members_next(b);
			buf_chr(b, '{');
			members_text(b, "text", g->answers[i].variants[k]);
			credit(b, &g->answers[i]);
			if (g->answers[i].match != MATCH_LITERAL)
				members_text(b, "match", str_of(answer_match_names[g->answers[i].match]));
			buf_chr(b, '}');
		}
	buf_chr(b, ']');
}

/* What differs from the defaults; ${all}: everything, where it stands in for another policy. */
static void
policy(struct buf *b, const struct text_policy *p, bool all)
{
	if (all || p->match_case)
		members_text(b, "case", p->match_case ? STR("match") : STR("ignore"));
	if (all || p->ignore_accents)
		members_text(b, "accents", p->ignore_accents ? STR("ignore") : STR("match"));
	if (all || p->compat)
		members_flag(b, "compat", p->compat);
	if (all || p->keep_quotes)
		members_text(b, "quotes", p->keep_quotes ? STR("keep") : STR("fold"));
	if (all || p->keep_space)
		members_text(b, "space", p->keep_space ? STR("keep") : STR("fold"));
	if (all || p->typos)
		members_text(b, "typos", p->typos ? STR("h5p") : STR("none"));
}

static bool
same_policy(const struct text_policy *x, const struct text_policy *y)
{
	return x->match_case == y->match_case && x->ignore_accents == y->ignore_accents && x->compat == y->compat &&
	    x->keep_quotes == y->keep_quotes && x->keep_space == y->keep_space && x->typos == y->typos;
}

/* The one that most gaps have: that of the first. NULL: nothing is text. */
static const struct text_policy *
common_policy(const struct question *q)
{
	for (size_t i = 0; i < q->ngaps; i++)
		if (q->gaps[i].kind == GAP_TEXT)
			return &q->gaps[i].text;
	return NULL;
}

/* -- numbers -- */

static void
bound(struct buf *b, const char *name, struct ratio x, const char *open_name, bool open)
{
	members_exact(b, name, x);
	if (open)
		members_flag(b, open_name, true);
}

static void
number(struct buf *b, const struct accepted *a)
{
	bool rounded = a->has_value && (a->decimals >= 0 || a->sigfigs > 0);

	members_next(b);
	buf_chr(b, '{');
	if (a->any)
		members_flag(b, "any", true);
	else if (rounded)
		members_exact(b, "value", a->value);
	if (!a->any && rounded)
		members_number(
		    b, a->decimals >= 0 ? "decimals" : "sigfigs", a->decimals >= 0 ? a->decimals : a->sigfigs);
	if (!a->any && !rounded && (a->has_low || a->has_value))
		bound(b, "low", a->has_low ? a->low : a->value, "openLow", a->open_low);
	if (!a->any && !rounded && (a->has_high || (a->has_value && !a->has_low)))
		bound(b, "high", a->has_high ? a->high : a->value, "openHigh", a->open_high);
	credit(b, a);
	buf_chr(b, '}');
}

static void
units(struct buf *b, const struct number_policy *p)
{
	if (p->nunits == 0)
		return;
	members_key(b, "units");
	buf_chr(b, '{');
	for (size_t i = 0; i < p->nunits; i++) {
		members_name(b, p->units[i].name);
		buf_chr(b, '"');
		ratio_write(b, p->units[i].factor);
		buf_chr(b, '"');
	}
	buf_chr(b, '}');
	if (p->unit_optional)
		members_text(b, "unit_policy", STR("optional"));
	if (p->unit_before)
		members_text(b, "unit_position", STR("before"));
}

static void
numbers(struct buf *b, const struct gap *g)
{
	members_key(b, "answers");
	buf_chr(b, '[');
	for (size_t i = 0; i < g->nanswers; i++)
		number(b, &g->answers[i]);
	buf_chr(b, ']');
	units(b, &g->number);
}

/* -- menus -- */

/* Words are called by their place, which is the same in every language. */
static void
menu(struct buf *b, const struct gap *g)
{
	for (size_t i = 0; i < g->nanswers; i++)
		if (g->answers[i].right) {
			members_key(b, "answer");
			buf_fmt(b, "\"%zu\"", i + 1);
			break;
		}
	members_key(b, "choices");
	buf_chr(b, '[');
	for (size_t i = 0; i < g->nanswers; i++)
		buf_fmt(b, "%s\"%zu\"", i ? "," : "", i + 1);
	buf_chr(b, ']');
}

/* -- all of it -- */

void
phrased_answers(struct buf *b, const struct question *q)
{
	if (q->gaps[0].kind == GAP_NUMBER)
		numbers(b, &q->gaps[0]);
	else
		texts(b, &q->gaps[0]);
}

static void
gap(struct buf *b, const struct gap *g, const struct text_policy *common)
{
	static const char *const kinds[GAP_KINDS] = { "text", "number", "select" };

	members_next(b);
	buf_chr(b, '{');
	members_text(b, "id", g->id);
	if (g->kind != GAP_TEXT)
		members_text(b, "kind", str_of(kinds[g->kind]));
	if (ratio_cmp(g->weight, RATIO_ONE) != 0)
		members_exact(b, "weight", g->weight);
	switch (g->kind) {
	case GAP_NUMBER: numbers(b, g); break;
	case GAP_MENU: menu(b, g); break;
	default:
		texts(b, g);
		if (!same_policy(&g->text, common)) {
			members_key(b, "options");
			buf_chr(b, '{');
			policy(b, &g->text, true);
			buf_chr(b, '}');
		}
	}
	buf_chr(b, '}');
}

void
phrased_gaps(struct buf *b, const struct question *q)
{
	members_key(b, "gaps");
	buf_chr(b, '[');
	for (size_t i = 0; i < q->ngaps; i++)
		gap(b, &q->gaps[i], common_policy(q));
	buf_chr(b, ']');
	if (q->distinct)
		members_flag(b, "distinct", true);
}

void
phrased_scoring(struct buf *b, const struct question *q)
{
	const struct text_policy *common = common_policy(q);

	if (q->type == QUESTION_GAP && q->scoring == SCORING_EXACT)
		members_text(b, "mode", STR("exact"));
	if (common)
		policy(b, common, false);
	if (q->type == QUESTION_NUMBER && q->gaps[0].number.nunits > 0 &&
	    ratio_cmp(q->gaps[0].number.unit_penalty, RATIO(1, 10)) != 0)
		members_exact(b, "unit_penalty", q->gaps[0].number.unit_penalty);
}
