/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/freely.h"

#include "judged.h"

#define SCALE "| | no {#no} | yes {#yes} |\n|---|---|---|\n"

static void
test_mistakes(void **state)
{
	(void)state;
	refused(":::question{#q type=reflect}\n:::\n", DIAG_QUESTION_TEXT, 1);
	refused(":::question{#q type=reflect min=few}\nWhy?\n:::\n", DIAG_ATTRIBUTE_VALUE, 1);
	remarked(":::question{#q type=reflect points=2}\nWhy?\n:::\n", DIAG_QUESTION_LINT, 1);
	remarked(":::question{#q type=reflect}\nWhy?\n\n:::feedback{for=correct}\nYes.\n:::\n\n:::\n",
	    DIAG_QUESTION_LINT, 4);
	refused(":::question{#q type=survey}\nWhy?\n:::\n", DIAG_QUESTION_ANSWERS, 1);
	refused(ASK("type=survey", SCALE "| I know {#know} | x | |\n"), DIAG_QUESTION_KEY, 6);
	refused(ASK("type=survey", "- [ ] a {#a}\n- [x] b {#b}\n"), DIAG_QUESTION_KEY, 5);
	refused(ASK("type=survey", "- [ ] a {#a score=1}\n- [ ] b {#b}\n"), DIAG_QUESTION_KEY, 4);
	refused(ASK("type=survey", "- [ ] a {#a}\n- [ ] A {#b}\n"), DIAG_QUESTION_OPTION, 5);
	remarked(ASK("type=survey scoring=exact", SCALE "| I know {#know} | | |\n"), DIAG_ATTRIBUTE_VALUE, 1);
}

static void
test_fine(void **state)
{
	struct question *q = fine(
			    ":::question{#q type=reflect min=20}\nWho speaks it?\n\n- a list of the text\n\n:::\n"),
			*t;

	(void)state;
	assert_int_equal(q->min, 20);
	is_ratio(q->points, 0, 1);
	assert_null(q->answers);
	t = asked_translation(":::question{#q}\nHvem?\n:::\n", q);
	told_nothing(&asked_diags);
	assert_int_equal(t->min, 20);
	q = fine(ASK("type=survey", SCALE "| I know {#know} | | |\n"));
	assert_int_equal(q->nentries, 1);
	assert_int_equal(q->ntargets, 2);
	assert_null(q->entries[0].right);
	t = asked_translation(ASK("", "| | nei | ja |\n|---|---|---|\n| Jeg vet | | |\n"), q);
	told_nothing(&asked_diags);
	is_text(t->entries[0].id, "know");
	is_text(t->targets[1].id, "yes");
	q = fine(ASK("type=survey select=many", "- [ ] a {#a}\n- [ ] b {#b}\n"));
	assert_int_equal(q->noptions, 2);
	assert_true(q->many);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, asked_begin, asked_end)
	const struct CMUnitTest tests[] = {
		TEST(test_mistakes),
		TEST(test_fine),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
