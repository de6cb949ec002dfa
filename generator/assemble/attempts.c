/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/attempts.h"

static void
read_attempts(struct setting *r, struct quiz *q)
{
	const struct value *v = setting_get(r, "attempts");
	int n = v ? setting_count(v->text) : -1;

	q->attempts = n > 0 ? n : 0;
	if (v)
		setting_refused(
		    r, "attempts", v, !str_is(v->text, "unlimited") && n < 0, "a whole number from 1, or unlimited");
	else if (q->mode == QUIZ_TEST)
		diag_note(r->d,
		    diag_add(r->d, DIAG_SETTING_MISSING, r->src, setting_get(r, "mode")->at, "a test needs `attempts`"),
		    "how often may one take it? `attempts: 1`, or `attempts: unlimited`");
}

static void
read_grade(struct setting *r, struct quiz *q)
{
	const struct value *v = setting_get(r, "grade");
	int i;

	if (!v)
		return;
	for (i = 0; i < QUIZ_GRADES && !str_is(v->text, quiz_grade_names[i]); i++)
		continue;
	if (setting_refused(r, "grade", v, i == QUIZ_GRADES, "best, last, first or average"))
		return;
	q->grade = (enum quiz_grade)i;
	if (!q->set.scored)
		diag_add(r->d, DIAG_QUIZ_LINT, r->src, v->at, "`mode: %s` keeps no score: `grade` has no effect",
		    quiz_mode_names[q->mode]);
}

static bool
yes_or_no(const struct value *v)
{
	return v->kind == VALUE_BOOL || str_is(v->text, "yes") || str_is(v->text, "no");
}

static void
read_shuffle(struct setting *r, struct quiz *q)
{
	const struct value *v = setting_get(r, "shuffle");

	if (!v || setting_refused(r, "shuffle", v, !yes_or_no(v), "yes or no"))
		return;
	q->shuffle = v->kind == VALUE_BOOL ? v->as.flag : str_is(v->text, "yes");
}

/* -- questions that are drawn -- */

static void
unknown_keys(struct setting *r, const struct value *v)
{
	for (size_t i = 0; i < v->n; i++) {
		const struct value_entry *e = &v->as.entries[i];

		if (!str_is(e->key, "from") && !str_is(e->key, "take") && !str_is(e->key, "points"))
			diag_note(r->d,
			    diag_add(r->d, DIAG_SETTING_UNKNOWN, r->src, e->key_at, "`%.*s`", STR_ARG(e->key)),
			    "a draw has `from`, a tag, `take`, how many, and `points` of each");
	}
}

/* `{from: TAG, take: N, points: P}`; false where it cannot be drawn (diagnosed). */
static bool
read_draw(struct setting *r, const struct value *v, struct quiz_draw *out)
{
	struct setting here = { v, r->src, r->d };
	const struct value *from, *take;

	if (setting_refused(r, "draw", v, v->kind != VALUE_MAP, "a tag and a number, as {from: m2, take: 5}"))
		return false;
	unknown_keys(r, v);
	from = value_get(v, "from");
	take = value_get(v, "take");
	if (!from || !take) {
		diag_note(r->d,
		    diag_add(r->d, DIAG_SETTING_MISSING, r->src, v->at, "`%s` of a draw", from ? "take" : "from"),
		    "write {from: TAG, take: N}: so many of the questions that have `tags=TAG`");
		return false;
	}
	if (setting_refused(&here, "from", from,
		from->kind == VALUE_LIST || from->kind == VALUE_MAP || str_find(from->text, ' ') < from->text.n ||
		    from->text.n == 0,
		"one tag, a word as it stands in `tags=` of questions") ||
	    setting_refused(&here, "take", take, setting_count(take->text) < 0,
		"how many questions are drawn, a whole number from 1"))
		return false;
	*out = (struct quiz_draw){ from->text, setting_count(take->text), RATIO_ONE, v->at };
	setting_ratio(&here, "points", &RATIO_ZERO, NULL, "a number from 0: what each of them weighs", &out->points);
	return true;
}

static void
read_draws(struct arena *a, struct setting *r, struct quiz *q)
{
	const struct value *v = setting_get(r, "draw");
	size_t n = !v ? 0 : v->kind == VALUE_LIST ? v->n : 1;

	q->draws = ARENA_ARRAY(a, struct quiz_draw, n);
	for (size_t i = 0; i < n; i++) {
		struct quiz_draw *draw = &q->draws[q->ndraws];
		bool twice = false;

		if (!read_draw(r, v->kind == VALUE_LIST ? &v->as.items[i] : v, draw))
			continue;
		for (size_t k = 0; k < q->ndraws; k++)
			twice |= str_eq(q->draws[k].tag, draw->tag);
		if (twice)
			diag_add(r->d, DIAG_SETTING_VALUE, r->src, draw->at, "`%.*s` is drawn from already",
			    STR_ARG(draw->tag));
		else
			q->ndraws++;
	}
}

void
attempts_read(struct arena *a, struct setting *r, struct quiz *q)
{
	read_attempts(r, q);
	read_grade(r, q);
	read_shuffle(r, q);
	read_draws(a, r, q);
}
