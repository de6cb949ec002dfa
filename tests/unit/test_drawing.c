/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/drawing.h"

#include "asked.h"

#define QUESTION(id, more)                                                                                             \
	":::question{#" id " type=single " more "}\nW\n\n- [x] a {#a}\n- [ ] b {#b}\n- [ ] c {#c}\n\n:::\n"

static struct quiz_draw draws[2];
static struct quiz drawing;

/* A page with these questions, asked in self-check but for the first body, which draws two of `m1` for 2 points each in a test. */
static struct body
page(const char *const *questions, size_t n)
{
	struct body body = { .quiz = &asked_quiz };

	body.questions = ARENA_ARRAY(&asked_arena, struct question *, n);
	for (size_t i = 0; i < n; i++) {
		body.questions[i] = asked(questions[i]);
		assert_non_null(body.questions[i]);
		body.questions[i]->number = i + 1;
	}
	body.nquestions = n;
	return body;
}

static struct body
test_page(const char *const *questions, size_t n)
{
	struct body body = page(questions, n);

	quiz_init(&drawing, QUIZ_TEST);
	draws[0] = (struct quiz_draw){ STR("m1"), 2, RATIO(2, 1), { 0 } };
	drawing.draws = draws;
	drawing.ndraws = 1;
	body.quiz = &drawing;
	return body;
}

static void
test_what_is_drawn(void **state)
{
	static const char *const own[] = { QUESTION("own", ""), QUESTION("mine", "tags=m1") };
	static const char *const there[] = { QUESTION("x", "tags=m2"),
		QUESTION("y", "tags=\"m2 m1\" points=7 tries=2") };
	struct body body = test_page(own, 2), other = page(there, 2);
	const struct body *from[] = { &other, &body };

	(void)state;
	drawing_fill(&asked_arena, &body, from, 2);
	assert_int_equal(body.npool, 2);
	is_text(body.pool[0].q->id, "y");
	is_text(body.pool[1].q->id, "mine");
	assert_int_equal(body.pool[0].draw, 0);
	assert_ptr_equal(body.pool[1].q, body.questions[1]);
	assert_int_equal(body_draw(&body, body.questions[0]), -1);
	assert_int_equal(body_draw(&body, body.questions[1]), 0);
	assert_int_equal(body_attempt(&body), 3);
	assert_ptr_equal(body_asked(&body, 1), body.questions[1]);
	is_text(body_asked(&body, 2)->id, "y");
	assert_null(body_asked(&body, 3));
	told_nothing(&asked_diags);
}

/* Points of the slot, tries of the page that draws; the page it comes from keeps its own. */
static void
test_rules_of_the_page_that_draws(void **state)
{
	static const char *const there[] = { QUESTION("y", "tags=m1 points=7 tries=2") };
	struct body body = test_page(there, 0), other = page(there, 1);
	const struct body *from[] = { &other };

	(void)state;
	drawing_fill(&asked_arena, &body, from, 1);
	assert_int_equal(ratio_cmp(body.pool[0].q->points, RATIO(2, 1)), 0);
	assert_int_equal(body.pool[0].q->tries, 1);
	assert_int_equal(body.pool[0].q->solution, SOLUTION_AFTER_SUBMIT_QUIZ);
	assert_int_equal(body.pool[0].q->number, 1);
	assert_int_equal(ratio_cmp(other.questions[0]->points, RATIO(7, 1)), 0);
	assert_int_equal(other.questions[0]->tries, 2);
}

static void
test_wants(void **state)
{
	static struct tagged tagged[] = { { STR_INIT("a"), STR_INIT("m2 m3"), 0 },
		{ STR_INIT("b"), STR_INIT("m1"), 0 } };
	struct harvest h = { .tagged = tagged, .ntagged = 1 };
	struct body body = test_page(NULL, 0);

	(void)state;
	assert_false(drawing_wants(body.quiz, NULL));
	assert_false(drawing_wants(body.quiz, &h));
	h.ntagged = 2;
	assert_true(drawing_wants(body.quiz, &h));
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, asked_begin, asked_end)
	const struct CMUnitTest tests[] = {
		TEST(test_what_is_drawn),
		TEST(test_rules_of_the_page_that_draws),
		TEST(test_wants),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
