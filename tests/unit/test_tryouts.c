/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/tryouts.h"

#include "judged.h"

#define SAMPLES(list) ":::samples\n" list "\n:::\n"

static void
test_mistakes(void **state)
{
	(void)state;
	remarked(ASK("type=single", "- [x] a {#a}\n- [ ] b {#b}\n\n" SAMPLES("- a\n")), DIAG_QUESTION_LINT, 7);
	remarked(ASK("type=text", "- a\n\n" SAMPLES("Try a.\n")), DIAG_QUESTION_STRAY, 7);
	remarked(ASK("type=text", "- a\n\n" SAMPLES("- *a*\n")), DIAG_QUESTION_ANSWERS, 7);
	remarked(ASK("type=text", "- a\n\n" SAMPLES("- a {score=2}\n")), DIAG_ATTRIBUTE_VALUE, 7);
	remarked(ASK("type=text", "- a\n\n" SAMPLES("- a {weight=2}\n")), DIAG_ATTRIBUTE_UNKNOWN, 7);
	remarked(ASK("type=text", "- a\n\n" SAMPLES("- a\n") SAMPLES("- b\n")), DIAG_QUESTION_STRAY, 10);
	remarked(":::question{#q type=gap}\n[[a]] [[b]]\n\n" SAMPLES("- a\n") ":::\n", DIAG_QUESTION_OPTION, 5);
}

static void
test_samples(void **state)
{
	struct question *q = fine(ASK("type=text", "- a\n\n" SAMPLES("- A | `a|`\n- b {score=0}\n")));

	(void)state;
	assert_int_equal(q->nsamples, 3);
	is_text(q->samples[1].response, "a|");
	is_ratio(q->samples[1].score, 1, 1);
	is_ratio(q->samples[2].score, 0, 1);
	assert_int_equal(q->samples[2].at.line, 8);
	q = fine(":::question{#q type=gap}\n[[a]] [[b]]\n\n" SAMPLES("- a | x {score=1/2}\n") ":::\n");
	is_text(q->samples[0].response, "a | x");
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, asked_begin, asked_end)
	const struct CMUnitTest tests[] = {
		TEST(test_mistakes),
		TEST(test_samples),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
