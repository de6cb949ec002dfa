/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package/placed.h"

#include "exchanged.h"

static struct exchange x;

static void
test_pairs(void **state)
{
	struct item *it = exchanged_item(
	    ":::question[L]{#q type=match}\n\n| | |\n|---|---|\n| *a* {#a} | b |\n| c {#c} | b |\n| | d |\n\n:::\n",
	    &x);

	(void)state;
	exchanged_told(0, "");
	assert_int_equal(it->npairs, 3);
	assert_true(str_is(it->pairs[0].left.s, "<em>a</em>") && str_is(it->pairs[1].right, "b"));
	assert_true(it->pairs[2].left.s.n == 0 && str_is(it->pairs[2].right, "d"));
	exchanged_item(
	    ":::question[L]{#q type=match scoring=exact}\n\n| | | |\n|---|---|---|\n| a {#a weight=2} | *b* | f |\n| c {#c} | d | |\n\n:::\n",
	    &x);
	exchanged_told(4, "weight=");
	it = exchanged_item(
	    ":::question[L]{#q type=sort}\n- A {#g}\n  - a {#a}\n  - b {#b}\n- None {.nowhere}\n  - c {#c}\n\n:::\n",
	    &x);
	exchanged_told(1, "belonging nowhere");
	assert_int_equal(it->npairs, 3);
	assert_true(str_is(it->pairs[2].right, "None"));
}

static void
test_order(void **state)
{
	struct item *it =
	    exchanged_item(":::question[L]{#q type=order scoring=lis}\n1. a {#a}\n2. b {#b}\n   > f\n\n:::\n", &x);

	(void)state;
	exchanged_told(1, "feedback");
	assert_int_equal(it->order, ITEM_LONGEST);
	assert_true(str_is(it->answers.v[1].text.s, "b"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = { EXCHANGED_TEST(test_pairs), EXCHANGED_TEST(test_order) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
