/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/tongue.h"

#include "roomy.h"
#include "told.h"

static void
test_autonyms(void **state)
{
	static const struct {
		const char *lang, *name;
	} rows[] = {
		{ "nb", "norsk bokmål" },
		{ "nn", "norsk nynorsk" },
		{ "en", "English" },
		{ "lv", "latviešu" },
		{ "ru", "русский" },
		{ "et", "eesti" },
		{ "lt", "lietuvių" },
		{ "pl", "polski" },
		{ "sv", "svenska" },
		{ "fi", "suomi" },
		{ "da", "dansk" },
		{ "de", "Deutsch" },
		{ "is", "íslenska" },
		{ "ar", "العربية" },
		{ "uk", "українська" },
		{ "fa-AF", "دری" },
		{ "prs", "دری" },
		{ "no", "norsk bokmål" },
		{ "en-GB", "British English" },
		{ "xx", "xx" },
		{ "", "" },
		{ "a b", "a b" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		is_text(tongue_autonym(&arena, str_of(rows[i].lang)), rows[i].name);
}

static void
test_names(void **state)
{
	(void)state;
	is_text(tongue_name(&arena, STR("en"), STR("nb")), "engelsk");
	is_text(tongue_name(&arena, STR("nb"), STR("en")), "Norwegian Bokmål");
	is_text(tongue_name(&arena, STR("nb"), STR("nb")), "norsk bokmål");
	is_text(tongue_name(&arena, STR("nb"), STR("xx")), "Norwegian Bokmål");
	is_text(tongue_name(&arena, STR("zzzzzzzzz"), STR("nb")), "zzzzzzzzz");
}

static void
test_rtl(void **state)
{
	(void)state;
	assert_true(
	    tongue_rtl(STR("ar")) && tongue_rtl(STR("fa-AF")) && tongue_rtl(STR("prs")) && tongue_rtl(STR("he")));
	assert_false(tongue_rtl(STR("nb")) || tongue_rtl(STR("ru")) || tongue_rtl(STR("xx")) || tongue_rtl(STR("")));
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		T(test_autonyms),
		T(test_names),
		T(test_rtl),
	};

	return cmocka_run_group_tests(tests, 0, 0);
}
