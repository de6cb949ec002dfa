/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/accepted.h"

#include "assemble/alike.h"
#include "assemble/feedback.h"
#include "assemble/policy.h"
#include "base/map.h"

enum { MOST = 1000 };

static struct span
place(const struct accepted *a, struct span at)
{
	return a->item ? a->item->at : at;
}

/* -- one answer -- */

static void
read_match(struct asking *as, const struct attrs *attrs, struct accepted *a)
{
	const struct attr *attr = attrs_get(attrs, "match");

	for (int i = 0; attr && i < ANSWER_MATCHES; i++)
		if (str_is(attr->value, answer_match_names[i])) {
			a->match = (enum answer_match)i;
			return;
		}
	if (attr)
		asking_fault(as, DIAG_ATTRIBUTE_VALUE, attr->at, "`match` is literal, glob or regex");
}

static void
put_texts(struct asking *as, const struct variants *v, struct accepted *a)
{
	a->variants = ARENA_ARRAY(as->arena, struct str, v->n);
	for (size_t i = 0; i < v->n; i++)
		a->variants[a->nvariants++] = v->v[i].text;
}

static bool
put_number(struct asking *as, const struct variants *v, struct span at, const struct nearness *near, struct accepted *a)
{
	if (v->n == 1)
		return figures_read(as, v->v[0].text, at, near, a);
	diag_note(as->d, asking_fault(as, DIAG_QUESTION_ANSWERS, at, "a number has no variants"),
	    "write each value as an item of its own");
	return false;
}

static bool
read_item(struct asking *as, struct node *item, const struct nearness *near, struct gap *g)
{
	struct accepted *a = &g->answers[g->nanswers++];
	struct variants v = variants_of_item(as, item);
	struct nearness own = *near;
	struct feedback f;

	if (!v.v)
		return false;
	f = feedback_split(as->arena, item, as->ctx->src, as->d);
	*a = (struct accepted){ .decimals = -1, .sigfigs = -1, .item = item, .feedback = f.ticked };
	if (f.unticked || f.hint)
		asking_fault(as, DIAG_QUESTION_STRAY, f.unticked ? f.unticked->at : f.hint->at,
		    "feedback to a typed answer is for one who gave it: `[ ]` and `[?]` mean nothing here");
	if (g->kind == GAP_TEXT) {
		asking_keys(as, item->attrs, "score match", "an accepted text");
		read_match(as, item->attrs, a);
		put_texts(as, &v, a);
	} else {
		asking_keys(as, item->attrs, "score tolerance decimals sigfigs", "an accepted number");
		figures_nearness(as, item->attrs, &own);
		if (!put_number(as, &v, item->at, &own, a))
			return false;
	}
	a->credit = a->any ? RATIO_ZERO : RATIO_ONE;
	asking_ratio(as, item->attrs, "score", &RATIO_ZERO, &RATIO_ONE, &a->credit);
	return true;
}

bool
accepted_list(struct asking *as, const struct node *list, const struct nearness *near, struct gap *g)
{
	size_t n = 0;
	bool fine = true;

	for (const struct node *item = list->first; item; item = item->next)
		n++;
	if (n > MOST) {
		asking_fault(as, DIAG_QUESTION_OPTION, list->at, "%zu answers; there may be %d", n, MOST);
		return false;
	}
	g->answers = ARENA_ARRAY(as->arena, struct accepted, n);
	for (struct node *item = list->first; item; item = item->next)
		fine &= read_item(as, item, near, g);
	return fine;
}

bool
accepted_variants(
    struct asking *as, const struct variants *v, struct span at, const struct nearness *near, struct gap *g)
{
	bool fine = true;

	g->answers = ARENA_ARRAY(as->arena, struct accepted, g->kind == GAP_TEXT ? 1 : v->n);
	if (g->kind == GAP_TEXT) {
		g->answers[g->nanswers] = (struct accepted){ .decimals = -1, .sigfigs = -1, .credit = RATIO_ONE };
		put_texts(as, v, &g->answers[g->nanswers++]);
		return true;
	}
	for (size_t i = 0; i < v->n; i++) {
		struct accepted *a = &g->answers[g->nanswers++];

		fine &= figures_read(as, v->v[i].text, at, near, a);
		a->credit = a->any ? RATIO_ZERO : RATIO_ONE;
	}
	return fine;
}

/* -- together -- */

/* What two answers have in common that are one. */
static struct str
identity(struct asking *as, const struct gap *g, const struct accepted *a, size_t variant)
{
	struct buf b = BUF_INIT;
	struct str s;

	if (g->kind == GAP_TEXT && (g->text.match_case || a->match != MATCH_LITERAL))
		return arena_fmt(as->arena, "%d%.*s", (int)a->match, STR_ARG(str_trim(a->variants[variant])));
	if (g->kind == GAP_TEXT)
		return arena_fmt(as->arena, "0%.*s", STR_ARG(alike_text(as->arena, a->variants[variant])));
	ratio_write(&b, a->value);
	buf_fmt(&b, " %d%d%d%d%d %d %d ", a->any, a->has_value, a->has_low, a->open_low, a->open_high, a->decimals,
	    a->sigfigs);
	ratio_write(&b, a->low);
	buf_chr(&b, ' ');
	ratio_write(&b, a->high);
	s = arena_str(as->arena, buf_view(&b));
	buf_free(&b);
	return s;
}

/* The second of two equal answers never counts. */
static bool
tell_hidden(struct asking *as, const struct accepted *first, const struct accepted *a, struct str words, struct span at)
{
	bool lost = ratio_cmp(first->credit, a->credit) != 0 || a->feedback;

	diag_note(as->d,
	    asking_fault(as, lost ? DIAG_QUESTION_OPTION : DIAG_QUESTION_LINT, place(a, at),
		words.n > 0 ? "`%.*s` stands there already"
			    : "an answer in front of it takes whatever fits this one%.*s",
		STR_ARG(str_sub(words, 0, 60))),
	    "the first answer that fits counts, so this one never does");
	return !lost;
}

static bool
same_value(const struct accepted *a, const struct accepted *s)
{
	return a->any == s->any && a->has_value == s->has_value &&
	    (a->has_value ? ratio_cmp(a->value, s->value) == 0
			  : ratio_cmp(a->low, s->low) == 0 && ratio_cmp(a->high, s->high) == 0 &&
			a->open_low == s->open_low && a->open_high == s->open_high);
}

/* Whether ${b} fits whatever fits ${a}. Of rounded numbers only equal ones are compared. */
static bool
covers(const struct accepted *b, const struct accepted *a)
{
	struct ratio low = a->has_low ? a->low : a->value, high = a->has_high ? a->high : a->value;
	int below, above;

	if (b->any || a->any || !b->has_low || !b->has_high || a->decimals >= 0 || a->sigfigs >= 0)
		return b->any;
	below = ratio_cmp(b->low, low);
	above = ratio_cmp(b->high, high);
	return (below < 0 || (below == 0 && (!b->open_low || a->open_low))) &&
	    (above > 0 || (above == 0 && (!b->open_high || a->open_high)));
}

/* A number never counts behind a range that holds it. */
static bool
check_covered(struct asking *as, const struct gap *g, struct span at)
{
	for (size_t i = 1; g->kind == GAP_NUMBER && i < g->nanswers; i++)
		for (size_t k = 0; k < i; k++)
			if (!same_value(&g->answers[k], &g->answers[i]) && covers(&g->answers[k], &g->answers[i]))
				return tell_hidden(as, &g->answers[k], &g->answers[i], STR_EMPTY, at);
	return true;
}

static bool
check_alike(struct asking *as, const struct gap *g, struct span at)
{
	struct map seen = MAP_INIT;
	bool fine = true;

	for (size_t i = 0; i < g->nanswers; i++) {
		struct accepted *a = &g->answers[i];
		size_t n = g->kind == GAP_TEXT ? a->nvariants : 1;

		for (size_t v = 0; v < n; v++) {
			struct accepted *first = map_add(&seen, identity(as, g, a, v), a);

			if (first)
				fine &= tell_hidden(as, first, a, g->kind == GAP_TEXT ? a->variants[v] : STR_EMPTY, at);
		}
	}
	map_free(&seen);
	return fine && check_covered(as, g, at);
}

bool
accepted_check(struct asking *as, const struct gap *g, struct span at)
{
	struct ratio best = RATIO_ZERO;

	for (size_t i = 0; i < g->nanswers; i++)
		if (ratio_cmp(g->answers[i].credit, best) > 0)
			best = g->answers[i].credit;
	if (ratio_cmp(best, RATIO_ONE) < 0) {
		diag_note(as->d, asking_fault(as, DIAG_QUESTION_OPTION, at, "no answer is worth full marks"),
		    "leave out `score=` on the right one");
		return false;
	}
	return check_alike(as, g, at);
}

bool
accepted_same(struct asking *as, struct gap *g, const struct gap *source, struct span at)
{
	struct accepted *own = g->answers;

	if (own && g->nanswers != source->nanswers) {
		asking_fault(as, DIAG_TRANSLATION_DIFFERS, at, "%zu accepted numbers here, %zu in the source",
		    g->nanswers, source->nanswers);
		return false;
	}
	g->answers = ARENA_ARRAY(as->arena, struct accepted, source->nanswers);
	g->nanswers = source->nanswers;
	for (size_t i = 0; i < source->nanswers; i++) {
		g->answers[i] = source->answers[i];
		if (own && !same_value(&own[i], &source->answers[i])) {
			diag_note(as->d,
			    asking_fault(
				as, DIAG_TRANSLATION_DIFFERS, place(&own[i], at), "the source has another number here"),
			    "numbers are the same in all languages, with a point as decimal sign");
			return false;
		}
		g->answers[i].item = own ? own[i].item : NULL;
		g->answers[i].feedback = own ? own[i].feedback : NULL;
	}
	return true;
}

/* -- a `text`, a `number` -- */

/* `answer=65` */
static bool
read_head(struct asking *as, const struct nearness *near, struct gap *g)
{
	const struct attr *attr = attrs_get(as->q->node->attrs, "answer");

	g->answers = ARENA_ARRAY(as->arena, struct accepted, 1);
	g->nanswers = 1;
	g->answers[0].credit = RATIO_ONE;
	return figures_read(as, attr->value, attr->at, near, &g->answers[0]);
}

static bool
read_translation(struct asking *as, struct gap *g)
{
	const struct gap *source = &as->ctx->source->gaps[0];
	bool text = g->kind == GAP_TEXT;

	g->text = source->text;
	g->number = source->number;
	if (as->q->answers && !accepted_list(as, as->q->answers, &figures_exactly, g))
		return false;
	return text ? accepted_check(as, g, as->q->answers->at)
		    : accepted_same(as, g, source, as->q->answers ? as->q->answers->at : as->q->node->at);
}

bool
accepted_read(struct asking *as)
{
	struct question *q = as->q;
	struct nearness near = figures_exactly;
	struct gap *g = q->gaps = ARENA_NEW(as->arena, struct gap);
	bool fine;

	q->ngaps = 1;
	*g = (struct gap){ .id = STR("1"),
		.kind = q->type == QUESTION_TEXT ? GAP_TEXT : GAP_NUMBER,
		.weight = RATIO_ONE,
		.number = policy_number_default() };
	if (as->ctx->source)
		return read_translation(as, g);
	if (g->kind == GAP_TEXT)
		policy_text(as, q->node->attrs, &g->text);
	else
		policy_number(as, q->node->attrs, &g->number);
	if (g->kind == GAP_NUMBER)
		figures_nearness(as, q->node->attrs, &near);
	fine = q->answers ? accepted_list(as, q->answers, &near, g) : read_head(as, &near, g);
	return fine && accepted_check(as, g, q->answers ? q->answers->at : q->node->at);
}
