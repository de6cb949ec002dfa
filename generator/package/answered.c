/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package/answered.h"

#include "package/decimal.h"
#include "package/grades.h"
#include "package/prose.h"

enum { PLACES = 12, MOST_WEIGHT = 1000 };

static const struct span here;

static struct span
place(const struct gap *g, const struct accepted *a)
{
	if (a && a->item)
		return a->item->at;
	return g->node ? g->node->at : here;
}

/* The credit as it can be said there. */
static struct ratio
credit(struct exchange *x, const struct gap *g, const struct accepted *a)
{
	struct ratio near = grades_nearest(a->credit);
	struct buf was = BUF_INIT, is = BUF_INIT;

	if (ratio_cmp(near, a->credit) != 0) {
		ratio_write(&was, a->credit);
		grades_percent(&is, near);
		exchange_loss(x, place(g, a), "the credit %.*s: the nearest there is %.*s %%", STR_ARG(buf_view(&was)),
		    STR_ARG(buf_view(&is)));
	}
	buf_free(&was);
	buf_free(&is);
	return near;
}

/* -- text -- */

static void
tell_policy(struct exchange *x, const struct gap *g)
{
	const struct text_policy *p = &g->text;
	const char *lost = p->ignore_accents ? "accents"
	    : p->compat                      ? "compat"
	    : p->keep_quotes                 ? "quotes"
	    : p->keep_space                  ? "space"
	    : p->typos                       ? "typos"
					     : NULL;

	if (lost)
		exchange_loss(x, place(g, NULL), "`%s=`: there is no such choice", lost);
}

/* A star is any text there, unless a backslash stands in front. */
static struct str
pattern(struct exchange *x, const struct accepted *a, struct str s)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < s.n; i++) {
		if (a->match == MATCH_LITERAL && s.p[i] == '*')
			buf_chr(&b, '\\');
		buf_chr(&b, s.p[i]);
	}
	return exchange_keep(x, &b);
}

static void
texts(struct exchange *x, const struct gap *g, struct item_answers *out)
{
	tell_policy(x, g);
	for (size_t i = 0; i < g->nanswers; i++) {
		const struct accepted *a = &g->answers[i];

		if (a->match == MATCH_REGEX) {
			exchange_loss(x, place(g, a), "the answer `%.*s`: there are no regular expressions",
			    STR_ARG(a->variants[0]));
			continue;
		}
		for (size_t k = 0; k < a->nvariants; k++) {
			struct item_answer *made = item_answer(x->arena, out);

			made->text = (struct item_text){ pattern(x, a, a->variants[k]), ITEM_PLAIN, 0 };
			made->fraction = credit(x, g, a);
			made->feedback = prose_quote(x, a->feedback);
		}
	}
}

bool
answered_text(struct exchange *x)
{
	const struct gap *g = &x->q->gaps[0];

	x->it->match_case = g->text.match_case;
	texts(x, g, &x->it->answers);
	return x->it->answers.n > 0;
}

/* -- number -- */

/* Half of one in the last place that counts. */
static bool
rounding(const struct accepted *a, struct ratio *error)
{
	struct ratio step = RATIO_ONE, size = a->value;
	int places = a->decimals;

	if (size.num < 0)
		size.num = -size.num;
	if (a->sigfigs > 0) {
		places = a->sigfigs - 1;
		if (size.num == 0)
			return false;
		for (; ratio_cmp(size, RATIO(10, 1)) >= 0; places--)
			if (!ratio_mul(size, RATIO(1, 10), &size))
				return false;
		for (; ratio_cmp(size, RATIO_ONE) < 0; places++)
			if (!ratio_mul(size, RATIO(10, 1), &size))
				return false;
	}
	for (; places > 0; places--)
		if (!ratio_mul(step, RATIO(1, 10), &step))
			return false;
	for (; places < 0; places++)
		if (!ratio_mul(step, RATIO(10, 1), &step))
			return false;
	return ratio_mul(step, RATIO(1, 2), error);
}

/* Middle and distance of what is accepted; false where it has no two ends. */
static bool
interval(const struct accepted *a, struct ratio *value, struct ratio *error)
{
	struct ratio sum;

	if (a->decimals >= 0 || a->sigfigs >= 0) {
		*value = a->value;
		return rounding(a, error);
	}
	if (!a->has_low && !a->has_high) {
		*value = a->value;
		*error = RATIO_ZERO;
		return a->has_value;
	}
	return a->has_low && a->has_high && ratio_add(a->low, a->high, &sum) && ratio_mul(sum, RATIO(1, 2), value) &&
	    ratio_sub(a->high, *value, error);
}

static bool
whole_decimal(struct ratio r)
{
	struct buf b = BUF_INIT;
	bool whole = decimal_write(&b, r, PLACES);

	buf_free(&b);
	return whole;
}

static void
number(struct exchange *x, const struct gap *g, const struct accepted *a, struct item_answers *out)
{
	struct item_answer made = {
		.text = { .s = STR_EMPTY }, .any = a->any, .value = RATIO_ZERO, .error = RATIO_ZERO
	};

	if (!a->any && !interval(a, &made.value, &made.error)) {
		exchange_loss(x, place(g, a), "this answer: there, a number has two ends");
		return;
	}
	if (a->decimals >= 0 || a->sigfigs >= 0)
		exchange_loss(x, place(g, a),
		    "`%s=`: there is no rounding; what would be rounded to it is accepted, and the upper end",
		    a->decimals >= 0 ? "decimals" : "sigfigs");
	if (!a->any && (a->open_low || a->open_high))
		exchange_loss(x, place(g, a), "an end that does not belong to it: there, it does");
	if (!a->any && a->has_value && ratio_cmp(a->value, made.value) != 0)
		exchange_loss(x, place(g, a), "the value itself: there, it is the middle of what is accepted");
	if (!whole_decimal(made.value) || !whole_decimal(made.error))
		exchange_loss(x, place(g, a), "an exact fraction: it is rounded to %d decimals", PLACES);
	made.range = !a->any && !a->has_value;
	made.fraction = credit(x, g, a);
	made.feedback = prose_quote(x, a->feedback);
	*item_answer(x->arena, out) = made;
}

static void
units(struct exchange *x, const struct gap *g)
{
	const struct number_policy *p = &g->number;
	struct item *it = x->it;

	it->unit_before = p->unit_before;
	it->unit_optional = p->unit_optional;
	it->unit_penalty = p->unit_penalty;
	it->units = ARENA_ARRAY(x->arena, struct item_unit, p->nunits);
	/* The unit of the answer comes first. */
	for (int base = 1; base >= 0; base--)
		for (size_t i = 0; i < p->nunits; i++) {
			bool one = ratio_cmp(p->units[i].factor, RATIO_ONE) == 0;
			struct ratio m;

			if (one != (base == 1) || !ratio_make(p->units[i].factor.den, p->units[i].factor.num, &m))
				continue;
			it->units[it->nunits++] = (struct item_unit){ p->units[i].name, m };
			if (!whole_decimal(m))
				exchange_loss(x, place(g, NULL),
				    "the exact size of the unit `%.*s`: it is rounded to %d decimals",
				    STR_ARG(p->units[i].name), PLACES);
		}
}

bool
answered_number(struct exchange *x)
{
	const struct gap *g = &x->q->gaps[0];

	for (size_t i = 0; i < g->nanswers; i++)
		number(x, g, &g->answers[i], &x->it->answers);
	units(x, g);
	return x->it->answers.n > 0;
}

/* -- gaps -- */

static void
menu(struct exchange *x, const struct gap *g, struct item_answers *out)
{
	for (size_t i = 0; i < g->nanswers; i++) {
		struct item_answer *made = item_answer(x->arena, out);

		made->text = (struct item_text){ g->answers[i].variants[0], ITEM_PLAIN, 0 };
		made->fraction = g->answers[i].right ? RATIO_ONE : RATIO_ZERO;
		made->feedback = prose_quote(x, g->answers[i].feedback);
	}
}

/* What all weights are to be multiplied with to be whole; 0: too much. */
static int64_t
common(const struct question *q)
{
	int64_t scale = 1;

	for (size_t i = 0; i < q->ngaps; i++) {
		struct ratio r;

		if (!ratio_mul(q->gaps[i].weight, RATIO(scale, 1), &r))
			return 0;
		if (r.den > MOST_WEIGHT || scale > MOST_WEIGHT)
			return 0;
		scale *= r.den;
	}
	return scale;
}

static void
weigh(struct exchange *x)
{
	int64_t scale = common(x->q);

	if (scale == 0)
		exchange_loss(x, here, "`weight=`: there, weights are small whole numbers; all are now 1");
	for (size_t i = 0; scale > 0 && i < x->q->ngaps; i++)
		if (!ratio_mul(x->q->gaps[i].weight, RATIO(scale, 1), &x->it->gaps[i].weight))
			x->it->gaps[i].weight = RATIO_ONE;
}

static void
gap(struct exchange *x, const struct gap *g)
{
	struct item_gap *made = item_gap(x->arena, x->it);

	made->shuffle = x->q->shuffle;
	made->match_case = g->text.match_case;
	if (g->hint)
		exchange_loss(x, g->hint->at, "a hint of a gap");
	switch (g->kind) {
	case GAP_TEXT:
		made->kind = ITEM_GAP_SHORT;
		texts(x, g, &made->answers);
		break;
	case GAP_NUMBER:
		made->kind = ITEM_GAP_NUMBER;
		for (size_t i = 0; i < g->nanswers; i++)
			number(x, g, &g->answers[i], &made->answers);
		if (g->number.nunits > 0)
			exchange_loss(x, place(g, NULL), "the unit of a gap");
		break;
	default: made->kind = ITEM_GAP_MENU; menu(x, g, &made->answers);
	}
}

bool
answered_gaps(struct exchange *x)
{
	const struct question *q = x->q;

	if (q->scoring == SCORING_EXACT)
		exchange_loss(x, here, "`scoring=exact`: there, each gap counts; it is now as `per-gap`");
	if (q->distinct)
		exchange_loss(x, here, "`distinct=yes`: there, the same answer counts in each gap");
	for (size_t i = 0; i < q->ngaps; i++)
		gap(x, &q->gaps[i]);
	weigh(x);
	for (size_t i = 0; i < q->ngaps; i++)
		if (x->it->gaps[i].answers.n == 0)
			return false;
	return true;
}
