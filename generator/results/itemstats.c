/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "results/itemstats.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

double
itemstats_double(const struct exact *x)
{
	struct buf b = BUF_INIT;
	char *rest;
	double value;

	exact_write(&b, x);
	buf_chr(&b, '\0');
	value = strtod(b.p, &rest);
	if (*rest == '/')
		value /= strtod(rest + 1, NULL);
	buf_free(&b);
	return value;
}

/* Sums of pairs (x, y) as they come, from which Pearson's r is made. */
struct sums {
	size_t n;
	double mean_x, mean_y, xx, yy, xy; /* the latter around the means */
};

static void
sums_add(struct sums *s, double x, double y)
{
	double dx = x - s->mean_x, dy = y - s->mean_y;

	s->n++;
	s->mean_x += dx / (double)s->n;
	s->mean_y += dy / (double)s->n;
	s->xx += dx * (x - s->mean_x);
	s->yy += dy * (y - s->mean_y);
	s->xy += dx * (y - s->mean_y);
}

/* -- rows -- */

/* One question while it is counted. */
struct count {
	struct itemstats_row row;
	double total;
	struct sums sums;
};
struct counts VEC_OF(struct count);

static struct count *
count_of(struct counts *all, const struct keyfile_paper *p, const struct slip_answer *answer)
{
	struct itemstats_row row = { .course = p->course, .quiz = p->quiz, .version = p->version, .id = answer->q->id };

	for (size_t i = 0; i < all->n; i++) {
		const struct itemstats_row *have = &all->v[i].row;

		if (str_eq(have->id, row.id) && str_eq(have->quiz, row.quiz) && str_eq(have->course, row.course) &&
		    str_eq(have->version, row.version))
			return &all->v[i];
	}
	VEC_PUSH(all, ((struct count){ .row = row }));
	return &all->v[all->n - 1];
}

/* The share of the points that all other questions gave; false where they have none. */
static bool
rest_of(const struct slip *s, const struct slip_answer *answer, double *rest)
{
	double earned = 0, max = 0;

	for (size_t i = 0; i < s->paper->nquestions; i++) {
		const struct slip_answer *other = &s->answers[i];
		struct exacts numbers = EXACTS_INIT;
		double points;

		if (other == answer || !other->delivered || other->result == NULL)
			continue;
		points = itemstats_double(exact_parse(&numbers, other->q->points));
		exact_end(&numbers);
		earned += points * itemstats_double(other->result);
		max += points;
	}
	*rest = max > 0 ? earned / max : 0;
	return max > 0;
}

static void
count(struct counts *all, const struct slip *s, const struct slip_answer *answer)
{
	struct count *c = count_of(all, s->paper, answer);
	double result, rest;

	c->row.asked++;
	c->row.answered += answer->answered;
	if (answer->result == NULL)
		return;
	result = itemstats_double(answer->result);
	c->row.scored = true;
	c->row.full += answer->full;
	c->total += result;
	if (rest_of(s, answer, &rest))
		sums_add(&c->sums, result, rest);
}

static struct itemstats_row
finish(const struct count *c)
{
	struct itemstats_row row = c->row;

	if (!row.scored)
		return row;
	row.right = (double)row.full / (double)row.asked;
	row.mean = c->total / (double)row.asked;
	row.has_discrimination = c->sums.n >= 3 && c->sums.xx > 1e-12 && c->sums.yy > 1e-12;
	if (row.has_discrimination)
		row.discrimination = c->sums.xy / sqrt(c->sums.xx * c->sums.yy);
	return row;
}

static int
by_place(const void *a, const void *b)
{
	const struct itemstats_row *x = a, *y = b;
	int order = str_cmp(x->course, y->course);

	if (order == 0)
		order = str_cmp(x->quiz, y->quiz);
	if (order == 0)
		order = str_cmp(x->version, y->version);
	return order != 0 ? order : str_cmp(x->id, y->id);
}

void
itemstats_make(struct itemstats *s, const struct results *r)
{
	struct counts all = { 0 };

	*s = (struct itemstats){ 0 };
	for (size_t i = 0; i < r->lines.n; i++) {
		const struct slip *slip = &r->lines.v[i].slip;

		if (!results_counts(&r->lines.v[i]))
			continue;
		for (size_t k = 0; k < slip->paper->nquestions; k++)
			if (slip->answers[k].delivered)
				count(&all, slip, &slip->answers[k]);
	}
	for (size_t i = 0; i < all.n; i++)
		VEC_PUSH(&s->rows, finish(&all.v[i]));
	if (s->rows.n > 0)
		qsort(s->rows.v, s->rows.n, sizeof *s->rows.v, by_place);
	VEC_FREE(&all);
}

void
itemstats_free(struct itemstats *s)
{
	VEC_FREE(&s->rows);
}
