/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scored.h"

#include "score/filled.h"

static const char three[] = "{'gaps': [{'id': 'a', 'accept': [{'text': 'water'}, {'text': 'liquid', 'score': '1/2'}]}, "
			    "{'id': 'b', 'kind': 'number', 'weight': '2', 'answers': [{'low': '99', 'high': '101'}]}, "
			    "{'id': 'c', 'kind': 'select', 'weight': '3', 'answer': 'Wet'}]}";

static void
test_nothing(void **state)
{
	static const char *const nothing[] = { "null", "{}", "{'a': '', 'b': null}", "{'a': ' \\u00a0', 'c': '\\t'}",
		"{'x': 'water'}" };

	(void)state;
	for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++) {
		SCORED(&filled_scorer, "gap", three, { "{}", nothing[i], "0 of 1" },
		    { "{'mode': 'exact'}", nothing[i], "0 of 1" });
		assert_int_equal(scored_state(&filled_scorer, three, "{}", nothing[i]), RESPONSE_UNANSWERED);
	}
	/* Only questions of numbers can be invalid. */
	assert_int_equal(scored_state(&filled_scorer, three, "{}", "{'b': 'x'}"), RESPONSE_ANSWERED);
	SCORED(&filled_scorer, "gap", "{'gaps': []}", { "{}", "{'a': 'x'}", "0 of 1" });
}

static void
test_gaps(void **state)
{
	(void)state;
	SCORED(&filled_scorer, "gap", three, { "{}", "{'a': 'Water', 'b': '100', 'c': 'Wet'}", "1 of 1" },
	    { "{}", "{'a': 'liquid', 'b': '99', 'c': 'Dry'}", "5/12 of 1" }, { "{}", "{'c': 'wet'}", "0 of 1" },
	    { "{}", "{'c': 'Wet '}", "0 of 1" }, { "{}", "{'c': 'Wet', 'z': 'Wet'}", "1/2 of 1" },
	    { "{}", "{'b': '100 m'}", "0 of 1" },
	    { "{'mode': 'exact'}", "{'a': 'Water', 'b': '100', 'c': 'Wet'}", "1 of 1" },
	    { "{'mode': 'exact'}", "{'a': 'liquid', 'b': '100', 'c': 'Wet'}", "0 of 1" },
	    { "{'mode': 'exact'}", "{'a': 'Water', 'b': '100'}", "0 of 1" });
	SCORED(&filled_scorer, "gap", "{'gaps': [{'id': 'a', 'weight': '0', 'accept': [{'text': 'x'}]}]}",
	    { "{}", "{'a': 'x'}", "0 of 1" }, { "{'mode': 'exact'}", "{'a': 'x'}", "1 of 1" });
	SCORED(&filled_scorer, "gap",
	    "{'gaps': [{'id': 'a', 'kind': 'number', 'decimal': ',', 'units': {'g': '1'}, 'answers': [{'low': '1/2', 'high': '1/2'}]}]}",
	    { "{}", "{'a': '0,5'}", "9/10 of 1" }, { "{'mode': 'exact'}", "{'a': '0,5 kg'}", "0 of 1" },
	    { "{'mode': 'exact'}", "{'a': ',5 g'}", "1 of 1" });
}

/* Each option at the gap replaces that of the rule, the others stay. */
static void
test_options(void **state)
{
	static const char lax[] =
	    "{'gaps': [{'id': 'a', 'accept': [{'text': '\u00c9t\u00e9'}], 'options': {'accents': 'ignore'}}]}";
	static const char strict[] =
	    "{'gaps': [{'id': 'a', 'accept': [{'text': 'Lima'}], 'options': {'case': 'match', 'compat': false}}]}";

	(void)state;
	SCORED(&filled_scorer, "gap", lax, { "{}", "{'a': 'ete'}", "1 of 1" },
	    { "{'case': 'match'}", "{'a': 'ete'}", "0 of 1" },
	    { "{'case': 'match', 'accents': 'match'}", "{'a': 'Ete'}", "1 of 1" });
	SCORED(&filled_scorer, "gap", strict, { "{}", "{'a': 'lima'}", "0 of 1" },
	    { "{'compat': true}", "{'a': '\uff2cima'}", "0 of 1" }, { "{'typos': 'h5p'}", "{'a': 'lima'}", "1 of 1" });
}

static void
test_distinct(void **state)
{
	static const char winds[] =
	    "{'distinct': true, 'gaps': [{'id': 'a', 'weight': '9', 'accept': [{'text': 'North'}, {'text': 'south', 'score': '1/2'}]}, "
	    "{'id': 'b', 'accept': [{'text': 'NORTH '}, {'text': 'e*', 'match': 'glob'}], 'options': {'case': 'match'}}, "
	    "{'id': 'c', 'accept': [{'text': '('}, {'text': '(', 'match': 'regex'}]}]}";

	(void)state;
	SCORED(&filled_scorer, "gap", winds, { "{}", "{'a': 'south', 'b': ' north', 'c': '('}", "1 of 1" },
	    { "{}", "{'a': 'north', 'b': 'NORTH'}", "1/3 of 1" }, { "{}", "{'a': 'e*', 'b': 'e*'}", "1/3 of 1" },
	    { "{}", "{'b': 'east'}", "0 of 1" }, { "{'mode': 'exact'}", "{'a': 'south', 'b': 'north'}", "2/3 of 1" },
	    { "{'case': 'match'}", "{'a': 'north', 'b': 'NORTH'}", "1/3 of 1" },
	    { "{}", "{'a': '\\u200b'}", "0 of 1" });
	SCORED(&filled_scorer, "gap", "{'distinct': true, 'gaps': [{'id': 'a', 'accept': [{'text': ''}]}]}",
	    { "{}", "{'a': '\\u00ad'}", "0 of 1" });
}

static void
test_refused(void **state)
{
	(void)state;
	SCORED(&filled_scorer, "gap", "{'gaps': [{'id': 'a', 'accept': [{'text': 'x{', 'match': 'regex'}]}]}",
	    { "{}", "{'a': 'x'}",
		"pattern \"x{\", character 2: a count is written {2}, {2,} or {2,5}; \"{\" as a character \\{" });
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_gaps),
		cmocka_unit_test(test_options),
		cmocka_unit_test(test_distinct),
		cmocka_unit_test(test_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
