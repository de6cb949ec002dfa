/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/spots.h"

#include "shown.h"

#define PICTURE "![A map](map.svg)\n\n"

static void
test_areas(void **state)
{
	const char *html =
	    shown(":::question[Where?]{#q type=hotspot}\n" PICTURE "- [x] door {#door area=\"rect 120,40 100,20\"}\n"
		  "- [ ] car {#car area=\"circle 40,22.5 4\"}\n- [ ] sky {#sky area=\"poly 0,0 10,0 5,1/2\"}\n\n:::\n");

	(void)state;
	has(html, "<p><span class=\"hotspot\"><img src=");
	has(html, "<svg viewBox=\"0 0 400 200\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
	has(html, "<rect x=\"100\" y=\"20\" width=\"20\" height=\"20\" data-area=\"door\"/>");
	has(html, "<circle cx=\"40\" cy=\"22.500\" r=\"4\" data-area=\"car\"/>");
	has(html, "<polygon points=\"0 0 10 0 5 0.500\" data-area=\"sky\"/></svg></span></p>");
	has(html, "<div class=\"option\" data-part=\"door\"><label><input type=\"");
	has(html, "Point at it in the picture, or use the list.");
	lacks(html, "<map");
}

/* Labels get the number of their place; numbers go by the picture. */
static void
test_markers(void **state)
{
	const char *html =
	    shown(":::question[What is where?]{#q type=hotspot scoring=markers}\n" PICTURE
		  "- [x] low {#low area=\"rect 0,100 20,120\"}\n- [x] high {#high area=\"rect 0,0 20,20\"}\n\n:::\n");

	(void)state;
	has(html,
	    "<rect x=\"0\" y=\"100\" width=\"20\" height=\"20\"/><text x=\"10\" y=\"110\" font-size=\"20\">2</text>");
	has(html, "<li class=\"entry\" data-part=\"low\"><label for=\"q--entry-1\">low</label> <select");
	has(html, "<option value=\"high\">1</option><option value=\"low\">2</option>");
	has(html,
	    "data-answer=\"low\">low<p class=\"right-answer\" data-right><strong class=\"right-label\">Right answer:</strong> 2</p>");
	lacks(html, "data-area=");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_areas, shown_end),
		cmocka_unit_test_teardown(test_markers, shown_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
