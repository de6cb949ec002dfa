/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repair/trial.h"

#include "repair/same.h"
#include "told.h"

static struct arena a;

static bool
same(const struct trial *before, const struct trial *after, const struct changes *made)
{
	return same_tree(before->root, after->root, made);
}

static bool
never(const struct trial *before, const struct trial *after, const struct changes *made)
{
	(void)before;
	(void)after;
	(void)made;
	return false;
}

/* ${put} at offsets of ${text}; how many are kept, and what becomes of the text. */
static size_t
tried(const char *text, const struct edit *edits, size_t n, trial_rule *rule, const char *want)
{
	struct trial t = trial_open(&a, STR("q.md"), str_of(text));
	struct changes c = { 0 };
	size_t kept;

	for (size_t i = 0; i < n; i++)
		edits_change(&a, &c, 1, STR("x"), edits[i]);
	trial_make(&a, &t, &c, rule);
	is_text(t.src.bytes, want);
	kept = c.n;
	VEC_FREE(&c);
	trial_close(&t);
	return kept;
}

static void
test_unreadable(void **state)
{
	struct trial t = trial_open(&a, STR("q.md"), STR("---\nno end\n"));

	(void)state;
	assert_null(t.root);
	trial_close(&t);
	t = trial_open(&a, STR("q.md"), STR("a\rb\n"));
	assert_null(t.root);
	trial_close(&t);
	t = trial_open(&a, STR("q.md"), STR("---\na: b\n---\nc\n"));
	assert_non_null(t.root);
	assert_int_equal(t.body_line, 4);
	trial_close(&t);
}

/* Only those that change the document are left out. */
static void
test_refused(void **state)
{
	const struct edit edits[] = { { 2, 0, STR("\n") }, { 4, 0, STR("*") } };

	(void)state;
	assert_int_equal(tried("a\n\n\nb\n", edits, 2, same, "a\n\n\n\nb\n"), 1);
	assert_int_equal(tried("a\n\n\nb\n", edits, 2, never, "a\n\n\nb\n"), 0);
	assert_int_equal(tried("a\n", edits, 0, never, "a\n"), 0);
}

/* What two documents may differ in, and that all else is seen. */
static void
differ(const char *x, const char *y, bool want)
{
	struct trial t = trial_open(&a, STR("x.md"), str_of(x)), u = trial_open(&a, STR("y.md"), str_of(y));
	struct changes none = { 0 };

	if (same_tree(t.root, u.root, &none) == want)
		fail_msg("%s and %s: %s", x, y, want ? "the same" : "not the same");
	trial_close(&t);
	trial_close(&u);
}

static void
test_same(void **state)
{
	static const char *const pairs[][2] = {
		{ "a", "b" },
		{ "a", "a\n\nb" },
		{ "# a", "## a" },
		{ "- a", "1. a" },
		{ "1. a", "2. a" },
		{ "- a\n- b", "- a\n\n- b" },
		{ "- [x] a", "- [ ] a" },
		{ "```\na\n```", "```\nb\n```" },
		{ "```\na\n```", "```c\na\n```" },
		{ "`a`", "`b`" },
		{ "[[a]]", "[[b]]" },
		{ "[a](b)", "[a](c)" },
		{ "![a](b)", "![a](b \"t\")" },
		{ "*a*", "**a**" },
		{ "<b>", "<i>" },
		{ "| a |\n|---|", "| a |\n|:-:|" },
		{ "| a | b |\n|---|---|", "| a |\n|---|" },
		{ ":::tip\na\n:::", ":::note\na\n:::" },
		{ ":::tip[a]\n:::", ":::tip[b]\n:::" },
		{ ":::tip[a]\n:::", ":::tip\n:::" },
		{ ":::tip\na\n:::", ":::tip\na" },
		{ "# a {#b}", "# a {#c}" },
		{ "# a {#b}", "# a" },
		{ "# a {.b}", "# a {.c}" },
		{ "# a {b=c}", "# a {b=d}" },
		{ "# a {b=c}", "# a {d=c}" },
		{ "a[^1]\n\n[^1]: b", "a[^1]\n\n[^1]: c" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		differ(pairs[i][0], pairs[i][1], true);
		differ(pairs[i][0], pairs[i][0], false);
		differ(pairs[i][1], pairs[i][1], false);
	}
	differ("a  \n\n\n- [x] b", "a\n\n* [\xd1\x85]  b\n", false);
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
		cmocka_unit_test(test_unreadable),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_same),
	};

	return cmocka_run_group_tests(tests, NULL, end);
}
