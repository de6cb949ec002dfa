/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/calendar.h"

#include "blanks.h"
#include "roomy.h"

static void
test_dates(void **state)
{
	(void)state;
	same_text(calendar_date(&arena, STR("nb"), STR("2026-02-03"), CALENDAR_LONG), "3. februar 2026");
	same_text(calendar_date(&arena, STR("en"), STR("2026-02-03"), CALENDAR_LONG), "3 February 2026");
	same_text(calendar_date(&arena, STR("lv"), STR("2026-02-03"), CALENDAR_LONG), "2026. gada 3. februāris");
	same_text(calendar_date(&arena, STR("lt"), STR("2026-02-03"), CALENDAR_LONG), "2026 m. vasario 3 d.");
	same_text(calendar_date(&arena, STR("ru"), STR("2026-02-03"), CALENDAR_LONG), "3 февраля 2026 г.");
	same_text(calendar_date(&arena, STR("fi"), STR("2024-02-29"), CALENDAR_LONG), "29. helmikuuta 2024");
	same_text(calendar_date(&arena, STR("nb"), STR("1970-01-01"), CALENDAR_LONG), "1. januar 1970");
	same_text(calendar_date(&arena, STR("nb"), STR("1969-12-31"), CALENDAR_LONG), "31. desember 1969");
	same_text(calendar_date(&arena, STR("nb"), STR("2000-12-31"), CALENDAR_LONG), "31. desember 2000");
	same_text(calendar_date(&arena, STR("nb"), STR("1900-03-01"), CALENDAR_LONG), "1. mars 1900");
	same_text(calendar_date(&arena, STR("nb"), STR("9999-12-31"), CALENDAR_LONG), "31. desember 9999");
}

static void
test_no_dates(void **state)
{
	static const char *const texts[] = { "", "2026", "2026-2-3", "2026-13-01", "2026-00-01", "2026-02-30",
		"2023-02-29", "1900-02-29", "2026-02-31", "2026-04-31", "0000-01-01", "2026/02/03", "2026-02-03T",
		"20x6-02-03", "-026-02-03", "2026-02- 3" };

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		is_text(calendar_date(&arena, STR("nb"), str_of(texts[i]), CALENDAR_LONG), "");
}

/* Month names stand in another form in a date than alone. */
static void
test_forms(void **state)
{
	static const struct {
		const char *lang, *forms[CALENDAR_FORMS];
	} rows[] = {
		{ "nb",
		    { "tirsdag 3. februar 2026", "3. februar 2026", "3. feb. 2026", "03.02.2026", "februar 2026",
			"februar", "3. februar" } },
		{ "lt",
		    { "2026 m. vasario 3 d., antradienis", "2026 m. vasario 3 d.", "2026-02-03", "2026-02-03",
			"2026 m. vasaris", "vasaris", "vasario 3 d." } },
		{ "pl",
		    { "wtorek, 3 lutego 2026", "3 lutego 2026", "3 lut 2026", "3.02.2026", "luty 2026", "luty",
			"3 lutego" } },
		{ "fi",
		    { "tiistai 3. helmikuuta 2026", "3. helmikuuta 2026", "3.2.2026", "3.2.2026", "helmikuu 2026",
			"helmikuu", "3. helmikuuta" } },
		{ "en",
		    { "Tuesday, 3 February 2026", "3 February 2026", "3 Feb 2026", "03/02/2026", "February 2026",
			"February", "3 February" } },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		for (int form = 0; form < CALENDAR_FORMS; form++)
			same_text(
			    calendar_date(&arena, str_of(rows[i].lang), STR("2026-02-03"), (enum calendar_form)form),
			    rows[i].forms[form]);
}

/* Appointments in Europe are Gregorian, whatever calendar CLDR gives a language. */
static void
test_calendars(void **state)
{
	(void)state;
	same_text(calendar_date(&arena, STR("fa-AF"), STR("2026-02-03"), CALENDAR_LONG), "۳ فبروری ۲۰۲۶");
	same_text(calendar_date(&arena, STR("prs"), STR("2026-02-03"), CALENDAR_MONTH), "فبروری");
	same_text(calendar_own(&arena, STR("fa-AF"), STR("2026-02-03"), CALENDAR_SHORT), "۱۴۰۴/۱۱/۱۴");
	same_text(calendar_date(&arena, STR("fa-AF-u-ca-persian"), STR("2026-02-03"), CALENDAR_SHORT), "۱۴۰۴/۱۱/۱۴");
	same_text(calendar_date(&arena, STR("ar"), STR("2026-02-03"), CALENDAR_LONG), "٣ فبراير ٢٠٢٦");
	same_text(calendar_date(&arena, STR("th"), STR("2026-02-03"), CALENDAR_DAY_MONTH), "3 กุมภาพันธ์");
	assert_null(strstr(calendar_date(&arena, STR("th"), STR("2026-02-03"), CALENDAR_LONG).p, "2569"));
}

/* ICU knows the Julian calendar; ISO 8601 does not. */
static void
test_long_ago(void **state)
{
	(void)state;
	same_text(calendar_date(&arena, STR("nb"), STR("1582-10-15"), CALENDAR_LONG), "15. oktober 1582");
	same_text(calendar_date(&arena, STR("nb"), STR("1582-10-14"), CALENDAR_LONG), "14. oktober 1582");
	same_text(calendar_date(&arena, STR("nb"), STR("1500-02-28"), CALENDAR_LONG), "28. februar 1500");
	same_text(calendar_date(&arena, STR("nb"), STR("0001-01-01"), CALENDAR_LONG), "1. januar 1");
	assert_true(calendar_date(&arena, STR("fa-AF-u-ca-persian"), STR("0001-01-01"), CALENDAR_LONG).n > 0);
}

/* One opened for many dates says the same, also after one before 1582. */
static void
test_many(void **state)
{
	struct calendar *c = calendar_open(STR("lv"), CALENDAR_FULL);
	static const char *const days[] = { "2026-02-03", "1400-01-01", "2026-02-03", "1582-10-14", "9999-12-31" };

	(void)state;
	for (size_t i = 0; i < sizeof days / sizeof *days; i++)
		assert_string_equal(calendar_write(c, &arena, str_of(days[i])).p,
		    calendar_date(&arena, STR("lv"), str_of(days[i]), CALENDAR_FULL).p);
	is_text(calendar_write(c, &arena, STR("2026-02-30")), "");
	calendar_close(c);
	calendar_close(NULL);
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		T(test_dates),
		T(test_forms),
		T(test_calendars),
		T(test_long_ago),
		T(test_many),
		T(test_no_dates),
	};

	return cmocka_run_group_tests(tests, 0, 0);
}
