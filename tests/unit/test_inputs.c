/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/inputs.h"

#include "shown.h"

static void
test_text(void **state)
{
	const char *html = shown(
	    ":::question{#q type=text case=match}\nWhat?\n\n- café | coffee house {#a}\n- bar {#b score=1/2}\n  > Other drinks.\n\n:::\n");

	(void)state;
	has(html,
	    "<div class=\"typed\" data-part=\"1\"><label for=\"q--answer\">Your answer</label> <input type=\"text\" size=\"12\"");
	has(html,
	    "autocapitalize=\"off\" spellcheck=\"false\" id=\"q--answer\" name=\"q--answer\" aria-describedby=\"q--mark\">");
	has(html, "Capital and small letters matter.");
	has(html, "</strong> café / coffee house</p>");
	has(html, "data-feedback=\"2\">\n<p class=\"feedback-when\">If you answered “bar”</p>\n<p>Other drinks.</p>");
	lacks(html, "inputmode");
	before(html, "id=\"q--answer\"", "data-answers");
}

static void
test_number(void **state)
{
	const char *html = shown(":::question{#q type=number answer=12.5 tolerance=0.5 unit=%}\nHow much?\n:::\n");

	(void)state;
	has(html, "inputmode=\"decimal\"");
	has(html, "<span class=\"unit\" data-unit=\"%\">%</span>");
	has(html, "</strong> 12.5\u00a0%</p>");
	lacks(html, "type=\"number\"");
	has(shown_in(":::question{#q type=number answer=12.5}\nHow much?\n:::\n", "nb"), "</strong> 12,5</p>");
}

static void
test_units_and_rounding(void **state)
{
	const char *html =
	    shown(":::question{#q type=number answer=-1/4 decimals=2 units=\"m=1 cm=1/100\"}\nHow far?\n:::\n");

	(void)state;
	has(html,
	    "<select class=\"unit\" name=\"q--unit\" aria-label=\"Unit\"><option value=\"\">– unit –</option><option>m</option><option>cm</option></select>");
	has(html, "Round to 2 decimal places.");
	has(html, "</strong> −0.25\u00a0m</p>");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_text, shown_end),
		cmocka_unit_test_teardown(test_number, shown_end),
		cmocka_unit_test_teardown(test_units_and_rounding, shown_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
