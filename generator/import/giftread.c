/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/giftread.h"

#include <string.h>

#include "import/giftscan.h"
#include "package/decimal.h"

/* A question being read. */
struct reading {
	struct taking *t;
	struct item *it;
	uint32_t line;
	enum item_format format; /* of its text: answers have it, too */
};

static bool
refuse(struct reading *r, const char *why, struct str what)
{
	r->it->kind = ITEM_OTHER;
	r->it->why = arena_fmt(r->t->arena, why, STR_ARG(str_sub(str_trim(what), 0, 60)));
	return false;
}

/* -- parts of an answer -- */

/* The next answer of ${s}: what stands between two of the signs in ${signs}; *sign is the one in front, 0: none. */
static bool
next(struct str s, size_t *at, const char *signs, char *sign, struct str *out)
{
	size_t end;

	*sign = *at < s.n && strchr(signs, s.p[*at]) ? s.p[*at] : '\0';
	end = giftscan_find(s, *at + (*sign != '\0'), signs);
	*out = str_sub(s, *at + (*sign != '\0'), end);
	*at = end;
	return out->n > 0 || *sign != '\0';
}

/* `%50%` in front of an answer. */
static struct ratio
take_weight(struct reading *r, struct str *s, struct ratio usual)
{
	size_t end;

	*s = str_trim(*s);
	if (s->n < 3 || s->p[0] != '%')
		return usual;
	end = 1 + str_find(str_sub(*s, 1, s->n), '%');
	for (size_t i = 1; i < end; i++)
		if (!strchr("0123456789.-", s->p[i]) || s->p[i] == '\0')
			return usual;
	if (end >= s->n || end == 1)
		return usual;
	usual = taking_fraction(r->t, r->line, str_sub(*s, 1, end));
	*s = str_sub(*s, end + 1, s->n);
	return usual;
}

static struct item_text
take_feedback(struct reading *r, struct str *s)
{
	size_t at = giftscan_find(*s, 0, "#");
	struct item_text f = giftscan_text(r->t, str_sub(*s, at + 1, s->n), r->format, r->line);

	*s = str_sub(*s, 0, at);
	return f;
}

/* -- kinds -- */

static bool
choice(struct reading *r, struct str s, struct item_answers *out)
{
	size_t at = 0;
	struct str one;
	char sign;

	r->it->single = giftscan_find(s, 0, "=") < s.n;
	while (next(s, &at, "~=", &sign, &one)) {
		struct item_answer *a;
		struct item_text feedback;

		if (sign == '\0')
			return refuse(r, "`%.*s` stands in front of the first answer", one);
		a = item_answer(r->t->arena, out);
		a->fraction = sign == '=' ? RATIO_ONE : take_weight(r, &one, RATIO_ZERO);
		feedback = take_feedback(r, &one);
		a->text = giftscan_text(r->t, one, r->format, r->line);
		a->feedback = feedback;
	}
	return true;
}

static bool
shorts(struct reading *r, struct str s, struct item_answers *out)
{
	size_t at = 0;
	struct str one;
	char sign;

	while (next(s, &at, "=", &sign, &one)) {
		struct item_answer *a = item_answer(r->t->arena, out);

		a->fraction = take_weight(r, &one, RATIO_ONE);
		a->feedback = take_feedback(r, &one);
		a->text = giftscan_text(r->t, one, ITEM_PLAIN, r->line);
		a->text.s = taking_entities(r->t, a->text.s);
		a->text.format = ITEM_PLAIN;
	}
	return true;
}

/* `3:0.5`, `1..5`, `3`, `*`. */
static bool
value(struct str s, struct item_answer *a)
{
	size_t dots = giftscan_find_word(s, 0, ".."), colon = giftscan_find(s, 0, ":");
	struct ratio low, high;

	s = str_trim(s);
	if (str_is(s, "*")) {
		a->any = true;
		return true;
	}
	if (dots < s.n) {
		a->range = true;
		return decimal_read(str_sub(s, 0, dots), &low) && decimal_read(str_sub(s, dots + 2, s.n), &high) &&
		    ratio_add(low, high, &a->value) && ratio_mul(a->value, RATIO(1, 2), &a->value) &&
		    ratio_sub(high, a->value, &a->error) && a->error.num >= 0;
	}
	return decimal_read(str_sub(s, 0, colon), &a->value) &&
	    (colon >= s.n || (decimal_read(str_sub(s, colon + 1, s.n), &a->error) && a->error.num >= 0));
}

static bool
numbers(struct reading *r, struct str s, struct item_answers *out)
{
	size_t wrong, at = 0;
	struct str one;
	char sign;

	s = str_trim(str_sub(s, 1, s.n));
	wrong = giftscan_find(s, 0, "~");
	while (next(str_sub(s, 0, wrong), &at, "=", &sign, &one)) {
		struct item_answer *a;

		if (sign == '\0' && str_trim(one).n == 0)
			continue;
		a = item_answer(r->t->arena, out);
		a->fraction = take_weight(r, &one, RATIO_ONE);
		a->feedback = take_feedback(r, &one);
		if (!value(str_trim(one), a))
			return refuse(r, "`%.*s` is no number, nor a range", one);
	}
	if (wrong < s.n) {
		struct item_answer *a = item_answer(r->t->arena, out);

		one = str_sub(s, wrong, s.n);
		a->any = true;
		a->feedback = take_feedback(r, &one);
	}
	return true;
}

static bool
pairs(struct reading *r, struct str s)
{
	size_t at = 0;
	struct str one;
	char sign;

	while (next(s, &at, "=", &sign, &one)) {
		size_t arrow = giftscan_find_word(one, 0, "->");
		struct item_pair *p;

		if (sign == '\0' && str_trim(one).n == 0)
			continue;
		if (arrow == one.n)
			return refuse(r, "`%.*s` has no `->`", one);
		p = item_pair(r->t->arena, r->it);
		p->left = giftscan_text(r->t, str_sub(one, 0, arrow), r->format, r->line);
		p->right = taking_entities(r->t, giftscan_plain(r->t, str_sub(one, arrow + 2, one.n)));
	}
	return true;
}

/* The words behind `>`, up to the first line of an item. */
static void
order_rule(struct reading *r, struct str head)
{
	bool known = false;

	while (head.n > 0) {
		struct str word = str_cut(&head, ' ');

		for (int i = 0; i < ITEM_ORDERS; i++)
			if (str_is(word, item_order_names[i])) {
				r->it->order = (enum item_order)i;
				known = true;
			}
		if (str_is(word, "ABSOLUTE") || str_is(word, "ABS")) {
			r->it->order = ITEM_ABSOLUTE;
			known = true;
		} else if (!known && str_starts(word, "RELATIVE")) {
			r->it->order = ITEM_NEXT;
			known = true;
			taking_loss(r->t, r->line, "`%.*s`: scored by neighbours, `adjacent`", STR_ARG(word));
		}
	}
	if (!known)
		r->it->order = ITEM_ABSOLUTE; /* Moodle's own choice */
}

static bool
order(struct reading *r, struct str s)
{
	struct str head;

	s = str_sub(s, 1, s.n);
	head = str_trim(str_cut(&s, '\n'));
	order_rule(r, head);
	while (s.n > 0) {
		struct str line = str_trim(str_cut(&s, '\n'));

		if (line.n > 0)
			item_answer(r->t->arena, &r->it->answers)->text = giftscan_text(r->t, line, r->format, r->line);
	}
	return true;
}

static bool
says(struct str s, const char *one, const char *two)
{
	struct buf b = BUF_INIT;
	bool is;

	for (size_t i = 0; i < s.n; i++)
		buf_chr(&b, str_lower(s.p[i]));
	is = str_is(buf_view(&b), one) || str_is(buf_view(&b), two);
	buf_free(&b);
	return is;
}

/* `T#wrong#right`: the feedback to one who is wrong comes first. */
static bool
truefalse(struct reading *r, struct str s)
{
	struct str word = str_trim(str_sub(s, 0, giftscan_find(s, 0, "#")));
	bool yes = says(word, "t", "true");
	size_t first = giftscan_find(s, 0, "#"), second = giftscan_find(s, first + 1, "#");
	struct item_answers *all = &r->it->answers;

	if (!yes && !says(word, "f", "false"))
		return false;
	item_answer(r->t->arena, all);
	item_answer(r->t->arena, all);
	all->v[yes ? 0 : 1].fraction = RATIO_ONE;
	all->v[yes ? 1 : 0].feedback = giftscan_text(r->t, str_sub(s, first + 1, second), r->format, r->line);
	all->v[yes ? 0 : 1].feedback = giftscan_text(r->t, str_sub(s, second + 1, s.n), r->format, r->line);
	return true;
}

/* -- a question -- */

static enum item_kind
kind_of(struct str s)
{
	if (s.n == 0)
		return ITEM_ESSAY;
	if (s.p[0] == '>')
		return ITEM_ORDER;
	if (s.p[0] == '#')
		return ITEM_NUMBER;
	if (giftscan_find(s, 0, "~") < s.n)
		return ITEM_CHOICE;
	if (giftscan_find(s, 0, "=") < s.n && giftscan_find_word(s, 0, "->") < s.n)
		return ITEM_MATCH;
	return ITEM_SHORT;
}

static void
answers(struct reading *r, struct str s)
{
	switch (r->it->kind = kind_of(s)) {
	case ITEM_ORDER: order(r, s); break;
	case ITEM_NUMBER: numbers(r, s, &r->it->answers); break;
	case ITEM_CHOICE: choice(r, s, &r->it->answers); break;
	case ITEM_MATCH: pairs(r, s); break;
	case ITEM_SHORT:
		r->it->kind = ITEM_TRUEFALSE;
		if (truefalse(r, s))
			break;
		r->it->kind = ITEM_SHORT;
		shorts(r, s, &r->it->answers);
		break;
	default: break;
	}
}

/* Words stand behind the answers: they are a gap in a sentence. */
static void
make_gap(struct reading *r)
{
	struct item *it = r->it;
	struct item_gap *g;

	if (it->kind != ITEM_CHOICE && it->kind != ITEM_SHORT && it->kind != ITEM_NUMBER)
		return;
	g = item_gap(r->t->arena, it);
	g->kind = it->kind == ITEM_CHOICE ? ITEM_GAP_MENU : it->kind == ITEM_SHORT ? ITEM_GAP_SHORT : ITEM_GAP_NUMBER;
	g->answers = it->answers;
	for (size_t i = 0; i < g->answers.n; i++)
		if (g->kind == ITEM_GAP_MENU)
			g->answers.v[i].text.s = taking_entities(r->t, g->answers.v[i].text.s);
	it->answers = (struct item_answers){ NULL, 0 };
	it->kind = ITEM_CLOZE;
}

static void
text_around(struct reading *r, struct str before, struct str behind)
{
	struct buf b = BUF_INIT;

	buf_str(&b, before);
	if (r->it->kind == ITEM_CLOZE)
		item_mark(&b, 0);
	else if (str_trim(behind).n > 0)
		BUF_LIT(&b, "_____");
	buf_str(&b, behind);
	r->it->text = giftscan_text(r->t, buf_view(&b), ITEM_AUTO, r->line);
	buf_free(&b);
}

static void
question(struct reading *r, struct str s)
{
	size_t open = giftscan_find(s, 0, "{"), close = giftscan_find(s, open, "}"), general;
	struct str inside = str_trim(str_sub(s, open + 1, close)), behind = str_sub(s, close + 1, s.n);

	r->format = giftscan_text(r->t, s, ITEM_AUTO, r->line).format;
	if (open == s.n) {
		r->it->kind = ITEM_DESCRIPTION;
		r->it->text = giftscan_text(r->t, s, ITEM_AUTO, r->line);
		return;
	}
	if (giftscan_find(behind, 0, "{") < behind.n) {
		r->it->text = giftscan_text(r->t, s, ITEM_AUTO, r->line);
		refuse(r, "a second gap: `%.*s`", str_sub(behind, giftscan_find(behind, 0, "{"), behind.n));
		return;
	}
	general = giftscan_find_word(inside, 0, "####");
	r->it->general = giftscan_text(r->t, str_sub(inside, general + 4, inside.n), r->format, r->line);
	answers(r, str_trim(str_sub(inside, 0, general)));
	if (str_trim(behind).n > 0)
		make_gap(r);
	text_around(r, str_sub(s, 0, open), behind);
}

static void
block(struct taking *t, const struct giftscan_block *b)
{
	struct str s = str_trim(b->text);
	struct item *it = item_new(t->arena, &t->items, ITEM_OTHER);
	struct reading r = { t, it, b->line, ITEM_AUTO };
	size_t end;

	it->at.line = b->line;
	it->id = b->id;
	it->tags = b->tags;
	it->ntags = b->ntags;
	it->category = b->category;
	it->remark = b->remark;
	it->raw = b->raw;
	end = str_starts(s, "::") ? giftscan_find_word(s, 2, "::") : s.n;
	if (end < s.n) {
		it->name = giftscan_plain(t, str_sub(s, 2, end));
		s = str_trim(str_sub(s, end + 2, s.n));
	}
	question(&r, s);
}

int
giftread_all(struct taking *t)
{
	struct giftscan s = { .line = 1 };
	struct giftscan_block b;
	bool asks = false;
	int rc;

	while ((rc = giftscan_next(t, &s, &b)) > 0) {
		block(t, &b);
		asks |= t->items.v[t->items.n - 1]->kind != ITEM_DESCRIPTION;
	}
	if (rc == 0 && !asks)
		return taking_fault(
		    t, 0, "there is no question in it: in GIFT, answers stand in braces behind the question");
	return rc;
}
