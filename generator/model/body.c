/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/body.h"

const struct question *
body_asked(const struct body *body, size_t i)
{
	if (i < body->nquestions)
		return body->questions[i];
	i -= body->nquestions;
	for (size_t k = 0; k < body->npool; k++)
		if (body->pool[k].from != body && i-- == 0)
			return body->pool[k].q;
	return NULL;
}

int
body_draw(const struct body *body, const struct question *q)
{
	for (size_t i = 0; i < body->npool; i++)
		if (body->pool[i].q == q)
			return body->pool[i].draw;
	return -1;
}

size_t
body_attempt(const struct body *body)
{
	size_t n = 0;

	for (size_t i = 0; i < body->nquestions; i++)
		n += body_draw(body, body->questions[i]) < 0;
	for (size_t i = 0; i < body->quiz->ndraws; i++)
		n += (size_t)body->quiz->draws[i].take;
	return n;
}
