/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scored.h"

#include "score/ordered.h"

static const char five[] = "{'order': ['a', 'b', 'c', 'd', 'e']}";

static void
test_nothing(void **state)
{
	(void)state;
	SCORED(&ordered_scorer, "ordering", five, { "{}", "null", "0 of 1" }, { "{'mode': 'lis'}", "[]", "0 of 1" },
	    { "{'mode': 'adjacent'}", "['x']", "0 of 1" }, { "{'mode': 'all_pairs'}", "['x', 'y']", "0 of 1" },
	    { "{'mode': 'position'}", "['x']", "0 of 1" }, { "{'mode': 'lis'}", "['x']", "0 of 1" });
	SCORED(&ordered_scorer, "ordering", "{'order': []}", { "{'mode': 'adjacent'}", "['x', 'y']", "0 of 1" },
	    { "{'mode': 'all_pairs'}", "['x']", "0 of 1" }, { "{'mode': 'position'}", "['x']", "0 of 1" },
	    { "{'mode': 'lis'}", "['x']", "0 of 1" });
	SCORED(&ordered_scorer, "ordering", "{'order': ['x']}", { "{'mode': 'adjacent'}", "['x']", "0 of 1" },
	    { "{'mode': 'all_pairs'}", "['x']", "0 of 1" });
	assert_int_equal(scored_state(&ordered_scorer, five, "{}", "[]"), RESPONSE_UNANSWERED);
	assert_int_equal(scored_state(&ordered_scorer, five, "{}", "['x']"), RESPONSE_ANSWERED);
}

static void
test_exact(void **state)
{
	(void)state;
	SCORED(&ordered_scorer, "ordering", five, { "{}", "['a', 'b', 'c', 'd', 'e']", "1 of 1" },
	    { "{}", "['a', 'b', 'c', 'd']", "0 of 1" }, { "{}", "['a', 'b', 'c', 'd', 'e', 'e']", "0 of 1" },
	    { "{}", "['a', 'b', 'c', 'e', 'd']", "0 of 1" });
}

static void
test_position(void **state)
{
	(void)state;
	SCORED(&ordered_scorer, "ordering", five, { "{'mode': 'position'}", "['b', 'a', 'c', 'd', 'e']", "3/5 of 1" },
	    { "{'mode': 'position'}", "['x', 'a', 'b', 'c', 'd', 'e']", "0 of 1" },
	    { "{'mode': 'position'}", "['a', 'a', 'c', 'x', 'e', 'd']", "3/5 of 1" });
}

static void
test_adjacent(void **state)
{
	(void)state;
	SCORED(&ordered_scorer, "ordering", five, { "{'mode': 'adjacent'}", "['a', 'b', 'c', 'd', 'e']", "1 of 1" },
	    { "{'mode': 'adjacent'}", "['b', 'c', 'd', 'e', 'a']", "3/4 of 1" },
	    { "{'mode': 'adjacent'}", "['a', 'b', 'a', 'b']", "1/4 of 1" },
	    { "{'mode': 'adjacent'}", "['a', 'x', 'b', 'd', 'e']", "1/4 of 1" },
	    { "{'mode': 'adjacent'}", "['e', 'd', 'c', 'b', 'a']", "0 of 1" });
}

static void
test_all_pairs(void **state)
{
	(void)state;
	SCORED(&ordered_scorer, "ordering", five, { "{'mode': 'all_pairs'}", "['a', 'b', 'c', 'd', 'e']", "1 of 1" },
	    { "{'mode': 'all_pairs'}", "['e', 'd', 'c', 'b', 'a']", "0 of 1" },
	    { "{'mode': 'all_pairs'}", "['e', 'a', 'x', 'c']", "1/10 of 1" },
	    { "{'mode': 'all_pairs'}", "['b', 'a', 'b']", "1/10 of 1" },
	    { "{'mode': 'all_pairs'}", "['a', 'b', 'a']", "1/10 of 1" });
}

static void
test_lis(void **state)
{
	(void)state;
	SCORED(&ordered_scorer, "ordering", five, { "{'mode': 'lis'}", "['a', 'b', 'c', 'd', 'e']", "1 of 1" },
	    { "{'mode': 'lis'}", "['e', 'd', 'c', 'b', 'a']", "0 of 1" },
	    { "{'mode': 'lis'}", "['c', 'x', 'e', 'a', 'b', 'd']", "3/5 of 1" },
	    { "{'mode': 'lis'}", "['b', 'b', 'b']", "0 of 1" },
	    { "{'mode': 'lis'}", "['b', 'b', 'c', 'a']", "2/5 of 1" });
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_exact),
		cmocka_unit_test(test_position),
		cmocka_unit_test(test_adjacent),
		cmocka_unit_test(test_all_pairs),
		cmocka_unit_test(test_lis),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
