/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ratio.h"

#include "testing.h"

static void
equals(struct ratio r, int64_t num, int64_t den)
{
	assert_int_equal(r.num, num);
	assert_int_equal(r.den, den);
}

static void
parses(const char *text, int64_t num, int64_t den)
{
	struct ratio r = RATIO(99, 7);

	if (!ratio_parse(str_of(text), &r))
		fail_msg("\"%s\" was refused", text);
	equals(r, num, den);
}

static void
refuses(const char *text)
{
	struct ratio r = RATIO(99, 7);

	if (ratio_parse(str_of(text), &r))
		fail_msg("\"%s\" was taken for %lld/%lld", text, (long long)r.num, (long long)r.den);
	equals(r, 99, 7);
}

static void
test_parse(void **state)
{
	(void)state;
	parses("0", 0, 1);
	parses("-0", 0, 1);
	parses("3", 3, 1);
	parses("-2", -2, 1);
	parses("1/2", 1, 2);
	parses("-1/3", -1, 3);
	parses("6/8", 3, 4);
	parses("50%", 1, 2);
	parses("-20%", -1, 5);
	parses("0.5%", 1, 200);
	parses("66.67 %", 6667, 10000);
	parses("0.25", 1, 4);
	parses("-.5", -1, 2);
	parses("1.50", 3, 2);
	parses("  7/10\t", 7, 10);
	parses("9223372036854775807", INT64_MAX, 1);
	parses("4611686018427387904/2", 2305843009213693952, 1);
}

static void
test_parse_refuses(void **state)
{
	static const char *const bad[] = {
		"",
		" ",
		"-",
		"+1",
		"--1",
		"1-",
		"x",
		"1x",
		"1/0",
		"1/-2",
		"1/",
		"/2",
		"1/2/3",
		"1/2%",
		"1.5/2",
		"1.",
		".",
		"1..2",
		"%",
		"5%%",
		"1,5",
		"- 1",
		"1 / 2",
		"1e3",
		"0x10",
		"\xc2\xbd",
		"9223372036854775808",
		"0.00000000000000000001",
		"100000000000000000%x",
		"1/99999999999999999999",
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		refuses(bad[i]);
	struct ratio r = RATIO_ONE;
	assert_false(ratio_parse((struct str){ "1\0002", 3 }, &r));
}

static void
test_make(void **state)
{
	struct ratio r = RATIO_ONE;

	(void)state;
	assert_true(ratio_make(-6, -8, &r));
	equals(r, 3, 4);
	assert_true(ratio_make(6, -8, &r));
	equals(r, -3, 4);
	assert_true(ratio_make(0, -5, &r));
	equals(r, 0, 1);
	assert_true(ratio_make(INT64_MIN, 2, &r));
	equals(r, INT64_MIN / 2, 1);
	assert_false(ratio_make(1, 0, &r));
	assert_false(ratio_make(INT64_MIN, -1, &r));
	assert_false(ratio_make(1, INT64_MIN, &r));
	equals(r, INT64_MIN / 2, 1);
}

static void
test_sum_of_parts_is_one(void **state)
{
	(void)state;
	for (int64_t n = 1; n <= 40; n++) {
		struct ratio all = RATIO_ZERO;

		for (int64_t i = 0; i < n; i++)
			assert_true(ratio_add(all, RATIO(1, n), &all));
		equals(all, 1, 1);
	}
}

static void
test_calculate(void **state)
{
	struct ratio r;

	(void)state;
	assert_true(ratio_sub(RATIO(3, 4), RATIO(1, 3), &r));
	equals(r, 5, 12);
	assert_true(ratio_mul(RATIO(-2, 3), RATIO(9, 4), &r));
	equals(r, -3, 2);
	assert_true(ratio_sub(RATIO(1, 4), RATIO_ONE, &r));
	equals(r, -3, 4);
}

static void
test_what_does_not_fit_is_refused(void **state)
{
	struct ratio r = RATIO(1, 2), most = RATIO(INT64_MAX, 1), small = RATIO(1, INT64_MAX);

	(void)state;
	assert_false(ratio_add(most, RATIO_ONE, &r));
	assert_false(ratio_sub(RATIO(INT64_MIN, 1), RATIO_ONE, &r));
	assert_false(ratio_mul(most, RATIO(2, 1), &r));
	assert_false(ratio_add(small, RATIO(1, INT64_MAX - 1), &r));
	equals(r, 1, 2);
	assert_true(ratio_mul(most, small, &r));
	equals(r, 1, 1);
	assert_true(ratio_sub(most, most, &r));
	equals(r, 0, 1);
}

static void
test_compare(void **state)
{
	(void)state;
	assert_int_equal(ratio_cmp(RATIO(1, 3), RATIO(1, 2)), -1);
	assert_int_equal(ratio_cmp(RATIO(1, 2), RATIO(1, 3)), 1);
	assert_int_equal(ratio_cmp(RATIO(2, 3), RATIO(2, 3)), 0);
	assert_int_equal(ratio_cmp(RATIO(-1, 2), RATIO(1, 3)), -1);
	assert_int_equal(ratio_cmp(RATIO(INT64_MAX, INT64_MAX - 1), RATIO(INT64_MAX - 1, INT64_MAX - 2)), -1);
	assert_int_equal(ratio_cmp(RATIO(INT64_MIN, 1), RATIO(INT64_MAX, 1)), -1);
}

static void
test_write(void **state)
{
	static const struct {
		struct ratio r;
		const char *text;
	} cases[] = {
		{ { 0, 1 }, "0" },
		{ { 1, 1 }, "1" },
		{ { -1, 4 }, "-1/4" },
		{ { 13, 2 }, "13/2" },
		{ { INT64_MIN, INT64_MAX }, "-9223372036854775808/9223372036854775807" },
	};
	struct buf b = BUF_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		buf_reset(&b);
		ratio_write(&b, cases[i].r);
		assert_true(str_is(buf_view(&b), cases[i].text));
	}
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parse),
		cmocka_unit_test(test_parse_refuses),
		cmocka_unit_test(test_make),
		cmocka_unit_test(test_sum_of_parts_is_one),
		cmocka_unit_test(test_calculate),
		cmocka_unit_test(test_what_does_not_fit_is_refused),
		cmocka_unit_test(test_compare),
		cmocka_unit_test(test_write),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
