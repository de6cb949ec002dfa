/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/variants.h"

#include "asked.h"

static struct str
joined(const struct variants *v)
{
	struct str all = STR_EMPTY;

	if (!v->v)
		return STR("(none)");
	for (size_t i = 0; i < v->n; i++)
		all = arena_fmt(
		    &asked_arena, "%.*s<%s%.*s>", STR_ARG(all), v->v[i].starred ? "*" : "", STR_ARG(v->v[i].text));
	return all;
}

/* What the first item, or the first gap, of ${markdown} holds. */
static struct str
read(const char *markdown)
{
	struct source src = asked_source(markdown);
	struct question_context ctx = { .src = &src, .ids_told = &asked_ids_told };
	struct asking as = { &asked_arena, &ctx, &asked_diags, NULL };
	struct node *root = asked_tree(&src);

	for (struct node *n = root; n; n = node_next(n, root)) {
		struct variants v;

		if (n->kind != NODE_GAP && n->kind != NODE_ITEM)
			continue;
		v = n->kind == NODE_GAP ? variants_of_gap(&as, n) : variants_of_item(&as, n);
		return joined(&v);
	}
	fail_msg("neither gap nor item in: %s", markdown);
	return STR_EMPTY;
}

static const struct row {
	const char *markdown, *variants;
} rows[] = {
	{ "- a\n", "<a>" },
	{ "-  a | b  c|d \n", "<a><b  c><d>" },
	{ "- `a|b`\n", "<a|b>" },
	{ "- `a` | b | ` c `\n", "<a><b><c>" },
	{ "- \\*a\\* | &amp;\n", "<*a*><&>" },
	{ "- 3 < 4, a_b_c\n", "<3 < 4, a_b_c>" },
	{ "- a {score=1}\n  > feedback\n", "<a>" },
	{ "- [28, 31]\n", "<[28, 31]>" },
	{ "[[a]]", "<a>" },
	{ "[[a| b ]]", "<a><b>" },
	{ "[[*a*|b]]", "<*a><b>" },
	{ "[[\\*a\\*|b]]", "<*a*><b>" },
	{ "[[`*a*`|b]]", "<*a*><b>" },
	{ "[[`` a`|b ``]]", "<a`|b>" },
	{ "[[a\\|b\\x]]", "<a|b\\x>" },
	{ "[[a`b]]", "<a`b>" },
	{ "| h |\n|---|\n| [[a\\|b]] |\n", "<a><b>" },
};

static void
test_fine(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		is_text(read(rows[i].markdown), rows[i].variants);
		told_nothing(&asked_diags);
	}
}

static void
test_refused(void **state)
{
	static const char *const refused[] = { "- a |\n", "- | a\n", "-\n", "- > a\n", "- a `b`\n", "- `a` b\n",
		"- `a` `b`\n", "- *a*\n", "- [a](b)\n", "- a\\|b\n", "- a  \n  b\n", "- - a\n", "- ```\n  a\n  ```\n",
		"- [x] a\n", "- `a`{.b}\n", "[[|]]", "[[a `b`]]", "[[` `]]" };

	(void)state;
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		size_t before = asked_diags.all.n;

		is_text(read(refused[i]), "(none)");
		assert_int_equal(asked_diags.all.n, before + 1);
		assert_true(asked_diags.all.v[before].nnotes > 0);
	}
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, asked_begin, asked_end)
	const struct CMUnitTest tests[] = {
		TEST(test_fine),
		TEST(test_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
