/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scored.h"

#include "score/retried.h"

#define OF(type, question, rule) "{'of': {'type': '" type "', 'question': " question ", 'scoring': " rule "}}"

static void
test_single(void **state)
{
	static const char one[] =
	    OF("single", "{'options': [{'id': 'a', 'correct': true}, {'id': 'b'}, {'id': 'c'}]}", "{}");

	(void)state;
	SCORED(&retried_scorer, "tries", one, { "{}", "null", "0 of 1" }, { "{}", "[]", "0 of 1" },
	    { "{}", "[null, '', 'gone']", "0 of 1" }, { "{}", "['a']", "1 of 1" },
	    { "{}", "[null, 'b', 'b', 'a']", "2/3 of 1" }, { "{}", "['b', 'c', 'b', 'a']", "0 of 1" },
	    { "{}", "['b', 'c', 'a', 'b']", "1/3 of 1" }, { "{'keep': 'last'}", "['a', 'b']", "1 of 1" },
	    { "{'penalty': '1/4', 'keep': 'last'}", "['b', 'a']", "3/4 of 1" });
}

static void
test_several(void **state)
{
	static const char many[] = OF(
	    "multiple", "{'options': [{'id': 'a', 'correct': true}, {'id': 'b', 'correct': true}, {'id': 'c'}]}", "{}");
	static const char points[] = OF("multiple", "{'options': [{'id': 'a'}, {'id': 'b'}]}",
	    "{'mode': 'mapping', 'entries': {'a': '2', 'b': '1'}}");

	(void)state;
	SCORED(&retried_scorer, "tries", many, { "{}", "[['a'], ['a', 'a', 'gone'], ['b', 'a']]", "2/3 of 1" },
	    { "{'keep': 'last', 'penalty': '1/8'}", "[['a', 'b', 'c'], ['a']]", "3/8 of 1" },
	    { "{'penalty': '1/8'}", "[['a'], ['b']]", "1/2 of 1" });
	SCORED(&retried_scorer, "tries", points, { "{}", "[['a'], ['a', 'b'], ['b']]", "8/3 of 3" });
}

static void
test_equal(void **state)
{
	static const char pairs[] = OF("matching", "{'pairs': {'x': '1', 'y': '2'}}", "{'mode': 'exact'}");
	static const char spots[] =
	    OF("hotspot", "{'areas': [{'shape': 'rect', 'coords': ['0', '0', '1', '1']}]}", "{}");

	(void)state;
	SCORED(&retried_scorer, "tries", pairs,
	    { "{}", "[{'x': '1', 'y': '1'}, {'y': '1', 'x': '1'}, {'x': '1', 'y': '2'}]", "2/3 of 1" },
	    { "{}", "[{'x': '1'}, {'y': '1'}, {'x': '1', 'y': '2'}]", "1/3 of 1" });
	SCORED(&retried_scorer, "tries", spots, { "{}", "[[['9', '9']], [['9', '9']], [['1', '1']]]", "2/3 of 1" },
	    { "{}", "[[['9', '9']], [['9', '9'], ['9', '9']], [['1', '1']]]", "1/3 of 1" });
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_single),
		cmocka_unit_test(test_several),
		cmocka_unit_test(test_equal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
