/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/import.h"

#include "exchanged.h"

static void
becomes(const char *file, const char *wanted)
{
	struct import_request r = { .format = -1, .file = STR("a.gift"), .bytes = str_of(file), .lang = STR_EMPTY };
	struct import_result out = { 0 };

	assert_int_equal(import_run(&r, &out, &asked_diags), 0);
	exchanged_is(buf_view(&out.page),
	    arena_fmt(&asked_arena, "---\ntitle: \"a\"\ntype: quiz\nmode: self-check\n---\n%s", wanted).p);
	import_free(&out);
}

static void
test_left(void **state)
{
	(void)state;
	becomes("a--\\>b{~c ~d}", "\n<!--\na- -\\>b{~c ~d}\n-->\n");
	exchanged_told(1, "stands in the page as a comment");
}

static void
test_page(void **state)
{
	(void)state;
	becomes("One.{T}\n\nTwo.{F}",
	    "\n:::question{#one type=truefalse answer=true}\nOne.\n\n:::\n\n:::question{#two type=truefalse answer=false}\nTwo.\n\n:::\n");
	becomes(
	    "<quiz><question type=\"essay\"><name><text>N</text></name><questiontext><text>One.</text></questiontext></question></quiz>",
	    "\n:::question[N]{#n type=reflect}\nOne.\n\n:::\n");
	exchanged_told(0, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = { EXCHANGED_TEST(test_left), EXCHANGED_TEST(test_page) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
