/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/giftread.h"

#include "exchanged.h"

static struct taking t;

static struct item *
read(const char *gift)
{
	t = EXCHANGED(gift);
	if (giftread_all(&t) < 0)
		fail_msg("not read: %s", gift);
	return t.items.v[0];
}

static void
refused(const char *gift, uint32_t line)
{
	t = EXCHANGED(gift);
	assert_int_equal(giftread_all(&t), -1);
	told(&asked_diags, DIAG_IMPORT_SYNTAX, line, 0, 0);
	diags_free(&asked_diags);
	asked_diags = (struct diags)DIAGS_INIT;
}

static void
other(const char *gift, const char *why)
{
	struct item *it = read(gift);

	assert_int_equal(it->kind, ITEM_OTHER);
	exchanged_has(it->why, why);
}

static void
test_refused(void **state)
{
	(void)state;
	refused("", 0);
	refused("words only\n\nand more\n", 0);
	refused("a{T}\n\nb{=c\n", 3);
	refused("a{T}\n\nb}\n", 3);
	refused("a{=b\n\n::next::c{T}\n", 1);
	other("a{#1,5}", "`1,5` is no number");
	other("a{#5..1}", "`5..1`");
	other("a{#1:-1}", "`1:-1`");
	other("a{#}{T}", "a second gap");
	other("a{=b->c =d}", "`d` has no `->`");
	other("a{b ~c =d}", "in front of the first answer");
}

static void
test_kinds(void **state)
{
	struct item *it = read("::N\\:::[html]a{~%-33.33333%b#f =c#g ####h}");

	(void)state;
	assert_true(it->kind == ITEM_CHOICE && it->single && str_is(it->name, "N:") && it->text.format == ITEM_HTML);
	assert_true(it->answers.n == 2 && it->answers.v[0].fraction.num == -1 && it->answers.v[0].fraction.den == 3);
	assert_true(str_is(it->answers.v[1].feedback.s, "g") && str_is(it->general.s, "h"));
	it = read("a{~%50%b ~%50%c ~d}");
	assert_true(it->kind == ITEM_CHOICE && !it->single && it->answers.n == 3);
	it = read("a{false#w#r}");
	assert_true(it->kind == ITEM_TRUEFALSE && it->answers.v[1].fraction.num == 1);
	assert_true(str_is(it->answers.v[0].feedback.s, "w") && str_is(it->answers.v[1].feedback.s, "r"));
	it = read("a{=b&amp;c =%50%d\\=e}");
	assert_true(
	    it->kind == ITEM_SHORT && str_is(it->answers.v[0].text.s, "b&c") && str_is(it->answers.v[1].text.s, "d=e"));
	it = read("a{#3.141..3.142}");
	assert_true(it->kind == ITEM_NUMBER && it->answers.v[0].range && it->answers.v[0].value.num == 6283 &&
	    it->answers.v[0].error.den == 2000);
	it = read("a{#=5:0 =%50%5:2#n ~#w}");
	assert_true(it->answers.n == 3 && it->answers.v[2].any && str_is(it->answers.v[2].feedback.s, "w"));
	it = read("a{=b -> c = -> d}");
	assert_true(it->kind == ITEM_MATCH && it->npairs == 2 && it->pairs[1].left.s.n == 0);
	it = read("a{>2 ALL VERTICAL RELATIVE_NEXT_EXCLUDE_LAST SHOW none\nb\nc\n}");
	assert_true(it->kind == ITEM_ORDER && it->order == ITEM_NEXT && it->answers.n == 2);
	it = read("a {=b} c");
	assert_true(it->kind == ITEM_CLOZE && it->ngaps == 1);
	it = read("a{}");
	assert_int_equal(it->kind, ITEM_ESSAY);
}

static void
test_around(void **state)
{
	struct item *it = read(
	    "$CATEGORY: $course$/top/x\r\n\r\n// [id:i] [tag:a] [tag:b c]\r\n// note\r\n// question: 1 name: x\r\na\r\nb{T}\r\n\r\nd\r\n");

	(void)state;
	assert_true(str_is(it->id, "i") && it->ntags == 2 && str_is(it->tags[1], "b c") && str_is(it->remark, "note"));
	assert_true(str_is(it->category, "$course$/top/x") && str_is(it->text.s, "a\nb"));
	assert_int_equal(it->at.line, 6);
	assert_int_equal(t.items.n, 2);
	assert_int_equal(t.items.v[1]->kind, ITEM_DESCRIPTION);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { EXCHANGED_TEST(test_refused), EXCHANGED_TEST(test_kinds),
		EXCHANGED_TEST(test_around) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
