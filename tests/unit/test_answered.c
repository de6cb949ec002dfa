/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package/answered.h"

#include "exchanged.h"

static struct exchange x;

static void
number(const char *answer, int64_t value_num, int64_t value_den, int64_t error_num, int64_t error_den)
{
	const char *md = arena_fmt(&asked_arena, ":::question{#q type=number}\nA\n\n- %s\n\n:::\n", answer).p;
	struct item *it = exchanged_item(md, &x);
	const struct item_answer *a;

	assert_non_null(it);
	a = &it->answers.v[0];
	if (a->value.num != value_num || a->value.den != value_den || a->error.num != error_num ||
	    a->error.den != error_den)
		fail_msg("%s: %lld/%lld, %lld/%lld", answer, (long long)a->value.num, (long long)a->value.den,
		    (long long)a->error.num, (long long)a->error.den);
}

static void
test_numbers(void **state)
{
	(void)state;
	number("30", 30, 1, 0, 1);
	number("-30 {tolerance=5%}", -30, 1, 3, 2);
	number("[1, 2]", 3, 2, 1, 2);
	exchanged_told(0, "");
	number("10 {tolerance=\"1 3\"}", 11, 1, 2, 1);
	exchanged_told(1, "the middle");
	number("3.14 {decimals=2}", 157, 50, 1, 200);
	exchanged_told(1, "decimals=");
	number("1500 {sigfigs=2}", 1500, 1, 50, 1);
	exchanged_told(1, "sigfigs=");
	number("0.0012 {sigfigs=2}", 3, 2500, 1, 20000);
	number("(1, 2]", 3, 2, 1, 2);
	exchanged_told(1, "end that does not belong");
	number("1/3", 1, 3, 0, 1);
	exchanged_told(1, "rounded to 12 decimals");
}

static void
test_texts(void **state)
{
	struct item *it = exchanged_item(
	    ":::question{#q type=text typos=h5p}\nA\n\n- a | `b*`\n- `c*` {match=glob score=1/2}\n\n:::\n", &x);

	(void)state;
	exchanged_told(1, "typos=");
	assert_int_equal(it->answers.n, 3);
	assert_true(str_is(it->answers.v[1].text.s, "b\\*") && str_is(it->answers.v[2].text.s, "c*"));
	assert_int_equal(it->answers.v[2].fraction.den, 2);
}

static void
test_gaps(void **state)
{
	struct item *it = exchanged_item(
	    ":::question{#q type=gap scoring=exact}\n[[*a*|b]]{weight=1/2} [[c]]{weight=1/3}\n:::\n", &x);

	(void)state;
	exchanged_told(1, "per-gap");
	assert_int_equal(it->ngaps, 2);
	assert_int_equal(it->gaps[0].kind, ITEM_GAP_MENU);
	assert_int_equal(it->gaps[0].weight.num, 3);
	assert_int_equal(it->gaps[1].weight.num, 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { EXCHANGED_TEST(test_numbers), EXCHANGED_TEST(test_texts),
		EXCHANGED_TEST(test_gaps) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
