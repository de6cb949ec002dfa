/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/rereading.h"

#include "inlined.h"

/* What translators may send back: one paragraph, or told what it became. */
static const struct {
	const char *text, *became; /* NULL: a paragraph */
} rows[] = {
	{ "a", NULL },
	{ "a_b c.", NULL },
	{ "1987. gads", "a list" },
	{ "1987\\. gads", NULL },
	{ "- a", "a list" },
	{ "* a", "a list" },
	{ "+ a", "a list" },
	{ "-a", NULL },
	{ "# a", "a heading" },
	{ "#a", NULL },
	{ "> a", "a quote" },
	{ "a\n\nb", "several blocks" },
	{ "a\n===", "a heading" },
	{ "a\n---", "a heading" },
	{ "***", "a rule" },
	{ "    a", "a block of code" },
	{ "```\na\n```", "a block of code" },
	{ "```", "a block of code" },
	{ "~~~\na", "a block of code" },
	{ "<div>\na\n</div>", "raw HTML" },
	{ "<!-- a", "raw HTML" },
	{ "| a |\n|---|", "a table" },
	{ ":::note\na\n:::", "a directive" },
	{ ":::", "nothing" },
	{ "::contact{role=x}", "a directive" },
	{ "[a]: b", "nothing" },
	{ "[^n]: b", "nothing" },
	{ "a {.b}", "a block with attributes" },
	{ "", "nothing" },
	{ " ", "nothing" },
	{ "\n", "nothing" },
	{ "\xc2\xa0", "nothing" },
	{ "\xc2\xa0\xe2\x80\x8b", "nothing" },
	{ "![](a.png)", NULL },
	{ "a\\\nb", NULL },
	{ "a\nb", NULL },
	{ "\\", NULL },
	{ "a\r\nb", NULL },
	{ "[a](", NULL },
	{ "**a", NULL },
	{ "`a", NULL },
	{ "www.example.com", NULL },
};

static bool
is_paragraph(const struct rereading *r)
{
	return r->node && r->node->kind == NODE_PARAGRAPH && r->node->at.line == r->line;
}

static void
test_one(void **state)
{
	struct source src = { STR("a.po"), STR_EMPTY };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena a = ARENA_INIT;
		struct diags d = DIAGS_INIT;
		struct rereading r = { .text = str_of(rows[i].text), .line = 7 };

		rereading_all(&a, &src, &r, 1, NULL, 0, &d);
		if (rows[i].became ? r.node != NULL || !str_is(r.became, rows[i].became) : !is_paragraph(&r))
			fail_msg("`%s` became %s%.*s", rows[i].text, r.node ? "a paragraph" : "", STR_ARG(r.became));
		for (size_t k = 0; k < d.all.n; k++)
			assert_int_equal(d.all.v[k].at.line, 7);
		diags_free(&d);
		arena_free(&a);
	}
}

/* Whatever stands beside it, a message is read as it is by itself. */
static void
test_together(void **state)
{
	enum { ROWS = sizeof rows / sizeof *rows };
	struct source src = { STR("a.po"), STR_EMPTY };
	struct str note = STR("n");

	(void)state;
	for (size_t i = 0; i < ROWS; i++) {
		for (size_t k = 0; k < ROWS; k++) {
			struct arena a = ARENA_INIT;
			struct diags d = DIAGS_INIT;
			struct rereading all[] = { { .text = STR("[x][a] _b_"), .line = 1 },
				{ .text = str_of(rows[i].text), .line = 2 },
				{ .text = str_of(rows[k].text), .line = 3 }, { .text = STR("`c` [^n]"), .line = 4 } };

			rereading_all(&a, &src, all, 4, &note, 1, &d);
			assert_true(is_paragraph(&all[0]) && is_paragraph(&all[3]));
			is_text(inlined(&a, all[0].node), "text\"[x][a] \" emph(text\"b\" ) ");
			is_text(inlined(&a, all[3].node), "codespan\"c\"() text\" \" noteref\"n\"() ");
			if (is_paragraph(&all[1]) != (rows[i].became == NULL) ||
			    is_paragraph(&all[2]) != (rows[k].became == NULL))
				fail_msg("`%s` beside `%s`", rows[i].text, rows[k].text);
			diags_free(&d);
			arena_free(&a);
		}
	}
}

/* Of many messages with a note each, one that is none: the others are read with their own notes, in whatever case. */
static void
test_notes(void **state)
{
	enum { MANY = 500 };
	struct source src = { STR("a.po"), STR_EMPTY };
	struct arena a = ARENA_INIT;
	struct diags d = DIAGS_INIT;
	struct rereading *all = ARENA_ARRAY(&a, struct rereading, MANY + 1);
	struct str *notes = ARENA_ARRAY(&a, struct str, MANY);

	(void)state;
	for (uint32_t i = 0; i < MANY; i++) {
		notes[i] = arena_fmt(&a, i % 2 ? "n%u" : "\xc3\xa5%u", i);
		all[i].text = arena_fmt(&a, i % 2 ? "a[^N%u]" : "a[^\xc3\x85%u]", i);
		all[i].line = i + 1;
	}
	all[MANY] = (struct rereading){ .text = STR("1. a"), .line = MANY + 1 };
	rereading_all(&a, &src, all, MANY + 1, notes, MANY, &d);
	assert_null(all[MANY].node);
	for (size_t i = 0; i < MANY; i++) {
		assert_true(is_paragraph(&all[i]));
		assert_int_equal(all[i].node->last->kind, NODE_NOTEREF);
	}
	told_nothing(&d);
	diags_free(&d);
	arena_free(&a);
}

/* Notes that a message does not mention cost nothing. */
static void
test_many_notes(void **state)
{
	enum { MANY = 500 };
	struct source src = { STR("a.po"), STR_EMPTY };
	struct arena a = ARENA_INIT;
	struct diags d = DIAGS_INIT;
	struct rereading *all = ARENA_ARRAY(&a, struct rereading, MANY + 1);
	struct str *notes = ARENA_ARRAY(&a, struct str, MANY);

	(void)state;
	for (uint32_t i = 0; i < MANY; i++) {
		notes[i] = arena_fmt(&a, "n%u.", i);
		all[i].text = arena_fmt(&a, "a[^n%u.]", i);
	}
	all[MANY].text = STR("1. a");
	rereading_all(&a, &src, all, MANY + 1, notes, MANY, &d);
	if (a.used > 16 << 20)
		fail_msg("%zu bytes", a.used);
	diags_free(&d);
	arena_free(&a);
}

/* A message of a megabyte, and one as deep as its bytes allow. */
static void
test_large(void **state)
{
	static const char *const bits[] = { "a ", "*a", "[", "![", "a_", "<", "`", "{", "[^n]", ":b[", "> ", "\\",
		"&" };

	(void)state;
	for (size_t i = 0; i < sizeof bits / sizeof *bits; i++) {
		struct source src = { STR("a.po"), STR_EMPTY };
		struct arena a = ARENA_INIT;
		struct diags d = DIAGS_INIT;
		struct buf b = BUF_INIT;
		struct rereading all[2] = { { .text = STR("_a_"), .line = 1 } };

		while (b.n < 1 << 20)
			buf_cstr(&b, bits[i]);
		all[1] = (struct rereading){ .text = buf_view(&b), .line = 2 };
		rereading_all(&a, &src, all, 2, NULL, 0, &d);
		assert_true(is_paragraph(&all[0]));
		assert_true(is_paragraph(&all[1]) || all[1].became.n > 0);
		buf_free(&b);
		diags_free(&d);
		arena_free(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one),
		cmocka_unit_test(test_together),
		cmocka_unit_test(test_notes),
		cmocka_unit_test(test_many_notes),
		cmocka_unit_test(test_large),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
