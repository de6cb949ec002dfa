/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/plural.h"

#include <stdio.h>

#include "told.h"

static const char letters[PLURALS + 1] = "z12fm.";

/* -- whole numbers: z zero, 1 one, 2 two, f few, m many, . other -- */

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

/* -- numbers as they are written -- */

static const char *const decimals[] = { "0.0", "0.1", "0.5", "1.0", "1.1", "1.5", "2.0", "2.1", "10.0", "11.0", "21.0",
	"0.11", "0.21", "1.01", "10.11" };

static const struct {
	const char *langs, *forms;
} decimal_rows[] = {
	{ "nb nn", "...1..........." },
	{ "en de sv fi et", "..............." },
	{ "da", ".11111.....111." },
	{ "is", ".1.11..1..1.11." },
	{ "lv", "z1.11..1zz1z11z" },
	{ "lt", ".mm1mmfm..1mmmm" },
	{ "pl ru uk", "..............." },
	{ "ar", "z..1..2.fmm...." },
	{ "fa-AF prs", "1111.......11.." },
};

static enum plural
written_form(struct str lang, const char *text, enum plural_kind kind)
{
	struct arena a = ARENA_INIT;
	struct written w;
	enum plural form;

	assert_null(written_read(&a, str_of(text), &w));
	form = plural_written(lang, &w, kind);
	arena_free(&a);
	return form;
}

static void
test_decimals(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof decimal_rows / sizeof *decimal_rows; i++)
		for (struct str langs = str_of(decimal_rows[i].langs), lang; langs.n;) {
			lang = str_cut(&langs, ' ');
			for (size_t k = 0; k < sizeof decimals / sizeof *decimals; k++) {
				char got = letters[written_form(lang, decimals[k], PLURAL_CARDINAL)];

				if (got != decimal_rows[i].forms[k])
					fail_msg("%.*s %s is %c", STR_ARG(lang), decimals[k], got);
			}
		}
}

/* Without decimals, both ways of asking say the same. */
static void
test_written_whole(void **state)
{
	static const char *const langs[] = { "nb", "lv", "lt", "pl", "ru", "ar", "is", "da", "fa-AF" };

	(void)state;
	for (size_t i = 0; i < sizeof langs / sizeof *langs; i++)
		for (int64_t n = 0; n < 300; n++) {
			char text[8];

			snprintf(text, sizeof text, "%d", (int)n);
			assert_int_equal(
			    written_form(str_of(langs[i]), text, PLURAL_CARDINAL), plural_of(str_of(langs[i]), n));
		}
	assert_int_equal(written_form(STR("xx"), "1", PLURAL_CARDINAL), PLURAL_OTHER);
}

static void
test_ordinals(void **state)
{
	static const struct {
		const char *lang, *ones, *fews, *twos, *others;
	} rows[] = {
		{ "en", "1 21 101", "3 23 103", "2 22 102", "0 4 11 12 13 111" },
		{ "sv", "1 2 21 22", "", "", "3 11 12 111" },
		{ "uk", "", "3 23 103", "", "1 2 13 113" },
		{ "nb", "", "", "", "1 2 3" },
		{ "lv", "", "", "", "0 1 21" },
		{ "ar", "", "", "", "0 1 2" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct {
			const char *list;
			enum plural form;
		} lists[] = { { rows[i].ones, PLURAL_ONE }, { rows[i].fews, PLURAL_FEW }, { rows[i].twos, PLURAL_TWO },
			{ rows[i].others, PLURAL_OTHER } };

		for (size_t k = 0; k < 4; k++)
			for (struct str list = str_of(lists[k].list); list.n;) {
				struct arena a = ARENA_INIT;
				struct str n = arena_str(&a, str_cut(&list, ' '));

				if (written_form(str_of(rows[i].lang), n.p, PLURAL_ORDINAL) != lists[k].form)
					fail_msg("%s %s", rows[i].lang, n.p);
				arena_free(&a);
			}
	}
}

/* ICU forgets digits beyond the eighteenth. */
static void
test_long_numbers(void **state)
{
	static const struct {
		const char *lang, *n;
		char form;
	} rows[] = {
		{ "nb", "1000000000000000000000000000001", '.' },
		{ "en", "1000000000000000000000000000001", '.' },
		{ "lv", "1000000000000000000000000000001", '1' },
		{ "lv", "1000000000000000000000000000000", 'z' },
		{ "ar", "1000000000000000000000000000000", '.' },
		{ "ar", "1000000000000000000000000000003", 'f' },
		{ "ar", "1000000000000000000000000000099", 'm' },
		{ "pl", "1000000000000000000000000000002", 'f' },
		{ "fr", "1000000000000000000000000000000", 'm' },
		{ "fr", "1000000000000000000000000000001", '.' },
		{ "is", "0.0000000000000000000000000000001", '1' },
		{ "is", "1.00000000000000000000000000000", '1' },
		{ "da", "0.0000000000000000000000000000002", '1' },
		{ "lv", "0.0000000000000000000000000000021", '1' },
		{ "lv", "0.0000000000000000000000000000011", '1' }, /* eleven is special with two decimals only */
		{ "lt", "5.00000000000000000000000000000000000000001", 'm' },
		{ "nb", "1.00000000000000000000000000000000000000001", '.' },
		{ "nb", "1.00000000000000000000000000000000000000000", '1' },
		{ "en", "-1", '1' },
		{ "en", "1e0", '1' },
		{ "en", "0001", '1' },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char got = letters[written_form(str_of(rows[i].lang), rows[i].n, PLURAL_CARDINAL)];

		if (got != rows[i].form)
			fail_msg("%s %s is %c", rows[i].lang, rows[i].n, got);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plural),
		cmocka_unit_test(test_plurals),
		cmocka_unit_test(test_decimals),
		cmocka_unit_test(test_written_whole),
		cmocka_unit_test(test_ordinals),
		cmocka_unit_test(test_long_numbers),
	};

	return cmocka_run_group_tests(tests, 0, 0);
}
