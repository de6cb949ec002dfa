/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/numeral.h"

#include "base/buf.h"
#include "base/unicode.h"
#include "blanks.h"
#include "roomy.h"

static void
test_numbers(void **state)
{
	(void)state;
	same_text(numeral_whole(&arena, STR("nb"), 1234), "1 234");
	same_text(numeral_whole(&arena, STR("nb"), 7), "7");
	same_text(numeral_whole(&arena, STR("nb"), -5), "−5");
	same_text(numeral_whole(&arena, STR("en"), 1234567), "1,234,567");
	same_text(numeral_whole(&arena, STR("lv"), 1234), "1234");
	same_text(numeral_whole(&arena, STR("lv"), 12345), "12 345");
	same_text(numeral_whole(&arena, STR("de"), 12345), "12.345");
	same_text(numeral_whole(&arena, STR("fa-AF"), 1234), "۱٬۲۳۴");
	same_text(numeral_whole(&arena, STR("en"), INT64_MIN), "-9,223,372,036,854,775,808");
}

static struct written
number_of(const char *text)
{
	struct written w = { false, STR("0"), STR_EMPTY };

	assert_null(written_read(&arena, str_of(text), &w));
	return w;
}

static const char *
decimal_in(const char *lang, const char *text)
{
	struct written w = number_of(text);

	return numeral_decimal(&arena, str_of(lang), &w).p;
}

/* Blanks as they are: a line must not break inside of a number. */
static void
test_decimals(void **state)
{
	(void)state;
	assert_string_equal(decimal_in("nb", "1234567.891"), "1\u00a0234\u00a0567,891");
	assert_string_equal(decimal_in("lv", "1234.5"), "1234,5");
	assert_string_equal(decimal_in("en", "12345.50"), "12,345.50");
	assert_string_equal(decimal_in("de", "1.0"), "1,0");
	assert_string_equal(decimal_in("fi", "-5"), "\u22125");
	assert_string_equal(decimal_in("ru", "-5"), "-5");
	assert_string_equal(decimal_in("ar", "1234.5"), "١٬٢٣٤٫٥");
	assert_string_equal(decimal_in("ar-u-nu-latn", "1234.5"), "1,234.5");
	assert_string_equal(decimal_in("prs", "1234.5"), "۱٬۲۳۴٫۵");
	assert_string_equal(decimal_in("fa-AF", "-5"), "\u200e\u2212۵");
	assert_string_equal(decimal_in("nb", "1e30"),
	    "1\u00a0000\u00a0000\u00a0000\u00a0000\u00a0000\u00a0000\u00a0000"
	    "\u00a0000\u00a0000\u00a0000");
	assert_string_equal(decimal_in("en", "0.12345678901234567890123"), "0.12345678901234567890123");
	assert_string_equal(decimal_in("xx", "1234.5"), "1,234.5");
}

static void
test_long_decimals(void **state)
{
	struct buf b = BUF_INIT;
	struct str text;

	(void)state;
	for (int i = 0; i < WRITTEN_MAX; i++)
		buf_chr(&b, '9');
	buf_chr(&b, '.');
	for (int i = 0; i < WRITTEN_MAX; i++)
		buf_chr(&b, '7');
	text = arena_str(&arena, buf_view(&b));
	assert_int_equal(strlen(decimal_in("de", text.p)), 2 * WRITTEN_MAX + 1 + 332);
	buf_free(&b);
}

static const char *
percent_in(const char *lang, const char *text)
{
	struct written w = number_of(text);

	return numeral_percent(&arena, str_of(lang), &w).p;
}

static void
test_percent(void **state)
{
	static const char *const blank[] = { "nb", "nn", "ru", "lt", "sv", "fi", "da", "de" };
	static const char *const none[] = { "en", "lv", "et", "pl", "is", "uk" };
	struct buf nines = BUF_INIT;
	struct written w;

	(void)state;
	for (size_t i = 0; i < sizeof blank / sizeof *blank; i++)
		assert_string_equal(percent_in(blank[i], "0.25"), "25\u00a0%");
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		assert_string_equal(percent_in(none[i], "0.25"), "25%");
	assert_string_equal(percent_in("ar", "0.25"), "٢٥٪\u061c");
	assert_string_equal(percent_in("fa-AF", "0.25"), "۲۵٪");
	assert_string_equal(percent_in("nb", "0.256"), "25,6\u00a0%");
	assert_string_equal(percent_in("nb", "1"), "100\u00a0%");
	assert_string_equal(percent_in("nb", "-0.07"), "\u22127\u00a0%");
	for (int i = 0; i < WRITTEN_MAX; i++)
		buf_chr(&nines, '9');
	assert_null(written_read(&arena, buf_view(&nines), &w));
	assert_int_equal(numeral_percent(&arena, STR("nb"), &w).n, 0);
	buf_free(&nines);
}

/* What stands on pages without asking ICU for each number. */
static void
test_zero(void **state)
{
	static const char *const tags[] = { "nb", "en", "lv", "ru", "ar", "fa-AF", "fa", "prs", "ar-XB", "en-XA", "hi",
		"mr", "bn", "my", "ne", "th-u-nu-thai", "ff-Adlm", "ar-EG", "ckb", "xx", "no such tag", "" };

	(void)state;
	assert_int_equal(numeral_zero(STR("he-u-nu-hebr")), 0);
	assert_int_equal(numeral_zero(STR("zh-u-nu-hanidec")), 0);
	assert_int_equal(numeral_zero(STR("nb")), '0');
	assert_int_equal(numeral_zero(STR("prs")), 0x6f0);
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		for (int digit = 0; digit < 10; digit++) {
			struct buf b = BUF_INIT;

			unicode_put(&b, numeral_zero(str_of(tags[i])) + (uint32_t)digit);
			buf_chr(&b, 0);
			assert_string_equal(numeral_whole(&arena, str_of(tags[i]), digit).p, b.p);
			buf_free(&b);
		}
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		T(test_numbers),
		T(test_decimals),
		T(test_long_decimals),
		T(test_percent),
		T(test_zero),
	};

	return cmocka_run_group_tests(tests, 0, 0);
}
