/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/body.h"

#include "model/harvest.h"
#include "model/linkuse.h"
#include "reads.h"

static struct str
outline(struct page *p)
{
	struct str all = STR_EMPTY;

	for (size_t i = 0; i < p->body.noutline; i++)
		all = arena_fmt(&p->arena, "%.*s%s%d#%.*s", STR_ARG(all), i ? " " : "", p->body.outline[i].level,
		    STR_ARG(p->body.outline[i].anchor));
	return all;
}

static void
test_outline(void **state)
{
	static const struct {
		const char *markdown, *want;
		int shift;
	} rows[] = {
		{ "# Title\n\n## a\n\n### b\n\n#### c\n", "2#a 3#b", 0 }, /* says the title again */
		{ "# Other\n\n## a\n", "2#other 3#a", 1 },
		{ "### a\n\n#### b\n\n### c\n", "2#a 3#b 2#c", -1 },
		{ ":::case[A]\n## no\n:::\n\n:::only{language=en}\n## yes\n:::\n\n> ## no\n", "2#yes", 0 },
		{ "text\n", "", 2 - 6 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct page p;

		page_open(&p, str_of(rows[i].markdown));
		page_assemble(&p);
		if (!str_is(outline(&p), rows[i].want) || p.body.shift != rows[i].shift)
			fail_msg("%s-- \"%.*s\" %d", rows[i].markdown, STR_ARG(outline(&p)), p.body.shift);
		page_close(&p);
	}
}

static void
test_harvest(void **state)
{
	struct page p;
	const struct harvest *h;
	struct link_use links[4];
	struct pack_reader r;
	size_t n = 0;

	(void)state;
	page_open(&p, STR("[a](x.md) ![b](c.svg)\n\n:::definition[*Act*, [one](y.md)]{#d sort=zz}\nb [c](#d)\n:::\n"));
	page_assemble(&p);
	h = p.body.harvest;
	for (r = pack_reader(h->links); n < 4 && linkuse_take(&r, &links[n]);)
		n++;
	assert_int_equal(n, 4);
	assert_ptr_equal(r.p, r.end);
	assert_true(str_is(links[0].url, "x.md") && !links[0].image && links[0].at.line == 1);
	assert_true(str_is(links[1].url, "c.svg") && links[1].image);
	assert_true(str_is(links[2].url, "y.md") && links[2].at.line == 3);
	assert_false(p.body.needs_course);
	assert_int_equal(h->ndefinitions, 1);
	assert_true(str_is(h->definitions[0].id, "d") && str_is(h->definitions[0].sort, "zz"));
	assert_true(
	    h->definitions[0].body->kind == NODE_DIRECTIVE && h->definitions[0].label->first->kind == NODE_EMPH);
	arena_free(&p.arena); /* what is left does not live with the body */
	assert_true(str_is(h->definitions[0].body->first->first->as.text, "b "));
	page_close(&p);
	page_open(&p, STR("[a](#elsewhere)\n"));
	page_assemble(&p);
	assert_true(p.body.needs_course);
	page_close(&p);
}

/* What learners may not see leaves nothing behind. */
static void
test_audience(void **state)
{
	static const char text[] =
	    ":::facilitator\n# f {#f}\n\n[a](x.md)\n:::\n\n:::only{audience=facilitator}\nb {#b}\n:::\n\n"
	    ":::note\n:::facilitator\nc {#c}\n:::\nd {#d}\n:::\n";

	(void)state;
	for (int facilitator = 0; facilitator < 2; facilitator++) {
		struct page p;

		page_open(&p, STR(text));
		if (facilitator)
			p.config.audience = STR("facilitator");
		page_assemble(&p);
		assert_int_equal(p.body.harvest->nanchors, facilitator ? 4 : 1);
		assert_true((p.body.harvest->links.n > 0) == facilitator);
		page_close(&p);
	}
}

static void
test_questions(void **state)
{
	struct page p;

	(void)state;
	page_open(&p,
	    STR(":::question[A?]{#a type=single}\n- [x] b {#b}\n- [ ] c {#c}\n:::\n\n:::question[B?]{#d type=wrong}\n:::\n"));
	page_assemble(&p);
	assert_int_equal(p.body.nquestions, 1);
	assert_ptr_equal(p.body.root->first->as.directive.block, p.body.questions[0]);
	assert_int_equal(p.diags.all.n, 1);
	assert_non_null(p.body.quiz);
	page_close(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_outline),
		cmocka_unit_test(test_harvest),
		cmocka_unit_test(test_audience),
		cmocka_unit_test(test_questions),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
