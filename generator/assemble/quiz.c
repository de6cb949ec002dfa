/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/quiz.h"

#include <stdlib.h>

#include "assemble/attempts.h"
#include "base/vec.h"

/* -- the settings in the front matter -- */

static const char *const setting_names[] = {
	"mode",
	"pass",
	"draw",
	"shuffle",
	"attempts",
	"grade",
	"tries",
	"penalty",
	"keep",
	"solution",
	"floor",
	"points",
	"scoring",
};
#define SETTINGS (sizeof setting_names / sizeof *setting_names)

static void
read_tries(struct setting *r, struct quiz *q)
{
	const struct value *v = setting_get(r, "tries");
	int n;

	if (!v)
		return;
	n = str_is(v->text, "unlimited") ? 0 : setting_count(v->text);
	if (setting_refused(r, "tries", v, n < 0, "a whole number from 1, or unlimited"))
		return;
	if (q->set.at_end && n != 1) {
		diag_add(
		    r->d, DIAG_QUIZ_LINT, r->src, v->at, "a test is handed in once, as a whole: `tries` has no effect");
		return;
	}
	q->set.tries = n;
	q->tries_given = true;
}

static void
read_floor(struct setting *r, struct quiz *q)
{
	const struct value *v = setting_get(r, "floor");

	if (v && str_is(v->text, "none"))
		q->floored = false;
	else
		setting_ratio(r, "floor", NULL, &RATIO_ONE, "a number up to 1, as -1/4, or none", &q->floor);
}

static void
read_keep(struct setting *r, struct quiz *q)
{
	const struct value *v = setting_get(r, "keep");

	if (v && !setting_refused(r, "keep", v, !str_is(v->text, "best") && !str_is(v->text, "last"), "best or last"))
		q->set.keep_last = str_is(v->text, "last");
}

static void
read_solution(struct setting *r, struct quiz *q)
{
	const struct value *v = setting_get(r, "solution");
	int i;

	if (!v)
		return;
	for (i = 0; i < SOLUTIONS && !str_is(v->text, quiz_solution_names[i]); i++)
		continue;
	if (!setting_refused(
		r, "solution", v, i == SOLUTIONS, "after-last-try, after-pass, after-submit-quiz, on-request or never"))
		q->set.solution = (enum quiz_solution)i;
}

static void
read_scoring(struct setting *r, struct quiz *q)
{
	const struct value *v = setting_get(r, "scoring");
	struct buf all = BUF_INIT;
	bool known = false;

	if (!v)
		return;
	for (int i = SCORING_EXACT; i < SCORINGS; i++)
		if (i != SCORING_CREDITS) { /* nobody writes it: it follows from `score=` */
			known |= str_is(v->text, question_scoring_names[i]);
			buf_fmt(&all, "%s%s", all.n > 0 ? " " : "", question_scoring_names[i]);
		}
	buf_chr(&all, '\0');
	if (!setting_refused(r, "scoring", v, !known, all.p))
		q->scoring = v->text;
	buf_free(&all);
}

/* "9 points": the number, and true. */
static bool
points_of(struct str s, struct ratio *out)
{
	size_t blank = str_find(s, ' ');
	struct str word = str_trim(str_sub(s, blank, s.n));

	return (str_is(word, "points") || str_is(word, "point")) && ratio_parse(str_sub(s, 0, blank), out) &&
	    out->num >= 0;
}

static void
read_pass(struct setting *r, struct quiz *q)
{
	static const char wanted[] = "a share of all points, as 70% or 7/10, or a number of them, as \"9 points\"";
	const struct value *v = setting_get(r, "pass");

	if (!v)
		return;
	if (points_of(v->text, &q->pass))
		q->has_pass = q->pass_in_points = true;
	else
		q->has_pass = setting_ratio(r, "pass", &RATIO_ZERO, &RATIO_ONE, wanted, &q->pass);
	if (q->has_pass && !q->set.scored)
		diag_add(r->d, DIAG_QUIZ_LINT, r->src, v->at,
		    "`mode: %s` keeps no score, so nobody passes or fails; write `mode: self-check`",
		    quiz_mode_names[q->mode]);
}

static enum quiz_mode
mode_of(const struct meta *m)
{
	for (int i = 0; i < QUIZ_MODES; i++)
		if (str_is(m->mode, quiz_mode_names[i]))
			return (enum quiz_mode)i;
	return QUIZ_PRACTICE; /* nothing written, or diagnosed by meta_check() */
}

static void
read_settings(struct arena *a, struct setting *r, struct quiz *q)
{
	read_tries(r, q);
	setting_ratio(r, "penalty", &RATIO_ZERO, &RATIO_ONE, "a number from 0 to 1, as 1/3", &q->set.penalty);
	read_keep(r, q);
	read_solution(r, q);
	read_floor(r, q);
	setting_ratio(r, "points", &RATIO_ZERO, NULL, "a number from 0", &q->points);
	read_scoring(r, q);
	read_pass(r, q);
	attempts_read(a, r, q);
}

static void
refuse_settings(struct setting *r)
{
	for (size_t i = 0; i < SETTINGS; i++) {
		const struct value *v = setting_get(r, setting_names[i]);

		if (v)
			diag_note(r->d,
			    diag_add(r->d, DIAG_SETTING_UNKNOWN, r->src, v->at, "`%s` is a setting of quizzes",
				setting_names[i]),
			    "a page with it says `type: quiz`");
	}
}

/* What a translation repeats of the settings must be the same. */
static void
compare_settings(struct setting *r, const struct value *source)
{
	for (size_t i = 0; i < SETTINGS; i++) {
		const struct value *v = setting_get(r, setting_names[i]), *s = value_get(source, setting_names[i]);

		if (v && (!s || v->kind != s->kind || !str_eq(v->text, s->text)))
			diag_add(r->d, DIAG_TRANSLATION_DIFFERS, r->src, v->at, "`%s` is not that of the source",
			    setting_names[i]);
	}
}

/* -- the bands -- */

static bool
band_of_quiz(const struct node *n, const struct node *root)
{
	if (!node_is_directive(n, "band"))
		return false;
	for (const struct node *up = n->parent; up && up != root; up = up->parent)
		if (node_is_directive(up, "indicators") || node_is_directive(up, "checklist"))
			return false;
	return true;
}

/* Where a band begins: as written, else (in a translation) as the source's band in this place. */
static bool
band_from(struct setting *r, struct band *b, const struct quiz *source, size_t place)
{
	const struct attr *from = attrs_get(b->node->attrs, "from"), *of = attrs_get(b->node->attrs, "of");
	const struct band *same = source && place < source->nbands ? &source->bands[place] : NULL;

	if (of)
		diag_add(r->d, DIAG_ATTRIBUTE_VALUE, r->src, of->at,
		    "`of` is for signs that are ticked, not for results of a quiz");
	if (!from && same) {
		b->from = same->from;
		return true;
	}
	if (!from || !ratio_parse(from->value, &b->from) || b->from.num < 0 || ratio_cmp(b->from, RATIO_ONE) > 0) {
		diag_add(r->d, DIAG_ATTRIBUTE_VALUE, r->src, from ? from->at : b->node->at,
		    "a band needs `from`, a share of all points as 75%%");
		return false;
	}
	if (same && ratio_cmp(same->from, b->from) != 0)
		diag_add(r->d, DIAG_TRANSLATION_DIFFERS, r->src, from->at, "`from` is not that of the source");
	return true;
}

/* The lowest begins at 0, and no two begin alike. */
static void
check_bands(struct setting *r, const struct quiz *q)
{
	const struct band *lowest = q->nbands > 0 ? q->bands : NULL;

	for (size_t i = 0; i < q->nbands; i++) {
		if (ratio_cmp(q->bands[i].from, lowest->from) < 0)
			lowest = &q->bands[i];
		for (size_t k = 0; k < i; k++)
			if (ratio_cmp(q->bands[i].from, q->bands[k].from) == 0)
				diag_add(r->d, DIAG_ATTRIBUTE_VALUE, r->src, q->bands[i].node->at,
				    "another band begins there, too");
	}
	if (lowest && lowest->from.num != 0)
		diag_add(r->d, DIAG_ATTRIBUTE_VALUE, r->src, lowest->node->at,
		    "the lowest band begins at 0, so that each result has its text");
	if (lowest && !q->set.scored)
		diag_add(r->d, DIAG_QUIZ_LINT, r->src, lowest->node->at,
		    "`mode: %s` keeps no score: this is never shown", quiz_mode_names[q->mode]);
}

static void
read_bands(struct arena *a, struct setting *r, struct quiz *q, struct node *root, const struct quiz *source)
{
	struct bands VEC_OF(struct band) found = { 0 };
	size_t place = 0;

	for (struct node *n = root; n; n = node_next_block(n, root)) {
		struct band b = { .node = n };

		if (band_of_quiz(n, root) && band_from(r, &b, source, place++))
			VEC_PUSH(&found, b);
	}
	q->bands = ARENA_ARRAY(a, struct band, found.n);
	q->nbands = found.n;
	for (size_t i = 0; i < found.n; i++)
		q->bands[i] = found.v[i];
	VEC_FREE(&found);
	if (!source)
		check_bands(r, q);
	else if (source->nbands != place)
		diag_add(r->d, DIAG_TRANSLATION_DIFFERS, r->src, (struct span){ 0 },
		    "%zu bands here, %zu in the source", place, source->nbands);
}

struct quiz *
quiz_read(struct arena *a, const struct text *text, const struct source *src, struct node *root,
    const struct quiz *source, struct diags *d)
{
	const struct text *original = text->doc->texts[0];
	struct setting here = { site_front(a, text), src, d };
	struct quiz *q = ARENA_NEW(a, struct quiz);

	quiz_init(q, QUIZ_PRACTICE);
	if (text->doc->type != PAGE_QUIZ) {
		refuse_settings(&here);
		return q;
	}
	if (source) {
		*q = *source;
		compare_settings(&here, site_front(a, original));
	} else {
		quiz_init(q, mode_of(&original->meta));
		here.front = site_front(a, original);
		read_settings(a, &here, q);
	}
	q->page = true;
	read_bands(a, &here, q, root, source);
	return q;
}

/* -- the pass mark against the questions -- */

enum { MOST_STEPS = 100000 };

static int64_t
common_multiple(int64_t a, int64_t b)
{
	struct ratio r;

	return ratio_make(a, b, &r) ? r.num * b : 0;
}

/* What each question of an attempt weighs. */
struct points VEC_OF(struct ratio);

static void
list_points(const struct body *body, struct points *asked)
{
	const struct quiz *q = body->quiz;

	for (size_t i = 0; i < body->nquestions; i++)
		if (quiz_draw_of(q, body->questions[i]->tags) < 0)
			VEC_PUSH(asked, body->questions[i]->points);
	for (size_t i = 0; i < q->ndraws; i++)
		for (int k = 0; k < q->draws[i].take && asked->n < MOST_STEPS; k++)
			VEC_PUSH(asked, q->draws[i].points);
}

static bool
total_points(const struct points *asked, struct ratio *total, int64_t *den)
{
	*total = RATIO_ZERO;
	*den = 1;
	for (size_t i = 0; i < asked->n; i++) {
		if (!ratio_add(*total, asked->v[i], total) || asked->v[i].den > MOST_STEPS)
			return false;
		*den = common_multiple(*den, asked->v[i].den);
		if (*den == 0 || *den > MOST_STEPS)
			return false;
	}
	return true;
}

/*
 * The greatest sum of points of whole questions that is below ${mark}, all counted in steps of 1/den; -1 where ${mark}
 * itself is such a sum. Few steps, so a table of what can be reached will do.
 */
static int64_t
best_below(const struct points *asked, int64_t den, int64_t steps, struct ratio mark)
{
	bool *reached = mem_alloc((size_t)steps + 1);
	int64_t best = 0;

	reached[0] = true;
	for (size_t i = 0; i < asked->n; i++) {
		struct ratio p = asked->v[i];
		int64_t worth = p.num * (den / p.den);

		for (int64_t s = steps; s >= worth && worth > 0; s--)
			reached[s] |= reached[s - worth];
	}
	for (int64_t s = 0; s <= steps && best >= 0; s++) {
		int order = ratio_cmp(RATIO(s, 1), mark);

		if (reached[s] && order <= 0)
			best = order == 0 ? -1 : s;
	}
	free(reached);
	return best;
}

/* 66.67 % of three points is more than two of them: the author meant 2/3. */
static void
check_hair(const struct body *body, const struct points *asked, struct ratio total, int64_t den, const struct value *at,
    struct diags *d)
{
	struct ratio steps, mark, gap, share;
	int64_t below;

	if (!ratio_mul(total, RATIO(den, 1), &steps) || steps.num > MOST_STEPS ||
	    !ratio_mul(steps, body->quiz->pass, &mark))
		return;
	below = best_below(asked, den, steps.num, mark);
	if (below <= 0 || !ratio_sub(mark, RATIO(below, 1), &gap) || !ratio_mul(gap, RATIO(1000, 1), &gap) ||
	    ratio_cmp(gap, steps) > 0 || !ratio_make(below, steps.num, &share))
		return;
	diag_add(d, DIAG_QUIZ_LINT, &body->src, at->at,
	    "a result a hair below this fails; write `pass: %lld/%lld` if it should pass", (long long)share.num,
	    (long long)share.den);
}

static void
check_pass(const struct body *body, const struct points *asked, struct ratio total, int64_t den, const struct value *at,
    struct diags *d)
{
	const struct quiz *q = body->quiz;

	if (q->pass_in_points && ratio_cmp(q->pass, total) > 0)
		diag_add(
		    d, DIAG_SETTING_VALUE, &body->src, at->at, "there are not so many points to be had on this page");
	if (!q->pass_in_points && total.num > 0)
		check_hair(body, asked, total, den, at, d);
}

void
quiz_check(struct arena *a, const struct body *body, struct diags *d)
{
	const struct value *at =
	    body->quiz && body->quiz->has_pass ? value_get(site_front(a, body->text), "pass") : NULL;
	struct points asked = { 0 };
	struct ratio total;
	int64_t den;

	if (!at)
		return;
	list_points(body, &asked);
	if (asked.n > 0 && total_points(&asked, &total, &den))
		check_pass(body, &asked, total, den, at, d);
	VEC_FREE(&asked);
}
