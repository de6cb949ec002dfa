/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scored.h"

#include <stdio.h>

#include "score/bounds.h"

static void
settles(const char *json, const char *wanted)
{
	struct arena a = ARENA_INIT;
	struct exacts numbers = EXACTS_INIT;
	struct buf b = BUF_INIT;
	struct shape_run run = { .arena = &a, .numbers = &numbers, .choice = STR_EMPTY, .error = STR_EMPTY };
	struct shape_place at = { .name = STR("answer") };
	struct jvalue *v = scored_json(&a, json);

	if (bounds_settle(&run, &at, v))
		jsonread_write(&b, v);
	else
		buf_str(&b, run.error);
	if (!str_is(buf_view(&b), wanted))
		fail_msg("%s: %.*s", json, STR_ARG(buf_view(&b)));
	buf_free(&b);
	exact_end(&numbers);
	arena_free(&a);
}

/* That nothing can be made of it, and the place is named. */
static void
refuses(const char *json, const char *place)
{
	struct arena a = ARENA_INIT;
	struct exacts numbers = EXACTS_INIT;
	struct shape_run run = { .arena = &a, .numbers = &numbers, .choice = STR_EMPTY, .error = STR_EMPTY };
	struct shape_place at = { .name = STR("answer") };

	if (bounds_settle(&run, &at, scored_json(&a, json)) || !str_starts(run.error, place))
		fail_msg("%s: %.*s", json, STR_ARG(run.error));
	exact_end(&numbers);
	arena_free(&a);
}

static void
test_refused(void **state)
{
	static const char *const ranges[] = { "", "[", "5", "[5 7]", "[5,7", "5,7]", "]5,7[", "[a,7]", "[,7]", "[5,]",
		"[1,2,3]", "[1;2,3]" };
	static const char *const tolerances[] = { "''", "'x'", "'1,5'", "'1  2'", "'1 2 3'", "'5 %'", "null", "[]",
		"true" };

	(void)state;
	refuses("{}", "answer must have one of");
	refuses("{'any': false}", "answer must have one of");
	refuses("{'any': true, 'value': '3'}", "answer must have one of");
	refuses("{'range': '[1,2]', 'value': '3'}", "answer must have one of");
	refuses("{'value': '3', 'tolerance': '1', 'sigfigs': 2}", "answer has more than one of");
	refuses("{'value': '3', 'decimals': -1}", "answer.decimals is -1");
	refuses("{'value': '3', 'sigfigs': 0}", "answer.sigfigs is 0");
	refuses("{'value': '3', 'decimals': 99999999999999999999}", "answer.decimals is 99999999999999999999");
	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
		char json[64];

		snprintf(json, sizeof json, "{'range': '%s'}", ranges[i]);
		refuses(json, "answer.range is \"");
	}
	for (size_t i = 0; i < sizeof tolerances / sizeof *tolerances; i++) {
		char json[64];

		snprintf(json, sizeof json, "{'value': '3', 'tolerance': %s}", tolerances[i]);
		refuses(json, "answer.tolerance is ");
	}
}

static void
test_value(void **state)
{
	(void)state;
	settles("{'value': '3'}", "{\"low\": \"3\", \"high\": \"3\"}");
	settles("{'value': '3', 'score': '1/2'}", "{\"low\": \"3\", \"high\": \"3\", \"score\": \"1/2\"}");
	settles("{'value': '3', 'score': '1', 'any': false}", "{\"low\": \"3\", \"high\": \"3\"}");
	settles("{'value': '-200', 'tolerance': '5%'}", "{\"low\": \"-210\", \"high\": \"-190\"}");
	settles("{'value': '3', 'tolerance': 0.5}", "{\"low\": \"5/2\", \"high\": \"7/2\"}");
	settles("{'value': '3', 'tolerance': '0.1 0.2'}", "{\"low\": \"29/10\", \"high\": \"16/5\"}");
	settles("{'value': '10', 'tolerance': '10% 1/2'}", "{\"low\": \"9\", \"high\": \"21/2\"}");
	settles("{'value': '3', 'tolerance': '-1'}", "{\"low\": \"4\", \"high\": \"2\"}");
	settles("{'value': '1/3', 'decimals': 2}", "{\"value\": \"1/3\", \"decimals\": 2}");
	settles(
	    "{'value': '1/3', 'sigfigs': 1, 'score': '2'}", "{\"value\": \"1/3\", \"sigfigs\": 1, \"score\": \"2\"}");
	settles("{'value': '1/3', 'decimals': -0}", "{\"value\": \"1/3\", \"decimals\": 0}");
}

static void
test_range(void **state)
{
	(void)state;
	settles("{'any': true, 'tolerance': []}", "{\"any\": true}");
	settles("{'range': '[5,7]'}", "{\"low\": \"5\", \"high\": \"7\"}");
	settles("{'range': '(2e-3, 40]'}", "{\"low\": \"1/500\", \"high\": \"40\", \"openLow\": true}");
	settles("{'range': ' [ -1/2 ; 25% ) '}", "{\"low\": \"-1/2\", \"high\": \"1/4\", \"openHigh\": true}");
	settles("{'range': '(7,5)'}", "{\"low\": \"7\", \"high\": \"5\", \"openLow\": true, \"openHigh\": true}");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_value),
		cmocka_unit_test(test_range),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
