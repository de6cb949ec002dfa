/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/gaps.h"

#include "judged.h"

#define GAP(text) ":::question{#q type=gap}\n" text "\n:::\n"
#define PLAN                                                                                                                             \
	GAP("Help is [[unconditional|without conditions]] when there are [[*reasonable*|proven|no]] grounds.\n\n"                        \
	    "| Who | Does |\n|---|---|\n| Town | offers [[place]] for [[days]] days |\n"                                                 \
	    "| Police | decide on [[status\\|standing]]{#status weight=2} |\n\n"                                                         \
	    "- [[place]] {weight=2 case=match}\n  > [?] Think.\n\n  - safe housing\n  - housing {score=1/2}\n    > It has to be safe.\n" \
	    "- [[days]] {type=number}\n  - 30\n  - [28, 31] {score=1/2}\n")

static void
test_mistakes(void **state)
{
	(void)state;
	refused(GAP("No gap."), DIAG_QUESTION_ANSWERS, 1);
	refused(GAP("A [[]] gap."), DIAG_QUESTION_ANSWERS, 2);
	refused(GAP("A [[ ]] gap."), DIAG_QUESTION_ANSWERS, 2);
	refused(GAP("A [[a||b]] gap."), DIAG_QUESTION_ANSWERS, 2);
	refused(GAP("A [[*a*]] gap."), DIAG_QUESTION_OPTION, 2);
	refused(GAP("A [[*a*|*b*|c]] gap."), DIAG_QUESTION_KEY, 2);
	refused(GAP("A [[*a*|A]] gap."), DIAG_QUESTION_OPTION, 2);
	refused(GAP("A [[few]]{type=number} gap."), DIAG_QUESTION_ANSWERS, 2);
	remarked(GAP("A [[few]]{type=menu} gap."), DIAG_ATTRIBUTE_VALUE, 2);
	remarked(GAP("A [[few]]{unit=m} gap."), DIAG_ATTRIBUTE_UNKNOWN, 2);
	remarked(GAP("A [[a]]{weight=-1} gap."), DIAG_ATTRIBUTE_VALUE, 2);
	refused(GAP("A [[a]]{weight=0} gap."), DIAG_QUESTION_OPTION, 1);
	refused(":::question[A [[a]]]{#q type=gap}\nA [[b]] gap.\n:::\n", DIAG_QUESTION_STRAY, 1);
	refused(GAP("A [[a]] gap.\n\n- [[b]]\n  - c\n"), DIAG_QUESTION_OPTION, 4);
	note_has(refused(GAP("A [[place]] gap.\n\n- [[plaice]]\n  - c\n"), DIAG_QUESTION_OPTION, 4), "`place`");
	refused(GAP("A [[a]] gap.\n\n- [[a]]\n"), DIAG_QUESTION_ANSWERS, 4);
	refused(GAP("A [[a]] gap.\n\n- [[a]]\n  - b\n- c\n"), DIAG_QUESTION_OPTION, 6);
	refused(GAP("A [[a]] gap.\n\n- [[a]]\n  - b\n- [[a]]\n  - c\n"), DIAG_QUESTION_OPTION, 6);
	refused(GAP("A [[a]] and [[a]] gap.\n\n- [[a]]\n  - b\n"), DIAG_ID_DUPLICATE, 2);
	refused(GAP("A [[a]] gap.\n\n- [[a]]\n  > Lost.\n\n  - b\n"), DIAG_QUESTION_STRAY, 5);
	refused(GAP("A [[a]] gap.\n\n- [[a]]\n  - [ ] b\n  - [ ] c\n"), DIAG_QUESTION_KEY, 5);
	refused(GAP("A [[a]] gap.\n\n- [[a]]\n  - [x] b\n  - c\n"), DIAG_QUESTION_MARK, 6);
	refused(GAP("A [[a]] gap.\n\n- [[a]]\n  - b {score=1/2}\n"), DIAG_QUESTION_OPTION, 5);
	remarked(GAP("A [[a]] gap.\n\n- [[a]]\n  - [x] b\n  - [ ] c {score=1/2}\n"), DIAG_ATTRIBUTE_UNKNOWN, 6);
}

static void
test_plan(void **state)
{
	struct question *q = fine(PLAN);
	const struct gap *g = q->gaps;

	(void)state;
	assert_int_equal(q->ngaps, 5);
	assert_int_equal(q->scoring, SCORING_PER_GAP);
	is_text(g[0].id, "1");
	assert_int_equal(g[0].kind, GAP_TEXT);
	assert_int_equal(g[0].answers[0].nvariants, 2);
	is_text(g[0].answers[0].variants[1], "without conditions");
	assert_int_equal(g[1].kind, GAP_MENU);
	assert_int_equal(g[1].nanswers, 3);
	assert_true(g[1].answers[0].right && !g[1].answers[1].right);
	is_text(g[1].answers[0].variants[0], "reasonable");
	is_text(g[2].id, "place");
	is_ratio(g[2].weight, 2, 1);
	assert_true(g[2].text.match_case);
	assert_false(g[0].text.match_case);
	assert_string_equal(asked_words(g[2].hint), "Think.");
	assert_string_equal(asked_words(g[2].answers[1].feedback), "It has to be safe.");
	assert_int_equal(g[3].kind, GAP_NUMBER);
	is_ratio(g[3].answers[0].value, 30, 1);
	is_text(g[4].id, "status");
	is_text(g[4].answers[0].variants[1], "standing");
	is_ratio(g[4].weight, 2, 1);
}

static void
test_signs(void **state)
{
	struct question *q = fine(GAP("A [[`a|b`|c\\|d|\\*e\\*|`` x`y ``]] and [[31|32]]{type=number tolerance=1}."));

	(void)state;
	assert_int_equal(q->gaps[0].kind, GAP_TEXT);
	assert_int_equal(q->gaps[0].answers[0].nvariants, 4);
	is_text(q->gaps[0].answers[0].variants[0], "a|b");
	is_text(q->gaps[0].answers[0].variants[1], "c|d");
	is_text(q->gaps[0].answers[0].variants[2], "*e*");
	is_text(q->gaps[0].answers[0].variants[3], "x`y");
	assert_int_equal(q->gaps[1].nanswers, 2);
	is_ratio(q->gaps[1].answers[1].high, 33, 1);
	q = fine(GAP("A [[a]] gap.\n\n- [[a]]\n  - [ ] b\n    > No.\n  - [x] c\n"));
	assert_int_equal(q->gaps[0].kind, GAP_MENU);
	assert_true(q->gaps[0].answers[1].right);
	assert_string_equal(asked_words(q->gaps[0].answers[0].feedback), "No.");
}

static void
test_distinct(void **state)
{
	struct question *q = fine(":::question{#q type=gap distinct=yes case=match}\n[[a|b]] and [[a|b]].\n:::\n");

	(void)state;
	assert_true(q->distinct);
	assert_true(q->gaps[1].text.match_case);
	refused(":::question{#q type=gap distinct=yes}\n[[a|b]] and [[*a*|b]].\n:::\n", DIAG_QUESTION_OPTION, 2);
	refused(":::question{#q type=gap distinct=yes}\n[[a]].\n\n- [[a]]\n  - x\n  - y {score=1/2}\n\n:::\n",
	    DIAG_QUESTION_OPTION, 6);
	remarked(":::question{#q type=gap distinct=yes}\n[[a|b]]{weight=2} and [[c]].\n:::\n", DIAG_QUESTION_LINT, 2);
}

static void
test_translation(void **state)
{
	struct question *q = fine(PLAN), *t;

	(void)state;
	t = asked_translation(
	    GAP("I [[days]] dager gis [[place]], [[betingelsesløst]], ved [[*rimelige*|bevist|ingen]] grunner, [[stilling]]{#status}.\n\n"
		"- [[place]]\n  - bolig\n- [[days]]\n  - 30\n    > Ja.\n  - [28, 31]\n"),
	    q);
	assert_null(t);
	only("gaps without names stand in their order", DIAG_TRANSLATION_DIFFERS, 2);
	forget();
	t = asked_translation(
	    GAP("[[betingelsesløst]] ved [[*rimelige*|bevist|ingen]] grunner, [[days]] dager, [[place]], [[stilling]]{#status}.\n\n"
		"- [[place]]\n  - bolig\n"),
	    q);
	told_nothing(&asked_diags);
	assert_int_equal(t->ngaps, 5);
	is_text(t->gaps[0].answers[0].variants[0], "betingelsesløst");
	is_text(t->gaps[2].id, "place");
	is_text(t->gaps[2].answers[0].variants[0], "bolig");
	is_ratio(t->gaps[2].weight, 2, 1);
	assert_true(t->gaps[2].text.match_case);
	is_ratio(t->gaps[3].answers[0].value, 30, 1);
	is_text(t->gaps[4].id, "status");
	assert_null(asked_translation(
	    GAP("[[a]] ved [[rimelige|bevist|ingen]] grunner, [[days]] dager, [[place]], [[stilling]]{#status}.\n\n- [[place]]\n  - bolig\n"),
	    q));
	only("a menu lost its star", DIAG_TRANSLATION_DIFFERS, 2);
	forget();
	assert_null(asked_translation(
	    GAP("[[a]] ved [[rimelige|*bevist*|ingen]] grunner, [[days]] dager, [[place]], [[stilling]]{#status}.\n\n- [[place]]\n  - bolig\n"),
	    q));
	only("another word is right", DIAG_TRANSLATION_DIFFERS, 2);
	forget();
	assert_null(
	    asked_translation(GAP("[[a]] ved [[*rimelige*|bevist|ingen]], [[days]], [[place]], [[s]]{#status}.\n"), q));
	only("a name without answers", DIAG_QUESTION_ANSWERS, 2);
	forget();
	assert_null(asked_translation(GAP("[[a]]\n"), q));
	only("gaps are missing", DIAG_TRANSLATION_DIFFERS, 1);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, asked_begin, asked_end)
	const struct CMUnitTest tests[] = {
		TEST(test_mistakes),
		TEST(test_plan),
		TEST(test_signs),
		TEST(test_distinct),
		TEST(test_translation),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
