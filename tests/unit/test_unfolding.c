/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/unfolding.h"

#include "testing.h"
#include "told.h"

/* What a message holds: "kind words | kind words". */
static const struct {
	const char *message, *want;
} rows[] = {
	{ "", "" },
	{ "   ", "" },
	{ "---", "" },
	{ "```\ncode\n```", "" },
	{ "<!-- a -->", "" },
	{ "[id]: https://example.org/", "" },
	{ "a", "paragraph a" },
	{ "a\nb  \nc", "paragraph a b\\\nc" },
	{ "*a* __b__", "paragraph _a_ **b**" },
	{ "# a", "heading a" },
	{ "a\n===", "heading a" },
	{ "a {#b}", "paragraph a" },
	{ "> a\n> b", "paragraph a b" },
	{ "- a\n- b\n  1. c", "paragraph a | paragraph b | paragraph c" },
	{ "- [ ] a", "paragraph a" },
	{ "| a | b |\n|---|---|\n| c \\| d | |", "cell a | cell b | cell c \\| d" },
	{ "a\n\nb\n\n```\nc\n```\n\nd", "paragraph a | paragraph b | paragraph d" },
	{ ":::note[a]\nb\n:::", "span a | paragraph b" },
	{ "[a][id] [id]", "paragraph [a](https://example.org/ \"t\") [id](https://example.org/ \"t\")" },
	{ "[a][other]", "paragraph \\[a\\]\\[other\\]" },
	{ "a[^n] and b[^m]", "paragraph a[^n] and b[^m]" },
	{ "a[^", "paragraph a\\[^" },
	{ "a[^]", "paragraph a\\[^\\]" },
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena a = ARENA_INIT;
		struct buf b = BUF_INIT;
		struct unfolding u =
		    unfolding_of(&a, str_of(rows[i].message), STR("[id]: https://example.org/ 't'\n[id]: second\n"));

		for (size_t k = 0; k < u.n; k++)
			buf_fmt(&b, "%s%s %.*s", k > 0 ? " | " : "", node_kind_name(u.v[k].kind), STR_ARG(u.v[k].text));
		if (!str_is(buf_view(&b), rows[i].want))
			fail_msg("`%s`: \"%.*s\", wanted \"%s\"", rows[i].message, STR_ARG(buf_view(&b)), rows[i].want);
		assert_true(unfolding_alike(&u, &u) == (u.n > 0));
		buf_free(&b);
		arena_free(&a);
	}
}

static void
test_alike(void **state)
{
	struct arena a = ARENA_INIT;
	struct unfolding one = unfolding_of(&a, STR("a"), STR_EMPTY),
			 two = unfolding_of(&a, STR("- a\n- b"), STR_EMPTY);
	struct unfolding head = unfolding_of(&a, STR("# a"), STR_EMPTY), none = unfolding_of(&a, STR_EMPTY, STR_EMPTY);

	(void)state;
	assert_false(unfolding_alike(&one, &two));
	assert_false(unfolding_alike(&two, &one));
	assert_false(unfolding_alike(&one, &head));
	assert_false(unfolding_alike(&one, &none));
	assert_false(unfolding_alike(&none, &none));
	arena_free(&a);
}

static void
test_definitions(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	unfolding_definitions(&b, STR("a\n  [b]: c\n[d]:e \"f\"\n[^g]: note\n[h] : no\n[i](j): no\n[k"));
	is_text(buf_view(&b), "[b]: c\n[d]:e \"f\"\n");
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_alike),
		cmocka_unit_test(test_definitions),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
