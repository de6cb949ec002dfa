/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scored.h"

#include "score/unscored.h"

static void
test_unscored(void **state)
{
	(void)state;
	SCORED(
	    &unscored_scorer, "survey", "{}", { "{}", "null", "null of null" }, { "{}", "{'1': 4}", "null of null" });
	SCORED(&unscored_scorer, "reflection", "{}", { "{}", "'because'", "null of null" });
	SCORED(&unscored_scorer, "checklist", "{}", { "{}", "['a']", "null of null" },
	    { "{'scored': false}", "['a']", "null of null" });
}

static void
test_scored(void **state)
{
	static const char items[] = "{'items': [{'id': 'a'}, {'id': 'b'}, {'id': 'c'}]}";

	(void)state;
	SCORED(&unscored_scorer, "checklist", "{'items': []}", { "{'scored': true}", "['a']", "0 of 1" });
	SCORED(&unscored_scorer, "checklist", items, { "{'scored': true}", "null", "0 of 1" },
	    { "{'scored': true}", "['x']", "0 of 1" }, { "{'scored': true}", "['b', 'b', 'x']", "1/3 of 1" },
	    { "{'scored': true}", "['c', 'b', 'a']", "1 of 1" });
}

static void
test_state(void **state)
{
	(void)state;
	assert_int_equal(scored_state(&unscored_scorer, "{}", "{}", "[]"), RESPONSE_UNANSWERED);
	assert_int_equal(scored_state(&unscored_scorer, "{}", "{}", "null"), RESPONSE_UNANSWERED);
	assert_int_equal(scored_state(&unscored_scorer, "{}", "{}", "''"), RESPONSE_UNANSWERED);
	assert_int_equal(scored_state(&unscored_scorer, "{}", "{}", "['a']"), RESPONSE_ANSWERED);
	assert_int_equal(scored_state(&unscored_scorer, "{}", "{}", "'a'"), RESPONSE_ANSWERED);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_unscored),
		cmocka_unit_test(test_scored),
		cmocka_unit_test(test_state),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
