/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/matching.h"

#include "judged.h"

#define HEAD "| Left | Right |\n|---|---|\n"
#define THREE "| Left | Right | |\n|---|---|---|\n"
#define MATCH(rows) ASK("type=match", HEAD rows)
#define PAIRS "| red {#r} | rot |\n| green {#g weight=2} | grün |\n"

static void
test_mistakes(void **state)
{
	(void)state;
	refused(":::question{#q type=match}\nWhich?\n\n- a\n\n:::\n", DIAG_QUESTION_ANSWERS, 1);
	refused(ASK("type=match", "| a |\n|---|\n| b |\n"), DIAG_QUESTION_ANSWERS, 4);
	refused(
	    ASK("type=match", "| a | b | c | d |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |\n"), DIAG_QUESTION_ANSWERS, 4);
	refused(MATCH(""), DIAG_QUESTION_ANSWERS, 4);
	refused(MATCH("| | only |\n"), DIAG_QUESTION_ANSWERS, 4);
	assert_int_equal(refused(MATCH("| red {#r} | |\n"), DIAG_QUESTION_OPTION, 6)->at.col, 3);
	refused(MATCH(PAIRS "| | |\n"), DIAG_QUESTION_OPTION, 8);
	refused(MATCH(PAIRS "| Green {#h} | blau |\n"), DIAG_QUESTION_OPTION, 8);
	remarked(MATCH("| red {#r weight=-1} | rot |\n| b {#b} | c |\n"), DIAG_ATTRIBUTE_VALUE, 6);
	refused(MATCH("| red {#r weight=0} | rot |\n| b {#b weight=0} | c |\n"), DIAG_QUESTION_OPTION, 1);
	remarked(MATCH("| red {#r score=1} | rot |\n| b {#b} | c |\n"), DIAG_ATTRIBUTE_UNKNOWN, 6);
	remarked(MATCH("| red {#r} | rot {weight=2} |\n| b {#b} | c |\n"), DIAG_ATTRIBUTE_UNKNOWN, 6);
	remarked(MATCH("| red {#r} | rot |\n"), DIAG_QUESTION_LINT, 4);
	remarked(ASK("type=match", THREE "| red {#r} | rot | |\n| | blau | lost |\n"), DIAG_QUESTION_STRAY, 7);
	remarked(MATCH(PAIRS "\nText behind.\n"), DIAG_QUESTION_STRAY, 9);
	refused(ASK("type=match reuse=no", HEAD "| a {#a} | x |\n| b {#b} | X |\n| c {#c} | y |\n"),
	    DIAG_ATTRIBUTE_VALUE, 1);
}

static void
test_rules(void **state)
{
	struct question *q = fine(ASK("type=match deduction=1/2", HEAD "| a {#a} | x |\n| b {#b} | y |\n"));

	(void)state;
	assert_int_equal(q->scoring, SCORING_DEDUCT);
	is_ratio(q->deduction, 1, 2);
	remarked(ASK("type=match scoring=deduct", HEAD "| a {#a} | x |\n| b {#b} | y |\n"), DIAG_ATTRIBUTE_VALUE, 1);
	remarked(ASK("type=match scoring=half deduction=1", HEAD "| a {#a} | x |\n| b {#b} | y |\n"),
	    DIAG_ATTRIBUTE_VALUE, 1);
	remarked(ASK("type=match deduction=-1", HEAD "| a {#a} | x |\n| b {#b} | y |\n"), DIAG_ATTRIBUTE_VALUE, 1);
	remarked(ASK("type=match scoring=exact", HEAD PAIRS), DIAG_QUESTION_LINT, 7);
}

static void
test_pairs(void **state)
{
	struct question *q = fine(ASK("type=match",
	    THREE "| red {#r} | rot | Like a rose. |\n| green {#g weight=2} | grün | |\n"
		  "| pink {#p} | Rot | |\n| | blau | |\n"));

	(void)state;
	assert_int_equal(q->scoring, SCORING_PER_PAIR);
	assert_int_equal(q->nentries, 3);
	assert_int_equal(q->ntargets, 3);
	is_text(q->entries[0].id, "r");
	assert_string_equal(asked_words(q->entries[1].words), "green");
	assert_true(q->entries[0].right[0] && !q->entries[0].right[1] && !q->entries[0].right[2]);
	assert_true(q->entries[1].right[1]);
	assert_true(q->entries[2].right[0]);
	is_ratio(q->entries[1].weight, 2, 1);
	assert_string_equal(asked_words(q->entries[0].feedback), "Like a rose.");
	assert_null(q->entries[1].feedback);
	is_text(q->targets[0].id, "r");
	is_text(q->targets[1].id, "g");
	is_text(q->targets[2].id, "3");
	assert_string_equal(asked_words(q->targets[2].words), "blau");
	assert_true(q->reuse);
	assert_false(fine(MATCH(PAIRS))->reuse);
	assert_true(fine(ASK("type=match reuse=yes", HEAD PAIRS))->reuse);
}

static void
test_without_ids(void **state)
{
	struct question *q;

	(void)state;
	forget();
	q = asked(MATCH("| a | x |\n| b | y |\n"));
	only("a match without ids", DIAG_ID_MISSING, 6);
	is_text(q->entries[1].id, "2");
	is_text(q->targets[1].id, "2");
	assert_false(q->entries[1].id_given);
}

static void
test_translation(void **state)
{
	struct question *q = fine(MATCH(PAIRS "| | blau |\n")), *t;

	(void)state;
	t = asked_translation(MATCH("| grønn {#g} | зелёный |\n| | синий |\n| rød {#r} | красный |\n"), q);
	told_nothing(&asked_diags);
	is_text(t->entries[0].id, "g");
	is_ratio(t->entries[0].weight, 2, 1);
	assert_true(t->entries[0].right[1]);
	is_text(t->targets[0].id, "r");
	assert_string_equal(asked_words(t->targets[0].words), "красный");
	assert_string_equal(asked_words(t->targets[2].words), "синий");
	t = asked_translation(MATCH("| rød | красный |\n| grønn | зелёный |\n| | синий |\n"), q);
	told_nothing(&asked_diags);
	is_text(t->entries[1].id, "g");
	assert_null(asked_translation(MATCH("| a {#r} | x |\n| b {#g} | y |\n"), q));
	only("a distractor fewer", DIAG_TRANSLATION_DIFFERS, 4);
	forget();
	assert_null(asked_translation(MATCH("| a {#r} | x |\n| b {#k} | y |\n| | z |\n"), q));
	only("an id of nobody", DIAG_TRANSLATION_DIFFERS, 7);
	forget();
	assert_null(asked_translation(MATCH("| a {#g} | x |\n| b | y |\n| | z |\n"), q));
	only("half of the ids", DIAG_TRANSLATION_DIFFERS, 7);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, asked_begin, asked_end)
	const struct CMUnitTest tests[] = {
		TEST(test_mistakes),
		TEST(test_rules),
		TEST(test_pairs),
		TEST(test_without_ids),
		TEST(test_translation),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
