/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/writinganswers.h"

#include "import/asmarkdown.h"
#include "import/embedded.h"
#include "import/literal.h"
#include "import/writinggaps.h"
#include "import/writingtyped.h"
#include "base/path.h"
#include "base/slug.h"
#include "package/grades.h"

enum { LONGEST_ID = 40 };

static bool
whole(struct ratio r)
{
	return ratio_cmp(r, RATIO_ONE) == 0;
}

struct str
writinganswers_id(struct taking *t, struct map *ids, struct str words, const char *usual)
{
	struct str id = slug_of(t->arena, words, t->lang), base;

	if (id.n > LONGEST_ID) {
		size_t cut = str_rfind(str_sub(id, 0, LONGEST_ID + 1), '-');

		id = str_sub(id, 0, cut > 0 && cut <= LONGEST_ID ? cut : LONGEST_ID);
	}
	if (id.n == 0)
		id = str_of(usual);
	base = id;
	for (size_t i = 2; map_get(ids, id); i++)
		id = arena_fmt(t->arena, "%.*s-%zu", STR_ARG(base), i);
	map_put(ids, arena_str(t->arena, id), ids);
	return id;
}

/* ` {#id score=1/2}` */
static void
attributes(struct writinganswers *w, struct str id, bool scored, struct ratio score)
{
	buf_fmt(w->b, " {#%.*s", STR_ARG(id));
	if (scored) {
		BUF_LIT(w->b, " score=");
		ratio_write(w->b, score);
	}
	buf_chr(w->b, '}');
}

static void
feedback(struct writinganswers *w, const struct item_text *text)
{
	writingtyped_feedback(w->t, w->it, text, "  ", w->b);
}

/* -- choices -- */

struct counts {
	size_t right, wrong;
	struct ratio sum; /* of what is above 0 */
	bool even;        /* the right ones share full marks */
	bool same;        /* the wrong ones all cost the same */
	struct ratio cost;
};

static struct counts
count(const struct item_answers *all)
{
	struct counts c = { .sum = RATIO_ZERO, .cost = RATIO_ZERO, .even = true, .same = true };

	for (size_t i = 0; i < all->n; i++)
		c.right += all->v[i].fraction.num > 0;
	c.wrong = all->n - c.right;
	for (size_t i = 0, n = 0; i < all->n; i++) {
		struct ratio f = all->v[i].fraction;

		if (f.num > 0) {
			c.even &= f.num == 1 && (size_t)f.den == c.right;
			ratio_add(c.sum, f, &c.sum);
			continue;
		}
		c.same &= n == 0 || ratio_cmp(f, c.cost) == 0;
		c.cost = n++ == 0 ? f : c.cost;
	}
	return c;
}

static bool
costs(const struct counts *c, int64_t num, size_t den)
{
	return c->cost.num == num && (size_t)c->cost.den == den;
}

/* The rule that gives just these credits; NULL: each is written. */
static const char *
rule(const struct counts *c)
{
	if (!c->even || !c->same)
		return NULL;
	if (c->wrong == 0 || costs(c, -1, c->wrong))
		return "partial";
	if (costs(c, -1, c->right))
		return "cancel";
	if (costs(c, -1, 1))
		return "strict";
	return c->cost.num == 0 ? "positive" : NULL;
}

static void
option(struct writinganswers *w, const struct item_answer *a, bool ticked, bool scored)
{
	struct str words = asmarkdown_blocks(w->t, w->it, &a->text), first = words, rest = STR_EMPTY;
	struct str id = writinganswers_id(w->t, &w->ids, asmarkdown_words(w->t, &a->text), "option");

	/* An id stands behind the first paragraph. */
	for (size_t i = 0; i + 1 < words.n; i++)
		if (words.p[i] == '\n' && words.p[i + 1] == '\n') {
			first = str_sub(words, 0, i);
			rest = str_sub(words, i, words.n);
			break;
		}
	buf_cstr(w->b, ticked ? "- [x] " : "- [ ] ");
	literal_indent(w->b, first, "  ");
	attributes(w, id, scored, a->fraction);
	literal_indent(w->b, rest, "  ");
	buf_chr(w->b, '\n');
	feedback(w, &a->feedback);
}

static void
choice(struct writinganswers *w)
{
	const struct item_answers *all = &w->it->answers;
	struct counts c = count(all);
	const char *name = w->it->single ? NULL : rule(&c);
	size_t full = 0;
	bool ticked;

	if (name && !str_is(str_of(name), "partial"))
		buf_fmt(w->head, " scoring=%s", name);
	for (size_t i = 0; i < all->n; i++)
		full += whole(all->v[i].fraction);
	for (size_t i = 0; i < all->n; i++) {
		struct ratio f = all->v[i].fraction;

		if (!w->it->single)
			ticked = f.num > 0;
		else
			ticked = whole(f);
		option(w, &all->v[i], ticked,
		    w->it->single ? f.num != 0 && (!whole(f) || full > 1) : !name && (ticked || f.num != 0));
	}
}

/* Of two answers each is a result: it has its feedback there. */
static void
truefalse(struct writinganswers *w)
{
	const struct item_answer *a = w->it->answers.v;
	size_t right = whole(a[0].fraction) ? 0 : 1;

	buf_fmt(w->head, " answer=%s", right == 0 ? "true" : "false");
	w->it->correct = a[right].feedback;
	w->it->incorrect = a[1 - right].feedback;
}

/* -- what is placed -- */

/* In a cell a bar would end it. Those of text have their backslash. */
static void
pairs(struct writinganswers *w)
{
	struct item_text right = { STR_EMPTY, ITEM_PLAIN, 0 };

	BUF_LIT(w->b, "| | |\n|---|---|\n");
	for (size_t i = 0; i < w->it->npairs; i++) {
		const struct item_pair *p = &w->it->pairs[i];

		right.s = p->right;
		right.line = w->it->at.line;
		if (p->left.s.n > 0) {
			buf_fmt(w->b, "| %.*s", STR_ARG(asmarkdown_line(w->t, w->it, &p->left)));
			buf_fmt(w->b, " {#%.*s}",
			    STR_ARG(writinganswers_id(w->t, &w->ids, asmarkdown_words(w->t, &p->left), "row")));
		} else {
			BUF_LIT(w->b, "|");
		}
		buf_fmt(w->b, " | %.*s |\n", STR_ARG(asmarkdown_line(w->t, w->it, &right)));
	}
}

static void
order(struct writinganswers *w)
{
	static const char *const names[ITEM_ORDERS] = { "exact", "position", "adjacent", "all-pairs", "lis" };

	if (w->it->order != ITEM_ALL_OR_NOTHING)
		buf_fmt(w->head, " scoring=%s", names[w->it->order]);
	for (size_t i = 0; i < w->it->answers.n; i++) {
		const struct item_text *text = &w->it->answers.v[i].text;
		struct str id = writinganswers_id(w->t, &w->ids, asmarkdown_words(w->t, text), "step");

		buf_fmt(w->b, "%zu. %.*s {#%.*s}\n", i + 1, STR_ARG(asmarkdown_line(w->t, w->it, text)), STR_ARG(id));
	}
}

/* -- labels in a picture -- */

static void
area(struct writinganswers *w, const struct item_marker *m)
{
	static const char *const names[] = { "", "circle", "rect", "poly" };
	struct ratio at[4];

	buf_fmt(w->b, " area=\"%s", names[m->shape]);
	for (size_t i = 0; i < m->nat; i++) {
		struct ratio r = m->at[i];

		/* Left, top, width, height: the second corner. */
		if (m->shape == ITEM_RECTANGLE && i < 4) {
			at[i] = r;
			if (i >= 2)
				ratio_add(at[i - 2], r, &r);
		}
		buf_chr(w->b, i % 2 ? ',' : ' ');
		ratio_write(w->b, r);
	}
	buf_chr(w->b, '"');
}

static void
markers(struct writinganswers *w)
{
	struct item_text url = { STR("@@PLUGINFILE@@/"), ITEM_PLAIN, w->it->at.line };
	struct buf mark = BUF_INIT;
	struct str file;

	BUF_LIT(w->head, " scoring=markers");
	buf_str(&mark, url.s);
	path_escape(&mark, w->it->files[0].name);
	url.s = taking_keep(w->t, &mark);
	if (embedded_find(w->t, w->it, url.s, w->it->at.line, &file) == EMBEDDED_FILE) {
		buf_fmt(w->b, "![](%.*s){.decorative}\n\n", STR_ARG(file));
		taking_loss(w->t, w->it->at.line,
		    "the picture `%.*s` has no alternative text: write one in place of `{.decorative}`", STR_ARG(file));
	}
	for (size_t i = 0; i < w->it->nmarkers; i++) {
		const struct item_marker *m = &w->it->markers[i];
		struct str id = writinganswers_id(w->t, &w->ids, asmarkdown_words(w->t, &m->label), "label");

		buf_fmt(w->b, "- [%c] %.*s {#%.*s", m->shape == ITEM_NOWHERE ? ' ' : 'x',
		    STR_ARG(asmarkdown_line(w->t, w->it, &m->label)), STR_ARG(id));
		if (m->shape != ITEM_NOWHERE)
			area(w, m);
		BUF_LIT(w->b, "}\n");
	}
}

/* -- all of them -- */

static void
shorts(struct writinganswers *w)
{
	if (w->it->match_case)
		BUF_LIT(w->head, " case=match");
	writingtyped_texts(w->t, w->it, &w->it->answers, "", w->b);
}

static void
numbers(struct writinganswers *w)
{
	writingtyped_units(w->it, w->head);
	writingtyped_numbers(w->t, w->it, &w->it->answers, "", w->b);
}

static void
gaps(struct writinganswers *w)
{
	writinggaps_list(w->t, w->it, w->b);
}

static const struct {
	const char *type;
	void (*put)(struct writinganswers *);
} kinds[ITEM_KINDS] = {
	[ITEM_CHOICE] = { "multiple", choice },
	[ITEM_TRUEFALSE] = { "truefalse", truefalse },
	[ITEM_SHORT] = { "text", shorts },
	[ITEM_NUMBER] = { "number", numbers },
	[ITEM_MATCH] = { "match", pairs },
	[ITEM_ORDER] = { "order", order },
	[ITEM_CLOZE] = { "gap", gaps },
	[ITEM_ESSAY] = { "reflect", NULL },
	[ITEM_MARKERS] = { "hotspot", markers },
};

const char *
writinganswers_type(const struct item *it)
{
	return it->kind == ITEM_CHOICE && it->single ? "single" : kinds[it->kind].type;
}

void
writinganswers_put(struct writinganswers *w)
{
	if (kinds[w->it->kind].put)
		kinds[w->it->kind].put(w);
}
