/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/keeping.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const struct {
	const char *text, *word;
	bool whole, bent;
} rows[] = {
	{ "", "", false, false },
	{ "a", "", false, false },
	{ "", "a", false, false },
	{ "STROM", "STROM", true, true },
	{ "STROMs", "STROM", false, true },
	{ "STROM's", "STROM", true, true },
	{ "(STROM)", "STROM", true, true },
	{ "xSTROM", "STROM", false, false },
	{ "\xc3\xa9STROM", "STROM", false, false },
	{ "xSTROM STROM", "STROM", true, true },
	{ "strom", "STROM", false, false },
	{ "STRO", "STROM", false, false },
	{ "112", "112", true, true },
	{ "1123", "112", false, false },
	{ "3112", "112", false, false },
	{ "112-ta", "112", true, true },
	{ "112s", "112", false, true },
	{ "116 006", "116 006", true, true },
	{ "116\xc2\xa0"
	  "006",
	    "116 006", true, true },
	{ "116\xe2\x80\xaf"
	  "006.",
	    "116 006", true, true },
	{ "a\xc2\xa0"
	  "116 006",
	    "116 006", true, true },
	{ "116 006\xc2\xa0kr", "116 006", true, true },
	{ "116006", "116 006", false, false },
	{ "116  006", "116 006", false, false },
	{ "116 00", "116 006", false, false },
	{ "\xc3\x85land", "\xc3\x85land", true, true },
	{ "\xd0\x9c\xd0\x9e\xd0\xa2\xd0\xb0", "\xd0\x9c\xd0\x9e\xd0\xa2", false, true },
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (keeping_has(str_of(rows[i].text), str_of(rows[i].word), true) != rows[i].whole ||
		    keeping_has(str_of(rows[i].text), str_of(rows[i].word), false) != rows[i].bent)
			fail_msg("`%s` in `%s`", rows[i].word, rows[i].text);
}

static void
test_message(void **state)
{
	struct str words[] = { STR("STROM"), STR("112"), STR("Riga") };
	struct text_list kept = { words, 3 };
	struct source src = { STR("a.po"), STR_EMPTY };
	struct diags d = DIAGS_INIT;

	(void)state;
	keeping_message(&kept, STR("STROM in Riga"), STR("STROMs i Riga"), &src, 1, &d);
	assert_int_equal(d.all.n, 0);
	keeping_message(&kept, STR("STROM: 112"), STR("113"), &src, 9, &d);
	assert_int_equal(d.all.n, 2);
	assert_int_equal(d.all.v[0].code, DIAG_TRANSLATION_KEPT);
	assert_int_equal(d.all.v[1].at.line, 9);
	diags_free(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows), cmocka_unit_test(test_message) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
