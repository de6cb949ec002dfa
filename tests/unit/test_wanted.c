/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/wanted.h"

#include "shown.h"

static void
test_words(void **state)
{
	(void)state;
	has(shown(":::question{#q type=number}\nN?\n\n- [28, 31] {#a}\n- 1/3 {#b}\n- 2 {#c score=1/2}\n\n:::\n"),
	    "</strong> 28 to 31 / 1/3</p>");
	lacks(shown(":::question{#q type=number}\nN?\n\n- 5 {#a}\n- any {#b score=0}\n  > Think of a hand.\n\n:::\n"),
	    "If you answered");
}

/* A pattern says nothing to a reader. */
static void
test_pattern(void **state)
{
	const char *html = shown(
	    ":::question{#q type=text}\nT?\n\n- blue {#a}\n- `bl(eu|au)` {#b match=regex}\n  > In another language.\n\n:::\n");

	(void)state;
	has(html, "</strong> blue</p>");
	lacks(html, "bl(eu");
	has(html, "data-feedback=\"1\">\n<p>In another language.</p>");
}

static void
test_sizes(void **state)
{
	struct str texts[] = { STR("a"), STR("a longer word"), STR("what is quite a long answer to type") };
	struct accepted answers[] = { { .variants = texts, .nvariants = 1 },
		{ .variants = texts + 1, .nvariants = 1 } };
	struct gap gap = { .answers = answers, .nanswers = 1 };

	(void)state;
	assert_int_equal(wanted_size(&gap), 6);
	gap.nanswers = 2;
	assert_int_equal(wanted_size(&gap), 20);
	answers[1].variants = texts + 2;
	assert_int_equal(wanted_size(&gap), 28);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_words, shown_end),
		cmocka_unit_test_teardown(test_pattern, shown_end),
		cmocka_unit_test(test_sizes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
