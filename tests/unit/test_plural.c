/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/plural.h"

#include "told.h"

/* -- plural rules: z zero, 1 one, 2 two, f few, m many, . other -- */

static const int64_t counts[] = { 0, 1, 2, 3, 5, 10, 11, 12, 19, 20, 21, 22, 25, 31, 100, 101, 102, 111, 112, 1001,
	1000000 };

static const struct {
	const char *langs, *forms;
} plural_rows[] = {
	{ "nb nn en de sv fi et da en-GB no nb-NO", ".1..................." },
	{ "is", ".1........1..1.1...1." },
	{ "lv", "z1...zzzzz1..1z1.zz1z" },
	{ "lt", ".1fff.....1ff1.1f..1." },
	{ "pl", "m1ffmmmmmmmfmmmmfmmmm" },
	{ "ru uk", "m1ffmmmmmm1fm1m1fmm1m" },
	{ "ar", "z12fffmmmmmmmm...mm.." },
	{ "fa-AF prs", "11..................." },
};

static void
test_plural(void **state)
{
	static const char letters[PLURALS + 1] = "z12fm.";

	(void)state;
	for (size_t i = 0; i < sizeof plural_rows / sizeof *plural_rows; i++)
		for (struct str langs = str_of(plural_rows[i].langs), lang; langs.n;) {
			lang = str_cut(&langs, ' ');
			for (size_t k = 0; k < sizeof counts / sizeof *counts; k++)
				if (letters[plural_of(lang, counts[k])] != plural_rows[i].forms[k])
					fail_msg("%.*s %lld is %c", STR_ARG(lang), (long long)counts[k],
					    letters[plural_of(lang, counts[k])]);
		}
	for (size_t i = 0; i < sizeof plural_rows / sizeof *plural_rows; i++)
		for (struct str langs = str_of(plural_rows[i].langs), lang; langs.n;) {
			unsigned char table[150];

			lang = str_cut(&langs, ' ');
			plural_table(lang, table, sizeof table);
			for (size_t n = 0; n < sizeof table; n++)
				assert_int_equal(table[n], plural_of(lang, (int64_t)n));
		}
	assert_int_equal(plural_of(STR("xx"), 1), PLURAL_OTHER);
	assert_int_equal(plural_of(STR(""), 1), PLURAL_OTHER);
}

#define BIT(name) (1u << PLURAL_##name)

static void
test_plurals(void **state)
{
	(void)state;
	assert_int_equal(plural_forms(STR("nb")), BIT(ONE) | BIT(OTHER));
	assert_int_equal(plural_forms(STR("lv")), BIT(ZERO) | BIT(ONE) | BIT(OTHER));
	assert_int_equal(plural_forms(STR("lt")), BIT(ONE) | BIT(FEW) | BIT(MANY) | BIT(OTHER));
	assert_int_equal(plural_forms(STR("ar")), 63);
	assert_int_equal(plural_forms(STR("fa-AF")), BIT(ONE) | BIT(OTHER));
	assert_int_equal(plural_forms(STR("xx")), BIT(OTHER));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plural),
		cmocka_unit_test(test_plurals),
	};

	return cmocka_run_group_tests(tests, 0, 0);
}
