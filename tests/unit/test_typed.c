/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scored.h"

#include "score/typed.h"

static void
test_nothing(void **state)
{
	static const char stars[] = "{'accept': [{'text': '*', 'match': 'glob'}, {'text': '.*', 'match': 'regex'}]}";

	(void)state;
	SCORED(&typed_scorer, "text", stars, { "{}", "null", "0 of 1" }, { "{}", "''", "0 of 1" },
	    { "{}", "' \\u2029'", "0 of 1" }, { "{}", "'\\u200b'", "0 of 1" },
	    { "{'accents': 'ignore'}", "'\\u0301'", "0 of 1" }, { "{}", "'\\u0301'", "1 of 1" });
	SCORED(&typed_scorer, "text", "{'accept': []}", { "{}", "'x'", "0 of 0" });
	SCORED(&typed_scorer, "text", "{'accept': [{'text': ' '}, {'text': ''}]}", { "{}", "'x'", "0 of 1" },
	    { "{}", "' '", "0 of 1" });
	assert_int_equal(scored_state(&typed_scorer, stars, "{}", "null"), RESPONSE_UNANSWERED);
	assert_int_equal(scored_state(&typed_scorer, stars, "{}", "' \\t\\u00a0'"), RESPONSE_UNANSWERED);
	assert_int_equal(scored_state(&typed_scorer, stars, "{}", "'0'"), RESPONSE_ANSWERED);
	assert_int_equal(scored_state(&typed_scorer, stars, "{}", "'\\u200b'"), RESPONSE_ANSWERED);
}

static void
test_refused(void **state)
{
	(void)state;
	SCORED(&typed_scorer, "text", "{'accept': [{'text': 'a'}, {'text': '(', 'match': 'regex'}]}",
	    { "{}", "'a'", "1 of 1" }, { "{}", "'b'", "pattern \"(\", character 1: \"(\" has no \")\"" });
}

/* The first answer that matches counts, not the best one. */
static void
test_order(void **state)
{
	(void)state;
	SCORED(&typed_scorer, "text",
	    "{'accept': [{'text': 'one', 'score': '1/4'}, {'text': 'o*', 'match': 'glob', 'score': '1/2'}, {'text': 'one'}, "
	    "{'text': 'two', 'score': '-1/3'}, {'text': 'three', 'score': '2'}]}",
	    { "{}", "'ONE'", "1/4 of 2" }, { "{}", "'ones'", "1/2 of 2" }, { "{}", "'two'", "-1/3 of 2" },
	    { "{}", "'three'", "2 of 2" }, { "{}", "'four'", "0 of 2" });
	SCORED(&typed_scorer, "text", "{'accept': [{'text': 'a', 'score': '-1'}, {'text': 'b', 'score': '-1/2'}]}",
	    { "{}", "'a'", "-1 of -1/2" });
}

static void
test_literal(void **state)
{
	(void)state;
	SCORED(&typed_scorer, "text", "{'accept': [{'text': '2*3'}]}", { "{}", "'2*3'", "1 of 1" },
	    { "{}", "'2x3'", "0 of 1" }, { "{}", "'2\\\\*3'", "0 of 1" });
	SCORED(&typed_scorer, "text", "{'accept': [{'text': 'four'}]}", { "{'typos': 'h5p'}", "'for'", "1 of 1" },
	    { "{'typos': 'h5p'}", "'fo'", "0 of 1" }, { "{}", "'for'", "0 of 1" },
	    { "{'typos': 'h5p'}", "'ofur'", "1 of 1" });
	SCORED(&typed_scorer, "text", "{'accept': [{'text': 'two'}]}", { "{'typos': 'h5p'}", "'twoo'", "0 of 1" });
	SCORED(&typed_scorer, "text", "{'accept': [{'text': 'ninechars'}]}",
	    { "{'typos': 'h5p'}", "'ninechar'", "1 of 1" }, { "{'typos': 'h5p'}", "'ninecha'", "0 of 1" });
	SCORED(&typed_scorer, "text", "{'accept': [{'text': 'tencharact'}]}",
	    { "{'typos': 'h5p'}", "'tenchara'", "1 of 1" }, { "{'typos': 'h5p'}", "'tenchar'", "0 of 1" });
	/* ß counts as two where case is ignored */
	SCORED(&typed_scorer, "text", "{'accept': [{'text': 'Fu\u00df'}]}", { "{'typos': 'h5p'}", "'fus'", "1 of 1" },
	    { "{'typos': 'h5p', 'case': 'match'}", "'Fus'", "0 of 1" });
}

static void
test_glob(void **state)
{
	(void)state;
	SCORED(&typed_scorer, "text", "{'accept': [{'text': ' a*B *c ', 'match': 'glob'}]}",
	    { "{}", "'ab c'", "1 of 1" }, { "{}", "'A\\n b  c'", "1 of 1" }, { "{}", "'abc'", "0 of 1" },
	    { "{}", "'xab c'", "0 of 1" }, { "{}", "'ab cx'", "0 of 1" }, { "{'case': 'match'}", "'ab c'", "0 of 1" });
	SCORED(&typed_scorer, "text", "{'accept': [{'text': 'aba*aba', 'match': 'glob'}]}", { "{}", "'aba'", "0 of 1" },
	    { "{}", "'abaaba'", "1 of 1" }, { "{}", "'ababa'", "0 of 1" });
	SCORED(&typed_scorer, "text", "{'accept': [{'text': '*b*b*', 'match': 'glob'}]}", { "{}", "'b'", "0 of 1" },
	    { "{}", "'xbb'", "1 of 1" });
	SCORED(&typed_scorer, "text", "{'accept': [{'text': 'plain', 'match': 'glob'}]}", { "{}", "'plain'", "1 of 1" },
	    { "{}", "'plains'", "0 of 1" });
	SCORED(&typed_scorer, "text", "{'accept': [{'text': '\\\\*a\\\\b\\\\\\\\*', 'match': 'glob'}]}",
	    { "{}", "'*a\\\\b\\\\*'", "1 of 1" }, { "{}", "'xa\\\\b\\\\*'", "0 of 1" });
	/* A sigma that ends a piece ends a word. */
	SCORED(&typed_scorer, "text", "{'accept': [{'text': '\u03a3\u039f\u03a3*', 'match': 'glob'}]}",
	    { "{}", "'\u03c3\u03bf\u03c3'", "1 of 1" }, { "{}", "'\u03c3\u03bf\u03c3\u03b1'", "0 of 1" });
	/* No typing errors in patterns. */
	SCORED(&typed_scorer, "text", "{'accept': [{'text': 'long*word', 'match': 'glob'}]}",
	    { "{'typos': 'h5p'}", "'longwor'", "0 of 1" });
}

/* Patterns see what was typed, composed and trimmed. */
static void
test_regex(void **state)
{
	(void)state;
	SCORED(&typed_scorer, "text", "{'accept': [{'text': 'Gr[ae]y', 'match': 'regex'}]}",
	    { "{}", "' gREY\\u00a0'", "1 of 1" }, { "{'case': 'match'}", "'grey'", "0 of 1" },
	    { "{}", "'greyish'", "0 of 1" });
	SCORED(&typed_scorer, "text", "{'accept': [{'text': '\u00e9.x', 'match': 'regex'}]}",
	    { "{}", "'e\\u0301-X'", "1 of 1" }, { "{'accents': 'ignore'}", "'e-x'", "0 of 1" },
	    { "{}", "'\u00e9 \\u200bx'", "0 of 1" });
	SCORED(&typed_scorer, "text", "{'accept': [{'text': 'a b', 'match': 'regex'}]}", { "{}", "'a  b'", "0 of 1" },
	    { "{}", "'a\\u00a0b'", "0 of 1" });
	SCORED(&typed_scorer, "text", "{'accept': [{'text': '\u2019', 'match': 'regex'}]}",
	    { "{}", "'\u2019'", "1 of 1" }, { "{}", "'\\u0027'", "0 of 1" });
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_literal),
		cmocka_unit_test(test_glob),
		cmocka_unit_test(test_regex),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
