/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include "base/words.h"

static void
test_has(void **state)
{
	(void)state;
	assert_true(words_has(STR("one two three"), STR("one")));
	assert_true(words_has(STR("one two three"), STR("three")));
	assert_false(words_has(STR("one two three"), STR("tw")));
	assert_false(words_has(STR("one two three"), STR("one two")));
	assert_false(words_has(STR_EMPTY, STR("one")));
}

static void
test_try(void **state)
{
	struct near n;

	(void)state;
	near_begin(&n, STR("learnr"));
	words_try(&n, STR_EMPTY);
	assert_int_equal(near_best(&n).n, 0);
	words_try(&n, STR("facilitator learner"));
	assert_true(str_is(near_best(&n), "learner"));
}

static void
says(const char *list, const char *wanted)
{
	struct buf b = BUF_INIT;

	words_say(&b, str_of(list));
	assert_true(str_is(buf_view(&b), wanted));
	buf_free(&b);
}

static void
test_say(void **state)
{
	(void)state;
	says("", "");
	says("one", "one");
	says("one two", "one or two");
	says("one two three", "one, two or three");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_has),
		cmocka_unit_test(test_try),
		cmocka_unit_test(test_say),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
