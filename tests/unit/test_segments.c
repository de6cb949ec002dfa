/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/segments.h"

#include "sited.h"

/* One page of a site, and what a translator gets of it, a line each: "heading <block> (under) words". */
static const char *
listed(struct sited *s, const char *page)
{
	struct str all = STR_EMPTY;
	struct segments segs;
	struct body body = { 0 };
	struct text *t;

	sited_open(s);
	folder_put(&s->folder, "content/c/a.md", page);
	sited_outline(s);
	assert_int_equal(s->outline, 0);
	t = s->site.docs[0]->texts[0];
	assert_int_equal(document_body(&s->a, t, &body, &s->d), 0);
	segs = segments_of(&s->a, t, body.root, &body.src, &s->d);
	for (size_t i = 0; i < segs.n; i++) {
		const struct segment *g = &segs.v[i];

		all = arena_fmt(&s->a, "%.*s%s <%.*s>%s%.*s%s%s%s%s%s%.*s%s%.*s %.*s\n", STR_ARG(all),
		    segments_role(g->role), STR_ARG(g->block), g->kind.n > 0 ? " in " : "", STR_ARG(g->kind),
		    g->unit ? " unit" : "", g->typed ? " typed" : "", g->critical ? " critical" : "",
		    g->facilitator ? " facilitator" : "", g->context.n > 0 ? " ctx=" : "", STR_ARG(g->context),
		    g->note.n > 0 ? " note=" : "", STR_ARG(g->note), STR_ARG(g->text));
	}
	return all.p;
}

#define FRONT "---\ntitle: T\n---\n"

static const struct {
	const char *name, *page, *want;
} rows[] = {
	{ "settings that are words",
	    "---\ntitle: T\nsummary: \" S \"\nslug: x\ndraft: no\nobjectives: [O one, O two]\ncontent-note: { what: W, around: '#a' }\n---\n",
	    "title <settings> T\nsummary <settings> S\nobjective <settings> O one\nobjective <settings> O two\n"
	    "content-note <settings> W\ncontent-note <settings> #a\n" },
	{ "the blocks of a page",
	    FRONT "First.\n\n## Head *one* {#h}\n\nA\nb.\n\n- Item\n\n  More\n\n1. One\n\n> Quote\n\n## Two\n\nB\n",
	    "title <settings> T\nparagraph <beginning> First.\nheading <h> Head _one_\nparagraph <h> A b.\nitem <h> Item\nitem <h> More\n"
	    "item <h> One\nquote <h> Quote\nheading <two> Two\nparagraph <two> B\n" },
	{ "cells", FRONT "| A | B |\n|---|---|\n| c |   |\n| *d* | e \\| f |\n",
	    "title <settings> T\ncell <beginning> A\ncell <beginning> B\ncell <beginning> c\ncell <beginning> _d_\n"
	    "cell <beginning> e \\| f\n" },
	{ "what is no word", FRONT "```\ncode\n```\n\n<div>html</div>\n\n---\n\n::contact{role=a}\n",
	    "title <settings> T\n" },
	{ "a directive with its label", FRONT ":::note[Label *x*]{#n}\n## Inside\n\nWords.\n:::\n\nAfter.\n",
	    "title <settings> T\nlabel <n> in note Label _x_\nheading <n> in note Inside\nparagraph <n> in note Words.\n"
	    "paragraph <beginning> After.\n" },
	{ "a question is one unit",
	    FRONT ":::question{#q type=single}\nStem\n\n- [x] Right\n  > Yes.\n- [ ] Wrong\n:::\n",
	    "title <settings> T\nparagraph <q> in question unit Stem\noption <q> in question unit Right\n"
	    "feedback <q> in question unit Yes.\noption <q> in question unit Wrong\n" },
	{ "the parts of feedback, without their marks",
	    FRONT
	    ":::question{#q type=multiple}\nStem\n\n- [x] Right\n  > Yes.\n  > [ ] No, *look*\n  > twice.\n  > [?]\n  > Think.\n"
	    "  >\n  > Long.\n  >\n  > [x]{.lead} is no mark.\n- [ ] Wrong\n:::\n",
	    "title <settings> T\nparagraph <q> in question unit Stem\noption <q> in question unit Right\n"
	    "feedback <q> in question unit Yes.\nfeedback <q> in question unit No, _look_ twice.\n"
	    "feedback <q> in question unit Think.\nfeedback <q> in question unit Long.\n"
	    "feedback <q> in question unit [x]{.lead} is no mark.\noption <q> in question unit Wrong\n" },
	{ "numbers are none", FRONT ":::question{#q type=number}\nHow many?\n\n- 5\n- [?] A hint\n:::\n",
	    "title <settings> T\nparagraph <q> in question unit How many?\n" },
	{ "but feedback to them is words, and a list in front of them",
	    FRONT ":::question{#q type=number}\n* A list\n\nHow many?\n\n- 5\n- [6, 7] {score=1/2}\n  > Nearly.\n:::\n",
	    "title <settings> T\noption <q> in question unit A list\nparagraph <q> in question unit How many?\n"
	    "feedback <q> in question unit Nearly.\n" },
	{ "a list in a question whose answer stands in its head",
	    FRONT ":::question{#q type=number answer=5}\nHow many?\n\n- of these\n:::\n",
	    "title <settings> T\nparagraph <q> in question unit How many?\noption <q> in question unit of these\n" },
	{ "numbers for gaps are none",
	    FRONT
	    ":::question{#q type=gap}\nFor [[d]]{type=number} of [[e]] or [[f]].\n\n- [[d]]\n  > [?] Few.\n  - 5\n  - [6, 7]\n    > Nearly.\n"
	    "- [[e]] {type=number}\n  - 30\n- [[f]]\n  - word\n:::\n",
	    "title <settings> T\nparagraph <q> in question unit For [[d]]{type=number} of [[e]] or [[f]].\n"
	    "feedback <q> in question unit Few.\nfeedback <q> in question unit Nearly.\n"
	    "option <q> in question unit word\n" },
	{ "typed answers", FRONT ":::question{#q type=text}\nWho?\n\n- `Ann`\n:::\n",
	    "title <settings> T\nparagraph <q> in question unit Who?\noption <q> in question unit typed `Ann`\n" },
	{ "marks of a matrix are none",
	    FRONT ":::question{#q type=matrix}\nStem\n\n|   | A | B |\n|---|---|---|\n| r | x |   |\n:::\n",
	    "title <settings> T\nparagraph <q> in question unit Stem\ncell <q> in question unit A\ncell <q> in question unit B\n"
	    "cell <q> in question unit r\n" },
	{ "a context, of an item for all in it", FRONT "- Close {ctx=verb}\n\nClose {ctx=near}\n\nClose\n",
	    "title <settings> T\nitem <beginning> ctx=verb Close\nparagraph <beginning> ctx=near Close\nparagraph <beginning> Close\n" },
	{ "what must not go untranslated", FRONT ":::warning{.critical}\nDo not.\n:::\n\nDo. {.critical}\n",
	    "title <settings> T\nparagraph <beginning> in warning critical Do not.\nparagraph <beginning> critical Do.\n" },
	{ "the trainer's", FRONT ":::facilitator\nSay so.\n:::\n",
	    "title <settings> T\nparagraph <beginning> in facilitator facilitator Say so.\n" },
	{ "a note is of the block where its mark stands first",
	    FRONT "A[^n]\n\n## B\n\nb[^n][^m]\n\n## C\n\nc\n\n[^n]: Note\n\n[^m]: More\n",
	    "title <settings> T\nparagraph <beginning> A[^n]\nheading <b> B\nparagraph <b> b[^n][^m]\nheading <c> C\nparagraph <c> c\n"
	    "footnote <beginning> Note\nfootnote <b> More\n" },
	{ "notes at the end", FRONT "A[^n]\n\n[^n]: Note\n",
	    "title <settings> T\nparagraph <beginning> A[^n]\nfootnote <beginning> Note\n" },
	{ "comments to translators",
	    FRONT "<!-- i18n:comment: one -->\n\n<!-- mdbook-xgettext:comment: two -->\n\nA\n\nB\n",
	    "title <settings> T\nparagraph <beginning> note=one two A\nparagraph <beginning> B\n" },
	{ "skipped",
	    FRONT
	    "<!-- i18n:skip -->\n\nA\n\nB\n\n<!-- i18n:skip-start -->\n\nC\n\n## D\n\n<!-- i18n:skip-end -->\n\nE\n",
	    "title <settings> T\nparagraph <beginning> B\nparagraph <d> E\n" },
	{ "a code block uses up a skip", FRONT "<!-- i18n:skip -->\n\n```\na\n```\n\nB\n",
	    "title <settings> T\nparagraph <beginning> B\n" },
	{ "nothing to say", FRONT "&#32;\n\n- \n\n>\n\n| |\n|-|\n", "title <settings> T\n" },
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct sited s;
		const char *got = listed(&s, rows[i].page);

		if (strcmp(got, rows[i].want) != 0)
			fail_msg("%s\n-- is --\n%s-- should be --\n%s", rows[i].name, got, rows[i].want);
		sited_close(&s);
	}
}

/* A skip without an end would hide the rest of the page for good. */
static void
test_wrong_comments(void **state)
{
	static const struct {
		const char *page;
		uint32_t line;
		const char *detail;
	} wrong[] = {
		{ FRONT "A\n\n<!-- i18n:skip-start -->\n\nB\n", 6, "`i18n:skip-start` has no end" },
		{ FRONT "<!-- i18n:skpi -->\n\nB\n", 4, "`i18n:skpi`" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct sited s;

		listed(&s, wrong[i].page);
		assert_int_equal(s.d.all.n, 1);
		assert_int_equal(s.d.all.v[0].code, DIAG_I18N_COMMENT);
		assert_int_equal(s.d.all.v[0].at.line, wrong[i].line);
		detail_has(&s.d.all.v[0], wrong[i].detail);
		sited_close(&s);
	}
}

/* Messages have the same words however the lines of the source are broken, and however its lists are marked. */
static void
test_rewrapped(void **state)
{
	struct sited one, two;

	(void)state;
	assert_string_equal(listed(&one, FRONT "A b c\n\n* d\n* e\n"), listed(&two, FRONT "A\nb   c\n\n- d\n- e\n"));
	sited_close(&one);
	sited_close(&two);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_wrong_comments),
		cmocka_unit_test(test_rewrapped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
