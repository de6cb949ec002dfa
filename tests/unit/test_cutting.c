/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/cutting.h"

#include "read/markdown.h"
#include "testing.h"

/* The paragraphs of a quote after it was cut, `|` between; a mark has `!` in front. */
static void
gives(const char *quote, const char *want)
{
	struct arena a = ARENA_INIT;
	struct diags d = DIAGS_INIT;
	struct source src = { STR("a.md"), str_of(quote) };
	struct node *root = markdown_read(&a, &src, src.bytes, 1, &d);
	struct buf b = BUF_INIT;

	assert_int_equal(root->first->kind, NODE_QUOTE);
	for (int times = 0; times < 2; times++) {
		buf_reset(&b);
		cutting_feedback(&a, root->first);
		for (struct node *n = root->first->first; n; n = n->next) {
			buf_cstr(&b, n->prev ? "|" : "");
			buf_cstr(&b, cutting_is_mark(n) ? "!" : n->attrs ? "{}" : "");
			node_plain(&b, n);
		}
		buf_chr(&b, '\0');
		assert_string_equal(b.p, want);
	}
	buf_free(&b);
	diags_free(&d);
	arena_free(&a);
}

static void
test_lines(void **state)
{
	(void)state;
	gives(">\n", "");
	gives("> a\n", "a");
	gives("> [?]\n", "![?]");
	gives("> [?]\n> [ ]\n", "![?]|![ ]");
	gives("> [?] a\n", "![?]|a");
	gives("> a\n> [?] b\n> c\n> [x] *d*\n", "a|![?]|b c|![x]|d");
	gives("> a\\\n> [ ]\n> b\n", "a|![ ]|b");
	gives("> a [?] b\n", "a [?] b");
	gives("> *[?]* b\n", "[?] b");
	gives("> [?]b\n> [y] c\n", "[?]b [y] c");
	gives("> a\n> [?] b {.c}\n", "a|![?]|{}b");
	gives("> a\n>\n> [?] b\n>\n> - [ ] c\n", "a|![?]|b|c");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
