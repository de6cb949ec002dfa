/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/sorting.h"

#include "judged.h"

#define SORT(list) ASK("type=sort", list)
#define GROUPS                                                                                                                \
	"- Act {#act}\n  - recruiting {#recruiting}\n    > Yes.\n    > [ ] No.\n- Means {#means}\n  - deception {#deception " \
	"weight=3}\n  - force {#force}\n- None {.nowhere}\n  - travelling {#travelling}\n"

static void
test_mistakes(void **state)
{
	(void)state;
	refused(SORT("- a\n- b\n"), DIAG_QUESTION_ANSWERS, 4);
	refused(SORT("- A {#a}\n  - b {#b}\n- C {#c}\n  - B {#d}\n"), DIAG_QUESTION_OPTION, 7);
	refused(SORT("- A {#a}\n  - b {#b}\n- a {#c}\n  - d {#d}\n"), DIAG_QUESTION_OPTION, 6);
	refused(SORT("- A {#a}\n  - b {#b}\n- C {#c}\n  - d {#d}\n  -\n"), DIAG_QUESTION_OPTION, 8);
	refused(SORT("- A {#a}\n  - [x] b {#b}\n- C {#c}\n  - d {#d}\n"), DIAG_QUESTION_MARK, 5);
	refused(SORT("- [ ] A {#a}\n  - b {#b}\n- C {#c}\n  - d {#d}\n"), DIAG_QUESTION_MARK, 4);
	refused(SORT("- A {#a}\n  - b {#b}\n    - c\n- C {#c}\n  - d {#d}\n"), DIAG_QUESTION_STRAY, 6);
	refused(SORT("- A {#a}\n  - b {#b}\n\n  > Lost.\n- C {#c}\n  - d {#d}\n"), DIAG_QUESTION_STRAY, 7);
	refused(SORT("- A {#a}\n  - b {#b}\n\n  * c {#cc}\n- C {#c}\n  - d {#d}\n"), DIAG_QUESTION_STRAY, 7);
	refused(SORT("- A {.nowhere}\n  - b {#b}\n"), DIAG_QUESTION_OPTION, 4);
	refused(SORT("- A {#a}\n  - b {#b}\n- C {.nowhere}\n  - d {#d}\n- E {.nowhere}\n  - f {#f}\n"),
	    DIAG_QUESTION_OPTION, 8);
	refused(SORT("- A {#a}\n  - b {#b}\n- C {.nowhere}\n"), DIAG_QUESTION_STRAY, 6);
	refused(SORT(GROUPS "\n* F {#f}\n  * g {#g}\n"), DIAG_QUESTION_STRAY, 14);
	remarked(SORT("- A {#a}\n  - b {#b}\n"), DIAG_QUESTION_LINT, 4);
	remarked(ASK("type=sort reuse=no", GROUPS), DIAG_ATTRIBUTE_VALUE, 1);
	remarked(SORT("- A {#a weight=2}\n  - b {#b}\n- C {#c}\n  - d {#d}\n"), DIAG_ATTRIBUTE_UNKNOWN, 4);
}

static void
test_groups(void **state)
{
	struct question *q = fine(SORT(GROUPS "- Purpose {#purpose}\n"));

	(void)state;
	assert_int_equal(q->ntargets, 4);
	assert_int_equal(q->nentries, 4);
	is_text(q->targets[1].id, "means");
	assert_true(q->targets[2].nowhere);
	assert_true(q->entries[1].right[1] && !q->entries[1].right[0]);
	is_ratio(q->entries[1].weight, 3, 1);
	for (size_t t = 0; t < q->ntargets; t++)
		assert_false(q->entries[3].right[t]);
	assert_string_equal(asked_words(q->entries[0].feedback), "Yes.");
	assert_string_equal(asked_words(q->entries[0].feedback_not), "No.");
	assert_true(q->reuse);
}

static void
test_translation(void **state)
{
	struct question *q = fine(SORT(GROUPS)), *t;

	(void)state;
	t = asked_translation(
	    SORT(
		"- Middel {#means}\n  - makt {#force}\n  - svik {#deception}\n- Ingen {.nowhere}\n  - reise {#travelling}\n"
		"- Handling {#act}\n  - verving {#recruiting}\n"),
	    q);
	told_nothing(&asked_diags);
	assert_string_equal(asked_words(t->targets[0].words->first), "Handling");
	is_text(t->entries[0].id, "force");
	is_ratio(t->entries[1].weight, 3, 1);
	assert_null(asked_translation(
	    SORT("- Middel {#means}\n  - makt {#force}\n  - svik {#deception}\n- Ingen\n  - reise {#travelling}\n"
		 "- Handling {#act}\n  - verving {#recruiting}\n"),
	    q));
	only("a group without id is known by its place", DIAG_TRANSLATION_DIFFERS, 7);
	forget();
	t = asked_translation(
	    SORT("- Handling {#act}\n  - verving {#recruiting}\n- Middel {#means}\n  - makt {#force}\n  - svik "
		 "{#deception}\n- Ingen\n  - reise {#travelling}\n"),
	    q);
	told_nothing(&asked_diags);
	is_text(t->entries[1].id, "force");
	is_ratio(t->entries[2].weight, 3, 1);
	assert_true(t->targets[2].nowhere);
	assert_null(asked_translation(
	    SORT("- Handling {#act}\n  - verving {#recruiting}\n  - makt {#force}\n- Middel {#means}\n  - svik "
		 "{#deception}\n- Ingen {.nowhere}\n  - reise {#travelling}\n"),
	    q));
	only("an item in another group", DIAG_TRANSLATION_DIFFERS, 6);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, asked_begin, asked_end)
	const struct CMUnitTest tests[] = {
		TEST(test_mistakes),
		TEST(test_groups),
		TEST(test_translation),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
