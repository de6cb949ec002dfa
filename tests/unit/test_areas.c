/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/areas.h"

#include "judged.h"

#define SPOT(list) ":::question{#q type=hotspot}\n![a minibus](bus.png)\n\n" list "\n:::\n"
#define ONE(area) SPOT("- [x] door {#door area=\"" area "\"}\n- [ ] driver {#driver area=\"circle 4,2 4\"}\n")

static void
test_mistakes(void **state)
{
	(void)state;
	refused(":::question{#q type=hotspot}\nWhere?\n\n- [x] a {#a area=\"circle 1,1 1\"}\n\n:::\n",
	    DIAG_QUESTION_ANSWERS, 1);
	refused(":::question{#q type=hotspot}\n![a](a.png) ![b](b.png)\n\n- [x] a {#a area=\"circle 1,1 1\"}\n\n:::\n",
	    DIAG_QUESTION_STRAY, 2);
	refused(SPOT("- [x] a {#a}\n"), DIAG_QUESTION_OPTION, 4);
	refused(SPOT("- [ ] a {#a area=\"circle 1,1 1\"}\n"), DIAG_QUESTION_KEY, 4);
	refused(ONE("square 1,1 2"), DIAG_ATTRIBUTE_VALUE, 4);
	refused(ONE("rect 1,1 2"), DIAG_ATTRIBUTE_VALUE, 4);
	refused(ONE("rect 1,1 1,5"), DIAG_ATTRIBUTE_VALUE, 4);
	refused(ONE("circle 1,1 0"), DIAG_ATTRIBUTE_VALUE, 4);
	refused(ONE("ellipse 1,1 2,-1"), DIAG_ATTRIBUTE_VALUE, 4);
	refused(ONE("circle 1,a 2"), DIAG_ATTRIBUTE_VALUE, 4);
	refused(ONE("poly 1,1 2,2"), DIAG_ATTRIBUTE_VALUE, 4);
	refused(ONE("poly 1,1 2,2 3"), DIAG_ATTRIBUTE_VALUE, 4);
	refused(ONE("poly 1,1 2,2 1,1 4,4"), DIAG_ATTRIBUTE_VALUE, 4);
	refused(SPOT("- [x] a {#a area=\"circle 1,1 1\" score=1/2}\n"), DIAG_QUESTION_OPTION, 1);
	remarked(
	    ":::question{#q type=hotspot clicks=2}\n![a](a.png)\n\n- [x] a {#a area=\"circle 1,1 1\"}\n- [ ] b {#b area=\"circle "
	    "5,1 1\"}\n\n:::\n",
	    DIAG_QUESTION_LINT, 1);
	remarked(ASK("type=single", "- [x] a {#a area=\"circle 1,1 1\"}\n- [ ] b {#b}\n"), DIAG_ATTRIBUTE_UNKNOWN, 4);
}

static void
test_shapes(void **state)
{
	struct question *q = fine(SPOT(
	    "- [x] a {#a area=\"rect 200,240 120,40\"}\n- [x] b {#b area=\"poly 0 0 9.5 0 9 9 0 0\"}\n- [ ] c {#c area=\"ellipse 4,2 4,3\"}\n"));

	(void)state;
	is_text(q->options[0].id, "a");
	assert_int_equal(q->options[0].area.shape, AREA_RECT);
	is_ratio(q->options[0].area.at[0], 120, 1);
	is_ratio(q->options[0].area.at[3], 240, 1);
	assert_int_equal(q->options[1].area.n, 6);
	is_ratio(q->options[1].area.at[2], 19, 2);
	assert_int_equal(q->options[2].area.shape, AREA_ELLIPSE);
	assert_int_equal(q->image->kind, NODE_IMAGE);
	assert_int_equal(q->clicks, 2);
	is_ratio(q->options[0].credit, 1, 2);
	is_ratio(q->options[2].credit, 0, 1);
	assert_int_equal(q->scoring, SCORING_AREA_MAPPING);
}

static void
test_clicks(void **state)
{
	struct question *
	    q =
	       fine(":::question{#q type=hotspot clicks=1}\n![a](a.png)\n\n- [x] a {#a area=\"circle 1,1 1\"}\n- [x] b "
		    "{#b area=\"circle 5,1 1\"}\n\n:::\n"),
	   *t;

	(void)state;
	assert_int_equal(q->clicks, 1);
	is_ratio(q->options[0].credit, 1, 1);
	t = asked_translation(":::question{#q}\n![en buss](a.png)\n\n- [ ] dør {#b}\n- [ ] sjåfør {#a}\n\n:::\n", q);
	told_nothing(&asked_diags);
	is_text(t->options[0].id, "b");
	is_ratio(t->options[0].area.at[0], 5, 1);
	is_ratio(t->options[0].credit, 1, 1);
	assert_int_equal(t->clicks, 1);
}

#define LABELS(head, list) ":::question{#q type=hotspot scoring=markers" head "}\n![a](a.png)\n\n" list "\n:::\n"

static void
test_markers(void **state)
{
	struct question *q = fine(LABELS("", "- [x] a {#a area=\"circle 1,1 1\"}\n- [ ] b {#b}\n"));

	(void)state;
	assert_int_equal(q->scoring, SCORING_MARKERS);
	assert_int_equal(q->options[0].area.shape, AREA_CIRCLE);
	assert_int_equal(q->options[1].area.shape, AREA_NONE);
	refused(LABELS("", "- [x] a {#a area=\"circle 1,1 1\"}\n- [x] b {#b}\n"), DIAG_QUESTION_OPTION, 5);
	refused(LABELS("", "- [x] a {#a area=\"circle 1,1 1\"}\n- [ ] b {#b area=\"circle 4,4 1\"}\n"),
	    DIAG_QUESTION_OPTION, 5);
	refused(LABELS("", "- [x] a {#a area=\"circle 1,1 1\" score=1}\n- [ ] b {#b}\n"), DIAG_ATTRIBUTE_VALUE, 1);
	remarked(LABELS(" clicks=1", "- [x] a {#a area=\"circle 1,1 1\"}\n- [ ] b {#b}\n"), DIAG_QUESTION_LINT, 1);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, asked_begin, asked_end)
	const struct CMUnitTest tests[] = {
		TEST(test_mistakes),
		TEST(test_shapes),
		TEST(test_clicks),
		TEST(test_markers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
