/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/merging.h"

#include "translated.h"

#define M(id, str) "msgid \"" id "\"\nmsgstr \"" str "\"\n\n"
#define T(id) M(id, "")

/* A template, the catalogue before, and after: without the header; entries as translated.h writes them. */
static const struct {
	const char *name, *pot, *old, *want;
	struct merging m;
} rows[] = {
	{ "new", T("a"), NULL, "`a` = ``\n", { 0, 0, 1, 0 } },
	{ "the same", T("a"), "# look\n" M("a", "x"), "`a` = `x` # look\n\n", { 1, 0, 0, 0 } },
	{ "in the template's order", T("b") T("a"), M("a", "x") M("b", "y"), "`b` = `y`\n`a` = `x`\n", { 2, 0, 0, 0 } },
	{ "changed", T("You must confront the employer"), M("You must not confront the employer", "x"),
	    "fuzzy `You must confront the employer` = `x` was () `You must not confront the employer`\n",
	    { 0, 1, 0, 0 } },
	{ "changed twice: what it was made from stays", T("You must always confront the employer"),
	    "#, fuzzy\n#| msgid \"You must not confront the employer\"\n" M("You must confront the employer", "x"),
	    "fuzzy `You must always confront the employer` = `x` was () `You must not confront the employer`\n",
	    { 0, 1, 0, 0 } },
	{ "changed back", T("You must not confront the employer"),
	    "#, fuzzy\n#| msgid \"You must not confront the employer\"\n" M("You must confront the employer", "x"),
	    "`You must not confront the employer` = `x`\n", { 1, 0, 0, 0 } },
	{ "gone", T("a"), M("something else altogether here", "x"),
	    "`a` = ``\nobsolete `something else altogether here` = `x`\n", { 0, 0, 1, 1 } },
	{ "gone without translation", T("a"), M("b", ""), "`a` = ``\n", { 0, 0, 1, 0 } },
	{ "back", T("a"), "#~ msgid \"a\"\n#~ msgstr \"x\"\n", "`a` = `x`\n", { 1, 0, 0, 0 } },
	{ "it got the role as context", "msgctxt \"heading\"\n" T("a"), M("a", "x"), "(heading) `a` = `x`\n",
	    { 1, 0, 0, 0 } },
	{ "it lost the role", T("a"), "msgctxt \"heading\"\n" M("a", "x"), "`a` = `x`\n", { 1, 0, 0, 0 } },
	{ "it got the author's context", "msgctxt \"verb\"\n" T("a"), M("a", "x"),
	    "fuzzy (verb) `a` = `x` was () `a`\n", { 0, 1, 0, 0 } },
	{ "one word in two roles", "msgctxt \"heading\"\n" T("a") "msgctxt \"cell\"\n" T("a"), M("a", "x"),
	    "(heading) `a` = `x`\n(cell) `a` = `x`\n", { 2, 0, 0, 0 } },
	{ "a machine's word stays so", "#. type: p\n" T("a"), "#. mt: engine\n#. old\n#, fuzzy\n" M("a", "x"),
	    "fuzzy `a` = `x` #. type: p\nmt: engine\n\n", { 0, 1, 0, 0 } },
	{ "plural forms are never guessed from", T("one more of them"),
	    "msgid \"one of them\"\nmsgid_plural \"many\"\nmsgstr[0] \"x\"\nmsgstr[1] \"y\"\n",
	    "`one more of them` = ``\nobsolete `one of them` / `many` = `x` [0] `x` [1] `y`\n", { 0, 0, 1, 1 } },
	{ "one translation, two that were made of it", T("alpha beta gamma delta one") T("alpha beta gamma delta two"),
	    M("alpha beta gamma delta", "x"),
	    "fuzzy `alpha beta gamma delta one` = `x` was () `alpha beta gamma delta`\n`alpha beta gamma delta two` = ``\n",
	    { 0, 1, 1, 0 } },
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct folder f;
		struct diags d = DIAGS_INIT;
		struct po *pot, *old, *now, *again;
		struct merging m, m2;

		folder_open(&f);
		pot = catalogue(&f, "a.pot", rows[i].pot, &d);
		old = rows[i].old ? catalogue(&f, "a.po", rows[i].old, &d) : NULL;
		told_nothing(&d);
		now = merging_merge(&f.a, pot, old, &m);
		if (!str_is(catalogue_entries(&f.a, now), rows[i].want))
			fail_msg("%s\n%.*s", rows[i].name, STR_ARG(catalogue_entries(&f.a, now)));
		if (m.kept != rows[i].m.kept || m.fuzzy != rows[i].m.fuzzy || m.missing != rows[i].m.missing ||
		    m.gone != rows[i].m.gone)
			fail_msg("%s: %zu %zu %zu %zu", rows[i].name, m.kept, m.fuzzy, m.missing, m.gone);
		again = merging_merge(&f.a, pot, now, &m2);
		is_text(catalogue_entries(&f.a, again), rows[i].want); /* a second time changes nothing */
		po_free(pot);
		po_free(old);
		po_free(now);
		po_free(again);
		diags_free(&d);
		folder_close(&f);
	}
}

/* Whatever is merged with whatever, no translation is lost. */
static void
test_nothing_lost(void **state)
{
	enum { ROWS = sizeof rows / sizeof *rows };

	(void)state;
	for (size_t i = 0; i < ROWS; i++) {
		for (size_t k = 0; k < ROWS; k++) {
			struct folder f;
			struct diags d = DIAGS_INIT;
			struct po *pot, *old, *now;
			struct merging m;

			if (rows[k].old == NULL)
				continue;
			folder_open(&f);
			pot = catalogue(&f, "a.pot", rows[i].pot, &d);
			old = catalogue(&f, "a.po", rows[k].old, &d);
			now = merging_merge(&f.a, pot, old, &m);
			for (size_t e = 0; e < old->nentries; e++) {
				bool found = old->entries[e].text.n == 0;

				for (size_t n = 0; n < now->nentries; n++)
					found = found || str_eq(now->entries[n].text, old->entries[e].text);
				assert_true(found);
			}
			po_free(pot);
			po_free(old);
			po_free(now);
			diags_free(&d);
			folder_close(&f);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows), cmocka_unit_test(test_nothing_lost) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
