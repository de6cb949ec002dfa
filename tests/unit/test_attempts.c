/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/attempts.h"

#include "asked.h"
#include "read/yaml.h"

/* The settings that ${front} makes of a self-check. */
static struct quiz *
attempts(const char *front)
{
	struct source src = asked_source(front);
	struct setting r = { yaml_read(&asked_arena, &src, src.bytes, 1, &asked_diags), &src, &asked_diags };
	struct quiz *q = ARENA_NEW(&asked_arena, struct quiz);

	quiz_init(q, QUIZ_SELF_CHECK);
	attempts_read(&asked_arena, &r, q);
	return q;
}

static const struct diag *
only(const char *front, enum diag_code code, uint32_t line)
{
	diags_free(&asked_diags);
	asked_diags = (struct diags)DIAGS_INIT;
	attempts(front);
	assert_int_equal(asked_diags.all.n, 1);
	assert_int_equal(asked_diags.all.v[0].code, code);
	assert_int_equal(asked_diags.all.v[0].at.line, line);
	return &asked_diags.all.v[0];
}

static void
test_nothing_written(void **state)
{
	struct quiz *q = attempts("title: t");

	(void)state;
	assert_int_equal(q->attempts, 0);
	assert_int_equal(q->grade, GRADE_BEST);
	assert_false(q->shuffle);
	assert_int_equal(q->ndraws, 0);
	told_nothing(&asked_diags);
}

static void
test_settings(void **state)
{
	struct quiz *q = attempts("attempts: 3\ngrade: average\nshuffle: yes");

	(void)state;
	assert_int_equal(q->attempts, 3);
	assert_int_equal(q->grade, GRADE_AVERAGE);
	assert_true(q->shuffle);
	assert_int_equal(attempts("attempts: unlimited")->attempts, 0);
	assert_false(attempts("shuffle: false")->shuffle);
	told_nothing(&asked_diags);
}

static void
test_draws(void **state)
{
	struct quiz *q = attempts("draw: {from: m2, take: 12}");

	(void)state;
	assert_int_equal(q->ndraws, 1);
	is_text(q->draws[0].tag, "m2");
	assert_int_equal(q->draws[0].take, 12);
	assert_int_equal(ratio_cmp(q->draws[0].points, RATIO_ONE), 0);
	q = attempts("draw:\n- {from: m1, take: 1, points: 1/2}\n- {from: m2, take: 2}");
	assert_int_equal(q->ndraws, 2);
	assert_int_equal(ratio_cmp(q->draws[0].points, RATIO(1, 2)), 0);
	assert_int_equal(q->draws[1].at.line, 3);
	assert_int_equal(quiz_draw_of(q, STR("easy m2")), 1);
	assert_int_equal(quiz_draw_of(q, STR("m22")), -1);
	assert_int_equal(quiz_draw_of(q, STR_EMPTY), -1);
	told_nothing(&asked_diags);
}

static void
test_mistakes(void **state)
{
	(void)state;
	only("attempts: none", DIAG_SETTING_VALUE, 1);
	only("grade: worst", DIAG_SETTING_VALUE, 1);
	only("a: b\nshuffle: perhaps", DIAG_SETTING_VALUE, 2);
	only("draw: m1", DIAG_SETTING_VALUE, 1);
	only("draw:\n- {from: m1, take: 2}\n- m2", DIAG_SETTING_VALUE, 3);
	only("draw: {from: m1}", DIAG_SETTING_MISSING, 1);
	only("draw: {take: 2}", DIAG_SETTING_MISSING, 1);
	only("draw: {from: m1, take: 0}", DIAG_SETTING_VALUE, 1);
	only("draw: {from: m1, take: 1/2}", DIAG_SETTING_VALUE, 1);
	only("draw: {from: two words, take: 2}", DIAG_SETTING_VALUE, 1);
	only("draw: {from: [m1], take: 2}", DIAG_SETTING_VALUE, 1);
	only("draw: {from: m1, take: 2, points: -1}", DIAG_SETTING_VALUE, 1);
	only("draw: {from: m1, take: 2, weight: 1}", DIAG_SETTING_UNKNOWN, 1);
	only("draw:\n- {from: m1, take: 2}\n- {from: m1, take: 1}", DIAG_SETTING_VALUE, 3);
}

static void
test_grade_without_a_score(void **state)
{
	struct source src = asked_source("grade: last");
	struct setting r = { yaml_read(&asked_arena, &src, src.bytes, 1, &asked_diags), &src, &asked_diags };
	struct quiz q;

	(void)state;
	quiz_init(&q, QUIZ_PRACTICE);
	attempts_read(&asked_arena, &r, &q);
	assert_int_equal(asked_diags.all.n, 1);
	assert_int_equal(asked_diags.all.v[0].code, DIAG_QUIZ_LINT);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, asked_begin, asked_end)
	const struct CMUnitTest tests[] = {
		TEST(test_nothing_written),
		TEST(test_settings),
		TEST(test_draws),
		TEST(test_mistakes),
		TEST(test_grade_without_a_score),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
