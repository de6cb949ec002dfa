/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/marks.h"

#include "reads.h"

static const struct reads rows[] = {
	{ "marks",
	    "- [ ] a\n"
	    "- [x] b\n"
	    "- [X] c\n"
	    "- [х] d\n"
	    "- [Х] e\n"
	    "- [?] f\n"
	    "- [y] g\n"
	    "- [] h\n"
	    "- [x]i\n"
	    "- [x]\n"
	    "- [ ]  two blanks\n"
	    "- [x]\ttab\n",
	    "list tight @1:1\n"
	    "  item [ ] @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"a\"\n"
	    "  item [x] @2:1\n"
	    "    paragraph @2:3\n"
	    "      text \"b\"\n"
	    "  item [x] @3:1\n"
	    "    paragraph @3:3\n"
	    "      text \"c\"\n"
	    "  item [x] @4:1\n"
	    "    paragraph @4:3\n"
	    "      text \"d\"\n"
	    "  item [x] @5:1\n"
	    "    paragraph @5:3\n"
	    "      text \"e\"\n"
	    "  item [?] @6:1\n"
	    "    paragraph @6:3\n"
	    "      text \"f\"\n"
	    "  item @7:1\n"
	    "    paragraph @7:3\n"
	    "      text \"[y] g\"\n"
	    "  item @8:1\n"
	    "    paragraph @8:3\n"
	    "      text \"[] h\"\n"
	    "  item @9:1\n"
	    "    paragraph @9:3\n"
	    "      text \"[x]i\"\n"
	    "  item [x] @10:1\n"
	    "    paragraph @10:3\n"
	    "  item [ ] @11:1\n"
	    "    paragraph @11:3\n"
	    "      text \"two blanks\"\n"
	    "  item [x] @12:1\n"
	    "    paragraph @12:3\n"
	    "      text \"tab\"\n"
	    "! 4:3+5 mark-cyrillic: write `[x]` with a Latin x\n"
	    "! 5:3+5 mark-cyrillic: write `[x]` with a Latin x\n" },
	{ "marks in numbered lists", "1. [x] a\n2. [ ] b\n",
	    "list ordered tight @1:1\n"
	    "  item [x] @1:1\n"
	    "    paragraph @1:4\n"
	    "      text \"a\"\n"
	    "  item [ ] @2:1\n"
	    "    paragraph @2:4\n"
	    "      text \"b\"\n" },
	{ "the note that tasklist gets wrong", "- [ ] the mark [x]\n- the mark [x]\n- [x] the mark [ ]\n",
	    "list tight @1:1\n"
	    "  item [ ] @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"the mark [x]\"\n"
	    "  item @2:1\n"
	    "    paragraph @2:3\n"
	    "      text \"the mark [x]\"\n"
	    "  item [x] @3:1\n"
	    "    paragraph @3:3\n"
	    "      text \"the mark [ ]\"\n" },
	{ "marks in quotes", "> - [x] a\n> - [ ] b\n",
	    "quote @1:1\n"
	    "  list tight @1:3\n"
	    "    item [x] @1:3\n"
	    "      paragraph @1:5\n"
	    "        text \"a\"\n"
	    "    item [ ] @2:3\n"
	    "      paragraph @2:5\n"
	    "        text \"b\"\n" },
	{ "marks of feedback lines in a quote", "- [ ] a\n  > One.\n  >\n  > [ ] Right.\n  >\n  > [x] Wrong.\n",
	    "list tight @1:1\n"
	    "  item [ ] @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"a\"\n"
	    "    quote @2:3\n"
	    "      paragraph @2:5\n"
	    "        text \"One.\"\n"
	    "      paragraph @4:5\n"
	    "        text \"[ ] Right.\"\n"
	    "      paragraph @6:5\n"
	    "        text \"[x] Wrong.\"\n" },
	{ "mark at line two", "- a\n  [x] b\n",
	    "list tight @1:1\n"
	    "  item @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"a\"\n"
	    "      softbreak\n"
	    "      text \"[x] b\"\n" },
	{ "mark escaped", "- \\[x] a\n",
	    "list tight @1:1\n"
	    "  item @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"[x] a\"\n" },
	{ "mark is a reference link", "- [x] a\n\n[x]: /url\n",
	    "list tight @1:1\n"
	    "  item [x] @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"a\"\n" },
	{ "mark with invisible", "- [x]\302\240a\n- [\302\240] b\n- \342\200\213[x] c\n- [\342\200\213x] d\n",
	    "list tight @1:1\n"
	    "  item @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"[x]\302\240a\"\n"
	    "  item @2:1\n"
	    "    paragraph @2:3\n"
	    "      text \"[\302\240] b\"\n"
	    "  item @3:1\n"
	    "    paragraph @3:3\n"
	    "      text \"\342\200\213[x] c\"\n"
	    "  item @4:1\n"
	    "    paragraph @4:3\n"
	    "      text \"[\342\200\213x] d\"\n"
	    "! 1:6+2 character-invisible: U+00A0, a non-breaking blank, at a mark\n"
	    "! 2:4+2 character-invisible: U+00A0, a non-breaking blank, at a mark\n"
	    "! 3:3+3 character-invisible: U+200B, a zero-width blank, at a mark\n"
	    "! 4:4+3 character-invisible: U+200B, a zero-width blank, at a mark\n" },
	{ "mark then list then fence", "- [x] a {#a}\n  :::hint\n  b\n  :::\n",
	    "list tight @1:1\n"
	    "  item [x] #a @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"a\"\n"
	    "    directive hint @2:6\n"
	    "      paragraph @3:3\n"
	    "        text \"b\"\n" },
	{ "mark in paragraph is text", "[x] a\n",
	    "paragraph @1:1\n"
	    "  text \"[x] a\"\n" },
	{ "mark item with heading", "- # [x] a\n",
	    "list tight @1:1\n"
	    "  item @1:1\n"
	    "    heading 1 anchor  @1:3\n"
	    "      text \"[x] a\"\n" },
	{ "nested marks", "- [x] a\n  - [ ] b\n",
	    "list tight @1:1\n"
	    "  item [x] @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"a\"\n"
	    "    list tight @2:3\n"
	    "      item [ ] @2:3\n"
	    "        paragraph @2:5\n"
	    "          text \"b\"\n" },
	{ "mark as only content then block", "- [ ]\n  a\n",
	    "list tight @1:1\n"
	    "  item [ ] @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"a\"\n" },
	{ "invisible in front of a fence", "\342\200\213:::note\nx\n\342\200\216:::\n",
	    "paragraph @1:1\n"
	    "  text \"\342\200\213:::note\"\n"
	    "  softbreak\n"
	    "  text \"x\"\n"
	    "  softbreak\n"
	    "  text \"\342\200\216:::\"\n"
	    "! 1:1+3 character-invisible: U+200B, a zero-width blank, at a fence\n"
	    "! 3:1+3 character-invisible: U+200E, a left-to-right mark, at a fence\n" },
	{ "mark and line break", "- [x]\n  a\n- [ ]   \n  b\n",
	    "list tight @1:1\n"
	    "  item [x] @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"a\"\n"
	    "  item [ ] @3:1\n"
	    "    paragraph @3:3\n"
	    "      text \"b\"\n" },
	{ "mark without text", "- [ ] {#a}\n- [x]\n",
	    "list tight @1:1\n"
	    "  item [ ] #a @1:1\n"
	    "    paragraph @1:3\n"
	    "  item [x] @2:1\n" },
	{ "mark with a list and bold", "- [x] **a** {#a .b}\n",
	    "list tight @1:1\n"
	    "  item [x] #a .b @1:1\n"
	    "    paragraph @1:3\n"
	    "      strong\n"
	    "        text \"a\"\n" },
	{ "mark in a cell and a heading is text", "# [x] a\n\n| [x] b |\n|---|\n",
	    "heading 1 anchor  @1:1\n"
	    "  text \"[x] a\"\n"
	    "table @3:1\n"
	    "  row @3:1\n"
	    "    cell @3:1\n"
	    "      text \"[x] b\"\n" },
	{ "loose items", "- [x] a\n\n- [ ] b\n",
	    "list @1:1\n"
	    "  item [x] @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"a\"\n"
	    "  item [ ] @3:1\n"
	    "    paragraph @3:3\n"
	    "      text \"b\"\n" },
};

static void
test_tick(void **state)
{
	static const struct {
		const char *raw;
		enum node_mark mark;
		size_t used;
		bool cyrillic;
	} ticks[] = {
		{ "[ ] a", MARK_EMPTY, 4, false },
		{ "[x] a", MARK_TICKED, 4, false },
		{ "[X]\ta", MARK_TICKED, 4, false },
		{ "[?] a", MARK_HINT, 4, false },
		{ "[\321\205] a", MARK_TICKED, 5, true },
		{ "[\320\245]  a", MARK_TICKED, 6, true },
		{ "[x]", MARK_TICKED, 3, false },
		{ "[x]\na", MARK_TICKED, 4, false },
		{ "[x]\r\na", MARK_TICKED, 5, false },
		{ "[x]a", MARK_NONE, 0, false },
		{ "[x](a)", MARK_NONE, 0, false },
		{ "[]", MARK_NONE, 0, false },
		{ "[xx] a", MARK_NONE, 0, false },
		{ "[ x] a", MARK_NONE, 0, false },
		{ " [x] a", MARK_NONE, 0, false },
		{ "[\302\240] a", MARK_NONE, 0, false },
		{ "", MARK_NONE, 0, false },
		{ "[", MARK_NONE, 0, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof ticks / sizeof *ticks; i++) {
		size_t used = 0;
		bool cyrillic;

		if (marks_tick(str_of(ticks[i].raw), &used, &cyrillic) != ticks[i].mark || used != ticks[i].used ||
		    cyrillic != ticks[i].cyrillic)
			fail_msg("\"%s\"", ticks[i].raw);
	}
}

/* -- places: a file of four lines, the block at hand in the second and third -- */

static const char file[] = "a one\nb one two\nc (one) one\none four\n";
static const uint32_t lines[] = { 0, 6, 16, 28, 37, 37 };

static struct marks
second_and_third(struct arena *a, const struct source *src, struct diags *d)
{
	struct marks m = { .arena = a, .src = src, .diags = d, .lines = lines, .nlines = 5 };

	marks_block(&m, 2, 3);
	return m;
}

static void
is_at(struct span at, uint32_t line, uint32_t col, uint32_t len)
{
	if (at.line != line || at.col != col || at.len != len)
		fail_msg("%u:%u+%u, wanted %u:%u+%u", at.line, at.col, at.len, line, col, len);
}

static void
test_find(void **state)
{
	struct arena a = ARENA_INIT;
	struct diags d = DIAGS_INIT;
	struct source src = { STR("a.md"), STR(file) };
	struct marks m = second_and_third(&a, &src, &d);

	(void)state;
	is_at(marks_find(&m, STR("one")), 2, 3, 3);
	is_at(marks_find(&m, STR("two\nc")), 2, 7, 3); /* the first line of it */
	is_at(marks_find(&m, STR("one")), 3, 4, 3);
	is_at(marks_find(&m, STR("one")), 3, 9, 3);
	is_at(marks_find(&m, STR("one")), 3, 0, 0); /* not beyond the block */
	is_at(marks_find(&m, STR("")), 3, 0, 0);
	marks_block(&m, 2, 3);
	is_at(marks_link(&m, STR("one")), 3, 4, 3); /* in brackets */
	is_at(marks_link(&m, STR("one")), 3, 9, 3); /* none in brackets is left */
	marks_block(&m, 4, 1);
	is_at(marks_find(&m, STR("four")), 4, 5, 4);
	marks_block(&m, 99, 99);
	is_at(marks_find(&m, STR("a")), 1, 1, 1);
	diags_free(&d);
	arena_free(&a);
}

static struct marks
with_tokens(struct arena *a, struct diags *d)
{
	struct marks m = { .arena = a, .diags = d };

	VEC_PUSH(&m.tokens, ((struct token){ .kind = TOKEN_GAP, .raw = STR("[[a]]") }));
	VEC_PUSH(&m.tokens, ((struct token){ .kind = TOKEN_TEXT, .raw = STR("~") }));
	return m;
}

static void
test_token(void **state)
{
	struct marks m = with_tokens(NULL, NULL);
	size_t used = 0;

	(void)state;
	assert_ptr_equal(marks_token(&m, STR("x{\0011}y"), 1, &used), &m.tokens.v[1]);
	assert_int_equal(used, 4);
	assert_null(marks_token(&m, STR("x{\0011}y"), 0, &used));
	assert_null(marks_token(&m, STR("{\0012}"), 0, &used));
	assert_null(marks_token(&m, STR("{\00199999999999999999999999}"), 0, &used));
	assert_null(marks_token(&m, STR("{\0011"), 0, &used));
	assert_null(marks_token(&m, STR("{\001"), 0, &used));
	assert_null(marks_token(&m, STR("{"), 0, &used));
	assert_null(marks_token(&m, STR(""), 0, &used));
	VEC_FREE(&m.tokens);
}

static void
test_restore(void **state)
{
	struct arena a = ARENA_INIT;
	struct marks m = with_tokens(&a, NULL);
	struct str plain = STR("a");

	(void)state;
	assert_ptr_equal(marks_restore(&m, plain).p, plain.p);
	assert_string_equal(marks_restore(&m, STR("a{\0010}b{\0011}{\0011}")).p, "a[[a]]b~~");
	assert_string_equal(marks_restore(&m, STR("\001{\0019}{\0010}")).p, "\001{\0019}[[a]]");
	VEC_FREE(&m.tokens);
	arena_free(&a);
}

static void
test_items(void **state)
{
	(void)state;
	READS_ALL(rows, false);
}

/* Wherever they stand, in texts of any length. */
static void
test_other(void **state)
{
	static const char *const what[] = { "~", "@", "&", "\\", ":/", "ww" },
				 *const near[] = { ":", "w", "/", ": /", "w w", "/:" };
	char text[64];

	(void)state;
	for (size_t n = 0; n < 40; n++)
		for (size_t at = 0; at <= n; at++)
			for (size_t i = 0; i < sizeof what / sizeof *what; i++) {
				memset(text, 'a', sizeof text);
				memcpy(text + at, what[i], strlen(what[i]));
				assert_true(marks_other((struct str){ text, n + strlen(what[i]) }));
				memset(text, 'a', sizeof text);
				memcpy(text + at, near[i], strlen(near[i]));
				assert_false(marks_other((struct str){ text, n + strlen(near[i]) }));
			}
	/* Cut off. */
	for (size_t n = 0; n < 40; n++) {
		memset(text, 'a', sizeof text);
		memcpy(text + n, ":/", 2);
		assert_false(marks_other((struct str){ text, n + 1 }));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tick),
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_token),
		cmocka_unit_test(test_restore),
		cmocka_unit_test(test_items),
		cmocka_unit_test(test_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
