/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/chance.h"

#include "testing.h"

/* The values that docs/vectors.md's rules give (D19). */
static void
test_known_values(void **state)
{
	uint32_t a = 0;

	(void)state;
	assert_int_equal(chance_seed(STR_EMPTY), 2166136261u);
	assert_int_equal(chance_seed(STR("a")), 3826002220u);
	assert_int_equal(chance_next(&a), 1144304738);
	assert_int_equal(chance_next(&a), 1416247);
	assert_int_equal(chance_next(&a), 958946056);
}

static void
test_below(void **state)
{
	uint32_t a = 1;
	int seen[3] = { 0 };

	(void)state;
	for (int i = 0; i < 3000; i++) {
		uint32_t r = chance_below(&a, 3);

		assert_true(r < 3);
		seen[r]++;
	}
	for (int i = 0; i < 3; i++)
		assert_in_range(seen[i], 900, 1100);
	for (int i = 0; i < 10; i++)
		assert_int_equal(chance_below(&a, 1), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_known_values),
		cmocka_unit_test(test_below),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
