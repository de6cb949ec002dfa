/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/rows.h"

#include "shown.h"

#define HEAD "| | yes {#y} | no {#n} |\n|---|---|---|\n"

static void
test_matrix(void **state)
{
	const char *html =
	    shown(":::question[Rows?]{#q type=matrix}\n" HEAD "| one {#one} | x | |\n| two {#two} | | x |\n\n:::\n");

	(void)state;
	has(html,
	    "<div class=\"rows\">\n<fieldset class=\"row\" data-part=\"one\" aria-describedby=\"q--mark-1\">\n<legend>one</legend>");
	has(html, "<label><input type=\"radio\" name=\"q--row-1\" value=\"y\"> <span>yes</span></label>");
	has(html, "<input type=\"radio\" name=\"q--row-2\" value=\"n\">");
	has(html, "Choose one answer in each row.");
	has(html,
	    "data-answer=\"two\">two<p class=\"right-answer\" data-right><strong class=\"right-label\">Right answer:</strong> no</p>");
}

static void
test_many(void **state)
{
	const char *html = shown(":::question[Rows?]{#q type=matrix select=many}\n" HEAD
				 "| one {#one} | x | x |\n| two {#two} | | |\n\n:::\n");

	(void)state;
	has(html, "<input type=\"checkbox\" name=\"q--row-1-2\" value=\"n\">");
	has(html, "</strong> yes, no</p>");
	has(html, "</strong> none of them</p>");
}

/* Rows and degrees have numbers, as surveys are written down; nothing is right. */
static void
test_survey(void **state)
{
	const char *html = shown(":::question[Sure?]{#q type=survey}\n" HEAD "| one {#one} | | |\n\n:::\n");

	(void)state;
	has(html, "<fieldset class=\"row\" data-part=\"1\"");
	has(html, "value=\"2\"> <span>no</span>");
	has(html, ">Done</button>");
	lacks(html, "data-answers");
	lacks(html, "reveal");
}

static void
test_survey_list(void **state)
{
	const char *html = shown(":::question[Sure?]{#q type=survey}\n- [ ] yes {#y}\n- [ ] no {#n}\n\n:::\n");

	(void)state;
	has(html, "<div class=\"options\" data-part=\"1\">");
	has(html, "<input type=\"radio\" name=\"q--answer\" value=\"2\">");
	lacks(html, "data-part=\"y\"");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_matrix, shown_end),
		cmocka_unit_test_teardown(test_many, shown_end),
		cmocka_unit_test_teardown(test_survey, shown_end),
		cmocka_unit_test_teardown(test_survey_list, shown_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
