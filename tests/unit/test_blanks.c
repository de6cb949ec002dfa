/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/blanks.h"

#include "shown.h"

static void
test_gaps(void **state)
{
	const char *html = shown(
	    ":::question{#q type=gap}\nHelp is [[free|without cost]] for [[*all*|some & few]].\n\n"
	    "| Who | Does |\n|---|---|\n| Town | gives [[days]] days |\n\n- [[days]] {type=number}\n  - 30\n  - [28, 31] {score=1/2}\n"
	    "    > Nearly.\n\n:::\n");

	(void)state;
	has(html,
	    "<p>Help is <span class=\"gap\" data-part=\"1\"><span class=\"gap-place\" aria-hidden=\"true\">1</span><input type=\"text\" size=\"12\"");
	has(html, "name=\"q--gap-1\" aria-describedby=\"q--mark-1\" aria-label=\"Gap 1\">");
	has(html,
	    "<select name=\"q--gap-2\" aria-describedby=\"q--mark-2\" aria-label=\"Gap 2\"><option value=\"\">– choose –</option>"
	    "<option value=\"1\" data-place=\"0\">all</option><option value=\"2\" data-place=\"1\">some &amp; few</option></select>");
	has(html, "<span class=\"on-paper\">(all / some &amp; few)</span>");
	has(html, "gives <span class=\"gap\" data-part=\"days\">");
	has(html, "inputmode=\"decimal\" name=\"q--gap-3\"");
	has(html,
	    "<ul class=\"gap-notes\" data-stay>\n<li class=\"answer\" data-answer=\"1\"><span class=\"gap-label\">Gap 1</span>");
	has(html, "</strong> free / without cost</p>");
	has(html, "data-feedback=\"1\">\n<p class=\"feedback-when\">If you answered “28 to 31”</p>\n<p>Nearly.</p>");
	lacks(html, "[[");
}

/* One gap needs no number. */
static void
test_one(void **state)
{
	const char *html = shown(":::question{#q type=gap}\nA [[b]] c.\n:::\n");

	(void)state;
	lacks(html, "gap-place");
	lacks(html, "gap-label");
	has(html, "aria-label=\"Gap 1\"");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_gaps, shown_end),
		cmocka_unit_test_teardown(test_one, shown_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
