/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/statesize.h"

#include "asked.h"
#include "model/harvest.h"

#define OPTIONS "W\n\n- [x] a {#a}\n- [ ] b {#b}\n- [ ] c {#c}\n\n:::\n"

static size_t
of(const char *markdown)
{
	struct question *q = asked(markdown);

	assert_non_null(q);
	return statesize_question(q);
}

/* The longest that compact.js makes of it, with the point behind: tests/js/test_compact.mjs. */
static void
test_as_long_as_the_browser_writes_it(void **state)
{
	(void)state;
	asked_quiz.set.tries = 1;
	assert_int_equal(of(":::question{#one type=single}\n" OPTIONS), strlen("hh11sb."));
	assert_int_equal(of(":::question{#one type=multiple}\n" OPTIONS), strlen("hh11labc."));
	assert_int_equal(of(":::question{#one type=multiple tries=2}\n" OPTIONS), strlen("hh12labc/13_36."));
	assert_int_equal(of(":::question{#one type=single tries=2}\n" OPTIONS), strlen("hh12sb/13_36."));
	assert_int_equal(
	    of(":::question{#one type=multiple tries=unlimited}\n" OPTIONS), strlen("hh12labc~labc/13_36."));
	assert_int_equal(of(":::question{#one type=single solution=on-request}\n" OPTIONS), strlen("hh11sb+l."));
}

static void
test_a_page_and_its_course(void **state)
{
	struct question *q = asked(":::question{#one type=single tries=1 tags=m1}\n" OPTIONS);
	struct tagged tagged = { q->id, q->tags, 0 };
	struct quiz_draw draw = { STR("m1"), 3, RATIO_ONE, { 0 } };
	struct harvest h = { .tagged = &tagged, .ntagged = 1 }, final = { .draws = &draw, .ndraws = 1 };
	struct body body = { .quiz = &asked_quiz, .questions = &q, .nquestions = 1, .harvest = &h };
	struct course course = { .end = 2 };
	struct text texts[2] = { { .harvest = &h }, { .harvest = &final } }, *lists[2] = { &texts[0], &texts[1] };
	struct document docs[2] = { { .course = &course, .texts = &lists[0], .ntexts = 1 },
		{ .course = &course, .texts = &lists[1], .ntexts = 1 } };
	struct document *all[2] = { &docs[0], &docs[1] };
	struct site site = { .docs = all, .ndocs = 2 };
	size_t one = statesize_question(q);

	(void)state;
	statesize_take(&body);
	assert_int_equal(tagged.letters, one);
	assert_int_equal(h.letters, strlen("a1:;") + strlen("1.99.1.") + strlen("/13_36") + one);
	assert_int_equal(statesize_course(&site, &course), h.letters + 3 * one);
	docs[1].excluded = true;
	assert_int_equal(statesize_course(&site, &course), h.letters);
	body.nquestions = 0;
	assert_int_equal(statesize_page(&body), 0);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, asked_begin, asked_end)
	const struct CMUnitTest tests[] = {
		TEST(test_as_long_as_the_browser_writes_it),
		TEST(test_a_page_and_its_course),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
