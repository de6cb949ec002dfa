/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/deflated.h"

#include <stdlib.h>
#include <string.h>

#include "testing.h"

static void
sizes(void **state)
{
	enum { LARGE = 300000 };
	char *many = malloc(LARGE);
	size_t n;

	(void)state;
	assert_int_equal(deflated_size(STR_EMPTY), 20); /* gzip's head and end, and an empty block */
	assert_true(deflated_size(STR("a word")) > 20 && deflated_size(STR("a word")) < 40);
	memset(many, 'x', LARGE);
	assert_true(deflated_size((struct str){ many, LARGE }) < 1000);
	srand(1);
	for (size_t i = 0; i < LARGE; i++)
		many[i] = (char)(rand() >> 8);
	n = deflated_size((struct str){ many, LARGE }); /* more than the room in one go */
	assert_true(n > LARGE - 2000 && n < LARGE + 2000);
	free(many);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sizes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
