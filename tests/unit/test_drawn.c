/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scored.h"

#include "score/drawn.h"

#define ORDER(list) "null of null, order [" list "]"

static void
test_shuffle(void **state)
{
	(void)state;
	SCORED(&drawn_scorer, "shuffle", "{'ids': [], 'seed': ''}", { "{}", "null", ORDER("") });
	SCORED(&drawn_scorer, "shuffle", "{'ids': ['a'], 'seed': ''}", { "{}", "null", ORDER("\"a\"") });
	/* the check value of the rules */
	SCORED(&drawn_scorer, "shuffle", "{'ids': ['a', 'b', 'c', 'd'], 'seed': 'quiz1/1/q1'}",
	    { "{}", "null", ORDER("\"d\", \"c\", \"a\", \"b\"") });
}

static void
test_fixed(void **state)
{
	(void)state;
	SCORED(&drawn_scorer, "shuffle",
	    "{'ids': ['x', 'a', 'b', 'c', 'y', 'd'], 'fixed': ['y', 'x', 'gone'], 'seed': 'quiz1/1/q1'}",
	    { "{}", "null", ORDER("\"x\", \"d\", \"c\", \"a\", \"y\", \"b\"") });
	SCORED(&drawn_scorer, "shuffle", "{'ids': ['a', 'b'], 'fixed': ['a', 'b'], 'seed': '2'}",
	    { "{}", "null", ORDER("\"a\", \"b\"") });
}

static void
test_pool(void **state)
{
	(void)state;
	SCORED(&drawn_scorer, "pool", "{'ids': ['a', 'b', 'c', 'd'], 'seed': 'quiz1/1/q1', 'draw': 0}",
	    { "{}", "null", ORDER("") });
	SCORED(&drawn_scorer, "pool", "{'ids': ['a', 'b', 'c', 'd'], 'seed': 'quiz1/1/q1', 'draw': 3}",
	    { "{}", "null", ORDER("\"d\", \"c\", \"a\"") });
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_shuffle),
		cmocka_unit_test(test_fixed),
		cmocka_unit_test(test_pool),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
