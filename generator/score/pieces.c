/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/pieces.h"

#include "base/words.h"
#include "score/branched.h"
#include "score/slipdata.h"

/* -- pages -- */

static bool
always(const struct body *body)
{
	(void)body;
	return true;
}

static bool
asked(const struct body *body)
{
	return body_asked(body, 0) != NULL;
}

static bool
on_quiz(const struct body *body)
{
	return asked(body) && body->quiz->page;
}

static bool
ticked(const struct body *body)
{
	return body->has_indicators;
}

static bool
story(const struct body *body)
{
	return body->nscenarios > 0;
}

static bool
counted(const struct body *body)
{
	return asked(body) || branched_scored(body);
}

static bool
sealed(const struct body *body)
{
	return asked(body) && body->salt.n > 0;
}

static bool
slipped(const struct body *body)
{
	return asked(body) && slipdata_wanted(body);
}

static bool
drawing(const struct body *body)
{
	return asked(body) && body->quiz->ndraws > 0;
}

static bool
scored(const struct body *body)
{
	return asked(body) && body->quiz->set.scored;
}

static bool
summed(const struct body *body)
{
	return on_quiz(body) && scored(body);
}

static bool
passed(const struct body *body)
{
	return summed(body) && body->quiz->has_pass;
}

static bool
failed(const struct body *body)
{
	return passed(body) && body->quiz->attempts > 0;
}

static bool
banded(const struct body *body)
{
	return on_quiz(body) && body->quiz->nbands > 0;
}

static bool
handed_in(const struct body *body)
{
	return on_quiz(body) && body->quiz->set.at_end;
}

/* Of several attempts, which one counts. */
static bool
graded(const struct body *body, enum quiz_grade grade)
{
	return summed(body) && body->quiz->attempts != 1 && body->quiz->grade == grade;
}

static bool
best(const struct body *body)
{
	return graded(body, GRADE_BEST);
}

static bool
last(const struct body *body)
{
	return graded(body, GRADE_LAST);
}

static bool
first(const struct body *body)
{
	return graded(body, GRADE_FIRST);
}

static bool
average(const struct body *body)
{
	return graded(body, GRADE_AVERAGE);
}

/* -- questions -- */

static bool
any(const struct body *body, bool (*is)(const struct question *q))
{
	for (size_t i = 0; body_asked(body, i); i++)
		if (is(body_asked(body, i)))
			return true;
	return false;
}

static bool
any_answer(const struct body *body, bool (*is)(const struct question *q, const struct gap *g, const struct accepted *a))
{
	for (size_t i = 0; body_asked(body, i); i++) {
		const struct question *q = body_asked(body, i);

		for (size_t g = 0; g < q->ngaps; g++)
			for (size_t a = 0; a < q->gaps[g].nanswers; a++)
				if (is(q, &q->gaps[g], &q->gaps[g].answers[a]))
					return true;
	}
	return false;
}

static bool
is_shuffled(const struct question *q)
{
	return q->shuffle;
}

static bool
arranged(const struct body *body)
{
	return any(body, is_shuffled);
}

static bool
by_chance(const struct body *body)
{
	return arranged(body) || sealed(body) || drawing(body);
}

static bool
has_hints(const struct question *q)
{
	return q->nhints > 0;
}

static bool
is_unscored(const struct question *q)
{
	return q->type == QUESTION_SURVEY || q->type == QUESTION_REFLECT;
}

static bool
is_worthless(const struct question *q)
{
	return q->points.num == 0 || is_unscored(q);
}

/* A verdict, or a total, without points. */
static bool
pointless(const struct body *body)
{
	return asked(body) && (!scored(body) || any(body, is_worthless));
}

static bool
pointless_quiz(const struct body *body)
{
	return on_quiz(body) && pointless(body);
}

static bool
has_tries(const struct question *q)
{
	return q->tries > 1;
}

static bool
is_shown_on_request(const struct question *q)
{
	return q->solution == SOLUTION_ON_REQUEST;
}

/* -- ticks -- */

static bool
is_limited(const struct question *q)
{
	return q->max > 0 || q->clicks > 1;
}

static bool
has_credits(const struct question *q)
{
	return q->scoring == SCORING_CREDITS || q->type == QUESTION_HOTSPOT;
}

static bool
has_tick_rule(const struct question *q)
{
	return q->type == QUESTION_MULTIPLE && q->scoring != SCORING_PARTIAL && q->scoring != SCORING_CREDITS;
}

/* -- what is placed -- */

static bool
is_paired(const struct question *q)
{
	return q->type == QUESTION_MATCH || q->type == QUESTION_SORT || q->type == QUESTION_MATRIX;
}

static bool
has_pair_rule(const struct question *q)
{
	return is_paired(q) && q->scoring != SCORING_PER_PAIR;
}

static bool
is_used_once(const struct question *q)
{
	return q->type == QUESTION_MATCH && !q->reuse;
}

static bool
has_order_rule(const struct question *q)
{
	return q->type == QUESTION_ORDER && q->scoring != SCORING_EXACT;
}

/* -- what is typed -- */

static bool
is_number(const struct question *q, const struct gap *g, const struct accepted *a)
{
	(void)q;
	(void)a;
	return g->kind == GAP_NUMBER;
}

static bool
is_rounded(const struct question *q, const struct gap *g, const struct accepted *a)
{
	return is_number(q, g, a) && (a->decimals >= 0 || a->sigfigs > 0);
}

static bool
is_pattern(const struct question *q, const struct gap *g, const struct accepted *a)
{
	(void)q;
	return g->kind == GAP_TEXT && a->match != MATCH_LITERAL;
}

static bool
is_forgiving(const struct question *q, const struct gap *g, const struct accepted *a)
{
	(void)q;
	(void)a;
	return g->kind == GAP_TEXT && g->text.typos;
}

static bool
tells_accents(const struct question *q, const struct gap *g, const struct accepted *a)
{
	(void)q;
	(void)a;
	return g->text.tell_accents;
}

static bool
is_distinct(const struct question *q, const struct gap *g, const struct accepted *a)
{
	(void)g;
	(void)a;
	return q->distinct;
}

/* -- the table -- */

/* In the order in which they are put together. */
static const struct piece pieces[] = {
	{ "page/ready", "", .page = always },
	{ "engine/numbers", "", .page = counted },
	{ "engine/branching", "", .page = branched_scored },
	{ .file = "engine/choice", .words = "" },
	{ "engine/choicerules", "", .question = has_tick_rule },
	{ "engine/choicecredits", "", .question = has_credits },
	{ .file = "engine/pairs", .words = "" },
	{ "engine/pairrules", "", .question = has_pair_rule },
	{ .file = "engine/order", .words = "" },
	{ "engine/orderrules", "", .question = has_order_rule },
	{ .file = "engine/answers", .words = "" },
	{ .file = "engine/text", .words = "" },
	{ "engine/typos", "", .answer = is_forgiving },
	{ "engine/patterns", "", .answer = is_pattern },
	{ "engine/number", "", .answer = is_number },
	{ "engine/rounding", "", .answer = is_rounded },
	{ .file = "engine/gap", .words = "" },
	{ "engine/distinct", "", .answer = is_distinct },
	{ .file = "engine/unscored", .words = "" },
	{ "engine/shuffle", "", .page = by_chance },
	{ "engine/trying", "", .page = asked },
	{ "page/core", "right partly-right wrong not-answered", .page = asked },
	{ NULL, "verdict", .page = pointless },
	{ NULL, "verdict-points points-of", .page = scored },
	{ NULL, "tries-left no-tries-left", .question = has_tries },
	{ NULL, "answer-noted finish-answer change-answer", .question = is_unscored },
	{ "page/parts", "", .page = asked },
	{ .file = "page/choice", .words = "right-option wrong-option answer-first" },
	{ NULL, "choose-max", .question = is_limited },
	{ .file = "page/pairs", .words = "answer-first" },
	{ NULL, "used-once", .question = is_used_once },
	{ .file = "page/survey", .words = "" },
	{ .file = "page/order", .words = "order-first order-kept moved-to" },
	{ .file = "page/typed", .words = "write-first" },
	{ NULL, "not-a-number", .answer = is_number },
	{ "page/accents", "spelling", .answer = tells_accents },
	{ .file = "page/free", .words = "write-first write-min" },
	{ .file = "page/picture", .words = "" },
	{ "page/hints", "right-so-far", .question = has_hints },
	{ "page/load", "", .page = asked },
	{ "page/store", "", .page = asked },
	{ "page/state", "", .page = asked },
	{ "page/seal", "", .page = sealed },
	{ "page/form", "check-answer try-again same-answer", .page = asked },
	{ "page/reveal", "answer-shown", .question = is_shown_on_request },
	{ "page/arrange", "", .question = is_shuffled },
	{ "page/draw", "question-number", .page = drawing },
	{ "engine/grade", "", .page = asked },
	{ "page/session", "changed-since continue", .page = asked },
	{ "page/opencarry", "", .page = asked },
	{ "engine/summing", "", .page = on_quiz },
	{ "page/total", "", .page = on_quiz },
	{ NULL, "total", .page = summed },
	{ NULL, "all-answered", .page = pointless_quiz },
	{ NULL, "passed-sentence not-passed-sentence", .page = passed },
	{ NULL, "failed-sentence", .page = failed },
	{ NULL, "grade-best", .page = best },
	{ NULL, "grade-last", .page = last },
	{ NULL, "grade-first", .page = first },
	{ NULL, "grade-average", .page = average },
	{ "engine/banding", "", .page = banded },
	{ "page/bands", "", .page = banded },
	{ "page/openslip", "slip-again", .page = slipped },
	{ "page/quiz", "answered-of", .page = on_quiz },
	{ "page/handin", "unanswered", .page = handed_in },
	{ "page/start", "", .page = asked },
	{ "page/ticks", "", .page = ticked },
	{ "page/startticks", "", .page = ticked },
	{ "page/points", "", .page = branched_scored },
	{ "page/scenario", "", .page = story },
	{ "page/startscenario", "", .page = story },
};
enum { PIECES = sizeof pieces / sizeof *pieces };

static bool
needed(const struct piece *p, const struct body *body)
{
	if (p->page)
		return p->page(body);
	if (p->question)
		return any(body, p->question);
	if (p->answer)
		return any_answer(body, p->answer);
	for (size_t i = 0; body_asked(body, i); i++)
		if (words_has(str_of(question_kinds[body_asked(body, i)->type].pieces), str_of(p->file)))
			return true;
	return false;
}

const struct piece *
pieces_next(const struct body *body, size_t *at)
{
	while (*at < PIECES) {
		const struct piece *p = &pieces[(*at)++];

		if (needed(p, body))
			return p;
	}
	return NULL;
}
