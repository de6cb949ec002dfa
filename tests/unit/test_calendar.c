/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/calendar.h"

#include "blanks.h"

static struct arena arena;

static int
setup(void **state)
{
	(void)state;
	arena = (struct arena)ARENA_INIT;
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

static void
test_dates(void **state)
{
	(void)state;
	same_text(calendar_long(&arena, STR("nb"), STR("2026-02-03")), "3. februar 2026");
	same_text(calendar_long(&arena, STR("en"), STR("2026-02-03")), "3 February 2026");
	same_text(calendar_long(&arena, STR("lv"), STR("2026-02-03")), "2026. gada 3. februāris");
	same_text(calendar_long(&arena, STR("lt"), STR("2026-02-03")), "2026 m. vasario 3 d.");
	same_text(calendar_long(&arena, STR("ru"), STR("2026-02-03")), "3 февраля 2026 г.");
	same_text(calendar_long(&arena, STR("fi"), STR("2024-02-29")), "29. helmikuuta 2024");
	same_text(calendar_long(&arena, STR("nb"), STR("1970-01-01")), "1. januar 1970");
	same_text(calendar_long(&arena, STR("nb"), STR("1969-12-31")), "31. desember 1969");
	same_text(calendar_long(&arena, STR("nb"), STR("2000-12-31")), "31. desember 2000");
	same_text(calendar_long(&arena, STR("nb"), STR("1900-03-01")), "1. mars 1900");
	same_text(calendar_long(&arena, STR("nb"), STR("9999-12-31")), "31. desember 9999");
}

static void
test_no_dates(void **state)
{
	static const char *const texts[] = { "", "2026", "2026-2-3", "2026-13-01", "2026-00-01", "2026-02-30",
		"2023-02-29", "1900-02-29", "2026-02-31", "2026-04-31", "0000-01-01", "2026/02/03", "2026-02-03T",
		"20x6-02-03", "-026-02-03", "2026-02- 3" };

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		is_text(calendar_long(&arena, STR("nb"), str_of(texts[i])), "");
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		T(test_dates),
		T(test_no_dates),
	};

	return cmocka_run_group_tests(tests, 0, 0);
}
