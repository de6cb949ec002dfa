/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package/cloze.h"

#include "exchanged.h"

static void
becomes(const char *text, const char *wanted)
{
	struct exchange x;
	struct item *it = exchanged_item(arena_fmt(&asked_arena, ":::question{#q type=gap}\n%s\n:::\n", text).p, &x);
	struct buf b = BUF_INIT;

	cloze_text(&b, it);
	exchanged_is(exchange_keep(&x, &b), wanted);
}

static void
test_all(void **state)
{
	(void)state;
	becomes("{1:x} [[`a}b~c#d\\e<`]]", "<p>&#123;1:x} {1:SHORTANSWER:=a\\}b\\~c\\#d\\\\e&lt;}</p>");
	becomes("[[%a|*b*]]", "<p>{1:MULTICHOICE:%0%%a~=b}</p>");
	becomes("[[a]]{case=match weight=3} [[5]]{type=number}", "<p>{3:SHORTANSWER_C:=a} {1:NUMERICAL:=5:0}</p>");
}

int
main(void)
{
	const struct CMUnitTest tests[] = { EXCHANGED_TEST(test_all) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
