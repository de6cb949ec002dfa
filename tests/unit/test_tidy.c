/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repair/tidy.h"

#include "told.h"

static struct arena a;

/* What becomes of ${text}, and that a second time changes nothing. Returns how many repairs there were. */
static size_t
becomes(const char *text, const char *want)
{
	struct trial t = trial_open(&a, STR("q.md"), str_of(text));
	struct changes made = { 0 };
	size_t n;

	tidy_faults(&a, &t, &made);
	tidy_manners(&a, &t, &made);
	is_text(t.src.bytes, want);
	n = made.n;
	tidy_faults(&a, &t, &made);
	tidy_manners(&a, &t, &made);
	assert_int_equal(made.n, n);
	VEC_FREE(&made);
	trial_close(&t);
	return n;
}

static void
stays(const char *text)
{
	assert_int_equal(becomes(text, text), 0);
}

static void
test_stays(void **state)
{
	(void)state;
	stays("");
	stays("```\n- [\xd1\x85] a\n:::tip\n```\n");
	stays("<div>\n- [\xd1\x85] a\n</div>\n");
	stays("Text “{key=x}” [\xd1\x85] and {year}\n");
	stays(":::tip\nA paragraph\n:::\n\n:::tip\n:::\n:::tip\n:::\n");
	stays("- :::tip\n  a\n  - b\n  :::\n");
	stays("> :::tip\n> - b\n> :::\n> text\n");
	stays(":::tip\n- open\n");
	stays(":::question{type=single}\nQ\n\n> a quote\n\n- [x] a\n\nText\n\n> q\n\n- [ ] b\n\n:::\n\n> behind\n");
}

static void
test_marks(void **state)
{
	(void)state;
	assert_int_equal(becomes("- [\xd1\x85] a\n1. [\xd0\xa5] b [\xd1\x85]\n", "- [x] a\n1. [x] b [\xd1\x85]\n"), 2);
	becomes(
	    "- [x] a\n  > b\n  >\n  > [\xd1\x85] c\n  > [\xd1\x85] d\n", "- [x] a\n  > b\n  >\n  > [x] c\n  > [x] d\n");
}

static void
test_blank_lines(void **state)
{
	(void)state;
	becomes("a\n:::tip\n- b\n:::\nc\n", "a\n\n:::tip\n- b\n\n:::\n\nc\n");
	becomes("| a |\r\n|---|\r\n:::tip\r\nb\r\n:::", "| a |\r\n|---|\r\n\r\n:::tip\r\nb\r\n:::");
	becomes("- a\n::contact{role=x}\nb\n", "- a\n\n::contact{role=x}\n\nb\n");
	becomes(":::tip\n:::tip\n> b\n:::\n:::\n", ":::tip\n:::tip\n> b\n\n:::\n:::\n");
}

static void
test_curly(void **state)
{
	(void)state;
	becomes(":::tip{a=“two words” b=„x“}\ny\n:::\n", ":::tip{a=\"two words\" b=\"x\"}\ny\n:::\n");
	becomes("## A {key=‘it is’}\n", "## A {key='it is'}\n");
	becomes("## A {key=“it’s” .b}\n", "## A {key=\"it’s\" .b}\n");
	becomes("## A {key=«x»}\n", "## A {key=\"x\"}\n");
	stays("## A {key=“say \"x\"”}\n");
	stays("## A {key=“open}\n");
	stays("`{key=“x”}` and “x”\n");
}

#define QUESTION(list) ":::question{type=single}\nQ\n\n" list "\n:::\n"

static void
test_feedback(void **state)
{
	(void)state;
	assert_int_equal(
	    becomes(QUESTION("- [x] a\n> b\n> c\n- [ ] d\n> e\n"), QUESTION("- [x] a\n  > b\n  > c\n- [ ] d\n  > e\n")),
	    2);
	becomes(QUESTION("- [x] a\n > b\n- [ ] d\n"), QUESTION("- [x] a\n  > b\n- [ ] d\n"));
	becomes(QUESTION("1. [x] a\n  > b\n2. [ ] d\n"), QUESTION("1. [x] a\n   > b\n2. [ ] d\n"));
	becomes(QUESTION("- [x] a\n      > b\n- [ ] d\n"), QUESTION("- [x] a\n  > b\n- [ ] d\n"));
	becomes(QUESTION("- [x] a\n> b\nlazy\n\n- [ ] d\n"), QUESTION("- [x] a\n  > b\n  lazy\n\n- [ ] d\n"));
	stays(QUESTION("- a\n\n> b\n\n- c\n"));
}

static int
end(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_stays),
		cmocka_unit_test(test_marks),
		cmocka_unit_test(test_blank_lines),
		cmocka_unit_test(test_curly),
		cmocka_unit_test(test_feedback),
	};

	return cmocka_run_group_tests(tests, NULL, end);
}
