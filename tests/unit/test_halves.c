/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include "base/halves.h"

static void
becomes(const char *s, const char *wanted)
{
	struct buf copy = BUF_INIT;
	struct str mended = halves_mended(str_of(s), &copy);

	if (!str_is(mended, wanted))
		fail_msg("%s becomes %.*s", s, STR_ARG(mended));
	assert_true((copy.n > 0) == !str_is(str_of(s), wanted));
	buf_free(&copy);
}

static void
test_halves(void **state)
{
	(void)state;
	becomes("\"\\ud800\"", "\"\\ufffd\"");
	becomes("\"\\uDC00\"", "\"\\ufffd\"");
	becomes("\\udbff\\udbff\\udfff", "\\ufffd\\udbff\\udfff");
	becomes("\\udfff\\udbff", "\\ufffd\\ufffd");
	becomes("\\ud800x\\udc00", "\\ufffdx\\ufffd");
}

static void
test_others(void **state)
{
	static const char *const same[] = { "", "plain", "\\ud83d\\ude00", "\\\\ud800", "\\\\\\\\ud800", "\\u0041",
		"\\ud80", "\\ud8", "\\u", "\\", "\\ug800", "\\n\\ue000" };

	(void)state;
	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		becomes(same[i], same[i]);
	becomes("\\\\\\ud800", "\\\\\\ufffd");
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_halves), cmocka_unit_test(test_others) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
