/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scored.h"

#include "score/paired.h"

static const char shed[] = "{'pairs': {'pan': 'kitchen', 'rake': 'shed', 'saw': 'shed', 'coin': null}}";

static void
test_nothing(void **state)
{
	(void)state;
	SCORED(&paired_scorer, "classification", shed, { "{}", "null", "0 of 1" }, { "{}", "{}", "0 of 1" },
	    { "{'mode': 'exact'}", "{'pan': '', 'rake': null}", "0 of 1" }, { "{}", "{'dog': 'shed'}", "0 of 1" },
	    { "{'mode': 'half'}", "{'coin': ''}", "0 of 1" },
	    { "{'mode': 'deduct', 'deduction': '1'}", "{'dog': 'shed', 'pan': ''}", "0 of 1" });
	SCORED(&paired_scorer, "matching", "{'pairs': {}}", { "{}", "{'a': 'b'}", "0 of 1" },
	    { "{'mode': 'exact'}", "{}", "0 of 1" });
	assert_int_equal(scored_state(&paired_scorer, shed, "{}", "{'dog': 'shed'}"), RESPONSE_UNANSWERED);
	assert_int_equal(scored_state(&paired_scorer, shed, "{}", "{'pan': 'sea'}"), RESPONSE_ANSWERED);
}

static void
test_per_pair(void **state)
{
	(void)state;
	SCORED(&paired_scorer, "classification", shed,
	    { "{}", "{'pan': 'kitchen', 'rake': 'shed', 'saw': 'shed'}", "1 of 1" },
	    { "{}", "{'pan': 'kitchen', 'rake': 'shed', 'saw': 'shed', 'coin': 'shed'}", "3/4 of 1" },
	    { "{}", "{'pan': 'Kitchen'}", "1/4 of 1" }, { "{}", "{'pan': 'kitchen', 'dog': 'shed'}", "1/2 of 1" });
	SCORED(&paired_scorer, "matching", "{'pairs': {'u': 'U', 'v': 'V'}, 'weights': {'u': '2', 'w': '5'}}",
	    { "{}", "{'u': 'U'}", "2/3 of 1" }, { "{'mode': 'exact'}", "{'u': 'U'}", "0 of 1" });
	SCORED(&paired_scorer, "matrix", "{'pairs': {'u': 'U', 'v': 'V'}, 'weights': {'u': '0', 'v': '0'}}",
	    { "{}", "{'u': 'U', 'v': 'V'}", "0 of 1" });
	SCORED(&paired_scorer, "matrix", "{'pairs': {'u': 'U', 'v': 'V'}, 'weights': {'u': '-1', 'v': '1'}}",
	    { "{}", "{'u': 'U'}", "0 of 1" });
}

static void
test_counted(void **state)
{
	(void)state;
	SCORED(&paired_scorer, "matrix", shed,
	    { "{'mode': 'exact'}", "{'pan': 'kitchen', 'rake': 'shed', 'saw': 'shed'}", "1 of 1" },
	    { "{'mode': 'exact'}", "{'pan': 'kitchen', 'rake': 'shed'}", "0 of 1" },
	    { "{'mode': 'half'}", "{'pan': 'kitchen', 'rake': 'shed', 'saw': 'shed'}", "1 of 1" },
	    { "{'mode': 'half'}", "{'pan': 'kitchen', 'rake': 'shed', 'saw': ''}", "1/2 of 1" },
	    { "{'mode': 'half'}", "{'pan': 'kitchen', 'rake': 'kitchen'}", "0 of 1" },
	    { "{'mode': 'deduct', 'deduction': '1/2'}", "{'pan': 'kitchen', 'rake': 'kitchen'}", "3/8 of 1" },
	    { "{'mode': 'deduct', 'deduction': '5'}", "{'pan': 'kitchen', 'rake': 'kitchen'}", "0 of 1" },
	    { "{'mode': 'deduct', 'deduction': '1'}", "{'coin': 'shed', 'pan': 'kitchen'}", "0 of 1" });
	SCORED(&paired_scorer, "matrix", "{'pairs': {'one': 'x'}}", { "{'mode': 'half'}", "{'one': 'y'}", "1/2 of 1" });
}

static void
test_mapping(void **state)
{
	static const char rule[] =
	    "{'mode': 'mapping', 'entries': {'nut bolt': '1', 'key lock': '2', 'a b c': '1/2', 'x y': '-3'}, 'default': '-1/2'}";

	(void)state;
	SCORED(&paired_scorer, "matching", "{'pairs': {}}", { rule, "null", "0 of 7/2" }, { rule, "[]", "0 of 7/2" },
	    { rule, "[['nut', 'bolt'], ['nut', 'bolt']]", "1 of 7/2" }, { rule, "[['bolt', 'nut']]", "0 of 7/2" },
	    { rule, "[['key', 'lock'], ['bolt', 'nut'], ['sea', 'sky']]", "1 of 7/2" },
	    { rule, "[['a b', 'c'], ['a', 'b c']]", "1 of 7/2" },
	    { "{'mode': 'mapping', 'entries': {'x y': '-3'}, 'floor': null}", "[['x', 'y']]", "-3 of 0" },
	    { "{'mode': 'mapping', 'entries': {'x y': '3'}, 'floor': '1', 'ceil': '2'}", "[['x', 'y']]", "2 of 2" },
	    { "{'mode': 'mapping', 'entries': {'x y': '3'}, 'floor': '1', 'ceil': '2'}", "[['y', 'x']]", "1 of 2" },
	    { "{'mode': 'mapping', 'entries': {'x y': '3'}, 'floor': '1', 'ceil': '2'}", "[]", "0 of 2" },
	    { "{'mode': 'mapping', 'entries': {'x y': '3'}, 'ceil': null}", "[['x', 'y']]", "3 of 3" });
	assert_int_equal(scored_state(&paired_scorer, "{'pairs': {}}", rule, "[]"), RESPONSE_UNANSWERED);
	assert_int_equal(scored_state(&paired_scorer, "{'pairs': {}}", rule, "[['q', 'q']]"), RESPONSE_ANSWERED);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_per_pair),
		cmocka_unit_test(test_counted),
		cmocka_unit_test(test_mapping),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
