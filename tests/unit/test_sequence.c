/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/sequence.h"

#include "judged.h"

#define ORDER(list) ASK("type=order", list)
#define STEPS                                                                                                          \
	"1. notice {#notes}\n2. protect {#ground}\n   > Help begins.\n   > [?] Think.\n3. decide {#status .fixed}\n"

static void
test_mistakes(void **state)
{
	(void)state;
	refused(ORDER("- a {#a}\n- b {#b}\n"), DIAG_QUESTION_ANSWERS, 4);
	refused(ORDER("1. a {#a}\n"), DIAG_QUESTION_OPTION, 4);
	refused(ORDER("1. a {#a}\n2. A {#b}\n"), DIAG_QUESTION_OPTION, 5);
	refused(ORDER("1. a {#a}\n2.\n3. c {#c}\n"), DIAG_QUESTION_OPTION, 5);
	refused(ORDER("1. [ ] a {#a}\n2. b {#b}\n"), DIAG_QUESTION_MARK, 4);
	refused(ORDER("1. a {#a}\n2. b {#b}\n\n1) c {#c}\n"), DIAG_QUESTION_STRAY, 7);
	refused(ORDER("1. a {#a}\n\n> torn\n\n2. b {#b}\n3. c {#c}\n"), DIAG_QUESTION_STRAY, 8);
	remarked(ORDER("1. a {#a weight=2}\n2. b {#b}\n"), DIAG_ATTRIBUTE_UNKNOWN, 4);
	remarked(ASK("type=order scoring=sorted", STEPS), DIAG_ATTRIBUTE_VALUE, 1);
	remarked(ASK("type=order", STEPS "\n:::feedback{for=partial}\nNearly.\n:::\n"), DIAG_QUESTION_LINT, 10);
}

static void
test_items(void **state)
{
	static const char *const rules[] = { "exact", "position", "adjacent", "all-pairs", "lis" };
	struct question *q = fine(ORDER(STEPS));

	(void)state;
	assert_int_equal(q->scoring, SCORING_EXACT);
	assert_int_equal(q->nentries, 3);
	assert_int_equal(q->ntargets, 0);
	is_text(q->entries[1].id, "ground");
	assert_null(q->entries[1].right);
	assert_string_equal(asked_words(q->entries[1].feedback), "Help begins.");
	assert_string_equal(asked_words(q->entries[1].hint), "Think.");
	assert_true(q->entries[2].fixed);
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
		q = fine(arena_fmt(&asked_arena, ASK("type=order scoring=%s", STEPS), rules[i]).p);
		assert_string_equal(question_scoring_names[q->scoring], rules[i]);
	}
}

static void
test_translation(void **state)
{
	struct question *q = fine(ORDER(STEPS)), *t;

	(void)state;
	t = asked_translation(ORDER("1. legge merke til {#notes}\n2. verne\n3. avgjøre {#status}\n"), q);
	told_nothing(&asked_diags);
	is_text(t->entries[1].id, "ground");
	assert_true(t->entries[2].fixed);
	assert_null(asked_translation(ORDER("1. verne {#ground}\n2. se {#notes}\n3. avgjøre {#status}\n"), q));
	only("another order", DIAG_TRANSLATION_DIFFERS, 4);
	forget();
	assert_null(asked_translation(ORDER("1. se {#notes}\n2. verne {#ground}\n"), q));
	only("an item fewer", DIAG_TRANSLATION_DIFFERS, 4);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, asked_begin, asked_end)
	const struct CMUnitTest tests[] = {
		TEST(test_mistakes),
		TEST(test_items),
		TEST(test_translation),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
