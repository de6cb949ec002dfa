/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/selects.h"

#include "shown.h"

#define MATCH                                                                                                          \
	":::question[Pairs?]{#q type=match}\n| Left | Right | |\n|---|---|---|\n"                                      \
	"| one & only {#one} | first {#a} | Said *to all*. |\n| two {#two} | second {#b} | |\n| | third {#c} | |\n\n:::\n"

static void
test_match(void **state)
{
	const char *html = shown(MATCH);

	(void)state;
	has(html, "<form id=\"q\" class=\"question type-match\"");
	has(html,
	    "<li class=\"entry\" data-part=\"one\"><label for=\"q--entry-1\">one &amp; only</label> <select id=\"q--entry-1\"");
	has(html, "aria-describedby=\"q--mark-1\"");
	has(html, "<option value=\"\">– choose –</option>");
	has(html, "<option value=\"c\">third</option>");
	has(html, "<span class=\"part-mark\" id=\"q--mark-1\" hidden></span>");
	has(html, "<ol class=\"targets on-paper\">");
	has(html,
	    "<li class=\"answer\" data-answer=\"one\">one &amp; only<p class=\"right-answer\" data-right>"
	    "<strong class=\"right-label\">Right answer:</strong> first</p>");
	has(html, "<div class=\"feedback\" data-feedback=\"all\">\n<p>Said <em>to all</em>.</p>");
	lacks(html, "data-shuffle");
	lacks(html, "style=");
}

/* Targets never stand in the order that answers the question. */
static void
test_targets_are_mixed(void **state)
{
	const char *html = shown(MATCH);
	const char *select = strstr(html, "<select");

	(void)state;
	assert_false(strstr(select, "value=\"a\"") < strstr(select, "value=\"b\"") &&
	    strstr(select, "value=\"b\"") < strstr(select, "value=\"c\""));
}

/* What a closed list would cut, or cannot show, stands in a list of its own. */
static void
test_long_targets(void **state)
{
	(void)state;
	has(shown(
		":::question[Q]{#q type=match}\n| L | R |\n|---|---|\n| one {#one} | *first* {#a} |\n| two {#two} | b {#b} |\n\n:::\n"),
	    "<ol class=\"targets\">");
	has(shown(
		":::question[Q]{#q type=match}\n| L | R |\n|---|---|\n| one {#one} | a right side that is longer than a phone {#a} |\n"
		"| two {#two} | b {#b} |\n\n:::\n"),
	    "<ol class=\"targets\">");
}

static void
test_sort(void **state)
{
	const char *html = shown(
	    ":::question[Groups?]{#q type=sort shuffle=yes}\n- Act {#act}\n  - recruiting {#r}\n    > All.\n    >\n"
	    "    > [ ] Wrong here.\n  - hiding {#h}\n- Means {#means}\n  - force {#f}\n- None {.nowhere}\n  - travel {#t}\n\n:::\n");

	(void)state;
	before(html, ">Act</option>", ">Means</option>");
	lacks(html, ">None<");
	has(html, "Leave empty what belongs to none of them.");
	has(html, "<ul class=\"entries\" data-shuffle>");
	has(html,
	    "data-answer=\"t\">travel<p class=\"right-answer\" data-right><strong class=\"right-label\">Right answer:</strong> none of them");
	has(html, "data-feedback=\"wrong\">\n<p class=\"feedback-when\">If you had it wrong</p>\n<p>Wrong here.</p>");
}

/* The words of the interface are the reader's, the text is what it is. */
static void
test_another_language(void **state)
{
	const char *html = shown_in(MATCH, "nb");

	(void)state;
	has(html, "<option value=\"\" lang=\"nb\" dir=\"ltr\">– velg –</option>");
	has(html, "<p class=\"question-instruction\" lang=\"nb\" dir=\"ltr\">");
	has(html, "<span class=\"part-mark\" id=\"q--mark-1\" lang=\"nb\" dir=\"ltr\" hidden>");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_match, shown_end),
		cmocka_unit_test_teardown(test_targets_are_mixed, shown_end),
		cmocka_unit_test_teardown(test_long_targets, shown_end),
		cmocka_unit_test_teardown(test_sort, shown_end),
		cmocka_unit_test_teardown(test_another_language, shown_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
