/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include "base/sixteen.h"

static void
test_first(void **state)
{
	(void)state;
	for (size_t first = 0; first < 16; first++)
		for (size_t other = first; other < 16; other++) {
			char text[17] = "................";
			sixteen found;

			text[first] = text[other] = '<';
			found = (sixteen)(sixteen_at(text) == '<');
			assert_true(sixteen_any(found));
			assert_int_equal(sixteen_first(found), first);
		}
}

static void
test_none(void **state)
{
	const char *text = "0123456789abcdef0";

	(void)state;
	assert_false(sixteen_any((sixteen)(sixteen_at(text) == '<')));
	/* Not aligned. */
	assert_int_equal(sixteen_first((sixteen)(sixteen_at(text + 1) == '0')), 15);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_first),
		cmocka_unit_test(test_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
