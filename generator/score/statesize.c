/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/statesize.h"

#include "base/words.h"
#include "model/harvest.h"

enum {
	HEAD = sizeof "1.99.1." - 1, /* version, attempt, whether it is over */
	SCORE = sizeof "/13_36" - 1,
	HASH = 4,  /* three letters, and tries used */
	NAMED = 4, /* the page's place in the course, and what ends it */
	LETTERS = 62,
};

/* An id, as its letter: where there are more ids than letters, as itself. */
static size_t
word(struct str id, size_t nids)
{
	return nids <= LETTERS ? 1 : id.n + 2;
}

static size_t
ticked(const struct question *q)
{
	size_t n = 1;

	for (size_t i = 0; i < q->noptions; i++)
		n += word(q->options[i].id, q->noptions);
	return n;
}

static size_t
placed(const struct question *q)
{
	size_t n = 1, ids = q->nentries + q->ntargets, targets = 0;

	for (size_t i = 0; i < q->ntargets; i++)
		targets += q->targets[i].id.n + 1;
	for (size_t i = 0; i < q->nentries; i++)
		n += word(q->entries[i].id, ids) + (q->type == QUESTION_ORDER ? 0 : q->many ? targets + 2 : 1);
	return n;
}

static size_t
typed(const struct question *q)
{
	size_t n = 1;

	for (size_t i = 0; i < q->ngaps; i++)
		n += 1 + (q->gaps[i].kind == GAP_MENU ? 1 : STATESIZE_TYPED + 2);
	return n;
}

static size_t
answer(const struct question *q)
{
	switch (q->type) {
	case QUESTION_SINGLE:
	case QUESTION_TRUEFALSE: return 1 + word(q->noptions > 0 ? q->options[0].id : STR_EMPTY, q->noptions);
	case QUESTION_REFLECT: return 0;
	default: return q->ngaps > 0 ? typed(q) : q->nentries > 0 ? placed(q) : ticked(q);
	}
}

/*
 * A counted answer that is being changed, and a score that is not that of the answer. After the first of two tries there
 * is no such score, after the second nothing changes any more.
 */
static size_t
tries(const struct question *q, size_t one)
{
	if (q->tries == 1)
		return q->nhints > 0 ? SCORE : 0;
	if (q->tries == 2 && q->nhints == 0)
		return 1 + one > SCORE ? 1 + one : SCORE;
	return 1 + one + SCORE;
}

size_t
statesize_question(const struct question *q)
{
	size_t one = answer(q), n = HASH + one + 1;

	if (one == 0)
		return 1;
	if (q->solution == SOLUTION_ON_REQUEST || q->nhints > 0)
		n += 2 + q->nhints;
	return n + tries(q, one);
}

static size_t
past(const struct quiz *quiz)
{
	return quiz->grade == GRADE_AVERAGE && quiz->attempts > 0 ? (size_t)quiz->attempts * SCORE : SCORE;
}

size_t
statesize_page(const struct body *body)
{
	size_t n = 0;

	for (size_t i = 0; i < body->nquestions; i++)
		n += statesize_question(body->questions[i]);
	return n > 0 || body->quiz->ndraws > 0 ? NAMED + HEAD + past(body->quiz) + n : 0;
}

void
statesize_take(const struct body *body)
{
	struct harvest *h = body->harvest;
	size_t k = 0;

	h->letters = statesize_page(body);
	for (size_t i = 0; i < body->nquestions && k < h->ntagged; i++)
		if (str_eq(h->tagged[k].id, body->questions[i]->id))
			h->tagged[k++].letters = statesize_question(body->questions[i]);
}

/* Of ${take} questions, each as long as the longest that can be drawn. */
static size_t
drawn(const struct site *site, const struct course *course, const struct quiz_draw *draw)
{
	size_t most = 0;

	for (size_t i = course->first; i < course->end; i++) {
		const struct harvest *h = site->docs[i]->course == course ? site->docs[i]->texts[0]->harvest : NULL;

		for (size_t k = 0; h && k < h->ntagged; k++)
			if (words_has(h->tagged[k].tags, draw->tag) && h->tagged[k].letters > most)
				most = h->tagged[k].letters;
	}
	return most * (size_t)draw->take;
}

size_t
statesize_course(const struct site *site, const struct course *course)
{
	size_t n = 0;

	for (size_t i = course->first; i < course->end; i++) {
		const struct document *doc = site->docs[i];
		const struct harvest *h = doc->excluded || doc->course != course ? NULL : doc->texts[0]->harvest;

		for (size_t k = 0; h && k < h->ndraws; k++)
			n += drawn(site, course, &h->draws[k]);
		n += h ? h->letters : 0;
	}
	return n;
}
