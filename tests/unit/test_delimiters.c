/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/delimiters.h"

#include "told.h"

/* CLDR 42, as in CLDR 48. */
static const struct {
	const char *langs, *marks;
} rows[] = {
	{ "nb nn no nb-NO", "« » ‘ ’" },
	{ "en en-GB en-US", "“ ” ‘ ’" },
	{ "lv da", "“ ” ‘ ’" },
	{ "ru uk", "« » „ “" },
	{ "et de is", "„ “ ‚ ‘" },
	{ "lt", "„ “ „ “" },
	{ "pl", "„ ” « »" },
	{ "sv fi", "” ” ’ ’" },
	{ "ar", "” “ ’ ‘" },
	{ "fa-AF prs fa", "« » ‹ ›" },
};

static void
test_rows(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		for (struct str langs = str_of(rows[i].langs); langs.n > 0;) {
			struct str lang = str_cut(&langs, ' ');
			struct delimiters d = delimiters_of(&a, lang);
			struct str marks = arena_fmt(&a, "%.*s %.*s %.*s %.*s", STR_ARG(d.open[0]), STR_ARG(d.close[0]),
			    STR_ARG(d.open[1]), STR_ARG(d.close[1]));

			if (!str_is(marks, rows[i].marks))
				fail_msg("%.*s: %.*s, want %s", STR_ARG(lang), STR_ARG(marks), rows[i].marks);
		}
	arena_free(&a);
}

/* A language without marks has English ones. */
static void
test_unknown(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	is_text(delimiters_of(&a, STR("zzz")).open[0], "“");
	is_text(delimiters_of(&a, STR("")).close[1], "’");
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_unknown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
