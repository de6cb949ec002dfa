/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package/grades.h"

#include "testing.h"

static void
is(struct ratio r, int64_t num, int64_t den)
{
	if (r.num != num || r.den != den)
		fail_msg(
		    "%lld/%lld, not %lld/%lld", (long long)r.num, (long long)r.den, (long long)num, (long long)den);
}

static void
test_read(void **state)
{
	static const struct {
		const char *s;
		int64_t num, den;
	} cases[] = { { "33.33333", 1, 3 }, { "16.66667", 1, 6 }, { "14.28571", 1, 7 }, { "-66.66667", -2, 3 },
		{ "100", 1, 1 }, { "0", 0, 1 }, { "83.33333", 5, 6 }, { "33.333", 1, 3 }, { "33", 33, 100 },
		{ "99.9999", 1, 1 }, { "12.5", 1, 8 } };
	struct ratio r, sum = RATIO_ZERO;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_true(grades_read(str_of(cases[i].s), &r));
		is(r, cases[i].num, cases[i].den);
	}
	assert_false(grades_read(STR("half"), &r));
	/* Six sixths and seven sevenths are full marks, although the decimals are not. */
	for (int i = 0; i < 7; i++)
		assert_true(grades_read(STR("14.28571"), &r) && ratio_add(sum, r, &sum));
	is(sum, 1, 1);
}

static void
test_nearest(void **state)
{
	(void)state;
	is(grades_nearest(RATIO(1, 11)), 1, 10);
	is(grades_nearest(RATIO(5, 7)), 7, 10);
	is(grades_nearest(RATIO(-5, 7)), -7, 10);
	is(grades_nearest(RATIO(2, 1)), 1, 1);
	is(grades_nearest(RATIO(1, 1000)), 0, 1);
}

static void
test_percent(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	assert_true(grades_percent(&b, RATIO(-1, 3)));
	assert_true(str_is(buf_view(&b), "-33.33333"));
	buf_reset(&b);
	assert_false(grades_percent(&b, RATIO(1, 11)));
	assert_true(str_is(buf_view(&b), "9.09091"));
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_read), cmocka_unit_test(test_nearest),
		cmocka_unit_test(test_percent) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
