/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_CALENDAR_H
#define LOCALISE_CALENDAR_H

#include "base/arena.h"
#include "base/str.h"

/*
 * Days as a language writes them. A month's name has two forms in many (`3 lutego`, `luty`), so a date is asked for as a
 * whole and never put together.
 */
enum calendar_form {
	CALENDAR_FULL,   /* "tirsdag 3. februar 2026" */
	CALENDAR_LONG,   /* "3. februar 2026" */
	CALENDAR_MEDIUM, /* "3. feb. 2026" */
	CALENDAR_SHORT,  /* "03.02.2026" */
	CALENDAR_YEAR_MONTH,
	CALENDAR_MONTH,
	CALENDAR_DAY_MONTH,
	CALENDAR_FORMS
};

/* Their names, for people: "full", "year-month". */
extern const char *const calendar_forms[CALENDAR_FORMS];

/*
 * calendar_date(a, lang, iso, form): of "2026-02-03"; empty where that is no day of the years 1 to 9999. In the Gregorian
 * calendar, which appointments in Europe go by, also where a language has another one; unless ${lang} names that:
 * "fa-AF-u-ca-persian".
 */
struct str calendar_date(struct arena *a, struct str lang, struct str iso, enum calendar_form form);

/* calendar_own(a, lang, iso, form): the same in the calendar that CLDR gives the language: 14 Dalw 1404 for fa-AF. */
struct str calendar_own(struct arena *a, struct str lang, struct str iso, enum calendar_form form);

/*
 * The same as calendar_date() for many dates of a language: opening is what takes time. Not shared between threads.
 * The caller ends it with calendar_close(); NULL is harmless there.
 */
struct calendar;
struct calendar *calendar_open(struct str lang, enum calendar_form form);
struct str calendar_write(struct calendar *c, struct arena *a, struct str iso);
void calendar_close(struct calendar *c);

#endif
