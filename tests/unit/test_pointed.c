/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scored.h"

#include "score/pointed.h"

static const char rect[] = "{'areas': [{'shape': 'rect', 'coords': ['5', '5', '15', '25'], 'score': '2'}]}";
static const char signs[] = "{'areas': [{'marker': 'exit', 'shape': 'rect', 'coords': ['0', '0', '10', '10']},"
			    "{'marker': 'exit', 'shape': 'circle', 'coords': ['9', '9', '8']},"
			    "{'shape': 'rect', 'coords': ['0', '0', '90', '90']}]}";

static void
test_nothing(void **state)
{
	(void)state;
	SCORED(&pointed_scorer, "hotspot", rect, { "{}", "null", "0 of 2" },
	    { "{'floor': '1', 'default': '3'}", "[]", "0 of 2" });
	SCORED(&pointed_scorer, "hotspot", "{'areas': []}", { "{}", "[['1', '1']]", "0 of 0" },
	    { "{'default': '1/2', 'ceil': null}", "[['1', '1'], ['1', '1']]", "1 of 0" },
	    { "{'mode': 'markers'}", "{}", "0 of 1" }, { "{'mode': 'markers'}", "{'x': [['1', '1']]}", "0 of 1" });
	SCORED(&pointed_scorer, "hotspot", signs, { "{'mode': 'markers'}", "null", "0 of 1" },
	    { "{'mode': 'markers'}", "{'exit': [], 'alarm': []}", "0 of 1" });
	assert_int_equal(scored_state(&pointed_scorer, rect, "{}", "null"), RESPONSE_UNANSWERED);
	assert_int_equal(scored_state(&pointed_scorer, rect, "{}", "[['1', '1']]"), RESPONSE_ANSWERED);
	assert_int_equal(
	    scored_state(&pointed_scorer, signs, "{'mode': 'markers'}", "{'exit': []}"), RESPONSE_UNANSWERED);
	assert_int_equal(
	    scored_state(&pointed_scorer, signs, "{'mode': 'markers'}", "{'x': [['1', '1']]}"), RESPONSE_ANSWERED);
}

/* Whether one click at a point is inside of a shape, which alone is worth 1. */
static void
inside(const char *shape, const char *coords, const char *x, const char *y, bool wanted)
{
	struct arena a = ARENA_INIT;
	struct str question = arena_fmt(&a, "{'areas': [{'shape': '%s', 'coords': [%s]}]}", shape, coords);
	struct str response = arena_fmt(&a, "[['%s', '%s']]", x, y);

	SCORED(&pointed_scorer, "hotspot", question.p, { "{}", response.p, wanted ? "1 of 1" : "0 of 1" });
	arena_free(&a);
}

static void
test_rect(void **state)
{
	(void)state;
	inside("rect", "'0', '0', '4', '2'", "4", "2", true);
	inside("rect", "'0', '0', '4', '2'", "0", "1", true);
	inside("rect", "'0', '0', '4', '2'", "4001/1000", "1", false);
	inside("rect", "'0', '0', '4', '2'", "1", "-1/1000", false);
	inside("rect", "'3', '3', '3', '3'", "3", "3", true);
	inside("rect", "'4', '2', '0', '0'", "1", "1", false);
}

static void
test_round(void **state)
{
	(void)state;
	inside("circle", "'20', '20', '5'", "23", "24", true);
	inside("circle", "'20', '20', '5'", "23", "24001/1000", false);
	inside("circle", "'20', '20', '0'", "20", "20", true);
	inside("circle", "'20', '20', '0'", "20", "21", false);
	inside("circle", "'20', '20', '-5'", "20", "20", false);
	inside("ellipse", "'100', '60', '30', '12'", "118", "348/5", true);
	inside("ellipse", "'100', '60', '30', '12'", "118", "3481/50", false);
	inside("ellipse", "'100', '60', '30', '12'", "82", "252/5", true);
	inside("ellipse", "'0', '0', '0', '7'", "0", "7", true);
	inside("ellipse", "'0', '0', '0', '7'", "0", "8", false);
	inside("ellipse", "'0', '0', '7', '0'", "-7", "0", true);
	inside("ellipse", "'0', '0', '7', '0'", "8", "0", false);
	inside("ellipse", "'0', '0', '7', '0'", "1", "1", false);
}

static void
test_poly(void **state)
{
	static const char notched[] = "'0', '0', '40', '0', '40', '40', '20', '10', '0', '40'";
	static const char closed[] = "'0', '0', '40', '0', '40', '40', '20', '10', '0', '40', '0', '0'";
	static const char star[] = "'0', '30', '50', '30', '10', '60', '25', '10', '40', '60'";

	(void)state;
	inside("poly", notched, "10", "25", true);
	inside("poly", notched, "11", "25", false);
	inside("poly", notched, "20", "10", true);
	inside("poly", notched, "20", "101/10", false);
	inside("poly", notched, "0", "40", true);
	inside("poly", notched, "5", "10", true);
	inside("poly", notched, "-5", "10", false);
	inside("poly", notched, "-5", "0", false);
	inside("poly", notched, "45", "0", false);
	inside("poly", closed, "5", "10", true);
	inside("poly", closed, "11", "25", false);
	/* the middle of a star is crossed twice */
	inside("poly", star, "25", "35", false);
	inside("poly", star, "25", "20", true);
	inside("poly", star, "25", "30", true);
	inside("poly", "'1', '1'", "1", "1", true);
	inside("poly", "'1', '1'", "2", "1", false);
	inside("poly", "'0', '0', '4', '2'", "2", "1", true);
	inside("poly", "'0', '0', '4', '2'", "6", "3", false);
	inside("poly", "'0', '0', '4', '4', '2', '2'", "3", "3", true);
	inside("poly", "'0', '0', '4', '4', '2', '2'", "3", "2", false);
	inside("poly", "", "0", "0", false);
}

static void
test_clicks(void **state)
{
	static const char two[] = "{'areas': [{'shape': 'rect', 'coords': ['0', '0', '9', '9']},"
				  "{'shape': 'rect', 'coords': ['5', '5', '20', '20']}]}";
	static const char mixed[] = "{'areas': [{'shape': 'rect', 'coords': ['0', '0', '9', '9'], 'score': '-1'},"
				    "{'shape': 'rect', 'coords': ['5', '5', '20', '20']}]}";

	(void)state;
	SCORED(&pointed_scorer, "hotspot", rect,
	    { "{'default': '-1/2'}", "[['6', '6'], ['15', '25'], ['499/100', '6'], ['200', '200']]", "1 of 2" },
	    { "{'default': '-1/2', 'default_once': true}", "[['6', '6'], ['0', '0']]", "2 of 2" },
	    { "{'default': '-1', 'default_once': true, 'floor': null}", "[['0', '0'], ['0', '0']]", "-1 of 2" },
	    { "{'default': '-1', 'floor': null}", "[['0', '0'], ['0', '0']]", "-2 of 2" },
	    { "{'ceil': '3/2'}", "[['6', '6']]", "3/2 of 3/2" });
	SCORED(&pointed_scorer, "hotspot", two, { "{}", "[['6', '6']]", "1 of 1" },
	    { "{'ceil': null}", "[['6', '6']]", "2 of 2" }, { "{'ceil': '3/2'}", "[['6', '6']]", "3/2 of 3/2" },
	    { "{}", "[['20', '20']]", "1 of 1" }, { "{'default': '-1/4'}", "[['20', '20'], ['30', '0']]", "3/4 of 1" });
	SCORED(&pointed_scorer, "hotspot", mixed, { "{}", "[['20', '20']]", "1 of 1" },
	    { "{}", "[['6', '6']]", "0 of 1" }, { "{'floor': null}", "[['1', '1']]", "-1 of 1" });
}

static void
test_markers(void **state)
{
	(void)state;
	SCORED(&pointed_scorer, "hotspot", signs,
	    { "{'mode': 'markers'}", "{'exit': [['15', '9'], ['1', '1']]}", "2/3 of 1" },
	    /* the first area takes the only one that the second could have */
	    { "{'mode': 'markers'}", "{'exit': [['8', '8'], ['1', '1']]}", "1/3 of 1" },
	    { "{'mode': 'markers'}", "{'exit': [['1', '1'], ['8', '8']]}", "2/3 of 1" },
	    { "{'mode': 'markers'}", "{'exit': [['8', '8'], ['8', '8']]}", "2/3 of 1" },
	    { "{'mode': 'markers'}", "{'': [['1', '1']]}", "0 of 1" },
	    { "{'mode': 'markers', 'floor': '1/2', 'default': '1'}",
		"{'exit': [['1', '1'], ['80', '8']], 'alarm': [['1', '1'], ['1', '1']]}", "1/4 of 1" });
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_rect),
		cmocka_unit_test(test_round),
		cmocka_unit_test(test_poly),
		cmocka_unit_test(test_clicks),
		cmocka_unit_test(test_markers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
