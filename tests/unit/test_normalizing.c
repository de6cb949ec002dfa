/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/normalizing.h"

#include "translated.h"

#define M(id, str) "msgid \"" id "\"\nmsgstr \"" str "\"\n\n"
#define T(id) M(id, "")

/* A template, the catalogue before, and after: without the header; entries as translated.h writes them. */
static const struct {
	const char *name, *pot, *old, *want;
	struct normalizing n;
} rows[] = {
	{ "an empty catalogue", T("a"), "", "", { 0, 0, 0, 0 } },
	{ "an empty template", "", M("a", "x"), "`a` = `x`\n", { 0, 0, 0, 1 } },
	{ "the same", T("a"), "#, fuzzy\n" M("a", "*x*"), "fuzzy `a` = `*x*`\n", { 0, 0, 0, 0 } },
	{ "without translation", T("_a_"), T("*a*"), "`*a*` = ``\n", { 0, 0, 0, 0 } },
	{ "other marks", T("_a_"), "# me\n#, fuzzy\n" M("*a*", "*x*"), "fuzzy `_a_` = `_x_` # me\n\n", { 1, 0, 0, 0 } },
	{ "the author's context", "msgctxt \"c\"\n" T("_a_"), "msgctxt \"c\"\n" M("*a*", "x"), "(c) `_a_` = `x`\n",
	    { 1, 0, 0, 0 } },
	{ "a heading", T("a"), M("## a", "## x"), "`a` = `x`\n", { 1, 0, 0, 0 } },
	{ "a reference", T("[a](b)"), M("[a][r]", "[x][r]"), "`[a](b)` = `[x](b)`\n", { 1, 0, 0, 0 } },
	{ "split", T("a") T("b"), M("- a\\n- b", "- x\\n- y"), "`a` = `x`\n`b` = `y`\n", { 0, 1, 0, 0 } },
	{ "split, half of it known", T("a"), M("- a\\n- b", "- x\\n- y"), "`a` = `x`\n`b` = `y`\n", { 0, 1, 0, 0 } },
	{ "as many parts, of other kinds", T("a") T("b"), M("# a\\n\\nb", "- x\\n- y"), "`# a\n\nb` = `- x\n- y`\n",
	    { 0, 0, 0, 1 } },
	{ "fewer parts", T("a") T("b"), M("- a\\n- b", "x"), "`- a\n- b` = `x`\n", { 0, 0, 0, 1 } },
	{ "joined", T("a b c"), M("a", "x") "#, fuzzy\n" M("b", "y") M("c", "z"), "fuzzy `a b c` = `x y z`\n",
	    { 0, 0, 3, 0 } },
	{ "joined across a hard break", T("a\\\\\\nb"), M("a", "x") M("b", "y"), "`a\\\nb` = `x\\\ny`\n",
	    { 0, 0, 2, 0 } },
	{ "joined, and one of them stays", T("a b") T("b"), M("a", "x") M("b", "y"), "`a b` = `x y`\n`b` = `y`\n",
	    { 0, 0, 2, 0 } },
	{ "not joined where one is missing", T("a b c"), M("a", "x") M("c", "z"), "`a` = `x`\n`c` = `z`\n",
	    { 0, 0, 0, 2 } },
	{ "not joined where one has no translation", T("a b"), M("a", "x") T("b"), "`a` = `x`\n`b` = ``\n",
	    { 0, 0, 0, 1 } },
	{ "not joined where the whole is there", T("a b"), M("a", "x") M("b", "y") M("*a* b", "v") M("a b", "w"),
	    "`a` = `x`\n`b` = `y`\n`*a* b` = `v`\n`a b` = `w`\n", { 0, 0, 0, 3 } },
	{ "what is right goes first", T("_a_"), M("*a*", "x") M("_a_", "y"), "`*a*` = `x`\n`_a_` = `y`\n",
	    { 0, 0, 0, 1 } },
	{ "what is right and untranslated is filled", T("_a_"), T("_a_") M("*a*", "x"), "`_a_` = `x`\n",
	    { 1, 0, 0, 0 } },
	{ "two that become the same", T("_a_"), M("*a*", "x") M("*a*\\n", "x\\n"), "`_a_` = `x`\n", { 2, 0, 0, 0 } },
	{ "two that become the same and differ", T("_a_"), M("*a*", "x") M("*a*\\n", "y\\n"),
	    "`_a_` = `x`\n`*a*\n` = `y\n`\n", { 1, 0, 0, 1 } },
	{ "a part that something else is", T("a"), M("- a\\n- b", "- x\\n- y") M("b", "z"),
	    "`a` = `x`\n`- a\n- b` = `- x\n- y`\n`b` = `z`\n", { 0, 0, 0, 2 } },
	{ "plural forms stay", T("_a_"), "msgid \"*a*\"\nmsgid_plural \"*b*\"\nmsgstr[0] \"x\"\n",
	    "`*a*` / `*b*` = `x` [0] `x`\n", { 0, 0, 0, 1 } },
	{ "obsolete ones stay", T("_a_"), "#~ msgid \"*a*\"\n#~ msgstr \"x\"\n", "obsolete `*a*` = `x`\n",
	    { 0, 0, 0, 0 } },
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct folder f;
		struct diags d = DIAGS_INIT;
		struct normalizing n, again;
		struct po *pot, *old, *once, *twice;
		struct str said;

		folder_open(&f);
		pot = catalogue(&f, "a.pot", arena_fmt(&f.a, PO_HEAD "%s", rows[i].pot).p, &d);
		old = catalogue(&f, "a.po", arena_fmt(&f.a, PO_HEAD "%s", rows[i].old).p, &d);
		assert_int_equal(d.all.n, 0);
		once = normalizing_of(&f.a, pot, old, STR("[r]: b\n"), &n, &d);
		said = catalogue_entries(&f.a, once);
		if (!str_is(said, rows[i].want) || n.renewed != rows[i].n.renewed || n.split != rows[i].n.split ||
		    n.joined != rows[i].n.joined || n.left != rows[i].n.left || d.all.n != n.left)
			fail_msg("%s: %zu renewed, %zu split, %zu joined, %zu left, %zu told\n%.*s", rows[i].name,
			    n.renewed, n.split, n.joined, n.left, d.all.n, STR_ARG(said));
		twice = normalizing_of(&f.a, pot, once, STR("[r]: b\n"), &again, &d);
		if (!str_eq(catalogue_entries(&f.a, twice), said) || again.renewed + again.split + again.joined > 0)
			fail_msg("%s, again:\n%.*s", rows[i].name, STR_ARG(catalogue_entries(&f.a, twice)));
		po_free(twice);
		po_free(once);
		po_free(old);
		po_free(pot);
		diags_free(&d);
		folder_close(&f);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
