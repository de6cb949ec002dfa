/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/moves.h"

#include "shown.h"

static void
test_order(void **state)
{
	const char *html = shown(
	    ":::question[Order?]{#q type=order}\n1. first {#a}\n2. *second* {#b}\n   > Then help.\n3. third {#c}\n\n:::\n");

	(void)state;
	has(html, "<ol class=\"entries order\">\n<li class=\"entry\" data-part=\"");
	has(html, "<span class=\"entry-words\" id=\"q--item-2\"><em>second</em></span>");
	has(html,
	    "<button type=\"button\" class=\"move\" id=\"q--up-2\" data-move=\"-1\" aria-label=\"Move up\" aria-labelledby=\"q--up-2 q--item-2\">");
	has(html, "data-move=\"1\" aria-label=\"Move down\"");
	has(html, "<span class=\"moves\" hidden>");
	has(html,
	    "<p class=\"moves\" hidden><button type=\"button\" data-action=\"keep\">This order is right</button></p>");
	has(html, "The right order:</p>\n<ol>\n<li>first</li>\n<li>second</li>\n<li>third</li>\n</ol>");
	has(html, "data-answer=\"b\">second\n<div class=\"feedback\" data-feedback=\"all\">\n<p>Then help.</p>");
}

/* Whatever the ids: it does not begin with its answer. */
static void
test_never_solved(void **state)
{
	(void)state;
	for (int i = 0; i < 12; i++) {
		struct buf b = BUF_INIT;
		const char *html;

		buf_fmt(&b, ":::question[Order?]{#q%d type=order}\n1. x {#a%d}\n2. y {#b}\n\n:::\n", i, i * 7);
		buf_chr(&b, '\0');
		html = shown(b.p);
		before(html, "data-part=\"b\"", "data-part=\"a");
		buf_free(&b);
	}
}

static void
test_no_empty_list(void **state)
{
	(void)state;
	lacks(shown(":::question[Order?]{#q type=order}\n1. x {#a}\n2. y {#b}\n\n:::\n"), "<ul>\n</ul>");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_order, shown_end),
		cmocka_unit_test_teardown(test_never_solved, shown_end),
		cmocka_unit_test_teardown(test_no_empty_list, shown_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
