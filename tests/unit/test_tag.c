/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/tag.h"

#include <stdlib.h>

#include "base/pool.h"
#include "localise/calendar.h"
#include "localise/collate.h"
#include "localise/numeral.h"
#include "localise/plural.h"
#include "localise/tongue.h"
#include "blanks.h"
#include "roomy.h"

static void
test_known(void **state)
{
	static const char *const yes[] = { "nb", "no", "en", "en-GB", "fa-AF", "prs", "sr-Latn", "zh-Hant-TW",
		"ar-u-nu-latn", "se", "NB", "jbo", "prs-AF", "no-NO", "en-XA", "ar-XB", "sv-u-co-trad" };
	static const char *const not [] = { "", "xx", "zz-ZZ", "nb_NO", "norsk", "n", "nb-", "nb ", "-nb", "root",
		"und", "x-y", "../nb", "abcdefghijklmnopqrstuvwxyz", "en-abcdefghij" };

	(void)state;
	for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
		if (!tag_known(str_of(yes[i])))
			fail_msg("%s is not known", yes[i]);
	for (size_t i = 0; i < sizeof not / sizeof *not ; i++)
		if (tag_known(str_of(not [i])))
			fail_msg("%s is known", not [i]);
	assert_false(tag_known(STR("nb\0")));
}

/* -- what ICU takes amiss -- */

static void
test_aliases(void **state)
{
	static const struct {
		const char *lang, *icu;
	} rows[] = { { "nb", "nb" }, { "no", "nb" }, { "no-NO", "nb_NO" }, { "NO", "nb" }, { "prs", "fa_AF" },
		{ "prs-AF", "fa_AF" }, { "PRS", "fa_AF" }, { "en", "en_GB" }, { "EN", "en_GB" }, { "en-US", "en_US" },
		{ "en-u-kn-true", "en_GB@colnumeric=yes" }, { "en-XA", "en_GB" }, { "ar-XB", "ar" }, { "", "" },
		{ "nn", "nn" } };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_string_equal(tag_of(str_of(rows[i].lang)).icu, rows[i].icu);
}

static void
test_pins(void **state)
{
	struct tag tag = tag_of(STR("nb"));

	(void)state;
	assert_string_equal(tag_counting(STR("ar")).icu, "ar@numbers=arab");
	assert_string_equal(tag_counting(STR("ar-MA")).icu, "ar_MA");
	assert_string_equal(tag_counting(STR("ar-u-nu-latn")).icu, "ar@numbers=latn");
	assert_string_equal(tag_counting(STR("prs")).icu, "fa_AF@numbers=arabext");
	assert_string_equal(tag_counting(STR("nb")).icu, "nb");
	assert_string_equal(tag_counting(STR("")).icu, "");
	tag_pin(&tag, "calendar", "gregorian");
	tag_pin(&tag, "calendar", "persian");
	assert_string_equal(tag.icu, "nb@calendar=gregorian");
}

static void
test_browsers(void **state)
{
	static const struct {
		const char *lang, *browser;
	} rows[] = { { "", "" }, { "nb", "nb" }, { "en", "en" }, { "ar", "ar-u-ca-gregory-nu-arab" },
		{ "ar-MA", "ar-MA" }, { "fa-AF", "fa-AF-u-ca-gregory-nu-arabext" },
		{ "prs", "fa-AF-u-ca-gregory-nu-arabext" }, { "ar-u-nu-latn", "ar-u-nu-latn" }, { "x y", "x y" } };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		same_text(tag_browser(&arena, str_of(rows[i].lang)), rows[i].browser);
}

static void
test_versions(void **state)
{
	(void)state;
	assert_true(atoi(tag_icu_version(&arena).p) >= 72);
	assert_true(atoi(tag_cldr_version(&arena).p) >= 42);
}

/* -- threads, and the machine's locale -- */

static void
ask_all(void *ctx, size_t worker, size_t i)
{
	static const char *const langs[] = { "nb", "lv", "ar", "xx" };
	struct arena a = ARENA_INIT;
	struct str lang = str_of(langs[i % 4]);

	(void)ctx;
	(void)worker;
	plural_of(lang, (int64_t)i);
	assert_true(numeral_whole(&a, lang, 5).n > 0);
	assert_true(calendar_date(&a, lang, STR("2026-02-03"), CALENDAR_LONG).n > 0);
	assert_true(tongue_autonym(&a, lang).n > 0);
	collate_close(collate_open(lang, COLLATE_NUMBERS));
	arena_free(&a);
}

static void
test_threads(void **state)
{
	struct pool *p = pool_open(4);

	(void)state;
	pool_each(p, 200, ask_all, 0);
	pool_close(p);
}

/* What ICU does not know must not follow the machine's locale; main() sets one. */
static void
test_unknown_language(void **state)
{
	(void)state;
	same_text(calendar_date(&arena, STR("xx"), STR("2026-02-03"), CALENDAR_LONG), "3 February 2026");
	same_text(numeral_whole(&arena, STR("xx"), 1234), "1,234");
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		T(test_known),
		T(test_aliases),
		T(test_pins),
		T(test_browsers),
		T(test_versions),
		T(test_threads),
		T(test_unknown_language),
	};

	setenv("LC_ALL", "de_DE.UTF-8", 1);
	return cmocka_run_group_tests(tests, 0, 0);
}
