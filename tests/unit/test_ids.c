/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/ids.h"

#include "model/harvest.h"
#include "reads.h"

/* The ids of the page with what they are, sorted: "a:heading b:plain". */
static struct str
anchors(struct page *p)
{
	static const char *const kinds[] = { [ANCHOR_PLAIN] = "plain",
		[ANCHOR_HEADING] = "heading",
		[ANCHOR_DEFINITION] = "definition",
		[ANCHOR_COURSE] = "course" };
	const struct harvest *h = p->body.harvest;
	struct str all = STR_EMPTY;

	for (size_t i = 0; i < h->nanchors; i++)
		all = arena_fmt(&p->arena, "%.*s%s%.*s:%s", STR_ARG(all), i ? " " : "", STR_ARG(h->anchors[i].id),
		    kinds[h->anchors[i].kind]);
	return all;
}

static void
test_anchors(void **state)
{
	static const struct {
		const char *markdown, *want;
		size_t told;
	} rows[] = {
		{ "## \303\206re & co {#x}\n\n## Bl\303\245 *b\303\246r*\n\n## ?\n",
		    "bla-baer:heading section:heading x:heading", 0 },
		{ "# a\n\n# a\n\n# a\n\n# b {#a-2}\n", "a:heading a-2:heading a-3:heading a-4:heading", 0 },
		{ "p {#p}\n\n- i {#i}\n\n[s]{#s} ![x](y){#img}\n", "i:plain img:plain p:plain s:plain", 0 },
		{ ":::definition[A]{#d}\nx {#x}\n:::\n", "d:definition x:plain", 0 },
		{ ":::case[A]{#c}\n## h\n\n## h2 {#h2}\n:::\n", "c:plain h2:heading", 0 },
		{ ":::question[A?]{#q type=single}\n- [x] a {#a}\n- [ ] b {#b}\n:::\n\n# a\n", "a:heading q:course",
		    0 },
		{ "> # quoted\n\n# own\n", "own:heading", 0 },
		{ ":::definition[A]\nx\n:::\n", "", 1 }, /* id-missing */
		{ "# a {#x}\n\nb {#x}\n\nc {#x}\n", "x:heading", 2 },
		{ ":::question[A?]{#q type=single}\n- [x] a {#a}\n- [ ] b {#a}\n:::\n", "q:course", 1 },
		/* not closed: what follows is the page's, and only the fence is told */
		{ ":::question[A?]{#q type=single}\n- [x] a {#a}\n- [ ] b {#b}\n\n:::question[B?]{#r type=single}\n- [x] a {#a}\n- [ ] b {#b}\n"
		  ":::\n\nText.\n\n> Quote.\n\n# h\n",
		    "h:heading q:course r:course", 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct page p;

		page_open(&p, str_of(rows[i].markdown));
		page_assemble(&p);
		if (!str_is(anchors(&p), rows[i].want) || p.diags.all.n != rows[i].told)
			fail_msg("%s-- has \"%.*s\", told %zu", rows[i].markdown, STR_ARG(anchors(&p)), p.diags.all.n);
		page_close(&p);
	}
}

static void
test_duplicate(void **state)
{
	struct page p;

	(void)state;
	page_open(&p, STR("# a {#x}\n\nb {#x}\n"));
	page_assemble(&p);
	assert_int_equal(p.diags.all.n, 1);
	assert_int_equal(p.diags.all.v[0].code, DIAG_ID_DUPLICATE);
	assert_int_equal(p.diags.all.v[0].at.line, 3);
	assert_int_equal(p.diags.all.v[0].at.col, 3);
	assert_true(p.diags.all.v[0].nnotes == 1 && str_ends(p.diags.all.v[0].notes[0], "line 1"));
	page_close(&p);
}

/* A heading of a translation has the slug of its source. */
static void
test_translated(void **state)
{
	struct page source, p;

	(void)state;
	page_open(&source, STR("# One\n\n## Two {#2}\n\n## Three\n"));
	page_assemble(&source);
	page_open(&p, STR("# En\n\n## To {#2}\n\n## Tre\n"));
	body_assemble(&p.arena, &p.body, &source.body, &p.site, &p.keep, &p.diags);
	assert_string_equal(anchors(&p).p, "2:heading one:heading three:heading");
	page_close(&p);
	page_open(&p, STR("# En\n\n## To {#2}\n")); /* not as many: its own */
	body_assemble(&p.arena, &p.body, &source.body, &p.site, &p.keep, &p.diags);
	assert_string_equal(anchors(&p).p, "2:heading en:heading");
	page_close(&p);
	page_close(&source);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_anchors),
		cmocka_unit_test(test_duplicate),
		cmocka_unit_test(test_translated),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
