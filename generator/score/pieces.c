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
hinted(const struct body *body)
{
	return any(body, has_hints);
}

static bool
is_unscored(const struct question *q)
{
	return q->type == QUESTION_SURVEY || q->type == QUESTION_REFLECT;
}

static bool
unscored(const struct body *body)
{
	return any(body, is_unscored);
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
retried(const struct body *body)
{
	return any(body, has_tries);
}

static bool
is_shown_on_request(const struct question *q)
{
	return q->solution == SOLUTION_ON_REQUEST;
}

static bool
on_request(const struct body *body)
{
	return any(body, is_shown_on_request);
}

/* -- ticks -- */

static bool
is_limited(const struct question *q)
{
	return q->max > 0 || q->clicks > 1;
}

static bool
limited(const struct body *body)
{
	return any(body, is_limited);
}

static bool
has_credits(const struct question *q)
{
	return q->scoring == SCORING_CREDITS || q->type == QUESTION_HOTSPOT;
}

static bool
credited(const struct body *body)
{
	return any(body, has_credits);
}

static bool
has_tick_rule(const struct question *q)
{
	return q->type == QUESTION_MULTIPLE && q->scoring != SCORING_PARTIAL && q->scoring != SCORING_CREDITS;
}

static bool
tick_rules(const struct body *body)
{
	return any(body, has_tick_rule);
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
pair_rules(const struct body *body)
{
	return any(body, has_pair_rule);
}

static bool
is_used_once(const struct question *q)
{
	return q->type == QUESTION_MATCH && !q->reuse;
}

static bool
used_once(const struct body *body)
{
	return any(body, is_used_once);
}

static bool
has_order_rule(const struct question *q)
{
	return q->type == QUESTION_ORDER && q->scoring != SCORING_EXACT;
}

static bool
order_rules(const struct body *body)
{
	return any(body, has_order_rule);
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
numeric(const struct body *body)
{
	return any_answer(body, is_number);
}

static bool
is_rounded(const struct question *q, const struct gap *g, const struct accepted *a)
{
	return is_number(q, g, a) && (a->decimals >= 0 || a->sigfigs > 0);
}

static bool
rounded(const struct body *body)
{
	return any_answer(body, is_rounded);
}

static bool
is_pattern(const struct question *q, const struct gap *g, const struct accepted *a)
{
	(void)q;
	return g->kind == GAP_TEXT && a->match != MATCH_LITERAL;
}

static bool
patterned(const struct body *body)
{
	return any_answer(body, is_pattern);
}

static bool
is_forgiving(const struct question *q, const struct gap *g, const struct accepted *a)
{
	(void)q;
	(void)a;
	return g->kind == GAP_TEXT && g->text.typos;
}

static bool
forgiving(const struct body *body)
{
	return any_answer(body, is_forgiving);
}

static bool
tells_accents(const struct question *q, const struct gap *g, const struct accepted *a)
{
	(void)q;
	(void)a;
	return g->text.tell_accents;
}

static bool
accented(const struct body *body)
{
	return any_answer(body, tells_accents);
}

static bool
is_distinct(const struct question *q, const struct gap *g, const struct accepted *a)
{
	(void)g;
	(void)a;
	return q->distinct;
}

static bool
distinct(const struct body *body)
{
	return any_answer(body, is_distinct);
}

/* -- the table -- */

/* In the order in which they are put together. */
static const struct piece pieces[] = {
	{ "page/ready", "", always },
	{ "engine/numbers", "", counted },
	{ "engine/branching", "", branched_scored },
	{ "engine/choice", "", NULL },
	{ "engine/choicerules", "", tick_rules },
	{ "engine/choicecredits", "", credited },
	{ "engine/pairs", "", NULL },
	{ "engine/pairrules", "", pair_rules },
	{ "engine/order", "", NULL },
	{ "engine/orderrules", "", order_rules },
	{ "engine/answers", "", NULL },
	{ "engine/text", "", NULL },
	{ "engine/typos", "", forgiving },
	{ "engine/patterns", "", patterned },
	{ "engine/number", "", numeric },
	{ "engine/rounding", "", rounded },
	{ "engine/gap", "", NULL },
	{ "engine/distinct", "", distinct },
	{ "engine/unscored", "", NULL },
	{ "engine/shuffle", "", by_chance },
	{ "page/core", "right partly-right wrong not-answered", asked },
	{ NULL, "verdict", pointless },
	{ NULL, "verdict-points points-of", scored },
	{ NULL, "tries-left no-tries-left", retried },
	{ NULL, "answer-noted finish-answer change-answer", unscored },
	{ "page/parts", "", asked },
	{ "page/choice", "right-option wrong-option answer-first", NULL },
	{ NULL, "choose-max", limited },
	{ "page/pairs", "answer-first", NULL },
	{ NULL, "used-once", used_once },
	{ "page/survey", "", NULL },
	{ "page/order", "order-first order-kept moved-to", NULL },
	{ "page/typed", "write-first", NULL },
	{ NULL, "not-a-number", numeric },
	{ "page/accents", "spelling", accented },
	{ "page/free", "write-first write-min", NULL },
	{ "page/picture", "", NULL },
	{ "page/hints", "right-so-far", hinted },
	{ "page/load", "", asked },
	{ "page/store", "", asked },
	{ "page/state", "", asked },
	{ "page/seal", "", sealed },
	{ "page/form", "check-answer try-again same-answer", asked },
	{ "page/reveal", "answer-shown", on_request },
	{ "page/arrange", "", arranged },
	{ "page/draw", "question-number", drawing },
	{ "engine/grade", "", asked },
	{ "page/session", "changed-since continue", asked },
	{ "page/carry", "", asked },
	{ "page/total", "", on_quiz },
	{ NULL, "total", summed },
	{ NULL, "all-answered", pointless_quiz },
	{ NULL, "passed-sentence not-passed-sentence", passed },
	{ NULL, "failed-sentence", failed },
	{ NULL, "grade-best", best },
	{ NULL, "grade-last", last },
	{ NULL, "grade-first", first },
	{ NULL, "grade-average", average },
	{ "page/openslip", "slip-again", slipped },
	{ "page/quiz", "answered-of", on_quiz },
	{ "page/handin", "unanswered", handed_in },
	{ "page/start", "", asked },
	{ "page/ticks", "", ticked },
	{ "page/startticks", "", ticked },
	{ "page/points", "", branched_scored },
	{ "page/scenario", "", story },
	{ "page/startscenario", "", story },
};
enum { PIECES = sizeof pieces / sizeof *pieces };

static bool
needed(const struct piece *p, const struct body *body)
{
	if (p->needed)
		return p->needed(body);
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
