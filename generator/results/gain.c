/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "results/gain.h"

/* Whether ${line} says something of its person's learning. */
static bool
usable(const struct results_line *line)
{
	return line->who.n > 0 && results_counts(line) && line->slip.share != NULL;
}

/* Whether ${a} was before ${b}: by date, on one day by the name of the quiz, in one quiz by attempt. */
static bool
earlier(const struct results_line *a, const struct results_line *b)
{
	int order = str_cmp(a->slip.paper->quiz, b->slip.paper->quiz);

	if (a->slip.day != b->slip.day)
		return a->slip.day < b->slip.day;
	return order != 0 ? order < 0 : a->slip.attempt < b->slip.attempt;
}

static const struct exact *
normalised(struct exacts *n, const struct exact *gain, const struct exact *before)
{
	const struct exact *room = exact_sub(n, exact_of(n, 1, 1), before);

	return exact_sign(room) > 0 ? exact_div(n, gain, room) : NULL;
}

/* The row of a person in a course, by name and course. */
static struct gain_row *
row_of(struct gain *g, struct map *people, struct results *r, const struct results_line *line)
{
	struct str course = line->slip.paper->course;
	struct str key = arena_fmt(&r->arena, "%.*s/%.*s", STR_ARG(course), STR_ARG(line->who));
	size_t at = (size_t)(uintptr_t)map_add(people, key, (void *)(uintptr_t)(g->rows.n + 1));

	if (at > 0)
		return &g->rows.v[at - 1];
	VEC_PUSH(&g->rows, ((struct gain_row){ .name = line->name, .course = course, .before = line, .after = line }));
	return &g->rows.v[g->rows.n - 1];
}

static void
take(struct gain_row *row, const struct results_line *line)
{
	if (earlier(line, row->before))
		row->before = line;
	else if (!earlier(line, row->after))
		row->after = line;
}

/* Leaves those who have two codes. */
static void
make_rows(struct gain *g, struct results *r)
{
	struct map people = MAP_INIT;
	size_t n = 0;

	for (size_t i = 0; i < r->lines.n; i++)
		if (usable(&r->lines.v[i]))
			take(row_of(g, &people, r, &r->lines.v[i]), &r->lines.v[i]);
	map_free(&people);
	for (size_t i = 0; i < g->rows.n; i++) {
		struct gain_row row = g->rows.v[i];

		if (row.before == row.after)
			continue;
		row.gain = exact_sub(&r->numbers, row.after->slip.share, row.before->slip.share);
		row.normalised = normalised(&r->numbers, row.gain, row.before->slip.share);
		g->rows.v[n++] = row;
	}
	g->rows.n = n;
}

static struct gain_group *
group_of(struct gain *g, struct exacts *n, const struct gain_row *row)
{
	struct gain_group group = {
		.course = row->course, .before = row->before->slip.paper->quiz, .after = row->after->slip.paper->quiz
	};

	for (size_t i = 0; i < g->groups.n; i++) {
		struct gain_group *have = &g->groups.v[i];

		if (str_eq(have->course, group.course) && str_eq(have->before, group.before) &&
		    str_eq(have->after, group.after))
			return have;
	}
	group.mean_before = group.mean_after = exact_of(n, 0, 1);
	VEC_PUSH(&g->groups, group);
	return &g->groups.v[g->groups.n - 1];
}

/* Sums first, then means. */
static void
make_groups(struct gain *g, struct exacts *n)
{
	for (size_t i = 0; i < g->rows.n; i++) {
		struct gain_group *group = group_of(g, n, &g->rows.v[i]);

		group->n++;
		group->mean_before = exact_add(n, group->mean_before, g->rows.v[i].before->slip.share);
		group->mean_after = exact_add(n, group->mean_after, g->rows.v[i].after->slip.share);
	}
	for (size_t i = 0; i < g->groups.n; i++) {
		struct gain_group *group = &g->groups.v[i];
		const struct exact *count = exact_of(n, (long)group->n, 1);

		group->mean_before = exact_div(n, group->mean_before, count);
		group->mean_after = exact_div(n, group->mean_after, count);
		group->gain = exact_sub(n, group->mean_after, group->mean_before);
		group->normalised = normalised(n, group->gain, group->mean_before);
	}
}

void
gain_make(struct gain *g, struct results *r)
{
	*g = (struct gain){ 0 };
	make_rows(g, r);
	make_groups(g, &r->numbers);
}

void
gain_free(struct gain *g)
{
	VEC_FREE(&g->rows);
	VEC_FREE(&g->groups);
}
