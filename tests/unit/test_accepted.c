/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/accepted.h"

#include "judged.h"

#define TEXT(list) ASK("type=text", list)
#define NUMBER(list) ASK("type=number", list)

static void
test_text_mistakes(void **state)
{
	(void)state;
	refused(":::question{#q type=text}\nWhich?\n:::\n", DIAG_QUESTION_ANSWERS, 1);
	refused(TEXT("| a |\n|---|\n| b |\n"), DIAG_QUESTION_ANSWERS, 1);
	note_has(refused(TEXT("- a **b**\n"), DIAG_QUESTION_ANSWERS, 4), "backticks");
	refused(TEXT("- see www.example.org\n"), DIAG_QUESTION_ANSWERS, 4);
	refused(TEXT("- # a\n"), DIAG_QUESTION_ANSWERS, 4);
	note_has(refused(TEXT("- - a\n"), DIAG_QUESTION_ANSWERS, 4), "backticks");
	refused(TEXT("- a\n  b\n"), DIAG_QUESTION_ANSWERS, 4);
	refused(TEXT("- a\n  - b\n"), DIAG_QUESTION_STRAY, 5);
	refused(TEXT("- a | | b\n"), DIAG_QUESTION_ANSWERS, 4);
	refused(TEXT("- a |\n"), DIAG_QUESTION_ANSWERS, 4);
	refused(TEXT("- a\n-\n"), DIAG_QUESTION_ANSWERS, 5);
	refused(TEXT("- a `b`\n"), DIAG_QUESTION_ANSWERS, 4);
	refused(TEXT("- a\\|b\n"), DIAG_QUESTION_ANSWERS, 4);
	refused(TEXT("- [x] a\n"), DIAG_QUESTION_MARK, 4);
	refused(TEXT("- a\n\n* b\n"), DIAG_QUESTION_STRAY, 6);
	refused(TEXT("- a {score=1/2}\n"), DIAG_QUESTION_OPTION, 4);
	remarked(TEXT("- a\n- b {score=2}\n"), DIAG_ATTRIBUTE_VALUE, 5);
	remarked(TEXT("- a\n- b {score=-1}\n"), DIAG_ATTRIBUTE_VALUE, 5);
	remarked(TEXT("- a\n- b {match=all}\n"), DIAG_ATTRIBUTE_VALUE, 5);
	remarked(TEXT("- a\n- b {weight=2}\n"), DIAG_ATTRIBUTE_UNKNOWN, 5);
	remarked(TEXT("- a\n  > [ ] Lost.\n- b\n"), DIAG_QUESTION_STRAY, 5);
	refused(TEXT("- Dogs | cats\n- dogs {score=1/2}\n"), DIAG_QUESTION_OPTION, 5);
	remarked(TEXT("- Dogs | cats\n- mice | dogs\n"), DIAG_QUESTION_LINT, 5);
	fine(ASK("type=text case=match", "- Dogs\n- dogs {score=1/2}\n"));
	remarked(ASK("type=text case=upper", "- a\n"), DIAG_ATTRIBUTE_VALUE, 1);
	remarked(ASK("type=text accents=some", "- a\n"), DIAG_ATTRIBUTE_VALUE, 1);
	remarked(ASK("type=text tolerance=1", "- a\n"), DIAG_ATTRIBUTE_UNKNOWN, 1);
}

static void
test_text(void **state)
{
	struct question *q = fine(ASK("type=text case=match accents=tell compat=yes quotes=keep space=keep typos=h5p",
	    "- presumed victim |  `potential | victim` | \\*so\\*\n- victim {score=1/2}\n  > Only an authority can decide that.\n"
	    "- `*slave*` {score=0 match=glob}\n- `a|b` {match=regex}\n"));
	const struct gap *g = q->gaps;

	(void)state;
	assert_int_equal(q->ngaps, 1);
	assert_int_equal(g->kind, GAP_TEXT);
	assert_null(g->node);
	assert_int_equal(g->nanswers, 4);
	assert_int_equal(g->answers[0].nvariants, 3);
	is_text(g->answers[0].variants[0], "presumed victim");
	is_text(g->answers[0].variants[1], "potential | victim");
	is_text(g->answers[0].variants[2], "*so*");
	is_ratio(g->answers[0].credit, 1, 1);
	is_ratio(g->answers[1].credit, 1, 2);
	assert_string_equal(asked_words(g->answers[1].feedback), "Only an authority can decide that.");
	assert_int_equal(g->answers[2].match, MATCH_GLOB);
	is_text(g->answers[2].variants[0], "*slave*");
	assert_int_equal(g->answers[3].match, MATCH_REGEX);
	is_text(g->answers[3].variants[0], "a|b");
	assert_true(g->text.match_case && g->text.ignore_accents && g->text.tell_accents && g->text.compat &&
	    g->text.keep_quotes && g->text.keep_space && g->text.typos);
}

static void
test_text_translation(void **state)
{
	struct question *q = fine(ASK("type=text case=match", "- presumed victim\n- victim {score=1/2}\n")), *t;

	(void)state;
	t = asked_translation(ASK("", "- formodet offer | antatt offer\n"), q);
	told_nothing(&asked_diags);
	assert_int_equal(t->gaps[0].nanswers, 1);
	assert_int_equal(t->gaps[0].answers[0].nvariants, 2);
	assert_true(t->gaps[0].text.match_case);
	assert_null(asked_translation(":::question{#q}\nHvem?\n:::\n", q));
	only("answers are missing", DIAG_QUESTION_ANSWERS, 1);
}

static void
test_number_mistakes(void **state)
{
	(void)state;
	refused(":::question{#q type=number}\nWhich?\n:::\n", DIAG_QUESTION_ANSWERS, 1);
	note_has(refused(NUMBER("- 3,5\n"), DIAG_QUESTION_ANSWERS, 4), "3.5");
	note_has(refused(NUMBER("- 65%\n"), DIAG_QUESTION_ANSWERS, 4), "unit=%");
	refused(NUMBER("- many\n"), DIAG_QUESTION_ANSWERS, 4);
	refused(NUMBER("- # 5\n"), DIAG_QUESTION_ANSWERS, 4);
	refused(NUMBER("- 1 | 2\n"), DIAG_QUESTION_ANSWERS, 4);
	refused(NUMBER("- [7, 5]\n"), DIAG_QUESTION_OPTION, 4);
	refused(NUMBER("- [5, 5)\n"), DIAG_QUESTION_OPTION, 4);
	refused(NUMBER("- [5, 7\n"), DIAG_QUESTION_ANSWERS, 4);
	refused(NUMBER("- [5]\n"), DIAG_QUESTION_ANSWERS, 4);
	refused(NUMBER("- any\n"), DIAG_QUESTION_OPTION, 4);
	refused(NUMBER("- 5\n- 5 {score=1/2}\n"), DIAG_QUESTION_OPTION, 5);
	remarked(NUMBER("- 5\n- 5\n"), DIAG_QUESTION_LINT, 5);
	refused(NUMBER("- [1, 9] {score=1/2}\n- 5\n"), DIAG_QUESTION_OPTION, 5);
	fine(NUMBER("- [1, 5) {score=1/2}\n- 5\n"));
	fine(NUMBER("- 5\n- [1, 9] {score=1/2}\n- any\n"));
	refused(NUMBER("- any\n- 5 {score=1/2}\n- 7\n"), DIAG_QUESTION_OPTION, 5);
	refused(":::question{#q type=number answer=5}\nWhich?\n\n- 5\n\n:::\n", DIAG_ATTRIBUTE_VALUE, 1);
	remarked(":::question{#q type=number answer=5 tolerance=-1}\nWhich?\n:::\n", DIAG_ATTRIBUTE_VALUE, 1);
	remarked(":::question{#q type=number answer=5 tolerance=1 decimals=2}\nWhich?\n:::\n", DIAG_ATTRIBUTE_VALUE, 1);
	remarked(":::question{#q type=number answer=5 sigfigs=0}\nWhich?\n:::\n", DIAG_ATTRIBUTE_VALUE, 1);
	remarked(":::question{#q type=number answer=5 unit=m units=m}\nWhich?\n:::\n", DIAG_ATTRIBUTE_VALUE, 1);
	remarked(":::question{#q type=number answer=5 units=\"m=1 m=2\"}\nWhich?\n:::\n", DIAG_ATTRIBUTE_VALUE, 1);
	remarked(":::question{#q type=number answer=5 units=\"m=0\"}\nWhich?\n:::\n", DIAG_ATTRIBUTE_VALUE, 1);
	remarked(":::question{#q type=number answer=5 units=\"km=1000\"}\nWhich?\n:::\n", DIAG_ATTRIBUTE_VALUE, 1);
	remarked(":::question{#q type=number answer=5 unit=2m}\nWhich?\n:::\n", DIAG_ATTRIBUTE_VALUE, 1);
	remarked(":::question{#q type=number answer=5 unit-policy=optional}\nWhich?\n:::\n", DIAG_QUESTION_LINT, 1);
	refused(":::question{#q type=number answer=\"9223372036854775807\" tolerance=1}\nWhich?\n:::\n",
	    DIAG_QUESTION_OPTION, 1);
}

static void
test_number(void **state)
{
	struct question *q = fine(
	    ":::question{#q type=number answer=65 tolerance=1 unit=% unit-penalty=1/5}\nWhich?\n\n- text\n\nWhich?\n:::\n");
	const struct gap *g = q->gaps;

	(void)state;
	assert_null(q->answers);
	is_ratio(g->answers[0].value, 65, 1);
	is_ratio(g->answers[0].low, 64, 1);
	is_ratio(g->answers[0].high, 66, 1);
	assert_int_equal(g->number.nunits, 1);
	is_text(g->number.units[0].name, "%");
	is_ratio(g->number.unit_penalty, 1, 5);
	q = fine(ASK("type=number tolerance=10% units=\"m cm=1/100 km=1000\" unit-policy=optional unit-position=before",
	    "- -20\n- \u22125 {tolerance=\"0.1 0.2\" score=1/2}\n- [5; 7) {score=1/4}\n- 3.14 {decimals=1}\n- 1/3 {sigfigs=3}\n- any\n  > Read again.\n"));
	g = q->gaps;
	assert_int_equal(g->nanswers, 6);
	is_ratio(g->answers[0].low, -22, 1);
	is_ratio(g->answers[0].high, -18, 1);
	is_ratio(g->answers[1].low, -51, 10);
	is_ratio(g->answers[1].high, -24, 5);
	assert_true(
	    g->answers[2].has_low && !g->answers[2].has_value && !g->answers[2].open_low && g->answers[2].open_high);
	is_ratio(g->answers[2].high, 7, 1);
	assert_int_equal(g->answers[3].decimals, 1);
	assert_false(g->answers[3].has_low);
	assert_int_equal(g->answers[4].sigfigs, 3);
	is_ratio(g->answers[4].value, 1, 3);
	assert_true(g->answers[5].any);
	is_ratio(g->answers[5].credit, 0, 1);
	assert_string_equal(asked_words(g->answers[5].feedback), "Read again.");
	assert_int_equal(g->number.nunits, 3);
	is_ratio(g->number.units[1].factor, 1, 100);
	assert_true(g->number.unit_optional && g->number.unit_before);
}

static void
test_number_translation(void **state)
{
	struct question *q = fine(ASK("type=number tolerance=1 unit=%", "- 65\n- [1, 3] {score=1/2}\n")), *t;

	(void)state;
	t = asked_translation(ASK("", "- 65\n  > Ja.\n- [1, 3]\n"), q);
	told_nothing(&asked_diags);
	is_ratio(t->gaps[0].answers[0].low, 64, 1);
	is_ratio(t->gaps[0].answers[1].credit, 1, 2);
	assert_string_equal(asked_words(t->gaps[0].answers[0].feedback), "Ja.");
	t = asked_translation(":::question{#q}\nHvor mye?\n:::\n", q);
	told_nothing(&asked_diags);
	is_ratio(t->gaps[0].answers[0].value, 65, 1);
	assert_null(asked_translation(ASK("", "- 66\n- [1, 3]\n"), q));
	only("another number", DIAG_TRANSLATION_DIFFERS, 4);
	forget();
	assert_null(asked_translation(ASK("", "- 65\n"), q));
	only("a number fewer", DIAG_TRANSLATION_DIFFERS, 4);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, asked_begin, asked_end)
	const struct CMUnitTest tests[] = {
		TEST(test_text_mistakes),
		TEST(test_text),
		TEST(test_text_translation),
		TEST(test_number_mistakes),
		TEST(test_number),
		TEST(test_number_translation),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
