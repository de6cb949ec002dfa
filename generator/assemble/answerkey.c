/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/answerkey.h"

#include "assemble/alike.h"
#include "base/map.h"

/* Counts and sums over the options, for the checks. */
struct tally {
	size_t right, wrong, credited, credited_right;
	struct ratio best, positive, all; /* credits: the greatest, the sum of those above 0, the sum */
	const struct option *second;      /* the second right one; NULL: there is none */
};

static bool
refuse(struct asking *as, const struct option *o, const char *why)
{
	asking_fault(as, DIAG_QUESTION_OPTION, asking_option(as, o), "%s", why);
	return false;
}

static bool
check_texts(struct asking *as)
{
	struct question *q = as->q;
	struct map seen = MAP_INIT;
	bool fine = true;

	for (size_t i = 0; i < q->noptions; i++) {
		struct option *o = &q->options[i];
		struct str text = o->item ? alike_words(as->arena, o->item, true) : STR_EMPTY;

		if (!o->item)
			continue;
		if (text.n == 0)
			fine = refuse(as, o, "this option is empty");
		else if (map_add(&seen, text, o))
			fine = refuse(as, o, "another option says the same");
	}
	map_free(&seen);
	return fine;
}

/* False where the credits are too long for exact sums. */
static bool
count(const struct question *q, struct tally *t)
{
	*t = (struct tally){ .best = RATIO(INT64_MIN, 1), .positive = RATIO_ZERO, .all = RATIO_ZERO };
	for (size_t i = 0; i < q->noptions; i++) {
		const struct option *o = &q->options[i];

		t->right += o->right;
		t->wrong += !o->right;
		t->credited += o->has_credit;
		t->credited_right += o->has_credit && o->right;
		if (o->right && t->right == 2)
			t->second = o;
		if (ratio_cmp(o->credit, t->best) > 0)
			t->best = o->credit;
		if ((o->credit.num > 0 && !ratio_add(t->positive, o->credit, &t->positive)) ||
		    !ratio_add(t->all, o->credit, &t->all))
			return false;
	}
	return true;
}

/* A tick without `score` is full marks in a `single`. */
static void
default_credits(struct question *q)
{
	bool any = false;

	for (size_t i = 0; i < q->noptions; i++)
		any |= q->options[i].has_credit;
	if (!any)
		return;
	q->scoring = SCORING_CREDITS;
	for (size_t i = 0; i < q->noptions; i++)
		if (!q->options[i].has_credit && q->options[i].right && q->type != QUESTION_MULTIPLE)
			q->options[i].credit = RATIO_ONE;
}

static bool
check_single(struct asking *as, const struct tally *t)
{
	struct question *q = as->q;

	if (q->noptions < 2)
		asking_fault(as, DIAG_QUESTION_LINT, asking_option(as, q->options), "there is nothing to choose from");
	if (t->right > 1 && t->credited_right < t->right) {
		diag_note(as->d,
		    asking_fault(as, DIAG_QUESTION_OPTION, asking_option(as, t->second),
			"a second option is ticked, but one can be chosen"),
		    "%s",
		    q->type == QUESTION_SINGLE ? "write `type=multiple`, or give each ticked option a `score=`"
					       : "tick the one that is right");
		return false;
	}
	if (t->credited > 0 && ratio_cmp(t->best, RATIO_ONE) != 0) {
		asking_fault(
		    as, DIAG_QUESTION_OPTION, q->node->at, "no option has the credit 1: nobody can get full marks");
		return false;
	}
	return true;
}

static bool
check_credits(struct asking *as, const struct tally *t)
{
	struct question *q = as->q;

	if (t->credited_right < t->right) {
		asking_fault(as, DIAG_QUESTION_OPTION, q->node->at,
		    "where one ticked option has a `score=`, each of them needs one");
		return false;
	}
	if (ratio_cmp(t->positive, RATIO_ONE) < 0) {
		asking_fault(
		    as, DIAG_QUESTION_OPTION, q->node->at, "the credits do not add up to 1: nobody can get full marks");
		return false;
	}
	if (q->type == QUESTION_MULTIPLE && ratio_cmp(t->all, RATIO_ONE) >= 0)
		diag_note(as->d,
		    asking_fault(as, DIAG_QUESTION_LINT, q->node->at, "ticking every option earns full marks"),
		    "give the wrong ones a `score=` below 0");
	return true;
}

static void
lint_multiple(struct asking *as, const struct tally *t)
{
	struct question *q = as->q;

	if (q->scoring == SCORING_POSITIVE && q->max == 0)
		asking_fault(as, DIAG_QUESTION_LINT, q->node->at,
		    "with `scoring=positive` ticking every option earns full marks; add `max=%zu`", t->right);
	else if (q->scoring == SCORING_CANCEL && t->right > t->wrong)
		asking_fault(as, DIAG_QUESTION_LINT, q->node->at,
		    "with `scoring=cancel` and more right options than wrong ones, ticking every option earns points");
	else if (t->wrong == 0)
		asking_fault(as, DIAG_QUESTION_LINT, q->node->at, "every option is right");
}

static bool
check_multiple(struct asking *as, const struct tally *t)
{
	struct question *q = as->q;

	if (q->max > 0 && t->right > (size_t)q->max) {
		asking_fault(as, DIAG_QUESTION_OPTION, q->node->at,
		    "%zu options are right, but `max=%d` lets one tick fewer", t->right, q->max);
		return false;
	}
	if (q->none && t->right > 0) {
		asking_fault(as, DIAG_QUESTION_OPTION, asking_option(as, &q->options[0]),
		    "with `none=yes` no option may be ticked");
		return false;
	}
	if (t->credited > 0)
		return check_credits(as, t);
	if (t->right > 0)
		lint_multiple(as, t);
	return true;
}

static bool
check_key(struct asking *as)
{
	struct question *q = as->q;
	struct tally t;

	default_credits(q);
	if (!count(q, &t)) {
		asking_fault(as, DIAG_QUESTION_OPTION, q->node->at, "these credits cannot be added up exactly");
		return false;
	}
	if (t.right == 0 && !q->none) {
		diag_note(as->d,
		    asking_fault(as, DIAG_QUESTION_KEY, q->answers ? q->answers->at : q->node->at,
			"none of %zu is ticked", q->noptions),
		    "%s",
		    q->type == QUESTION_MULTIPLE
			? "tick the right ones with `[x]`; where ticking nothing is right, write `none=yes`"
			: "tick the right one with `[x]`");
		return false;
	}
	if (q->type == QUESTION_HOTSPOT)
		return t.credited == 0 || check_credits(as, &t);
	return q->type == QUESTION_MULTIPLE ? check_multiple(as, &t) : check_single(as, &t);
}

bool
answerkey_check(struct asking *as)
{
	bool fine = check_texts(as);

	return (as->ctx->source || as->q->type == QUESTION_SURVEY || check_key(as)) && fine;
}
