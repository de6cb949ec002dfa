/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scored.h"

#include "score/notation.h"

/* What becomes of question, scoring and response; or the error. tests/vectors/errors.json holds every other mistake. */
static void
reads(const char *json, const char *wanted)
{
	struct arena a = ARENA_INIT;
	struct exacts numbers = EXACTS_INIT;
	struct buf b = BUF_INIT;
	struct scoring s = { .arena = &a, .numbers = &numbers };

	if (notation_read(scored_json(&a, json), &s)) {
		assert_int_equal(s.error.n, 0);
		jsonread_write(&b, s.question);
		buf_chr(&b, ' ');
		jsonread_write(&b, s.rule);
		buf_chr(&b, ' ');
		jsonread_write(&b, s.response);
	} else {
		buf_str(&b, s.error);
	}
	if (!str_is(buf_view(&b), wanted))
		fail_msg("%s\n%.*s\n%s", json, STR_ARG(buf_view(&b)), wanted);
	buf_free(&b);
	exact_end(&numbers);
	arena_free(&a);
}

#define VECTOR(type, rest) "{'id': 'x', 'type': '" type "'" rest "}"

static void
test_refused(void **state)
{
	(void)state;
	reads("[]", "vector is a list, but must be an object");
	reads("{}", "the vector has no field \"id\", which it must have");
	reads("{'id': 'x'}", "the vector has no field \"type\", which it must have");
	reads("{'id': 'x', 'type': 'survey', 'kind': 1}", "unknown field \"kind\"");
	reads(VECTOR("associate", ""), "unknown type \"associate\"");
	reads(VECTOR("tries", ", 'question': {'of': {'type': 'survey'}}"), "unknown type \"survey\" in question.of");
	reads(VECTOR("survey", ", 'question': null"), "question is null, but must be an object");
	reads(VECTOR("survey", ", 'scoring': {'mode': 'exact'}"), "unknown field \"scoring.mode\"");
	reads(VECTOR("ordering", ", 'question': {'order': ['a']}, 'scoring': {'mode': 'halves'}"),
	    "unknown mode \"halves\" in scoring.mode, which takes one of: exact position adjacent all_pairs lis");
	reads(VECTOR("tries", ", 'question': {'of': {'type': 'single', 'question': {'options': [{'id': 5}]}}}"),
	    "question.of.question.options[0].id is the number 5, but must be a string");
	reads(VECTOR("tries",
		  ", 'question': {'of': {'type': 'single', 'question': {'options': []}}}, 'response': ['a', 5]"),
	    "response[1] is the number 5, but must be a string or null");
	reads(VECTOR("text",
		  ", 'question': {'accept': [{'text': 'a'}, {'text': '(', 'match': 'literal'}]}, 'response': 7"),
	    "response is the number 7, but must be a string or null");
	reads(VECTOR("branching", ", 'question': {'start': 's', 'nodes': {'s': {'edges': [{'to': 'gone'}]}}}"),
	    "question.nodes.s.edges[0] leads to the node \"gone\", which does not exist");
	reads(VECTOR("pool", ", 'question': {'ids': ['a'], 'seed': '', 'draw': 2}"),
	    "question.draw is 2, but there are 1 ids");
}

static void
test_defaults(void **state)
{
	(void)state;
	reads(VECTOR("survey", ""), "{} {} null");
	reads(VECTOR("tries", ", 'question': {'of': {'type': 'ordering', 'question': {'order': []}}}"),
	    "{\"of\": {\"type\": \"ordering\", \"question\": {\"order\": []}, \"scoring\": {}}} {} null");
}

static void
test_settled(void **state)
{
	(void)state;
	reads(VECTOR("single", ", 'question': {'options': []}, 'scoring': {'entries': 5, 'floor': 'x'}"),
	    "{\"options\": []} {} null");
	reads(
	    VECTOR("number",
		", 'question': {'answers': [{'value': 3.50, 'tolerance': '10%'}]}, 'scoring': {'unit_penalty': '25%'}"),
	    "{\"answers\": [{\"low\": \"63/20\", \"high\": \"77/20\"}]} {\"unit_penalty\": \"1/4\"} null");
	reads(VECTOR("hotspot",
		  ", 'question': {'areas': [{'shape': 'circle', 'coords': [0.50, 1e1, 2]}]}, 'response': [[0.10, -0]]"),
	    "{\"areas\": [{\"shape\": \"circle\", \"coords\": [\"1/2\", \"10\", \"2\"]}]} {} [[\"1/10\", \"0\"]]");
	reads(VECTOR("gap",
		  ", 'question': {'gaps': [{'id': 'g', 'kind': 'select', 'answer': 'a', 'accept': 5, 'units': []}]}"),
	    "{\"gaps\": [{\"id\": \"g\", \"kind\": \"select\", \"answer\": \"a\"}]} {} null");
	reads(VECTOR("passmark", ", 'question': {'passmark': '14.5 points'}, 'response': {'points': 3, 'max': '50%'}"),
	    "{\"passmark\": {\"points\": \"29/2\"}} {} {\"points\": \"3\", \"max\": \"1/2\"}");
	reads(VECTOR("passmark", ", 'question': {'passmark': '70%'}, 'response': {'points': 3, 'max': 4}"),
	    "{\"passmark\": \"7/10\"} {} {\"points\": \"3\", \"max\": \"4\"}");
	reads(
	    VECTOR("branching",
		", 'question': {'start': 's', 'nodes': {'s': {'edges': [{'to': null}]}}}, 'response': {'path': [['s', -0]]}"),
	    "{\"start\": \"s\", \"nodes\": {\"s\": {\"edges\": [{\"to\": null}]}}} {} {\"path\": [[\"s\", 0]]}");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_defaults),
		cmocka_unit_test(test_settled),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
