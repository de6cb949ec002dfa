/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scored.h"

#include "score/totals.h"

static void
test_total(void **state)
{
	(void)state;
	SCORED(&totals_scorer, "quiz_total", "{}", { "{}", "{'items': []}", "0 of 0" },
	    { "{}", "{'items': [{'fraction': null}]}", "0 of 0" },
	    { "{}", "{'items': [{'weight': '0', 'fraction': '1'}]}", "0 of 0" },
	    { "{}",
		"{'items': [{'weight': '2', 'fraction': '1/3'}, {'fraction': '-1/4'}, {'weight': '9', 'fraction': null}]}",
		"5/12 of 3" },
	    { "{}", "{'items': [{'fraction': '-1'}]}", "0 of 1" },
	    { "{'floor': '-1/2'}", "{'items': [{'fraction': '-1'}]}", "-1/2 of 1" });
}

static void
test_attempts(void **state)
{
	static const char three[] =
	    "{'attempts': [{'score': '1/2'}, {'score': '2/3', 'finished': true}, {'score': '1/3'}, {'score': '1', "
	    "'finished': false}, {'score': null}]}";

	(void)state;
	SCORED(&totals_scorer, "attempts", "{}", { "{}", "{'attempts': []}", "null of 1" },
	    { "{'method': 'average'}", "{'attempts': [{'score': null}, {'score': '1', 'finished': false}]}",
		"null of 1" },
	    { "{}", three, "2/3 of 1" }, { "{'method': 'best'}", three, "2/3 of 1" },
	    { "{'method': 'first'}", three, "1/2 of 1" }, { "{'method': 'last'}", three, "1/3 of 1" },
	    { "{'method': 'average'}", three, "1/2 of 1" },
	    { "{}", "{'attempts': [{'score': '1/2'}, {'score': '2', 'finished': false}]}", "1/2 of 100" });
}

static void
test_passmark(void **state)
{
	(void)state;
	SCORED(&totals_scorer, "passmark", "{'passmark': '2/3'}",
	    { "{}", "{'points': '0', 'max': '0'}", "null of 1, pass null" },
	    { "{}", "{'points': '2', 'max': '3'}", "2/3 of 1, pass true" },
	    { "{}", "{'points': '1999/1000', 'max': '3'}", "1999/3000 of 1, pass false" });
	SCORED(&totals_scorer, "passmark", "{'passmark': {'points': '14'}}",
	    { "{}", "{'points': '14', 'max': '0'}", "null of 1, pass null" },
	    { "{}", "{'points': '14', 'max': '100'}", "7/50 of 1, pass true" },
	    { "{}", "{'points': '27/2', 'max': '1'}", "27/2 of 1, pass false" });
}

static void
test_band(void **state)
{
	static const char bands[] =
	    "{'bands': [{'from': '1/2', 'label': 'half'}, {'from': '0', 'label': 'low'}, {'from': '1/2', 'label': 'again'}, "
	    "{'from': '9/10', 'label': 'top'}]}";

	(void)state;
	SCORED(&totals_scorer, "band", "{'bands': []}", { "{}", "{'score': '1'}", "1 of 1, band null" });
	SCORED(&totals_scorer, "band", "{'bands': [{'from': '1/2', 'label': 'half'}]}",
	    { "{}", "{'score': '0'}", "0 of 1, band null" });
	SCORED(&totals_scorer, "band", bands, { "{}", "{'score': '1/2'}", "1/2 of 1, band \"half\"" },
	    { "{}", "{'score': '-1/2'}", "-1/2 of 1, band \"low\"" },
	    { "{}", "{'score': '899/1000'}", "899/1000 of 1, band \"half\"" },
	    { "{}", "{'score': '2'}", "2 of 1, band \"top\"" });
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_total),
		cmocka_unit_test(test_attempts),
		cmocka_unit_test(test_passmark),
		cmocka_unit_test(test_band),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
