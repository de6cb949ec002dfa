/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/clozeread.h"

#include "exchanged.h"

static struct item *
read(const char *html, const char *wanted)
{
	struct taking t = EXCHANGED("");
	struct items all = { NULL, 0 };
	struct item *it = item_new(&asked_arena, &all, ITEM_CLOZE);
	struct str s = clozeread_text(&t, it, str_of(html), 1);

	if (wanted)
		exchanged_is(s, wanted);
	return it;
}

#define MARK(n) ITEM_GAP_MARK #n ITEM_GAP_MARK

static void
test_odd(void **state)
{
	(void)state;
	assert_int_equal(read("a {b} {1} {1:x} {1:SA} }", "a {b} {1} {1:x} {1:SA} }")->ngaps, 0);
	assert_int_equal(read("{1:SA:=a", NULL)->kind, ITEM_OTHER);
	assert_int_equal(read("{1:MULTIRESPONSE:=a~=b}", NULL)->kind, ITEM_OTHER);
	assert_int_equal(read("{1:NM:=x}", NULL)->kind, ITEM_OTHER);
	assert_int_equal(read("{1:NM:=1:-1}", NULL)->kind, ITEM_OTHER);
	assert_int_equal(read("{", "{")->ngaps, 0);
}

static void
test_gaps(void **state)
{
	struct item *it = read("a {2:SAC:=b\\}\\~c#f\\#~%50%d}{:MCS:x~=y &lt;}. {1:NUMERICAL:=5:0.1~%50%*}",
	    "a " MARK(0) MARK(1) ". " MARK(2));

	(void)state;
	assert_int_equal(it->ngaps, 3);
	assert_true(it->gaps[0].match_case && it->gaps[0].weight.num == 2);
	assert_true(
	    str_is(it->gaps[0].answers.v[0].text.s, "b}~c") && str_is(it->gaps[0].answers.v[0].feedback.s, "f#"));
	assert_true(it->gaps[0].answers.v[1].fraction.den == 2);
	assert_true(it->gaps[1].shuffle && str_is(it->gaps[1].answers.v[1].text.s, "y <"));
	assert_true(it->gaps[2].answers.v[0].error.den == 10 && it->gaps[2].answers.v[1].any);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { EXCHANGED_TEST(test_odd), EXCHANGED_TEST(test_gaps) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
