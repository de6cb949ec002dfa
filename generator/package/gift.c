/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package/gift.h"

#include <string.h>

#include "package/decimal.h"
#include "package/grades.h"

enum { PLACES = 12 };

static const struct span here;

/* What means something to GIFT has a backslash in front; a line end would end the question where another follows. */
static void
escape(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\n') {
			BUF_LIT(b, "\\n");
			continue;
		}
		if (strchr("\\~=#{}:", s.p[i]) && s.p[i] != '\0')
			buf_chr(b, '\\');
		buf_chr(b, s.p[i]);
	}
}

/* A comment is one line. */
static void
plain_line(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		buf_chr(b, s.p[i] == '\n' || s.p[i] == '\r' || s.p[i] == ']' ? ' ' : s.p[i]);
}

void
gift_category(struct buf *b, struct str name)
{
	BUF_LIT(b, "$CATEGORY: $course$/");
	plain_line(b, name);
	BUF_LIT(b, "\n\n");
}

/* -- format of texts -- */

static bool
marked(const struct item_text *t)
{
	if (t->format != ITEM_HTML)
		return false;
	if (t->s.n > 0 && t->s.p[0] == '[')
		return true; /* it would be taken for a format */
	for (size_t i = 0; i < t->s.n; i++)
		if (strchr("<&\n", t->s.p[i]))
			return true;
	return false;
}

/* Answers and feedback have the format of the question. */
static bool
needs_html(const struct item *it)
{
	bool yes = marked(&it->text) || marked(&it->general);

	for (size_t i = 0; i < it->answers.n; i++)
		yes |= marked(&it->answers.v[i].text) || marked(&it->answers.v[i].feedback);
	for (size_t i = 0; i < it->npairs; i++)
		yes |= marked(&it->pairs[i].left);
	for (size_t g = 0; g < it->ngaps; g++)
		for (size_t i = 0; i < it->gaps[g].answers.n; i++)
			yes |= marked(&it->gaps[g].answers.v[i].feedback);
	return yes;
}

static void
text(struct buf *b, const struct item_text *t)
{
	if (t->format == ITEM_HTML && t->s.n > 0 && t->s.p[0] == '[') {
		BUF_LIT(b, "&\\#91;");
		escape(b, str_sub(t->s, 1, t->s.n));
		return;
	}
	escape(b, t->s);
}

static void
feedback(struct buf *b, const struct item_text *t)
{
	if (t->s.n == 0)
		return;
	buf_chr(b, '#');
	text(b, t);
}

/* -- answers -- */

static void
weight(struct buf *b, struct ratio fraction)
{
	buf_chr(b, '%');
	grades_percent(b, fraction);
	buf_chr(b, '%');
}

static bool
full(const struct item_answer *a)
{
	return ratio_cmp(a->fraction, RATIO_ONE) == 0;
}

/* Without any `=` several answers can be ticked; with one, one. */
static void
choices(struct buf *b, const struct item_answers *all, bool single)
{
	bool first = true;

	for (size_t i = 0; i < all->n; i++) {
		const struct item_answer *a = &all->v[i];

		BUF_LIT(b, "\n\t");
		if (single && full(a) && first) {
			buf_chr(b, '=');
			first = false;
		} else {
			buf_chr(b, '~');
			if (a->fraction.num != 0 || str_starts(a->text.s, "%"))
				weight(b, a->fraction);
		}
		text(b, &a->text);
		feedback(b, &a->feedback);
	}
}

static void
truefalse(struct buf *b, const struct item_answers *all)
{
	size_t right = full(&all->v[0]) ? 0 : 1;
	const struct item_text *yes = &all->v[right].feedback, *no = &all->v[1 - right].feedback;

	buf_chr(b, right == 0 ? 'T' : 'F');
	if (yes->s.n == 0 && no->s.n == 0)
		return;
	buf_chr(b, '#');
	text(b, no);
	feedback(b, yes);
}

static void
shorts(struct buf *b, const struct item_answers *all)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct item_answer *a = &all->v[i];

		buf_cstr(b, all->n > 1 ? "\n\t=" : "=");
		if (!full(a) || str_starts(a->text.s, "%"))
			weight(b, a->fraction);
		text(b, &a->text);
		feedback(b, &a->feedback);
	}
}

static void
value(struct buf *b, const struct item_answer *a)
{
	struct ratio low, high;

	if (a->any) {
		buf_chr(b, '*');
	} else if (a->range && ratio_sub(a->value, a->error, &low) && ratio_add(a->value, a->error, &high)) {
		decimal_write(b, low, PLACES);
		BUF_LIT(b, "..");
		decimal_write(b, high, PLACES);
	} else {
		decimal_write(b, a->value, PLACES);
		buf_chr(b, ':');
		decimal_write(b, a->error, PLACES);
	}
}

static void
numbers(struct buf *b, const struct item_answers *all)
{
	bool plain = all->n == 1 && full(&all->v[0]) && all->v[0].feedback.s.n == 0;

	buf_chr(b, '#');
	for (size_t i = 0; i < all->n; i++) {
		const struct item_answer *a = &all->v[i];

		if (a->any && i + 1 == all->n && a->fraction.num == 0) {
			if (a->feedback.s.n > 0)
				BUF_LIT(b, "\n\t~");
			feedback(b, &a->feedback);
			continue;
		}
		buf_cstr(b, plain ? "" : "\n\t=");
		if (!full(a))
			weight(b, a->fraction);
		value(b, a);
		feedback(b, &a->feedback);
	}
}

static void
pairs(struct buf *b, const struct item *it)
{
	for (size_t i = 0; i < it->npairs; i++) {
		BUF_LIT(b, "\n\t=");
		text(b, &it->pairs[i].left);
		BUF_LIT(b, " -> ");
		escape(b, it->pairs[i].right);
	}
}

static void
order(struct buf *b, const struct item *it)
{
	buf_fmt(b, ">%zu ALL VERTICAL %s SHOW none", it->answers.n, item_order_names[it->order]);
	for (size_t i = 0; i < it->answers.n; i++) {
		BUF_LIT(b, "\n");
		text(b, &it->answers.v[i].text);
	}
}

static void
gap(struct buf *b, const struct item_gap *g)
{
	switch (g->kind) {
	case ITEM_GAP_SHORT: shorts(b, &g->answers); break;
	case ITEM_GAP_NUMBER: numbers(b, &g->answers); break;
	default: choices(b, &g->answers, true);
	}
}

static void
answers(struct buf *b, const struct item *it)
{
	size_t from = b->n;

	buf_chr(b, '{');
	switch (it->kind) {
	case ITEM_CHOICE: choices(b, &it->answers, it->single); break;
	case ITEM_TRUEFALSE: truefalse(b, &it->answers); break;
	case ITEM_SHORT: shorts(b, &it->answers); break;
	case ITEM_NUMBER: numbers(b, &it->answers); break;
	case ITEM_MATCH: pairs(b, it); break;
	case ITEM_ORDER: order(b, it); break;
	case ITEM_CLOZE: gap(b, &it->gaps[0]); break;
	default: break;
	}
	if (it->general.s.n > 0) {
		BUF_LIT(b, "\n\t####");
		text(b, &it->general);
	}
	buf_cstr(b, memchr(b->p + from, '\n', b->n - from) ? "\n}" : "}");
}

/* -- what it has no place for -- */

/* With an arrow in it, what is to be typed would be read as a pair; no backslash helps. */
static bool
has_arrow(const struct item_answers *all)
{
	for (size_t i = 0; i < all->n; i++)
		if (memmem(all->v[i].text.s.p, all->v[i].text.s.n, "->", 2))
			return true;
	return false;
}

static bool
fits(struct exchange *x, const struct item *it)
{
	bool gap = it->kind == ITEM_CLOZE && it->ngaps == 1 && it->gaps[0].kind == ITEM_GAP_SHORT;

	if (gap ? has_arrow(&it->gaps[0].answers) : it->kind == ITEM_SHORT && has_arrow(&it->answers)) {
		exchange_loss(x, here, "the whole question: in GIFT, `->` in a typed answer would make a pair of it");
		return false;
	}
	if (it->kind != ITEM_CLOZE || it->ngaps == 1)
		return true;
	exchange_loss(x, here, "the whole question: GIFT has one gap in a text, not %zu", it->ngaps);
	return false;
}

static void
tell(struct exchange *x, const struct item *it)
{
	bool case_lost = it->match_case;

	for (size_t i = 0; i < it->ngaps; i++)
		case_lost |= it->gaps[i].match_case;
	if (case_lost)
		exchange_loss(x, here, "`case=match`: GIFT takes capitals and small letters for the same");
	if (ratio_cmp(it->points, RATIO_ONE) != 0 && it->kind != ITEM_ESSAY)
		exchange_loss(x, here, "the points: in GIFT each question has one");
	if (it->nhints > 0)
		exchange_loss(x, x->q->hints[0].node->at, "hints");
	if (it->correct.s.n + it->partial.s.n + it->incorrect.s.n > 0)
		exchange_loss(x, here, "feedback by result");
	if (it->nunits > 0)
		exchange_loss(x, here, "units: a number stands alone in GIFT");
	if (attrs_get(x->q->node->attrs, "penalty"))
		exchange_loss(x, here, "`penalty=`");
	if (attrs_get(x->q->node->attrs, "shuffle"))
		exchange_loss(x, here, "`shuffle=`");
	if (it->kind == ITEM_ORDER && it->general.s.n > 0)
		exchange_loss(x, x->q->explanation->at, "the explanation of a question of this type");
}

/* -- a question -- */

static void
comment(struct buf *b, const struct item *it)
{
	if (it->id.n == 0 && it->ntags == 0)
		return;
	BUF_LIT(b, "//");
	if (it->id.n > 0) {
		BUF_LIT(b, " [id:");
		plain_line(b, it->id);
		BUF_LIT(b, "]");
	}
	for (size_t i = 0; i < it->ntags; i++) {
		BUF_LIT(b, " [tag:");
		plain_line(b, it->tags[i]);
		BUF_LIT(b, "]");
	}
	buf_chr(b, '\n');
}

void
gift_item(struct buf *b, struct exchange *x, const struct item *it)
{
	struct item own = *it;
	size_t i, at = 0, mark = 0;

	if (!fits(x, it))
		return;
	tell(x, it);
	if (it->kind == ITEM_ORDER)
		own.general.s = STR_EMPTY;
	comment(b, it);
	if (it->name.n > 0) {
		BUF_LIT(b, "::");
		escape(b, it->name);
		BUF_LIT(b, "::");
	}
	buf_cstr(b, needs_html(&own) ? "[html]" : "");
	if (it->kind != ITEM_CLOZE) {
		text(b, &it->text);
		answers(b, &own);
		BUF_LIT(b, "\n\n");
		return;
	}
	while (at < it->text.s.n) {
		if (item_gap_at(it->text.s, &at, &i)) {
			escape(b, str_sub(it->text.s, mark, at - (2 * (sizeof ITEM_GAP_MARK - 1) + 1)));
			answers(b, &own);
			mark = at;
		} else {
			at++;
		}
	}
	escape(b, str_sub(it->text.s, mark, it->text.s.n));
	BUF_LIT(b, "\n\n");
}
