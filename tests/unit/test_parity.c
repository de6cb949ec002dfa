/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/parity.h"

#include "inlined.h"

static const struct {
	const char *source, *translation, *lost, *added;
	bool emphasis;
} rows[] = {
	{ "a", "b", "", "", true },
	{ "a _b_ **c**", "**x** _y_ z", "", "", true },
	{ "a _b_", "a b", "", "", false },
	{ "a", "a _b_", "", "", false },
	{ "[a](b.md)", "[x](b.md)", "", "", true },
	{ "[a](b.md)", "x", "the link to `b.md`", "", true },
	{ "[a](b.md)", "[a](c.md)", "the link to `b.md`", "the link to `c.md`", true },
	{ "[a](b.md) [c](d.md)", "[c](d.md) [a](b.md)", "", "", true },
	{ "[a](b.md)", "[a](b.md) [a](b.md)", "", "the link to `b.md`", true },
	{ "[a](b.md) [a](b.md)", "[a](b.md)", "the link to `b.md`", "", true },
	{ "![a](map.svg)", "![b](map.svg)", "", "", true },
	{ "![a](map.svg)", "![b](map.lv.svg)", "", "", true },
	{ "![a](map.svg)", "![b](map.nb.svg)", "the image `map.svg`", "the image `map.nb.svg`", true },
	{ "`a`", "`a`", "", "", true },
	{ "`a`", "`b`", "the code `a`", "the code `b`", true },
	{ "a<br>b", "ab", "the HTML `<br>`", "", true },
	{ "a", "a<script>", "", "the HTML `<script>`", true },
	{ "a[^n]", "a", "the footnote `[^n]`", "", true },
	{ "a", "a[^n]", "", "the footnote `[^n]`", true },
	{ ":contact[a]{role=x}", ":contact[b]{role=x}", "", "", true },
	{ ":contact[a]{role=x}", ":contact[b]{role=y}", "the attributes `{role=x}`", "the attributes `{role=y}`",
	    true },
	{ "[a]{.b}", "[c]{.b}", "", "", true },
	{ "[a]{.b}", "[c]{.d}", "the attributes `{.b}`", "the attributes `{.d}`", true },
	{ "[a]{.b lang=en}", "[c]{.b lang=lv}", "", "", true },
	{ "[a](b.md){title=x}", "[a](b.md){title=y}", "", "", true },
	{ "[[a]] b", "b [[x|y]]", "", "", true },
	{ "[[a]] b", "b", "a gap `[[…]]`", "", true },
	{ "{name} a", "a {name}", "", "", true },
	{ "{name} a", "a {nmae}", "the placeholder `{name}`", "the placeholder `{nmae}`", true },
	{ "%{n} a", "a", "the placeholder `{n}`", "", true },
	{ "a", "a {b}", "", "the placeholder `{b}`", true },
	{ "a {b c} {}", "a", "", "", true },
	{ "_[a](b.md)_", "[a](b.md)", "", "", false },
};

static void
test_rows(void **state)
{
	struct str note = STR("n");

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena a = ARENA_INIT;
		struct diags d = DIAGS_INIT;
		struct parity p = parity_check(&a, inlined_read(&a, str_of(rows[i].source), &note, 1, &d),
		    inlined_read(&a, str_of(rows[i].translation), &note, 1, &d), STR("lv"), false);

		if (!str_is(p.lost, rows[i].lost) || !str_is(p.added, rows[i].added) ||
		    p.emphasis != rows[i].emphasis || p.equal != (p.lost.n == 0 && p.added.n == 0))
			fail_msg("`%s` / `%s`: lost \"%.*s\", added \"%.*s\", emphasis %d", rows[i].source,
			    rows[i].translation, STR_ARG(p.lost), STR_ARG(p.added), p.emphasis);
		diags_free(&d);
		arena_free(&a);
	}
}

/* What learners type is each language's own. */
static void
test_typed(void **state)
{
	struct arena a = ARENA_INIT;
	struct diags d = DIAGS_INIT;

	(void)state;
	assert_true(parity_check(&a, inlined_read(&a, STR("`police`"), NULL, 0, &d),
	    inlined_read(&a, STR("`policija`"), NULL, 0, &d), STR("lv"), true)
			.equal);
	diags_free(&d);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows), cmocka_unit_test(test_typed) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
