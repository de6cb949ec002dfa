/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/essay.h"

#include "shown.h"

static void
test_reflect(void **state)
{
	const char *html = shown(":::question{#q type=reflect min=20}\nWho?\n\n:::explanation\nAsk.\n:::\n\n:::\n");

	(void)state;
	has(html,
	    "<label for=\"q--answer\">Your answer</label> <textarea rows=\"5\" id=\"q--answer\" name=\"q--answer\"></textarea>");
	has(html, "Nobody else sees it.");
	has(html, "Write at least 20 characters.");
	has(html, "data-explanation");
	lacks(html, "reveal");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_reflect, shown_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
