/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "results/gain.h"

#include "testing.h"

static struct results r;
static struct keyfile_paper papers[] = {
	{ .course = STR_INIT("c"), .quiz = STR_INIT("1-before") },
	{ .course = STR_INIT("c"), .quiz = STR_INIT("2-after") },
	{ .course = STR_INIT("d"), .quiz = STR_INIT("1-before") },
};

static int
setup(void **state)
{
	(void)state;
	results_begin(&r, 0);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	results_end(&r);
	return 0;
}

static void
code(const char *who, int paper, int day, unsigned attempt, int tenths)
{
	struct results_line line = { .name = str_of(who), .who = str_of(who) };

	line.slip = (struct slip){
		.paper = &papers[paper], .day = day, .attempt = attempt, .share = exact_of(&r.numbers, tenths, 10)
	};
	VEC_PUSH(&r.lines, line);
}

static void
is(const struct exact *x, const char *text)
{
	struct buf b = BUF_INIT;

	assert_non_null(x);
	exact_write(&b, x);
	buf_chr(&b, '\0');
	assert_string_equal(b.p, text);
	buf_free(&b);
}

static void
test_nobody(void **state)
{
	struct gain g;

	(void)state;
	code("", 0, 1, 1, 5); /* two who are not named are not one */
	code("", 1, 2, 1, 9);
	code("Kari", 0, 1, 1, 5); /* one code only in each course */
	code("Kari", 2, 1, 1, 9);
	code("Ola", 0, 1, 1, 5);
	code("Ola", 1, 2, 1, 9);
	r.lines.v[5].slip.flags = SLIP_SCORE;
	code("Per", 0, 1, 1, 5);
	code("Per", 1, 2, 1, 9);
	r.lines.v[7].slip.share = NULL; /* nothing to earn */
	gain_make(&g, &r);
	assert_int_equal(g.rows.n, 0);
	assert_int_equal(g.groups.n, 0);
	gain_free(&g);
}

static void
test_people_and_means(void **state)
{
	struct gain g;

	(void)state;
	code("Ola", 1, 9, 1, 10); /* in any order */
	code("Kari", 0, 1, 1, 5);
	code("Ola", 0, 1, 1, 8);
	code("Kari", 1, 9, 1, 9);
	gain_make(&g, &r);
	assert_int_equal(g.rows.n, 2);
	assert_true(str_is(g.rows.v[0].name, "Ola"));
	is(g.rows.v[0].gain, "1/5");
	is(g.rows.v[0].normalised, "1");
	is(g.rows.v[1].gain, "2/5");
	is(g.rows.v[1].normalised, "4/5");
	assert_int_equal(g.groups.n, 1);
	assert_int_equal(g.groups.v[0].n, 2);
	is(g.groups.v[0].mean_before, "13/20");
	is(g.groups.v[0].mean_after, "19/20");
	is(g.groups.v[0].gain, "3/10");
	is(g.groups.v[0].normalised, "6/7"); /* of means, not the mean of 1 and 4/5 */
	gain_free(&g);
}

/* On one day the name of the quiz decides, in one quiz the attempt. */
static void
test_order(void **state)
{
	struct gain g;

	(void)state;
	code("Kari", 1, 1, 1, 9);
	code("Kari", 0, 1, 1, 2);
	code("Ola", 0, 3, 2, 6);
	code("Ola", 0, 3, 1, 4);
	code("Ola", 0, 3, 3, 3);
	gain_make(&g, &r);
	assert_int_equal(g.rows.n, 2);
	is(g.rows.v[0].gain, "7/10");
	is(g.rows.v[1].gain, "-1/10"); /* the first and the last, not the best */
	is(g.rows.v[1].normalised, "-1/6");
	assert_int_equal(g.groups.n, 2);
	gain_free(&g);
}

static void
test_all_right_before(void **state)
{
	struct gain g;

	(void)state;
	code("Kari", 0, 1, 1, 10);
	code("Kari", 1, 2, 1, 9);
	gain_make(&g, &r);
	is(g.rows.v[0].gain, "-1/10");
	assert_null(g.rows.v[0].normalised);
	assert_null(g.groups.v[0].normalised);
	gain_free(&g);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_nobody, setup, teardown),
		cmocka_unit_test_setup_teardown(test_people_and_means, setup, teardown),
		cmocka_unit_test_setup_teardown(test_order, setup, teardown),
		cmocka_unit_test_setup_teardown(test_all_right_before, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
