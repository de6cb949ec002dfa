/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/moodleread.h"

#include "exchanged.h"

static struct taking t;

static void
refused(const char *xml, uint32_t line)
{
	t = EXCHANGED(xml);
	assert_int_equal(moodleread_all(&t), -1);
	told(&asked_diags, DIAG_IMPORT_SYNTAX, line, 0, 0);
	diags_free(&asked_diags);
	asked_diags = (struct diags)DIAGS_INIT;
}

static struct item *
read(const char *inside)
{
	struct str xml = arena_fmt(&asked_arena, "<quiz>\n<question type=%s</question></quiz>", inside);

	t = EXCHANGED(xml.p);
	if (moodleread_all(&t) < 0)
		fail_msg("not read: %s", inside);
	return t.items.v[0];
}

static void
other(const char *inside, const char *why)
{
	struct item *it = read(inside);

	assert_int_equal(it->kind, ITEM_OTHER);
	exchanged_has(it->why, why);
	exchanged_has(it->raw, "<question");
}

static void
test_refused(void **state)
{
	(void)state;
	refused("", 1);
	refused("<quiz>\n<question>", 2);
	refused("<quiz>\n</quiz>", 1);
	refused("<a>\n</a>", 1);
	refused("<!DOCTYPE quiz [\n<!ENTITY a \"b\">]><quiz><question type='essay'/></quiz>", 2);
	refused("<!DOCTYPE quiz [\n<!ENTITY % a SYSTEM \"file:///etc/passwd\"> %a;]><quiz/>", 2);
	other("'calculated'>", "`calculated`");
	other("'truefalse'><answer fraction='100'><text>true</text></answer>", "not true and false");
	other("'numerical'><answer fraction='100'><text>1,5</text></answer>", "`1,5`");
	other("'numerical'><answer fraction='100'><text>1</text><tolerance>-1</tolerance></answer>", "`-1`");
	other("'ddmarker'>", "picture");
	other("'gapselect'><questiontext><text>a [[2]]</text></questiontext>", "not there");
	other("'cloze'><questiontext><text>a</text></questiontext>", "no gap");
}

static void
test_common(void **state)
{
	struct item *it = read(
	    "'essay'><name><text>N</text></name><questiontext format='markdown'><text><![CDATA[*a* & b]]></text></questiontext>"
	    "<defaultgrade>2.5</defaultgrade><penalty>0.3333333</penalty><idnumber>i</idnumber>"
	    "<hint><text>h</text><clearwrong/></hint><tags><tag><text>x y</text></tag></tags>"
	    "<graderinfo><text>see</text></graderinfo>");

	(void)state;
	assert_true(str_is(it->name, "N") && str_is(it->id, "i") && str_is(it->text.s, "*a* & b"));
	assert_int_equal(it->text.format, ITEM_MARKDOWN);
	assert_true(it->points.num == 5 && it->points.den == 2 && it->penalty.num == 1 && it->penalty.den == 3);
	assert_true(it->nhints == 1 && it->ntags == 1 && str_is(it->tags[0], "x y"));
	assert_int_equal(it->at.line, 2);
	exchanged_has(it->remark, "see");
	exchanged_told(2, "grades it");
}

static void
test_kinds(void **state)
{
	struct item *it = read(
	    "'multichoice'><single>false</single><answer fraction='16.66667'><text>a</text><feedback><text>f</text></feedback></answer>");

	(void)state;
	assert_true(!it->single && it->answers.v[0].fraction.den == 6 && str_is(it->answers.v[0].feedback.s, "f"));
	it = read(
	    "'truefalse'><answer fraction='0'><text>false</text></answer><answer fraction='100'><text>true</text></answer>");
	assert_true(it->answers.v[0].fraction.num == 1);
	it = read(
	    "'ordering'><gradingtype>LONGEST_ORDERED_SUBSET</gradingtype><answer fraction='2'><text>b</text></answer><answer fraction='1'><text>a</text></answer>");
	assert_true(it->order == ITEM_LONGEST && str_is(it->answers.v[0].text.s, "a"));
	it = read("'shortanswer'><usecase>1</usecase><answer fraction='100'><text>R&amp;amp;D</text></answer>");
	assert_true(it->match_case && str_is(it->answers.v[0].text.s, "R&D"));
	it = read(
	    "'gapselect'><questiontext><text>a [[2]]</text></questiontext><selectoption><text>x</text><group>1</group></selectoption>"
	    "<selectoption><text>y</text><group>1</group></selectoption>");
	assert_true(it->kind == ITEM_CLOZE && it->gaps[0].answers.n == 2 && it->gaps[0].answers.v[1].fraction.num == 1);
	it = read("'ddmarker'><file name='a.png' encoding='base64'>QQ==</file><drag><text>l</text></drag>"
		  "<drop><shape>circle</shape><coords>1,2;3</coords><choice>1</choice></drop>");
	assert_true(it->kind == ITEM_MARKERS && it->markers[0].shape == ITEM_CIRCLE && it->markers[0].nat == 3);
	exchanged_told(0, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = { EXCHANGED_TEST(test_refused), EXCHANGED_TEST(test_common),
		EXCHANGED_TEST(test_kinds) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
