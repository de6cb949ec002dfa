/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repair/places.h"

#include "repair/trial.h"
#include "told.h"

static struct arena a;

/* The first node of ${kind} in ${text} gets the id `i`, unless it has no place for one: "(none)". */
static void
gets(enum node_kind kind, const char *text, const char *want)
{
	struct trial t = trial_open(&a, STR("q.md"), str_of(text));
	struct edits edits = { 0 };
	struct edit edit;
	const struct node *n = t.root;

	while (n && (n->kind != kind || (kind == NODE_CELL && n->first == NULL)))
		n = node_next(n, t.root);
	assert_non_null(n);
	if (!places_id(&a, &t.places, n, STR("i"), &edit)) {
		is_text(STR("(none)"), want);
	} else {
		VEC_PUSH(&edits, edit);
		is_text(edits_apply(&a, t.src.bytes, &edits), want);
	}
	VEC_FREE(&edits);
	trial_close(&t);
}

static void
test_no_place(void **state)
{
	(void)state;
	gets(NODE_ITEM, "- # head\n", "(none)");
	gets(NODE_ITEM, "-\n- a\n", "(none)");
	gets(NODE_ITEM, "- a {#b}\n", "(none)");
	gets(NODE_ITEM, "- a {#b!}\n", "(none)");
	gets(NODE_DIRECTIVE, ":::question{#b\nx\n:::\n", "(none)");
	gets(NODE_DIRECTIVE, ":::tip My words\nx\n:::\n", "(none)");
	gets(NODE_DIRECTIVE, ":::question{type=“x”}\nx\n:::\n", "(none)");
}

static void
test_item(void **state)
{
	(void)state;
	gets(NODE_ITEM, "- a", "- a {#i}");
	gets(NODE_ITEM, "- a\r\n", "- a {#i}\r\n");
	gets(NODE_ITEM, "* a\t \n  b  \n\n  c\n", "* a\t \n  b {#i}  \n\n  c\n");
	gets(NODE_ITEM, "- a\nlazy\n> q\n", "- a\nlazy {#i}\n> q\n");
	gets(NODE_ITEM, "> 10. a\n>     > q\n", "> 10. a {#i}\n>     > q\n");
	gets(NODE_ITEM, "- [x] `{.fixed}` {.fixed}\n", "- [x] `{.fixed}` {#i .fixed}\n");
	gets(NODE_ITEM, "- a {score=1\n  .fixed}\n", "- a {#i score=1\n  .fixed}\n");
	gets(NODE_ITEM, "- a\\\n", "- a\\ {#i}\n");
}

static void
test_head(void **state)
{
	(void)state;
	gets(NODE_DIRECTIVE, ":::question\nx\n:::\n", ":::question{#i}\nx\n:::\n");
	gets(NODE_DIRECTIVE, "- ::: question [a ]\n  x\n  :::\n", "- ::: question [a ]{#i}\n  x\n  :::\n");
	gets(NODE_DIRECTIVE, ":::question {  type=single } :::\nx\n:::\n",
	    ":::question {#i   type=single } :::\nx\n:::\n");
	gets(NODE_DIRECTIVE, ":::question{}\nx\n:::\n", ":::question{#i}\nx\n:::\n");
	gets(NODE_DIRECTIVE, "::: {.question}\nx\n:::\n", "::: {#i .question}\nx\n:::\n");
	gets(NODE_DIRECTIVE, "::field[a \\] b]{type=text}\n", "::field[a \\] b]{#i type=text}\n");
	gets(NODE_DIRECTIVE, "\xef\xbb\xbf---\na: b\n---\n:::step\n:::\n",
	    "\xef\xbb\xbf---\na: b\n---\n:::step{#i}\n:::\n");
}

static void
test_cell(void **state)
{
	(void)state;
	gets(NODE_CELL, "| a | b |\n|---|---|\n", "| a {#i} | b |\n|---|---|\n");
	gets(NODE_CELL, "a|b\n-|-\n", "a {#i}|b\n-|-\n");
	gets(NODE_CELL, "|  | b {.x} |\n|---|---|\n", "|  | b {#i .x} |\n|---|---|\n");
	gets(NODE_CELL, "| a \\| b `\\|` | c\n|---|---|\n", "| a \\| b `\\|` {#i} | c\n|---|---|\n");
	gets(NODE_CELL, "> - | a | b |\n>   |---|---|\n", "> - | a {#i} | b |\n>   |---|---|\n");
	gets(NODE_CELL, "1) a | b\n   ---|---\n", "1) a {#i} | b\n   ---|---\n");
}

static void
test_lines(void **state)
{
	struct places s = places_of(&a, STR("a\r\n\nb"));

	(void)state;
	is_text(places_line(&s, 1), "a");
	is_text(places_line(&s, 2), "");
	is_text(places_line(&s, 3), "b");
	is_text(places_line(&s, 4), "");
	is_text(places_line(&s, 0), "");
	is_text(places_eol(&s), "\r\n");
	s = places_of(&a, STR_EMPTY);
	is_text(places_line(&s, 1), "");
	is_text(places_eol(&s), "\n");
	assert_int_equal(places_behind(STR("- a")), 2);
	assert_int_equal(places_behind(STR(" 10.  a")), 6);
	assert_int_equal(places_behind(STR("-      code")), 2);
	assert_int_equal(places_behind(STR("-a")), 0);
	assert_int_equal(places_behind(STR("a")), 0);
	assert_int_equal(places_behind(STR_EMPTY), 0);
}

static int
end(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_no_place),
		cmocka_unit_test(test_item),
		cmocka_unit_test(test_head),
		cmocka_unit_test(test_cell),
		cmocka_unit_test(test_lines),
	};

	return cmocka_run_group_tests(tests, NULL, end);
}
