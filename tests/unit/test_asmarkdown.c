/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/asmarkdown.h"

#include "exchanged.h"

static struct taking t;

static struct str
blocks(enum item_format format, const char *s)
{
	struct items all = { NULL, 0 };
	struct item_text text = { str_of(s), format, 1 };

	t = EXCHANGED("");
	return asmarkdown_blocks(&t, item_new(&asked_arena, &all, ITEM_CHOICE), &text);
}

static void
test_formats(void **state)
{
	(void)state;
	exchanged_is(blocks(ITEM_PLAIN, " *a* <b>\n1. c\n\nd "), "\\*a\\* \\<b\\>\\\n1\\. c\n\nd");
	exchanged_is(blocks(ITEM_AUTO, "a *b*\nc"), "a \\*b\\*\\\nc");
	exchanged_is(blocks(ITEM_AUTO, "a <b>b</b>\nc"), "a **b**\\\nc");
	exchanged_is(blocks(ITEM_AUTO, "<p>a\nb</p>"), "a b");
	exchanged_is(blocks(ITEM_MARKDOWN, "*a*\n::: b\n[[c]] {#d}"), "*a*\n\\::: b\n\\[[c]] \\{#d}");
	exchanged_is(blocks(ITEM_HTML, ""), "");
	exchanged_told(0, "");
	blocks(ITEM_PLAIN, "\\(x^2\\)");
	exchanged_told(1, "TeX");
}

static void
test_line(void **state)
{
	struct items all = { NULL, 0 };
	struct item_text text = { STR("<p>a</p><p>b<br>c</p>"), ITEM_HTML, 4 };

	(void)state;
	t = EXCHANGED("");
	exchanged_is(asmarkdown_line(&t, item_new(&asked_arena, &all, ITEM_MATCH), &text), "a b c");
	told(&asked_diags, DIAG_IMPORT_LOSS, 4, 0, 0);
}

static void
test_words(void **state)
{
	struct item_text text = { STR("<p>R&amp;D, &lt;b&gt; caf\u00e9!</p>"), ITEM_HTML, 1 };

	(void)state;
	t = EXCHANGED("");
	exchanged_is(asmarkdown_words(&t, &text), "R D b caf\u00e9 ");
	text.format = ITEM_PLAIN;
	text.s = STR("a <b> " ITEM_GAP_MARK "0" ITEM_GAP_MARK);
	exchanged_is(asmarkdown_words(&t, &text), "a b ");
}

int
main(void)
{
	const struct CMUnitTest tests[] = { EXCHANGED_TEST(test_formats), EXCHANGED_TEST(test_line),
		EXCHANGED_TEST(test_words) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
