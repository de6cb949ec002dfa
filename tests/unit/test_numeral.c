/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/numeral.h"

#include "blanks.h"

static struct arena arena;

static int
setup(void **state)
{
	(void)state;
	arena = (struct arena)ARENA_INIT;
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

static void
test_numbers(void **state)
{
	(void)state;
	same_text(numeral_whole(&arena, STR("nb"), 1234), "1 234");
	same_text(numeral_whole(&arena, STR("nb"), 7), "7");
	same_text(numeral_whole(&arena, STR("nb"), -5), "−5");
	same_text(numeral_whole(&arena, STR("en"), 1234567), "1,234,567");
	same_text(numeral_whole(&arena, STR("lv"), 1234), "1234");
	same_text(numeral_whole(&arena, STR("lv"), 12345), "12 345");
	same_text(numeral_whole(&arena, STR("de"), 12345), "12.345");
	same_text(numeral_whole(&arena, STR("fa-AF"), 1234), "۱٬۲۳۴");
	same_text(numeral_whole(&arena, STR("en"), INT64_MIN), "-9,223,372,036,854,775,808");
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		T(test_numbers),
	};

	return cmocka_run_group_tests(tests, 0, 0);
}
