/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scored.h"

#include "score/chosen.h"

static const char four[] =
    "{'options': [{'id': 'r1', 'correct': true}, {'id': 'w1'}, {'id': 'r2', 'correct': true}, {'id': 'w2', "
    "'correct': false}]}";
static const char none[] = "{'options': [{'id': 'x'}, {'id': 'y'}]}";

static void
test_nothing(void **state)
{
	(void)state;
	SCORED(&chosen_scorer, "multiple", four, { "{}", "null", "0 of 1" }, { "{'floor': '1'}", "[]", "0 of 1" },
	    { "{'mode': 'decisions'}", "['gone']", "0 of 1" }, { "{'none_allowed': true}", "[]", "0 of 1" });
	SCORED(&chosen_scorer, "single", four, { "{}", "null", "0 of 1" }, { "{}", "''", "0 of 1" },
	    { "{}", "'gone'", "0 of 1" });
	SCORED(&chosen_scorer, "multiple", "{'options': []}", { "{}", "['a']", "0 of 1" },
	    { "{'mode': 'decisions'}", "['a']", "0 of 1" },
	    { "{'mode': 'mapping', 'entries': {}}", "['a']", "0 of 0" });
	SCORED(&chosen_scorer, "single", "{'options': []}", { "{'mode': 'mapping', 'entries': {}}", "'a'", "0 of 0" });
}

static void
test_one(void **state)
{
	(void)state;
	SCORED(&chosen_scorer, "single", four, { "{}", "'r2'", "1 of 1" }, { "{'mode': 'exact'}", "'w1'", "0 of 1" },
	    { "{'mode': 'mapping', 'entries': {'r1': '2', 'w1': '-1'}, 'default': '1/2'}", "'w2'", "1/2 of 2" },
	    { "{'mode': 'mapping', 'entries': {'r1': '2', 'w1': '-1'}}", "'w1'", "0 of 2" },
	    { "{'mode': 'mapping', 'entries': {'w1': '-1'}, 'floor': null, 'default': '-2'}", "'w1'", "-1 of -1" },
	    { "{'mode': 'mapping', 'entries': {'r1': '2'}, 'ceil': '3/2'}", "'r1'", "3/2 of 3/2" });
	SCORED(&chosen_scorer, "truefalse", "{'options': [{'id': 'true'}, {'id': 'false', 'correct': true}]}",
	    { "{}", "'false'", "1 of 1" }, { "{}", "'true'", "0 of 1" });
}

static void
test_several(void **state)
{
	(void)state;
	SCORED(&chosen_scorer, "multiple", four, { "{}", "['r2', 'r2', 'gone']", "1/2 of 1" },
	    { "{'mode': 'partial'}", "['r1', 'r2', 'w1']", "1/2 of 1" },
	    { "{'mode': 'exact'}", "['r2', 'r1']", "1 of 1" }, { "{'mode': 'exact'}", "['r2', 'r1', 'w1']", "0 of 1" },
	    { "{'mode': 'cancel'}", "['r1', 'r2', 'w1']", "1/2 of 1" },
	    { "{'mode': 'strict'}", "['r1', 'w1']", "0 of 1" },
	    { "{'mode': 'strict', 'floor': null}", "['r1', 'w1']", "-1/2 of 1" },
	    { "{'mode': 'positive'}", "['r1', 'w1', 'w2']", "1/2 of 1" },
	    { "{'mode': 'decisions'}", "['w1']", "1/4 of 1" }, { "{'floor': '-1/4'}", "['w1']", "-1/4 of 1" },
	    { "{'mode': 'mapping', 'entries': {'r1': '1', 'r2': '1/2', 'w1': '-1/3'}}", "['r1', 'r2', 'w1']",
		"7/6 of 3/2" });
}

static void
test_none(void **state)
{
	(void)state;
	SCORED(&chosen_scorer, "multiple", none, { "{}", "[]", "0 of 1" },
	    { "{'none_allowed': true}", "null", "1 of 1" },
	    { "{'none_allowed': true, 'floor': '1/2'}", "['x']", "0 of 1" },
	    { "{'none_allowed': true}", "['gone']", "1 of 1" }, { "{'floor': '1/2'}", "['x']", "0 of 1" },
	    { "{'none_allowed': true, 'mode': 'mapping', 'entries': {'x': '1'}}", "[]", "0 of 1" });
	assert_int_equal(scored_state(&chosen_scorer, four, "{}", "['gone']"), RESPONSE_UNANSWERED);
	assert_int_equal(scored_state(&chosen_scorer, four, "{}", "'w1'"), RESPONSE_ANSWERED);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_one),
		cmocka_unit_test(test_several),
		cmocka_unit_test(test_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
