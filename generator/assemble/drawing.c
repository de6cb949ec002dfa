/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/drawing.h"

bool
drawing_wants(const struct quiz *quiz, const struct harvest *h)
{
	for (size_t i = 0; h && i < h->ntagged; i++)
		if (quiz_draw_of(quiz, h->tagged[i].tags) >= 0)
			return true;
	return false;
}

/* The rules of a page are those that its readers are told: what the question said elsewhere does not hold here. */
static struct question *
asked_here(struct arena *a, const struct body *body, struct question *q, bool own, int draw)
{
	const struct quiz_settings *set = &body->quiz->set;
	struct question *copy = own ? q : ARENA_NEW(a, struct question);

	*copy = *q;
	if (q->type != QUESTION_REFLECT && q->type != QUESTION_SURVEY) /* they enter no sum */
		copy->points = body->quiz->draws[draw].points;
	copy->tries = set->tries;
	copy->penalty = set->penalty;
	copy->keep_last = set->keep_last;
	copy->solution = set->solution;
	return copy;
}

void
drawing_fill(struct arena *a, struct body *body, const struct body *const *from, size_t n)
{
	size_t most = 0, number = body->nquestions;

	for (size_t i = 0; i < n; i++)
		most += from[i]->nquestions;
	body->pool = ARENA_ARRAY(a, struct pooled, most);
	body->npool = 0;
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < from[i]->nquestions; k++) {
			struct question *q = from[i]->questions[k];
			int draw = quiz_draw_of(body->quiz, q->tags);

			if (draw < 0)
				continue;
			q = asked_here(a, body, q, from[i] == body, draw);
			if (from[i] != body)
				q->number = ++number;
			body->pool[body->npool++] = (struct pooled){ q, from[i], draw };
		}
}
