/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/seal.h"

#include <string.h>

#include "testing.h"

/* What the browser opens: tests/js/test_seal.mjs has the same values. */
static void
test_same_as_in_the_browser(void **state)
{
	char mark[SEAL_MARK + 1];
	struct buf b = BUF_INIT;

	(void)state;
	seal_mark(STR("salt"), STR("q/act"), true, mark);
	assert_string_equal(mark, "cc130f2e");
	seal_cover(&b, STR("salt"), STR("q"), STR("{\"æ\":1}"));
	assert_string_equal((buf_chr(&b, 0), b.p), "qXrNCv3VL2c=");
	buf_free(&b);
}

static void
test_right_and_wrong_differ(void **state)
{
	char right[SEAL_MARK + 1], wrong[SEAL_MARK + 1], id[] = "aa";

	(void)state;
	for (id[0] = 'a'; id[0] <= 'z'; id[0]++)
		for (id[1] = 'a'; id[1] <= 'z'; id[1]++) {
			seal_mark(STR("s"), str_of(id), true, right);
			seal_mark(STR("s"), str_of(id), false, wrong);
			assert_string_not_equal(right, wrong);
		}
}

static void
test_nothing_and_every_length(void **state)
{
	(void)state;
	for (size_t n = 0; n < 9; n++) {
		struct buf b = BUF_INIT;

		seal_cover(&b, STR("s"), STR("q"), str_sub(STR("abcdefghi"), 0, n));
		assert_int_equal(b.n, (n + 2) / 3 * 4);
		buf_free(&b);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_same_as_in_the_browser),
		cmocka_unit_test(test_right_and_wrong_differ),
		cmocka_unit_test(test_nothing_and_every_length),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
