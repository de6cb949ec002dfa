/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/statements.h"

#include "judged.h"

#define HEAD "| | Labour {#labour} | Begging {#begging} |\n|---|:-:|:-:|\n"
#define MATRIX(rows) ASK("type=matrix", HEAD rows)
#define ROWS "| has no contract {#contract} | x | |\n| hands over the takings {#takings weight=2} | | x |\n"

static void
test_mistakes(void **state)
{
	(void)state;
	refused(ASK("type=matrix", "- [x] a\n"), DIAG_QUESTION_ANSWERS, 1);
	refused(MATRIX(""), DIAG_QUESTION_ANSWERS, 4);
	refused(ASK("type=matrix", "| | A {#a} |\n|---|---|\n| b {#b} | x |\n"), DIAG_QUESTION_ANSWERS, 4);
	refused(
	    ASK("type=matrix", "| | A {#a} | a {#b} |\n|---|---|---|\n| b {#c} | x | |\n"), DIAG_QUESTION_OPTION, 4);
	refused(ASK("type=matrix", "| | A {#a} | |\n|---|---|---|\n| b {#c} | x | |\n"), DIAG_QUESTION_OPTION, 4);
	assert_int_equal(refused(MATRIX("| a {#a} | x | yes |\n"), DIAG_QUESTION_MARK, 6)->at.col, 16);
	refused(MATRIX("| a {#a} | **x** | |\n"), DIAG_QUESTION_MARK, 6);
	note_has(refused(MATRIX("| a {#a} | x | x |\n"), DIAG_QUESTION_KEY, 6), "select=many");
	refused(MATRIX("| a {#a} | | |\n| b {#b} | x | |\n"), DIAG_QUESTION_KEY, 6);
	refused(ASK("type=matrix select=many", HEAD "| a {#a} | | |\n"), DIAG_QUESTION_KEY, 4);
	refused(MATRIX("| a {#a} | x | |\n| A {#b} | x | |\n"), DIAG_QUESTION_OPTION, 7);
	refused(MATRIX("| | x | |\n| A {#b} | x | |\n"), DIAG_QUESTION_OPTION, 6);
	refused(ASK("type=matrix", "| {.feedback} | A {#a} | B {#b} |\n|---|---|---|\n| b | x | |\n"),
	    DIAG_QUESTION_OPTION, 4);
	refused(ASK("type=matrix", "| | A {#a} | {.feedback} | {.feedback} |\n|---|---|---|---|\n| b | x | | |\n"),
	    DIAG_QUESTION_OPTION, 4);
	remarked(ASK("type=matrix select=some", HEAD ROWS), DIAG_ATTRIBUTE_VALUE, 1);
	remarked(MATRIX("| a {#a} | х | |\n| b {#b} | | x |\n"), DIAG_MARK_CYRILLIC, 6);
	remarked(MATRIX("| a {#a} | x {#y} | |\n| b {#b score=1} | | x |\n"), DIAG_ATTRIBUTE_UNKNOWN, 7);
}

static void
test_matrix(void **state)
{
	struct question *q = fine(ASK("type=matrix scoring=half",
	    "| Sign | Labour {#labour} | Why {.feedback} | Begging {#begging} |\n|---|---|---|---|\n"
	    "| a {#a} | x | Because. | |\n| b {#b} | | | X |\n"));

	(void)state;
	assert_int_equal(q->scoring, SCORING_HALF);
	assert_int_equal(q->nentries, 2);
	assert_int_equal(q->ntargets, 2);
	is_text(q->targets[1].id, "begging");
	assert_true(q->entries[0].right[0] && !q->entries[0].right[1]);
	assert_true(q->entries[1].right[1] && !q->entries[1].right[0]);
	assert_string_equal(asked_words(q->entries[0].feedback), "Because.");
	assert_null(q->entries[1].feedback);
	assert_false(q->many);
	q = fine(ASK("type=matrix select=many", HEAD "| a {#a} | x | x |\n| b {#b} | | |\n"));
	assert_true(q->many);
	assert_true(q->entries[0].right[0] && q->entries[0].right[1]);
	assert_false(q->entries[1].right[0] || q->entries[1].right[1]);
}

static void
test_translation(void **state)
{
	struct question *q = fine(MATRIX(ROWS)), *t;

	(void)state;
	t = asked_translation(
	    ASK("type=matrix",
		"| | Tigging {#begging} | Arbeid {#labour} |\n|---|---|---|\n| penger {#takings} | | |\n| kontrakt {#contract} | | |\n"),
	    q);
	told_nothing(&asked_diags);
	is_text(t->targets[0].id, "labour");
	assert_string_equal(asked_words(t->targets[0].words), "Arbeid");
	is_text(t->entries[0].id, "takings");
	assert_true(t->entries[0].right[1]);
	is_ratio(t->entries[0].weight, 2, 1);
	t = asked_translation(
	    ASK("", "| | Arbeid | Tigging |\n|---|---|---|\n| kontrakt | x | |\n| penger | | x |\n"), q);
	told_nothing(&asked_diags);
	is_text(t->entries[1].id, "takings");
	assert_null(asked_translation(
	    ASK("", "| | Arbeid | Tigging |\n|---|---|---|\n| kontrakt | x | |\n| penger | x | |\n"), q));
	only("another answer", DIAG_TRANSLATION_DIFFERS, 7);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, asked_begin, asked_end)
	const struct CMUnitTest tests[] = {
		TEST(test_mistakes),
		TEST(test_matrix),
		TEST(test_translation),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
