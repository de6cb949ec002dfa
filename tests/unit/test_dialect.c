/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/dialect.h"

#define CMARK_NO_SHORT_NAMES
#include <cmark-gfm.h>

#include "reads.h"

static const struct reads rows[] = {
	{ "indented four is code", "    :::note\n    x\n\n    :::\n", "code \"\" \":::note\\nx\\n\\n:::\\n\" @1:5\n" },
	{ "four blanks behind a paragraph", "a\n    :::note\nb\n",
	    "paragraph @1:1\n"
	    "  text \"a\"\n"
	    "  softbreak\n"
	    "  text \":::note\"\n"
	    "  softbreak\n"
	    "  text \"b\"\n" },
	{ "straight behind paragraph, list, table",
	    "a\n:::note\nb\n:::\n- c\n:::tip\nd\n:::\n| e |\n|---|\n| f |\n:::caution\ng\n:::\n| h |\n|---|\n",
	    "paragraph @1:1\n"
	    "  text \"a\"\n"
	    "directive note @2:4\n"
	    "  paragraph @3:1\n"
	    "    text \"b\"\n"
	    "list tight @5:1\n"
	    "  item @5:1\n"
	    "    paragraph @5:3\n"
	    "      text \"c\"\n"
	    "directive tip @6:4\n"
	    "  paragraph @7:1\n"
	    "    text \"d\"\n"
	    "table @9:1\n"
	    "  row @9:1\n"
	    "    cell @9:1\n"
	    "      text \"e\"\n"
	    "  row @11:1\n"
	    "    cell @11:1\n"
	    "      text \"f\"\n"
	    "directive caution @12:4\n"
	    "  paragraph @13:1\n"
	    "    text \"g\"\n"
	    "table @15:1\n"
	    "  row @15:1\n"
	    "    cell @15:1\n"
	    "      text \"h\"\n" },
	{ "in code and HTML and comments",
	    "```\n:::note\n```\n\n~~~\n:::\n~~~\n\n<!--\n:::note\n-->\n\n<pre>\n:::\n</pre>\n",
	    "code \"\" \":::note\\n\" @1:1\n"
	    "code \"\" \":::\\n\" @5:1\n"
	    "html \"<!--\\n:::note\\n-->\\n\" @9:1\n"
	    "html \"<pre>\\n:::\\n</pre>\\n\" @13:1\n" },
	{ "escaped", "\\:::note\n\na \\::: b\n",
	    "paragraph @1:1\n"
	    "  text \":::note\"\n"
	    "paragraph @3:1\n"
	    "  text \"a ::: b\"\n" },
	{ "swallowed by HTML", "<div>\n:::note[X]\na\n:::\n</div>\n\nb\n",
	    "html \"<div>\\n:::note[X]\\na\\n:::\\n</div>\\n\" @1:1\n"
	    "paragraph @7:1\n"
	    "  text \"b\"\n"
	    "! 2:0+0 fence-in-html: `:::note[X]`\n" },
	{ "colon fence inside footnote", "a[^1]\n\n[^1]: b\n\n    :::note\n    c\n    :::\n",
	    "paragraph @1:1\n"
	    "  text \"a\"\n"
	    "  noteref 1\n"
	    "footnote 1 @3:7\n"
	    "  paragraph @3:7\n"
	    "    text \"b\"\n"
	    "  directive note @5:8\n"
	    "    paragraph @6:5\n"
	    "      text \"c\"\n" },
	{ "tabs in front", "\t:::note\n", "code \"\" \":::note\\n\" @1:2\n" },
	{ "crlf", ":::note[a]{#b}\r\nx\r\n:::\r\n",
	    "directive note #b @1:4\n"
	    "  label\n"
	    "    text \"a\"\n"
	    "  paragraph @2:1\n"
	    "    text \"x\"\n" },
	{ "no newline at the end", ":::note\nx\n:::",
	    "directive note @1:4\n"
	    "  paragraph @2:1\n"
	    "    text \"x\"\n" },
	{ "head without newline", ":::note[a]",
	    "directive note @1:4\n"
	    "  label\n"
	    "    text \"a\"\n"
	    "! 1:4+4 fence-open: `note`\n" },
	{ "blank line in front not needed behind heading", "# a\n:::note\n## b\n:::\n",
	    "heading 1 anchor  @1:1\n"
	    "  text \"a\"\n"
	    "directive note @2:4\n"
	    "  heading 2 anchor  @3:1\n"
	    "    text \"b\"\n" },
	{ "lazy line", "> a\n:::note\nb\n:::\n",
	    "quote @1:1\n"
	    "  paragraph @1:3\n"
	    "    text \"a\"\n"
	    "directive note @2:4\n"
	    "  paragraph @3:1\n"
	    "    text \"b\"\n" },
	{ "comment that nothing closes", "<!-- a\n:::note\nb\n:::\n",
	    "html \"<!-- a\\n:::note\\nb\\n:::\\n\" @1:1\n"
	    "! 2:0+0 fence-in-html: `:::note`\n" },
	{ "comment on one line", "<!-- :::note -->\n:::tip\na\n:::\n",
	    "html \"<!-- :::note -->\\n\" @1:1\n"
	    "directive tip @2:4\n"
	    "  paragraph @3:1\n"
	    "    text \"a\"\n" },
	{ "fence behind HTML and a blank line", "<div>\n\n:::note\na\n:::\n\n</div>\n",
	    "html \"<div>\\n\" @1:1\n"
	    "directive note @3:4\n"
	    "  paragraph @4:1\n"
	    "    text \"a\"\n"
	    "html \"</div>\\n\" @7:1\n" },
	{ "paragraph of colons", "a\n::: b\n:::\n",
	    "paragraph @1:1\n"
	    "  text \"a\"\n"
	    "directive b @2:5\n"
	    "! 2:5+1 directive-unknown: `b`\n" },
	{ "numbered list behind a fence", ":::note\n2. a\n:::\n",
	    "directive note @1:4\n"
	    "  list ordered tight @2:1\n"
	    "    item @2:1\n"
	    "      paragraph @2:4\n"
	    "        text \"a\"\n"
	    "! 2:1+0 list-date: `2.`\n" },
	{ "code behind a fence", ":::note\n    a\n\n:::\n",
	    "directive note @1:4\n"
	    "  code \"\" \"a\\n\" @2:5\n" },
	{ "underline behind a fence is text", ":::note\n===\n:::\n",
	    "directive note @1:4\n"
	    "  paragraph @2:1\n"
	    "    text \"===\"\n" },
	{ "definition of a link behind a fence", ":::note\n[a]: /b\n:::\n[a]\n",
	    "directive note @1:4\n"
	    "paragraph @4:1\n"
	    "  link \"/b\" @4:0\n"
	    "    text \"a\"\n" },
	{ "tab in front of a fence in an item", "-\ta\n\t:::note\n\tb\n\t:::\n",
	    "list tight @1:1\n"
	    "  item @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"a\"\n"
	    "    directive note @2:5\n"
	    "      paragraph @3:2\n"
	    "        text \"b\"\n" },
	{ "fence ends a footnote", "a[^n]\n\n[^n]: b\n:::note\nc\n:::\n",
	    "paragraph @1:1\n"
	    "  text \"a\"\n"
	    "  noteref 1\n"
	    "directive note @4:4\n"
	    "  paragraph @5:1\n"
	    "    text \"c\"\n"
	    "footnote 1 @3:7\n"
	    "  paragraph @3:7\n"
	    "    text \"b\"\n" },
};

static void
test_fences_keep_their_parts(void **state)
{
	static const char text[] = "a\n:::note[B]{#c}\n";
	struct arena a = ARENA_INIT;
	struct dialect *d = ARENA_NEW(&a, struct dialect);
	struct cmark_parser *parser;
	const struct fence *f;

	(void)state;
	d->arena = &a;
	d->left = 1 << 20;
	parser = dialect_open(d, true);
	cmark_parser_feed(parser, text, sizeof text - 1);
	f = dialect_fence(cmark_node_last_child(cmark_parser_finish(parser)));
	assert_non_null(f);
	assert_true(
	    f->kind == FENCE_OPEN && str_is(f->name, "note") && str_is(f->label, "B") && str_is(f->attrs, "{#c}"));
	dialect_close(d);
	arena_free(&a);
}

/* More memory than a page may have: reading is left, with one message and nothing lost. */
static void
test_cap(void **state)
{
	struct buf b = BUF_INIT;
	struct page p;

	(void)state;
	for (int i = 0; i < 900; i++)
		BUF_LIT(&b, "|a");
	BUF_LIT(&b, "|\n");
	for (int i = 0; i < 900; i++)
		BUF_LIT(&b, "|-");
	BUF_LIT(&b, "|\n");
	for (int i = 0; i < 5000; i++)
		BUF_LIT(&b, "|b\n");
	assert_null(page_open(&p, buf_view(&b)));
	assert_int_equal(p.diags.all.n, 1);
	assert_int_equal(p.diags.all.v[0].code, DIAG_MARKDOWN_LIMIT);
	page_close(&p);
	assert_non_null(page_open(&p, STR("a\n"))); /* the thread goes on */
	page_close(&p);
	buf_free(&b);
}

static void
test_where_fences_are(void **state)
{
	(void)state;
	READS_ALL(rows, false);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fences_keep_their_parts),
		cmocka_unit_test(test_cap),
		cmocka_unit_test(test_where_fences_are),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
