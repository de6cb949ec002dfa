/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/giftscan.h"

#include "exchanged.h"

static void
test_signs(void **state)
{
	struct taking t = EXCHANGED("");

	(void)state;
	assert_int_equal(giftscan_find(STR("a\\=b=c"), 0, "="), 4);
	assert_int_equal(giftscan_find(STR("a\\\\=b"), 0, "=~"), 3);
	assert_int_equal(giftscan_find(STR("a\\"), 0, "="), 2);
	assert_int_equal(giftscan_find_word(STR("\\####"), 0, "###"), 2);
	assert_int_equal(giftscan_find_word(STR("a"), 0, "->"), 1);
	exchanged_is(giftscan_plain(&t, STR(" \\~\\=\\#\\{\\}\\:\\\\n\\n\\x\\ ")), "~=#{}:\\n\n\\x\\");
	assert_int_equal(giftscan_text(&t, STR(" [markdown] a"), ITEM_HTML, 1).format, ITEM_MARKDOWN);
	assert_int_equal(giftscan_text(&t, STR("[other] a"), ITEM_HTML, 1).format, ITEM_HTML);
}

static void
test_blocks(void **state)
{
	struct taking t = EXCHANGED("\n// [id:i]\n\n// [tag:t]\na {\n\n=b\n}\n\nc\n\n\n");
	struct giftscan s = { .line = 1 };
	struct giftscan_block b;

	(void)state;
	assert_int_equal(giftscan_next(&t, &s, &b), 1);
	assert_true(str_is(b.id, "i") && b.ntags == 1 && b.line == 5);
	exchanged_is(b.text, "a {\n=b\n}\n");
	assert_int_equal(giftscan_next(&t, &s, &b), 1);
	assert_true(b.id.n == 0 && b.line == 10);
	assert_int_equal(giftscan_next(&t, &s, &b), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { EXCHANGED_TEST(test_signs), EXCHANGED_TEST(test_blocks) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
