/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scored.h"

#include "score/walked.h"

static const char home[] =
    "{'start': 'home', 'nodes': {'home': {'edges': [{'to': 'office', 'score': '1'}, {'to': 'lab', 'score': '2'}]},"
    "'office': {'edges': [{'to': 'home', 'score': '5'}, {'to': null, 'score': '3'}]},"
    "'lab': {'edges': [{'to': 'office'}, {'to': null, 'score': '4'}]},"
    "'attic': {'edges': [{'to': null, 'score': '99'}, {'to': 'home', 'score': '99'}]}}}";

static void
test_missing(void **state)
{
	(void)state;
	SCORED(&walked_scorer, "branching", "{'start': 'x', 'nodes': {}}",
	    { "{}", "null", "question.start: there is no node \"x\"" });
	SCORED(&walked_scorer, "branching", "{'start': 'x', 'nodes': {'x': {'edges': [{'to': 'y'}]}}}",
	    { "{'mode': 'path'}", "null", "question.nodes: there is no node \"y\"" });
	SCORED(&walked_scorer, "branching", home,
	    { "{}", "{'path': [['roof', 0]]}", "response.path: there is no node \"roof\"" },
	    { "{}", "{'path': [['home', 2]]}", "response.path: node \"home\" has no edge 2" },
	    { "{'mode': 'end'}", "{'path': [['home', 0], ['home', -1]]}",
		"response.path: node \"home\" has no edge -1" },
	    { "{}", "{'path': [['home', 18446744073709551616]]}",
		"response.path: node \"home\" has no edge 18446744073709551616" });
}

static void
test_none(void **state)
{
	(void)state;
	SCORED(&walked_scorer, "branching", home, { "{}", "null", "null of null" },
	    { "{'mode': 'none'}", "{'path': [['home', 0], ['office', 1]]}", "null of null" });
	/* full marks of 0 are no score */
	SCORED(&walked_scorer, "branching", "{'start': 'a', 'nodes': {'a': {'edges': [{'to': null}]}}}",
	    { "{'mode': 'end'}", "{'path': [['a', 0]]}", "null of null" },
	    { "{'mode': 'path'}", "null", "null of null" });
	SCORED(&walked_scorer, "branching", "{'start': 'a', 'nodes': {'a': {'edges': [{'to': 'a', 'score': '3'}]}}}",
	    { "{'mode': 'end'}", "{'path': [['a', 0]]}", "null of null" },
	    { "{'mode': 'path'}", "{'path': [['a', 0]]}", "null of null" });
	assert_int_equal(scored_state(&walked_scorer, home, "{}", "null"), RESPONSE_UNANSWERED);
	assert_int_equal(scored_state(&walked_scorer, home, "{}", "{'path': []}"), RESPONSE_UNANSWERED);
	assert_int_equal(scored_state(&walked_scorer, home, "{}", "{'path': [['home', 0]]}"), RESPONSE_ANSWERED);
}

static void
test_end(void **state)
{
	(void)state;
	SCORED(&walked_scorer, "branching", home, { "{'mode': 'end'}", "null", "0 of 4" },
	    { "{'mode': 'end'}", "{'path': [['home', 1], ['lab', 0], ['office', 1]]}", "3 of 4" },
	    { "{'mode': 'end'}", "{'path': [['home', 1]]}", "0 of 4" },
	    /* what cannot be reached is no full marks, but can be walked */
	    { "{'mode': 'end'}", "{'path': [['office', 1], ['attic', 0]]}", "99 of 4" },
	    { "{'mode': 'end'}", "{'path': [['office', 1], ['home', 0]]}", "0 of 4" });
	SCORED(&walked_scorer, "branching",
	    "{'start': 'a', 'nodes': {'a': {'edges': [{'to': null, 'score': '-2'}, {'to': null, 'score': '-1'}]}}}",
	    { "{'mode': 'end'}", "{'path': [['a', 0]]}", "0 of -1" });
}

static void
test_path(void **state)
{
	(void)state;
	SCORED(&walked_scorer, "branching", home,
	    { "{'mode': 'path'}", "{'path': [['home', 1], ['lab', 0], ['office', 0], ['home', 0], ['office', 1]]}",
		"4 of 6" },
	    { "{'mode': 'path'}", "{'path': [['home', 1], ['lab', 1]]}", "6 of 6" },
	    { "{'mode': 'path'}", "null", "0 of 6" },
	    { "{'mode': 'path'}", "{'path': [['office', 0], ['office', 0], ['office', 0]]}", "5 of 6" },
	    { "{'mode': 'path'}", "{'path': [['home', 0], ['office', 0], ['lab', 1], ['office', 1]]}", "4 of 6" },
	    /* what was dropped is forgotten: the lab comes back without a loop */
	    { "{'mode': 'path'}", "{'path': [['home', 1], ['lab', 0], ['home', 1], ['lab', 1]]}", "6 of 6" });
}

/* A story of ${n} nodes, each of which leads to those that ${leads} says, worth 1 each, and the last one to an end. */
static void
most(size_t n, bool (*leads)(size_t from, size_t to), const char *wanted)
{
	struct buf b = BUF_INIT;

	BUF_LIT(&b, "{'start': 'n0', 'nodes': {");
	for (size_t from = 0; from < n; from++) {
		buf_fmt(&b, "%s'n%zu': {'edges': [", from ? ", " : "", from);
		for (size_t to = 0; to < n; to++)
			if (leads(from, to))
				buf_fmt(&b, "{'to': 'n%zu', 'score': '1'}, ", to);
		buf_fmt(&b, "{'to': %s, 'score': '%d'}]}", from + 1 == n ? "null" : "'n0'", from + 1 == n);
	}
	BUF_LIT(&b, "}}");
	buf_chr(&b, '\0');
	SCORED(&walked_scorer, "branching", b.p, { "{'mode': 'path'}", "null", wanted });
	buf_free(&b);
}

static bool
leads_on(size_t from, size_t to)
{
	return to == from + 1;
}

static bool
leads_back(size_t from, size_t to)
{
	return to == from + 1 || (to == 1 && from > 1);
}

static bool
leads_anywhere(size_t from, size_t to)
{
	return to != from;
}

static bool
leads_near(size_t from, size_t to)
{
	return to == from + 1 || to == from + 2 || to + 1 == from;
}

/* Ways that go round only back to the start are short; nodes of which each leads to all are the worst. */
static void
test_most(void **state)
{
	(void)state;
	most(2000, leads_on, "0 of 2000");
	most(2000, leads_back, "0 of 2000");
	most(60, leads_near, "0 of 60");
	most(12, leads_anywhere, "0 of 12");
	most(20, leads_anywhere, "question.nodes: too many ways to look for the best one (20000000 steps)");
}

/* A long story without ways round needs no search and no stack. */
static void
test_long(void **state)
{
	struct buf b = BUF_INIT;
	enum { LONG = 200000 };

	(void)state;
	BUF_LIT(&b, "{'start': 'n0', 'nodes': {");
	for (int i = 0; i < LONG; i++)
		buf_fmt(&b, "'n%d': {'edges': [{'to': 'n%d', 'score': '1/2'}]}, ", i, i + 1);
	buf_fmt(&b, "'n%d': {'edges': [{'to': null}]}}}", LONG);
	buf_chr(&b, '\0');
	SCORED(&walked_scorer, "branching", b.p, { "{'mode': 'path'}", "{'path': [['n0', 0]]}", "1/2 of 100000" });
	buf_free(&b);
}

static void
test_max(void **state)
{
	struct arena a = ARENA_INIT;
	struct exacts numbers = EXACTS_INIT;
	struct buf b = BUF_INIT;
	struct scoring s = {
		.arena = &a,
		.numbers = &numbers,
		.question = scored_json(&a, home),
		.rule = scored_json(&a, "{'mode': 'path'}"),
		.response = scored_json(&a, "null"),
	};

	(void)state;
	scored_number(&b, walked_max(&s));
	assert_true(str_is(buf_view(&b), "6"));
	s.rule = scored_json(&a, "{}");
	assert_null(walked_max(&s));
	buf_free(&b);
	exact_end(&numbers);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_missing),
		cmocka_unit_test(test_none),
		cmocka_unit_test(test_end),
		cmocka_unit_test(test_path),
		cmocka_unit_test(test_most),
		cmocka_unit_test(test_long),
		cmocka_unit_test(test_max),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
