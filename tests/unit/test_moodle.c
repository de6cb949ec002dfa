/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package/moodle.h"

#include "exchanged.h"

static void
test_lost(void **state)
{
	(void)state;
	exchanged_moodle(":::question{#q type=number}\nA\n\n- [1, 2]\n\n:::\n");
	exchanged_told(1, "range");
	exchanged_moodle(":::question{#q type=gap points=3}\n[[a]] [[b]]\n:::\n");
	exchanged_told(1, "sum of the weights");
	exchanged_moodle(":::question{#q type=reflect}\nA\n\n:::hint\nh\n:::\n\n:::\n");
	exchanged_told(1, "hints");
	exchanged_moodle(":::question{#q type=text}\nA\n\n- a\n\n:::feedback{for=correct}\nx\n:::\n\n:::\n");
	exchanged_told(1, "by result");
}

static void
test_kinds(void **state)
{
	struct str s;

	(void)state;
	s = exchanged_moodle(
	    ":::question{#q type=multiple points=2 penalty=1/4 tags=\"a b\"}\nA & <b>\n\n- [x] c {#c}\n- [ ] d {#d}\n\n:::hint\nh\n:::\n\n:::\n");
	exchanged_has(s, "<question type=\"multichoice\">");
	exchanged_has(s, "<text>A &amp;amp; </text>");
	exchanged_has(s, "<defaultgrade>2</defaultgrade>");
	exchanged_has(s, "<penalty>0.25</penalty>");
	exchanged_has(s, "<single>false</single>");
	exchanged_has(s, "<answer fraction=\"-100\" format=\"html\">");
	exchanged_has(s, "<idnumber>q</idnumber>");
	exchanged_has(s, "<hint format=\"html\">");
	s = exchanged_moodle(":::question{#q type=number units=\"m=1 cm=1/100\"}\nA\n\n- 2.5 {tolerance=10%}\n\n:::\n");
	exchanged_has(s, "<tolerance>0.25</tolerance>");
	exchanged_has(s, "<multiplier>100</multiplier>");
	exchanged_has(s, "<unitgradingtype>1</unitgradingtype>");
	s = exchanged_moodle(":::question{#q type=text case=match}\nA\n\n- `a*`\n- `b*` {match=glob}\n\n:::\n");
	exchanged_has(s, "<usecase>1</usecase>");
	exchanged_has(s, "<text>a\\*</text>");
	exchanged_has(s, "<text>b*</text>");
}

static void
test_category(void **state)
{
	struct moodle *m = moodle_begin();
	struct buf b = BUF_INIT;

	(void)state;
	moodle_category(m,
	    STR("a & \x01"
		"b"));
	moodle_end(m, &b);
	exchanged_has(buf_view(&b), "<text>$course$/a &amp; b</text>");
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { EXCHANGED_TEST(test_lost), EXCHANGED_TEST(test_kinds),
		EXCHANGED_TEST(test_category) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
