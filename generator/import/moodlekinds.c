/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/moodlekinds.h"

#include <stdlib.h>

#include "base/xmlin.h"
#include "import/clozeread.h"
#include "package/decimal.h"

/* A question being read. */
struct reading {
	struct taking *t;
	struct item *it;
	const xmlNode *n;
};

static void
refuse(struct reading *r, const char *why, struct str what)
{
	r->it->kind = ITEM_OTHER;
	r->it->why = arena_fmt(r->t->arena, why, STR_ARG(str_sub(what, 0, 60)));
}

static struct item_answer *
answer(struct reading *r, const xmlNode *n)
{
	struct item_answer *a = item_answer(r->t->arena, &r->it->answers);
	struct str fraction = moodledom_attribute(r->t, n, "fraction");

	a->line = xmlin_line(n);
	a->fraction = fraction.n > 0 ? taking_fraction(r->t, a->line, fraction) : RATIO_ZERO;
	a->text = moodledom_text(r->t, r->it, n);
	a->feedback = moodledom_text(r->t, r->it, moodledom_child(n, "feedback"));
	return a;
}

static void
choice(struct reading *r)
{
	r->it->kind = ITEM_CHOICE;
	r->it->single = moodledom_flag(r->t, r->n, "single", true);
	for (const xmlNode *n = moodledom_child(r->n, "answer"); n; n = moodledom_next(n->next, "answer"))
		answer(r, n);
}

static void
truefalse(struct reading *r)
{
	struct item_answers *all = &r->it->answers;

	r->it->kind = ITEM_TRUEFALSE;
	for (const xmlNode *n = moodledom_child(r->n, "answer"); n; n = moodledom_next(n->next, "answer"))
		answer(r, n);
	if (all->n == 2 && str_is(all->v[0].text.s, "false") && str_is(all->v[1].text.s, "true")) {
		struct item_answer first = all->v[0];

		all->v[0] = all->v[1];
		all->v[1] = first;
	}
	if (all->n != 2 || !str_is(all->v[0].text.s, "true") || !str_is(all->v[1].text.s, "false"))
		refuse(r, "its answers are not true and false%.*s", STR_EMPTY);
}

static void
shorts(struct reading *r)
{
	r->it->kind = ITEM_SHORT;
	r->it->match_case = moodledom_flag(r->t, r->n, "usecase", false);
	for (const xmlNode *n = moodledom_child(r->n, "answer"); n; n = moodledom_next(n->next, "answer")) {
		struct item_answer *a = answer(r, n);

		a->text.s = taking_entities(r->t, a->text.s);
		a->text.format = ITEM_PLAIN;
	}
}

/* -- numbers -- */

static bool
one_unit(struct reading *r, const xmlNode *n)
{
	struct item_unit u = { moodledom_value(r->t, n, "unit_name"), RATIO_ONE };

	if (u.name.n == 0)
		return true;
	if (!decimal_read(moodledom_value(r->t, n, "multiplier"), &u.multiplier) || u.multiplier.num <= 0)
		return false;
	r->it->units = item_more(r->t->arena, r->it->units, r->it->nunits, sizeof *r->it->units);
	r->it->units[r->it->nunits++] = u;
	return true;
}

static void
units(struct reading *r)
{
	const xmlNode *all = moodledom_child(r->n, "units");
	struct str grading = moodledom_value(r->t, r->n, "unitgradingtype");

	for (const xmlNode *n = moodledom_child(all, "unit"); n; n = moodledom_next(n->next, "unit"))
		if (!one_unit(r, n))
			refuse(r, "the unit `%.*s` has no size", moodledom_value(r->t, n, "unit_name"));
	r->it->unit_before = moodledom_flag(r->t, r->n, "unitsleft", false);
	r->it->unit_optional = !str_is(grading, "1") && !str_is(grading, "2");
	decimal_read(moodledom_value(r->t, r->n, "unitpenalty"), &r->it->unit_penalty);
	if (str_is(grading, "2") && r->it->nunits > 0)
		taking_loss(
		    r->t, xmlin_line(r->n), "a wrong unit costs a part of the answer's credit, not of the question's");
}

static void
numbers(struct reading *r)
{
	r->it->kind = ITEM_NUMBER;
	for (const xmlNode *n = moodledom_child(r->n, "answer"); n; n = moodledom_next(n->next, "answer")) {
		struct item_answer *a = answer(r, n);
		struct str tolerance = moodledom_value(r->t, n, "tolerance");

		a->any = str_is(a->text.s, "*");
		if (a->any)
			continue;
		if (!decimal_read(a->text.s, &a->value))
			refuse(r, "the answer `%.*s` is no number", a->text.s);
		else if (tolerance.n > 0 && (!decimal_read(tolerance, &a->error) || a->error.num < 0))
			refuse(r, "the tolerance `%.*s` is no number from 0", tolerance);
	}
	units(r);
}

/* -- what is placed -- */

static void
pairs(struct reading *r)
{
	r->it->kind = ITEM_MATCH;
	for (const xmlNode *n = moodledom_child(r->n, "subquestion"); n; n = moodledom_next(n->next, "subquestion")) {
		struct item_pair *p = item_pair(r->t->arena, r->it);

		p->left = moodledom_text(r->t, r->it, n);
		p->right = taking_entities(r->t, moodledom_value(r->t, n, "answer"));
	}
}

static int
by_place(const void *a, const void *b)
{
	const struct item_answer *x = a, *y = b;
	int order = ratio_cmp(x->value, y->value);

	return order != 0 ? order : x->line < y->line ? -1 : x->line > y->line;
}

/* Names of other rules, and of old: the nearest there is. */
static void
order_rule(struct reading *r)
{
	struct str name = moodledom_value(r->t, r->n, "gradingtype");

	r->it->order = ITEM_ABSOLUTE;
	for (int i = 0; i < ITEM_ORDERS; i++)
		if (str_is(name, item_order_names[i])) {
			r->it->order = (enum item_order)i;
			return;
		}
	if (name.n == 0 || str_is(name, "0"))
		return;
	r->it->order = ITEM_NEXT;
	taking_loss(r->t, xmlin_line(r->n), "`%.*s`: scored by neighbours, `adjacent`", STR_ARG(name));
}

static void
order(struct reading *r)
{
	struct str select = moodledom_value(r->t, r->n, "selecttype");
	struct item_answers *all = &r->it->answers;

	r->it->kind = ITEM_ORDER;
	order_rule(r);
	if (select.n > 0 && !str_is(select, "ALL") && !str_is(select, "0"))
		taking_loss(r->t, xmlin_line(r->n), "that only some of the items are shown: all are");
	/* Here the fraction is the place. */
	for (const xmlNode *n = moodledom_child(r->n, "answer"); n; n = moodledom_next(n->next, "answer")) {
		struct item_answer *a = item_answer(r->t->arena, all);

		a->line = xmlin_line(n);
		a->text = moodledom_text(r->t, r->it, n);
		if (!decimal_read(moodledom_attribute(r->t, n, "fraction"), &a->value))
			a->value = RATIO((int64_t)all->n, 1);
	}
	if (all->n > 1)
		qsort(all->v, all->n, sizeof *all->v, by_place);
}

static void
cloze(struct reading *r)
{
	struct ratio sum = RATIO_ZERO;

	r->it->kind = ITEM_CLOZE;
	r->it->text.s = clozeread_text(r->t, r->it, r->it->text.s, r->it->text.line);
	if (r->it->kind == ITEM_CLOZE && r->it->ngaps == 0)
		refuse(r, "there is no gap in its text%.*s", STR_EMPTY);
	for (size_t i = 0; i < r->it->ngaps; i++)
		ratio_add(sum, r->it->gaps[i].weight, &sum);
	if (moodledom_value(r->t, r->n, "defaultgrade").n == 0 && sum.num > 0)
		r->it->points = sum;
}

/* What only people who grade it should see stays for authors. */
static void
essay(struct reading *r)
{
	static const struct {
		const char *element, *what;
	} asides[] = { { "graderinfo", "notes for whoever grades it" },
		{ "responsetemplate", "the text that the answer begins with" } };

	r->it->kind = ITEM_ESSAY;
	for (size_t i = 0; i < sizeof asides / sizeof *asides; i++) {
		struct str s = moodledom_value(r->t, r->n, asides[i].element);

		if (s.n == 0)
			continue;
		taking_loss(r->t, xmlin_line(r->n), "%s: a comment in the page", asides[i].what);
		r->it->remark = arena_fmt(r->t->arena, "%.*s%s%s: %.*s", STR_ARG(r->it->remark),
		    r->it->remark.n > 0 ? "\n" : "", asides[i].what, STR_ARG(s));
	}
}

static void
description(struct reading *r)
{
	r->it->kind = ITEM_DESCRIPTION;
}

/* -- gaps with words to choose from: gapselect, ddwtos -- */

/* The word number ${i}, from 1, of ${boxes}, and its group. */
static const xmlNode *
box(const xmlNode *boxes, const char *name, long i)
{
	const xmlNode *n = moodledom_child(boxes, name);

	while (n && --i > 0)
		n = moodledom_next(n->next, name);
	return n;
}

static void
select_gap(struct reading *r, const char *name, long right)
{
	const xmlNode *chosen = box(r->n, name, right);
	struct str group = moodledom_value(r->t, chosen, "group");
	struct item_gap *g;

	if (!chosen) {
		refuse(r, "a gap whose word is not there%.*s", STR_EMPTY);
		return;
	}
	g = item_gap(r->t->arena, r->it);
	g->kind = ITEM_GAP_MENU;
	for (const xmlNode *n = moodledom_child(r->n, name); n; n = moodledom_next(n->next, name)) {
		struct item_answer *a;

		if (n != chosen && !str_eq(moodledom_value(r->t, n, "group"), group))
			continue;
		a = item_answer(r->t->arena, &g->answers);
		a->fraction = n == chosen ? RATIO_ONE : RATIO_ZERO;
		a->text = (struct item_text){ taking_entities(r->t, moodledom_value(r->t, n, "text")), ITEM_PLAIN,
			xmlin_line(n) };
	}
}

/* `[[1]]` in the text is where the word number 1 belongs. */
static void
selects(struct reading *r, const char *name)
{
	struct str s = r->it->text.s;
	struct buf b = BUF_INIT;

	r->it->kind = ITEM_CLOZE;
	for (size_t i = 0; i < s.n; i++) {
		size_t at = i + 2;
		long number = 0;

		while (at < s.n && s.p[at] >= '0' && s.p[at] <= '9' && number < 1000)
			number = 10 * number + (s.p[at++] - '0');
		if (!str_starts(str_sub(s, i, s.n), "[[") || number == 0 || !str_starts(str_sub(s, at, s.n), "]]")) {
			buf_chr(&b, s.p[i]);
			continue;
		}
		item_mark(&b, r->it->ngaps);
		select_gap(r, name, number);
		i = at + 1;
	}
	r->it->text.s = taking_keep(r->t, &b);
	if (r->it->kind == ITEM_CLOZE && r->it->ngaps == 0)
		refuse(r, "there is no gap in its text%.*s", STR_EMPTY);
}

static void
gapselect(struct reading *r)
{
	selects(r, "selectoption");
}

static void
ddwtos(struct reading *r)
{
	selects(r, "dragbox");
	taking_loss(r->t, xmlin_line(r->n), "dragging words into the text: they are chosen from menus");
}

/* -- labels in a picture -- */

static bool
coordinates(struct reading *r, struct str s, struct item_marker *m)
{
	m->at = ARENA_ARRAY(r->t->arena, struct ratio, s.n / 2 + 1);
	while (s.n > 0) {
		size_t end = 0;

		while (end < s.n && s.p[end] != ',' && s.p[end] != ';')
			end++;
		if (!decimal_read(str_sub(s, 0, end), &m->at[m->nat++]))
			return false;
		s = str_sub(s, end + 1, s.n);
	}
	return m->nat >= 3;
}

static void
drop(struct reading *r, const xmlNode *n)
{
	struct str shape = moodledom_value(r->t, n, "shape"), choice = moodledom_value(r->t, n, "choice");
	struct ratio number;
	struct item_marker *m;

	if (!decimal_read(choice, &number) || number.den != 1 || number.num < 1 ||
	    (size_t)number.num > r->it->nmarkers) {
		refuse(r, "a place for the label `%.*s`, which is not there", choice);
		return;
	}
	m = &r->it->markers[number.num - 1];
	if (m->shape != ITEM_NOWHERE) {
		taking_loss(r->t, xmlin_line(n), "a second place for the label `%.*s`", STR_ARG(m->label.s));
		return;
	}
	m->shape = str_is(shape, "circle") ? ITEM_CIRCLE : str_is(shape, "rectangle") ? ITEM_RECTANGLE : ITEM_POLYGON;
	if (!coordinates(r, moodledom_value(r->t, n, "coords"), m))
		refuse(r, "a place that cannot be read: `%.*s`", moodledom_value(r->t, n, "coords"));
}

static void
markers(struct reading *r)
{
	size_t before = r->it->nfiles;

	r->it->kind = ITEM_MARKERS;
	moodledom_files(r->t, r->it, r->n);
	if (r->it->nfiles == before) {
		refuse(r, "its picture is not in there%.*s", STR_EMPTY);
		return;
	}
	if (before > 0) {
		struct item_file first = r->it->files[0];

		r->it->files[0] = r->it->files[before];
		r->it->files[before] = first;
	}
	for (const xmlNode *n = moodledom_child(r->n, "drag"); n; n = moodledom_next(n->next, "drag")) {
		r->it->markers = item_more(r->t->arena, r->it->markers, r->it->nmarkers, sizeof *r->it->markers);
		r->it->markers[r->it->nmarkers++] = (struct item_marker){
			.label = { taking_entities(r->t, moodledom_value(r->t, n, "text")), ITEM_PLAIN, xmlin_line(n) }
		};
	}
	for (const xmlNode *n = moodledom_child(r->n, "drop"); n; n = moodledom_next(n->next, "drop"))
		drop(r, n);
}

/* -- all of them -- */

static const struct {
	const char *type;
	void (*read)(struct reading *);
} kinds[] = {
	{ "multichoice", choice },
	{ "truefalse", truefalse },
	{ "shortanswer", shorts },
	{ "numerical", numbers },
	{ "matching", pairs },
	{ "ordering", order },
	{ "cloze", cloze },
	{ "multianswer", cloze },
	{ "essay", essay },
	{ "description", description },
	{ "gapselect", gapselect },
	{ "ddwtos", ddwtos },
	{ "ddmarker", markers },
};

void
moodlekinds_read(struct taking *t, struct item *it, const xmlNode *n, struct str type)
{
	struct reading r = { t, it, n };

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (str_is(type, kinds[i].type)) {
			kinds[i].read(&r);
			return;
		}
	refuse(&r, "there is no question of the type `%.*s`", type);
}
