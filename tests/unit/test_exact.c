/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include "score/exact.h"

static struct exacts all = EXACTS_INIT;

static int
end(void **state)
{
	(void)state;
	exact_end(&all);
	return 0;
}

static void
is(const struct exact *x, const char *wanted)
{
	struct buf b = BUF_INIT;

	assert_non_null(x);
	exact_write(&b, x);
	buf_chr(&b, '\0');
	assert_string_equal(b.p, wanted);
	buf_free(&b);
}

static const struct exact *
of(const char *s)
{
	return exact_parse(&all, str_of(s));
}

static void
test_no_number(void **state)
{
	static const char *const bad[] = { "", "-", "+3", "--1", ".", "-.", "e3", "1e", "1e+", "1e1.5", "1,5", "1/0",
		"0/0", "1/", "/2", "1/2/3", "1.5/2", "1/2.5", "1e2/3", "1/2%", "2e1%", "%", "5%%", "5 %", " 1", "1 ",
		"1 /2", "0x10", "NaN", "Infinity", "1_000",
		"\xe2\x88\x92"
		"1",
		"\xc2\xbd", "\xd9\xa3", "1e4001", "1e-4001", "1e99999999999999999999", "1\n" };

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (of(bad[i]) != NULL)
			fail_msg("\"%s\" is read", bad[i]);
	assert_null(exact_parse(&all, STR("1\0")));
}

static void
test_parse(void **state)
{
	(void)state;
	is(of("3"), "3");
	is(of("-2"), "-2");
	is(of("0.6"), "3/5");
	is(of("66.67"), "6667/100");
	is(of("-.5"), "-1/2");
	is(of("5."), "5");
	is(of("2.5e-3"), "1/400");
	is(of("4e6"), "4000000");
	is(of("1E2"), "100");
	is(of("1e+2"), "100");
	is(of("-1/3"), "-1/3");
	is(of("22/7"), "22/7");
	is(of("4/-6"), "-2/3");
	is(of("-4/-6"), "2/3");
	is(of("25%"), "1/4");
	is(of("0.5%"), "1/200");
	is(of("-20%"), "-1/5");
	is(of("4.35"), "87/20");
	is(of("007"), "7");
	is(of("-0"), "0");
	is(of("0/7"), "0");
	is(of("-0.00e9"), "0");
	is(of("0.1000000000000000000000000000000000001"),
	    "1000000000000000000000000000000000001/10000000000000000000000000000000000000");
	assert_int_equal(exact_magnitude(of("1e4000")), 4000);
	assert_int_equal(exact_magnitude(of("1e-4000")), -4000);
}

static void
test_arithmetic(void **state)
{
	const struct exact *tenth = of("0.1"), *sum = of("0");

	(void)state;
	for (int i = 0; i < 10; i++)
		sum = exact_add(&all, sum, tenth);
	is(sum, "1");
	is(exact_sub(&all, of("4"), of("3.9")), "1/10");
	is(exact_mul(&all, of("2/3"), of("-3/4")), "-1/2");
	is(exact_div(&all, of("1"), of("-3")), "-1/3");
	is(exact_abs(&all, of("-7/2")), "7/2");
	is(exact_of(&all, -2, 4), "-1/2");
	assert_int_equal(exact_sign(of("-1/9")), -1);
	assert_true(exact_cmp(of("1/3"), of("0.3333333")) > 0);
	is(exact_min(of("1/3"), of("-1")), "-1");
	is(exact_max(of("1/3"), of("-1")), "1/3");
}

static void
test_round(void **state)
{
	(void)state;
	is(exact_round(&all, of("1.005"), 2), "101/100");
	is(exact_round(&all, of("-2.5"), 0), "-3");
	is(exact_round(&all, of("2.4999"), 0), "2");
	is(exact_round(&all, of("1/3"), 3), "333/1000");
	is(exact_round(&all, of("155"), -1), "160");
	is(exact_round(&all, of("-44"), -2), "0");
	is(exact_round(&all, of("0"), 5), "0");
}

static void
test_magnitude(void **state)
{
	(void)state;
	assert_int_equal(exact_magnitude(of("1")), 0);
	assert_int_equal(exact_magnitude(of("9.999")), 0);
	assert_int_equal(exact_magnitude(of("-10")), 1);
	assert_int_equal(exact_magnitude(of("0.1")), -1);
	assert_int_equal(exact_magnitude(of("0.0999")), -2);
	assert_int_equal(exact_magnitude(of("1/3")), -1);
	assert_int_equal(exact_magnitude(of("999999999999999999999")), 20);
	assert_int_equal(exact_magnitude(of("1000/999")), 0);
	assert_int_equal(exact_magnitude(of("999/1000")), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_no_number, end),
		cmocka_unit_test_teardown(test_parse, end),
		cmocka_unit_test_teardown(test_arithmetic, end),
		cmocka_unit_test_teardown(test_round, end),
		cmocka_unit_test_teardown(test_magnitude, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
