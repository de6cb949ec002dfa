/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <stdio.h>
#include <string.h>

#include "search/lexicon.h"

static void
test_numbers(void **state)
{
	struct lexicon l = { 0 };
	char word[16];

	(void)state;
	assert_int_equal(lexicon_number(&l, STR_EMPTY), 0);
	for (uint32_t i = 1; i < 5000; i++) {
		snprintf(word, sizeof word, "w%u", i);
		assert_int_equal(lexicon_number(&l, str_of(word)), i);
	}
	assert_int_equal(lexicon_number(&l, STR("w7")), 7);
	assert_true(str_is(lexicon_word(&l, 7), "w7")); /* kept, though ${word} was written over */
	assert_true(str_is(lexicon_word(&l, 0), ""));
	lexicon_free(&l);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_numbers) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
