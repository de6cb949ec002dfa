/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scored.h"

#include <stdio.h>

#include "score/measured.h"

/* How ${typed}, JSON, is read: its score against bounds says which number it is. */
static void
reads(const char *decimal, const char *typed, const char *value)
{
	char question[400], other[400];

	snprintf(question, sizeof question,
	    "{'decimal': '%s', 'answers': [{'low': '%s', 'high': '%s'}, {'any': true, 'score': '1/2'}]}", decimal,
	    value ? value : "0", value ? value : "0");
	snprintf(other, sizeof other, "%s of 1", value ? "1" : "0");
	SCORED(&measured_scorer, "number", question, { "{}", typed, other });
	assert_int_equal(
	    scored_state(&measured_scorer, question, "{}", typed), value ? RESPONSE_ANSWERED : RESPONSE_INVALID);
}

static void
test_nothing(void **state)
{
	static const char any[] = "{'answers': [{'any': true}]}";
	static const char *const nothing[] = { "null", "''", "' \\u00a0\\u202f\\t\\r\\n'",
		"{'value': ' ', 'unit': 'kg'}", "{'value': null, 'unit': ''}" };

	(void)state;
	for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++) {
		SCORED(&measured_scorer, "number", any, { "{}", nothing[i], "0 of 1" });
		assert_int_equal(scored_state(&measured_scorer, any, "{}", nothing[i]), RESPONSE_UNANSWERED);
	}
	SCORED(&measured_scorer, "number", "{'answers': []}", { "{}", "'1'", "0 of 0" });
}

static void
test_invalid(void **state)
{
	static const char *const bad[] = { "'abc'", "'12abc'", "'1/2'", "'0x10'", "'Infinity'", "'NaN'", "'- 5'",
		"'--5'", "'+-5'", "'.'", "','", "'-'", "'e5'", "'.e5'", "'1e'", "'1e401'", "'1e-401'",
		"'1e99999999999999999999'", "'1 2'", "'1 23'", "'1234 567'", "'12 3456'", "'1  234'", "'1 234 56'",
		"'1 234.5.6'", "'1 234.567,8'", "'5.123 456'", "' 1 ,5'", "'1.2.3'", "'1..2'", "'1,2,3'", "'1,234,56'",
		"'1234,567.8'", "'1.234,5.6'", "'1,23.4'", "'1.,5'", "'1,234,'", "'5\\u0027'", "'\\u00271'",
		"'1\\u2004234'", "'1_000'", "'\\u3000'", "'1\\u30005'", "'5%'", "'\\u00bd'", "'2\\u00b2'", "'1e5.5'",
		"'1e 5'", "'1 x 10 ^3'", "'1x10'", "'1 X 10^3'", "'.5  x 10^3'", "'5 x  10^3'", "'.5 e3'", "'(5)'",
		"'5;'", "'\\u20135'", "'1\\u066b5'", "'1e1e1'" };

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		reads(".", bad[i], NULL);
}

static void
test_read(void **state)
{
	(void)state;
	reads(".", "'0'", "0");
	reads(".", "'-0'", "0");
	reads(".", "'007'", "7");
	reads(".", "' \\t-2.5\\u00a0'", "-5/2");
	reads(".", "'\\u2212\\u0662\\u0663'", "-23");
	reads(".", "'\\uff13.\\ud835\\udfd8\\ud835\\udfdb'", "303/100");
	reads(".", "'1.'", "1");
	reads(".", "'+.5'", "1/2");
	reads(",", "'-,5'", "-1/2");
	SCORED(&measured_scorer, "number", "{'answers': [{'low': '1', 'high': '1'}, {'low': '1', 'score': '1/2'}]}",
	    { "{}", "'1e400'", "1/2 of 1" }, { "{}", "'0.0001e4'", "1 of 1" }, { "{}", "'10000e-0004'", "1 of 1" });
}

static void
test_exponents(void **state)
{
	(void)state;
	reads(".", "'2.5e3'", "2500");
	reads(".", "'25E-1'", "5/2");
	reads(".", "'1e+0002'", "100");
	reads(".", "'3 \\u00d7 10^2'", "300");
	reads(".", "'3x10^-1'", "3/10");
	reads(".", "'3*10**2'", "300");
	reads(".", "'3\\u00b7\\u202f10^\\u22122'", "3/100");
	reads(".", "'.5 x10^1'", "5");
	reads(".", "'5  x 10^3'", "5000"); /* blanks behind digits belong to them */
	reads(".", "'5 e3'", "5000");
	reads(".", "'1,234.5e1'", "12345");
	reads(",", "'1.234,5 x 10^1'", "12345");
}

static void
test_groups(void **state)
{
	(void)state;
	reads(".", "'1 234'", "1234");
	reads(".", "'12\\u2019345\\u0027678'", "12345678"); /* marks may differ */
	reads(".", "'1\\u00a0234\\u2009567.5'", "2469135/2");
	reads(".", "'1 234,567'", "1234567/1000"); /* blanks group, so the other mark is decimal */
	reads(",", "'1 234.'", "1234");
	reads(".", "'1,234,567'", "1234567");
	reads(",", "'1,234,567'", "1234567");
	reads(".", "'1,234.5'", "2469/2");
	reads(".", "'1.234,5'", "2469/2");
	reads(".", "'1.234.567,'", "1234567");
	reads(".", "'0,123.5'", "247/2");
	reads(".", "'1.234.567'", "1234567");
}

/* One mark that is not the decimal one: a group, or decimals, or it could be both. */
static void
test_ambiguous(void **state)
{
	(void)state;
	reads(".", "'1,234'", NULL);
	reads(",", "'123.456'", NULL);
	reads(".", "'-1,234'", NULL);
	reads(".", "'1,234e3'", NULL);
	reads(",", "'\\u0661.\\u0662\\u0663\\u0664'", NULL);
	reads(".", "'1.234'", "617/500");
	reads(",", "'1,234'", "617/500");
	reads(".", "'0,234'", "117/500");
	reads(".", "'012,345'", "2469/200");
	reads(".", "',234'", "117/500");
	reads(".", "'1234,567'", "1234567/1000");
	reads(".", "'1,23'", "123/100");
	reads(".", "'1,2345'", "2469/2000");
	reads(".", "'1,'", "1");
}

static void
test_answers(void **state)
{
	(void)state;
	SCORED(&measured_scorer, "number",
	    "{'answers': [{'low': '1/2', 'high': '5/2', 'openLow': true}, {'low': '0', 'high': '3', 'openHigh': true, 'score': '1/4'}]}",
	    { "{}", "'0.5'", "1/4 of 1" }, { "{}", "'0.51'", "1 of 1" }, { "{}", "'2.5'", "1 of 1" },
	    { "{}", "'0'", "1/4 of 1" }, { "{}", "'3'", "0 of 1" }, { "{}", "'-0.1'", "0 of 1" });
	SCORED(&measured_scorer, "number", "{'answers': [{'low': '2'}, {'high': '1', 'score': '2'}]}",
	    { "{}", "'1e9'", "1 of 2" }, { "{}", "'-3'", "2 of 2" }, { "{}", "'1.5'", "0 of 2" });
	SCORED(&measured_scorer, "number", "{'answers': [{'value': '-5/2', 'decimals': 0}]}",
	    { "{}", "'-3.4'", "1 of 1" }, { "{}", "'-2.5'", "1 of 1" }, { "{}", "'-2.4'", "0 of 1" },
	    { "{}", "'-3.5'", "0 of 1" });
	SCORED(&measured_scorer, "number", "{'answers': [{'value': '1/3', 'decimals': 2}]}",
	    { "{}", "'0.33'", "1 of 1" }, { "{}", "'0.335'", "0 of 1" }, { "{}", "'0.3349'", "1 of 1" });
	SCORED(&measured_scorer, "number", "{'answers': [{'value': '1999/20', 'sigfigs': 3}]}",
	    { "{}", "'100'", "1 of 1" }, { "{}", "'99.95'", "1 of 1" }, { "{}", "'99.94'", "0 of 1" },
	    { "{}", "'100.4'", "1 of 1" }, { "{}", "'0'", "0 of 1" });
	SCORED(&measured_scorer, "number", "{'answers': [{'value': '0', 'sigfigs': 1}]}", { "{}", "'0.0'", "1 of 1" },
	    { "{}", "'1e-400'", "0 of 1" });
	SCORED(&measured_scorer, "number", "{'answers': [{'value': '1', 'decimals': 4000}]}",
	    { "{}", "'1.0'", "1 of 1" }, { "{}", "'1.01'", "0 of 1" });
}

#define METRES                                                                                                         \
	"{'units': {'m': '1', 'cm': '1/100'}, 'answers': [{'low': '3', 'high': '3'}, "                                 \
	"{'low': '300', 'high': '300', 'score': '1/2'}]"

static void
test_units(void **state)
{
	(void)state;
	SCORED(&measured_scorer, "number", METRES "}", { "{}", "'3 m'", "1 of 1" }, { "{}", "'300cm'", "1 of 1" },
	    { "{}", "'3 cm'", "9/10 of 1" }, { "{}", "'3'", "9/10 of 1" }, { "{}", "'3 M'", "9/10 of 1" },
	    { "{}", "'300'", "9/20 of 1" }, { "{}", "'4 m'", "0 of 1" },
	    { "{'unit_penalty': '1/4'}", "'3 km'", "3/4 of 1" },
	    { "{'unit_penalty': '3/4', 'unit_penalty_of': 'max'}", "'300 km'", "0 of 1" },
	    { "{'unit_penalty': '1/4', 'unit_penalty_of': 'max'}", "'300 km'", "1/4 of 1" },
	    { "{}", "{'value': '3 cm', 'unit': 'm'}", "1 of 1" },
	    { "{}", "{'value': '3 m', 'unit': ''}", "9/10 of 1" });
	SCORED(&measured_scorer, "number", METRES ", 'unit_policy': 'optional'}", { "{}", "'3'", "1 of 1" },
	    { "{}", "'3 km'", "0 of 1" }, { "{}", "'3 cm'", "9/10 of 1" }, { "{}", "'300'", "1/2 of 1" },
	    { "{}", "{'value': '3', 'unit': ''}", "1 of 1" });
	SCORED(&measured_scorer, "number", METRES ", 'unit_position': 'before'}", { "{}", "'m 3'", "1 of 1" },
	    { "{}", "'cm300'", "1 of 1" }, { "{}", "'3 m'", "0 of 1" }, { "{}", "'m -3'", "0 of 1" },
	    { "{}", "'-m3'", "9/10 of 1" }, { "{}", "'3'", "9/10 of 1" }, { "{}", "'m 0 3'", "0 of 1" });
	assert_int_equal(
	    scored_state(&measured_scorer, METRES ", 'unit_position': 'before'}", "{}", "'3 m'"), RESPONSE_INVALID);
	assert_int_equal(
	    scored_state(&measured_scorer, METRES ", 'unit_policy': 'optional'}", "{}", "'3 km'"), RESPONSE_INVALID);
	/* Without units none may stand there, nor be chosen. */
	SCORED(&measured_scorer, "number", "{'answers': [{'any': true}]}", { "{}", "'3 m'", "0 of 1" },
	    { "{}", "{'value': '3', 'unit': 'm'}", "0 of 1" }, { "{}", "{'value': '3 m', 'unit': ''}", "1 of 1" });
	SCORED(&measured_scorer, "number", "{'units': {}, 'answers': [{'any': true}]}", { "{}", "'3 m'", "9/10 of 1" });
	SCORED(&measured_scorer, "number",
	    "{'units': {'e3': '1', '%': '1/100'}, 'answers': [{'low': '5', 'high': '5'}]}", { "{}", "'5e3'", "0 of 1" },
	    { "{}", "'500 %'", "1 of 1" }, { "{}", "'5. %'", "9/10 of 1" });
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_invalid),
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_exponents),
		cmocka_unit_test(test_groups),
		cmocka_unit_test(test_ambiguous),
		cmocka_unit_test(test_answers),
		cmocka_unit_test(test_units),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
