/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/series.h"

#include "told.h"

static struct arena arena;

static int
teardown(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

static const struct str items[] = { STR_INIT("a"), STR_INIT("b"), STR_INIT("c") };

static void
test_odd(void **state)
{
	static const struct str odd[] = { STR_INIT(""), STR_INIT("\xff"), STR_INIT("{0}, {1}") };

	(void)state;
	is_text(series_join(&arena, STR("nb"), items, 0, SERIES_AND), "");
	is_text(series_join(&arena, STR("nb"), items, 1, SERIES_AND), "a");
	is_text(series_join(&arena, STR("nb"), odd, 3, SERIES_AND), ", \ufffd og {0}, {1}");
	is_text(series_join(&arena, STR("xx"), items, 3, SERIES_AND), "a, b and c");
}

static void
test_many(void **state)
{
	struct str *many = ARENA_ARRAY(&arena, struct str, 5000);

	(void)state;
	for (size_t i = 0; i < 5000; i++)
		many[i] = STR("øl");
	assert_int_equal(
	    series_join(&arena, STR("nb"), many, 5000, SERIES_OR).n, 5000 * 3 + 4998 * 2 + strlen(" eller "));
}

static void
test_series(void **state)
{
	static const struct {
		const char *lang, *all, *any;
	} rows[] = {
		{ "nb", "a, b og c", "a, b eller c" },
		{ "nn", "a, b og c", "a, b eller c" },
		{ "en", "a, b and c", "a, b or c" },
		{ "en-US", "a, b, and c", "a, b, or c" },
		{ "lv", "a, b un c", "a, b vai c" },
		{ "ru", "a, b и c", "a, b или c" },
		{ "pl", "a, b i c", "a, b lub c" },
		{ "de", "a, b und c", "a, b oder c" },
		{ "fi", "a, b ja c", "a, b tai c" },
		{ "fa-AF", "a،\u200f b، و c", NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		is_text(series_join(&arena, str_of(rows[i].lang), items, 3, SERIES_AND), rows[i].all);
		if (rows[i].any != NULL)
			is_text(series_join(&arena, str_of(rows[i].lang), items, 3, SERIES_OR), rows[i].any);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_odd, teardown),
		cmocka_unit_test_teardown(test_many, teardown),
		cmocka_unit_test_teardown(test_series, teardown),
	};

	return cmocka_run_group_tests(tests, 0, 0);
}
