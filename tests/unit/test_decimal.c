/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package/decimal.h"

#include "testing.h"

static void
writes(int64_t num, int64_t den, int places, const char *wanted, bool exact)
{
	struct buf b = BUF_INIT;
	struct ratio r;

	assert_true(ratio_make(num, den, &r));
	assert_int_equal(decimal_write(&b, r, places), exact);
	if (!str_is(buf_view(&b), wanted))
		fail_msg("%lld/%lld is %.*s, not %s", (long long)num, (long long)den, STR_ARG(buf_view(&b)), wanted);
	buf_free(&b);
}

static void
test_write(void **state)
{
	(void)state;
	writes(0, 1, 5, "0", true);
	writes(1, 3, 5, "0.33333", false);
	writes(2, 3, 5, "0.66667", false);
	writes(-2, 3, 0, "-1", false);
	writes(-1, 3, 0, "0", false);
	writes(1, 2, 0, "1", false);
	writes(5, 2, 5, "2.5", true);
	writes(999999, 1000000, 5, "1", false);
	writes(-1, 8, 3, "-0.125", true);
	writes(INT64_MAX, 1, 3, "9223372036854775807", true);
	writes(INT64_MIN + 1, 7, 2, "-1317624576693539401", true);
	writes(1, INT64_MAX, 18, "0", false);
}

static void
reads(const char *s, int64_t num, int64_t den)
{
	struct ratio r = RATIO_ZERO;

	if (!decimal_read(str_of(s), &r) || r.num != num || r.den != den)
		fail_msg("`%s` is %lld/%lld", s, (long long)r.num, (long long)r.den);
}

static void
test_read(void **state)
{
	static const char *const none[] = { "", " ", "a", "1,5", "1/2", "5%", "1e", "1e99", "--1", "1.2.3", "0x10",
		"1e-", ".", "99999999999999999999" };

	(void)state;
	reads("0", 0, 1);
	reads(" -.5 ", -1, 2);
	reads("+3", 3, 1);
	reads("5.", 5, 1);
	reads("33.33333", 3333333, 100000);
	reads("1.5e3", 1500, 1);
	reads("1E-3", 1, 1000);
	for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
		struct ratio r = RATIO(7, 1);

		if (decimal_read(str_of(none[i]), &r) || r.num != 7)
			fail_msg("`%s` was read", none[i]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_write), cmocka_unit_test(test_read) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
