/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package/ticked.h"

#include "package/grades.h"
#include "package/prose.h"

static const struct span here;

static struct item_text
words(struct exchange *x, const struct option *o)
{
	if (o->item)
		return prose_text(x, o->item);
	return (struct item_text){ o->id, ITEM_HTML, 0 };
}

/* What an option has besides words, credit and one feedback. */
static void
tell_rest(struct exchange *x, const struct option *o)
{
	struct span at = o->item ? o->item->at : here;

	if (o->feedback_not)
		exchange_loss(x, o->feedback_not->at, "feedback for one who did not choose this");
	if (o->hint)
		exchange_loss(x, o->hint->at, "a hint of an option");
	if (o->fixed && x->q->shuffle)
		exchange_loss(x, at, "`.fixed`: its place is not kept when options are shuffled");
	if (o->area.shape != AREA_NONE)
		exchange_loss(x, at, "the place in the picture: what it shows is chosen from a list");
}

bool
ticked_truefalse(struct exchange *x)
{
	for (size_t i = 0; i < x->q->noptions; i++) {
		const struct option *o = &x->q->options[i];
		struct item_answer *answer = item_answer(x->arena, &x->it->answers);

		answer->fraction = o->right ? RATIO_ONE : RATIO_ZERO;
		answer->text = words(x, o);
		answer->feedback = prose_quote(x, o->feedback);
		/* Of two options each is a result, too. */
		if (!o->feedback)
			answer->feedback = prose_quote(x, o->right ? x->q->correct : x->q->incorrect);
		else if (o->right ? x->q->correct : x->q->incorrect)
			exchange_loss(x, (o->right ? x->q->correct : x->q->incorrect)->at,
			    "feedback by result beside that of an option");
		tell_rest(x, o);
		if (o->item)
			exchange_loss(x, o->item->at, "the words of this option: there it is called true or false");
		if (o->has_credit)
			exchange_loss(x, o->item->at, "`score=` of true or false");
	}
	return true;
}

/* -- the rule, as a credit for each tick -- */

static size_t
count(const struct question *q, bool right)
{
	size_t n = 0;

	for (size_t i = 0; i < q->noptions; i++)
		n += q->options[i].right == right;
	return n;
}

static struct ratio
share(int64_t num, size_t of)
{
	return of > 0 ? RATIO(num, (int64_t)of) : RATIO_ZERO;
}

static struct ratio
fraction(const struct question *q, const struct option *o, enum question_scoring rule)
{
	if (rule == SCORING_CREDITS)
		return o->credit;
	if (rule == SCORING_EXACT)
		return o->right ? RATIO_ONE : RATIO_ZERO;
	if (o->right)
		return share(1, count(q, true));
	switch (rule) {
	case SCORING_CANCEL: return share(-1, count(q, true));
	case SCORING_STRICT: return RATIO(-1, 1);
	case SCORING_POSITIVE: return RATIO_ZERO;
	default: return share(-1, count(q, false));
	}
}

/* The rule that comes nearest, and what is lost by it. */
static enum question_scoring
nearest_rule(struct exchange *x)
{
	const struct question *q = x->q;

	switch (q->scoring) {
	case SCORING_EXACT:
		if (x->it->single)
			return SCORING_EXACT; /* of one choice: right or wrong */
		exchange_loss(x, here, "`scoring=exact`: there is no all or nothing; it is now as `strict`");
		return SCORING_STRICT;
	case SCORING_DECISIONS:
		exchange_loss(
		    x, here, "`scoring=decisions`: what is rightly left alone earns nothing; it is now as `partial`");
		return SCORING_PARTIAL;
	case SCORING_AREA_MAPPING: return SCORING_CREDITS;
	default: return q->scoring;
	}
}

static void
answer(struct exchange *x, const struct option *o, enum question_scoring rule)
{
	struct item_answer *made = item_answer(x->arena, &x->it->answers);
	struct ratio f = fraction(x->q, o, rule), near = grades_nearest(f);
	struct buf is = BUF_INIT, was = BUF_INIT;

	made->text = words(x, o);
	made->feedback = prose_quote(x, o->feedback);
	made->fraction = near;
	if (ratio_cmp(f, near) != 0) {
		ratio_write(&was, f);
		grades_percent(&is, near);
		exchange_loss(x, o->item ? o->item->at : here, "the credit %.*s: the nearest there is %.*s %%",
		    STR_ARG(buf_view(&was)), STR_ARG(buf_view(&is)));
	}
	tell_rest(x, o);
	buf_free(&is);
	buf_free(&was);
}

bool
ticked_options(struct exchange *x)
{
	const struct question *q = x->q;
	enum question_scoring rule;

	x->it->single = q->type == QUESTION_SINGLE || (q->type == QUESTION_HOTSPOT && q->clicks == 1);
	if (q->none) {
		exchange_loss(x, here, "the whole question: there, something must be right (`none=yes`)");
		return false;
	}
	rule = nearest_rule(x);
	if (!x->it->single && (q->max > 0 || (q->type == QUESTION_HOTSPOT && q->clicks > 0)))
		exchange_loss(x, here, "how many may be ticked at most");
	for (size_t i = 0; i < q->noptions; i++)
		answer(x, &q->options[i], rule);
	return true;
}
