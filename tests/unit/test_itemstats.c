/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "results/itemstats.h"

#include "testing.h"

#include <math.h>

enum { QUESTIONS = 3 };

static struct results r;
static struct keyfile_question questions[QUESTIONS];
static struct keyfile_paper paper;

static int
setup(void **state)
{
	static const char *const ids[] = { "a", "b", "c" };

	(void)state;
	results_begin(&r, 0);
	for (size_t i = 0; i < QUESTIONS; i++)
		questions[i] =
		    (struct keyfile_question){ .id = str_of(ids[i]), .points = STR("1"), .penalty = STR("0") };
	paper =
	    (struct keyfile_paper){ .course = STR("c"), .quiz = STR("q"), .version = STR("1"), .questions = questions };
	paper.nquestions = QUESTIONS;
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	results_end(&r);
	return 0;
}

/* Somebody with these results, in quarters; -1: not asked, -2: no score. */
static void
person(int a, int b, int c)
{
	int all[QUESTIONS] = { a, b, c };
	struct results_line line = { .slip = { .paper = &paper } };

	line.slip.answers = ARENA_ARRAY(&r.arena, struct slip_answer, QUESTIONS);
	for (size_t i = 0; i < QUESTIONS; i++)
		line.slip.answers[i] = (struct slip_answer){ .q = &questions[i],
			.delivered = all[i] != -1,
			.answered = all[i] > 0,
			.full = all[i] == 4,
			.result = all[i] >= 0 ? exact_of(&r.numbers, all[i], 4) : NULL };
	VEC_PUSH(&r.lines, line);
}

static void
near(double is, double want)
{
	if (fabs(is - want) > 1e-9)
		fail_msg("%.12f, not %.12f", is, want);
}

static void
test_nobody(void **state)
{
	struct itemstats s;

	(void)state;
	itemstats_make(&s, &r);
	assert_int_equal(s.rows.n, 0);
	itemstats_free(&s);
}

static void
test_what_does_not_count(void **state)
{
	struct itemstats s;

	(void)state;
	person(4, 4, 4);
	r.lines.v[0].slip.flags = SLIP_SCORE;
	person(4, 4, 4);
	r.lines.v[1].slip = (struct slip){ .flags = SLIP_BROKEN };
	itemstats_make(&s, &r);
	assert_int_equal(s.rows.n, 0);
	itemstats_free(&s);
}

/* Pearson's r of (4,4), (4,3), (0,0), (2,1) quarters with the mean of the other two: computed by hand. */
static void
test_numbers(void **state)
{
	struct itemstats s;

	(void)state;
	person(4, 4, -2);
	person(4, 2, -2);
	person(0, 0, -2);
	person(2, 2, -2);
	itemstats_make(&s, &r);
	assert_int_equal(s.rows.n, 3);
	assert_true(str_is(s.rows.v[0].id, "a") && str_is(s.rows.v[2].id, "c"));
	assert_int_equal(s.rows.v[0].asked, 4);
	assert_int_equal(s.rows.v[0].answered, 3);
	near(s.rows.v[0].right, 0.5);
	near(s.rows.v[0].mean, 0.625);
	near(s.rows.v[1].right, 0.25);
	/* x = 1, 1, 0, 1/2; y = 1, 1/2, 0, 1/2: r = 0.75 / sqrt(0.6875 * 0.5) * ... both the same pair */
	assert_true(s.rows.v[0].has_discrimination);
	near(s.rows.v[0].discrimination, 0.5 / sqrt(0.6875 * 0.5));
	near(s.rows.v[1].discrimination, 0.5 / sqrt(0.6875 * 0.5));
	assert_false(s.rows.v[2].scored || s.rows.v[2].has_discrimination);
	itemstats_free(&s);
}

static void
test_no_discrimination(void **state)
{
	struct itemstats s;

	(void)state;
	person(4, 4, -1);
	person(0, 0, -1);
	itemstats_make(&s, &r); /* two people */
	assert_false(s.rows.v[0].has_discrimination);
	itemstats_free(&s);
	person(4, 4, -1);
	for (size_t i = 0; i < 3; i++)
		r.lines.v[i].slip.answers[1].result = exact_of(&r.numbers, 1, 2);
	itemstats_make(&s, &r); /* all others alike */
	assert_false(s.rows.v[0].has_discrimination || s.rows.v[1].has_discrimination);
	assert_int_equal(s.rows.n, 2); /* c was never asked */
	itemstats_free(&s);
}

static void
test_double(void **state)
{
	(void)state;
	near(itemstats_double(exact_of(&r.numbers, -1, 3)), -1.0 / 3);
	near(itemstats_double(exact_of(&r.numbers, 7, 1)), 7);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_nobody, setup, teardown),
		cmocka_unit_test_setup_teardown(test_what_does_not_count, setup, teardown),
		cmocka_unit_test_setup_teardown(test_numbers, setup, teardown),
		cmocka_unit_test_setup_teardown(test_no_discrimination, setup, teardown),
		cmocka_unit_test_setup_teardown(test_double, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
