/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/blocks.h"

#include "model/harvest.h"
#include "read/yaml.h"
#include "reads.h"

/* What blocks_check() tells of ${markdown}: "line name detail", a line each. */
static struct str
told(struct page *p, const char *markdown, enum page_type type, bool translated)
{
	struct str all = STR_EMPTY;
	struct source data = { STR("data.yaml"), STR("help: {name: H}\nother: {name: O}\n") };

	page_open(p, str_of(markdown));
	p->doc.type = type;
	p->site.sources = p->site.contacts = yaml_read(&p->arena, &data, data.bytes, 1, &p->diags);
	diags_free(&p->diags);
	p->diags = (struct diags)DIAGS_INIT;
	p->body.harvest = ARENA_NEW(&p->arena, struct harvest);
	blocks_check(&p->body, &p->site, translated, &p->diags);
	diags_sort(&p->diags);
	for (size_t i = 0; i < p->diags.all.n; i++) {
		const struct diag *g = &p->diags.all.v[i];

		all = arena_fmt(&p->arena, "%.*s%u %s %.*s\n", STR_ARG(all), g->at.line, diag_info(g->code)->name,
		    STR_ARG(g->detail));
	}
	return all;
}

static void
test_checks(void **state)
{
	static const struct {
		const char *markdown, *want;
	} rows[] = {
		{ ":::note[a]{lang=sv year=2015 source=help}\nb\n:::\n", "" },
		{ ":::note{contry=NO}\nb\n:::\n", "1 attribute-unknown `note` has no `contry`\n" },
		{ ":::unknown{anything=1}\nb\n:::\n", "" }, /* told when it was read */
		{ "a {source=hlep}\n", "1 source-unknown `hlep`\n" },
		{ "| a {source=x} |\n|---|\n", "1 source-unknown `x`\n" },
		{ "::contact{role=help}\n\n:contact{role=other} a\n", "" },
		{ "::contact\n", "1 contact-unknown `role=` is missing\n" },
		{ ":contact{role=nobody}\n", "1 contact-unknown `nobody`\n" },
		{ ":::note[:contact{role=nobody} ![](a.svg)]\nb\n:::\n",
		    "1 contact-unknown `nobody`\n1 image-alt `a.svg`\n" },
		{ ":::hint\na\n:::\n", "1 directive-place `hint` has its place in: question\n" },
		{ ":::question[A]{#q type=single}\n:::note\n:::hint\na\n:::\n:::\n:::\n", "" },
		{ ":::contact{role=help}\na\n:::\n", "1 directive-place `contact` has no body\n" },
		{ ":::contact{role=help}\n:::\n", "" },
		{ "::note\n", "1 directive-place `note` has a body\n" },
		{ ":::table[A]\nb\n:::\n", "1 directive-empty `table` needs a table\n" },
		{ ":::actions\nb\n:::\n", "1 directive-empty `actions` needs a list\n" },
		{ ":::grid\nb\n:::\n", "1 directive-empty `grid` needs headings\n" },
		{ ":::definition{#d}\nb\n:::\n", "1 directive-empty a definition needs its term\n" },
		{ ":::question[A]{#q type=single}\nb[^n]\n:::\n\n[^n]: c\n", "2 footnote-place in a question\n" },
		{ "![](a.svg)\n", "1 image-alt `a.svg`\n" },
		{ "![a](a.svg) ![](b.svg){.decorative} ![](c.svg){alt=c}\n", "" },
		{ "a <kbd>b</kbd>\n\n<div>\n\n<!-- c -->\n", "1 html-left-out its text stays, the markup goes\n" },
		{ "<!-- a -->\n\nb <!-- c -->\n", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct page p;
		struct str got = told(&p, rows[i].markdown, PAGE_LESSON, false);

		if (!str_is(got, rows[i].want))
			fail_msg("%s-- told:\n%.*s-- wanted:\n%s", rows[i].markdown, STR_ARG(got), rows[i].want);
		page_close(&p);
	}
}

static void
test_attributes_of_a_question(void **state)
{
	struct page p;
	struct str note;

	(void)state;
	told(&p, ":::question[A?]{#q type=single foo=1}\n- [x] a\n:::\n", PAGE_LESSON, false);
	assert_int_equal(p.diags.all.n, 1);
	assert_int_equal(p.diags.all.v[0].nnotes, 1);
	note = p.diags.all.v[0].notes[0];
	assert_true(str_starts(note, "it has: type points "));
	assert_true(memmem(note.p, note.n, " answer none max ", 17) != NULL);
	assert_true(memmem(note.p, note.n, " sigfigs ", 9) != NULL);
	page_close(&p);
}

static void
test_band_on_a_quiz_page(void **state)
{
	struct page p;

	(void)state;
	assert_string_equal(told(&p, ":::band{from=50%}\na\n:::\n", PAGE_QUIZ, false).p, "");
	page_close(&p);
	assert_int_equal(told(&p, ":::band{from=50%}\na\n:::\n", PAGE_LESSON, false).n > 0, true);
	page_close(&p);
}

/* Blocks of a translation have the attributes of the source, where they were checked; what stands in a sentence is its own. */
static void
test_translated(void **state)
{
	struct page p;

	(void)state;
	assert_string_equal(told(&p, ":::note{wrong=1 source=x}\nb\n:::\n", PAGE_LESSON, true).p, "");
	page_close(&p);
	assert_string_equal(told(&p, "[a]{source=x} :contact{role=y}\n", PAGE_LESSON, true).p,
	    "1 source-unknown `x`\n1 contact-unknown `y`\n");
	page_close(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_checks),
		cmocka_unit_test(test_attributes_of_a_question),
		cmocka_unit_test(test_band_on_a_quiz_page),
		cmocka_unit_test(test_translated),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
