/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/calendar.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>

#include "base/mem.h"
#include "base/wide.h"
#include "localise/tag.h"

enum {
	DATE_MAX = 256,            /* longer than any date */
	FIRST_GREGORIAN = -141427, /* 1582-10-15, in days from 1970 */
};

static const UChar utc[] = { 'U', 'T', 'C', 0 };

const char *const calendar_forms[CALENDAR_FORMS] = { "full", "long", "medium", "short", "year-month", "month",
	"day-month" };

/* -- days -- */

static bool
digits(struct str s, size_t at, size_t n, int *out)
{
	*out = 0;
	for (size_t i = at; i < at + n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		*out = 10 * *out + (s.p[i] - '0');
	}
	return true;
}

/* Days from 1970-01-01 in the Gregorian calendar; false where that is no day. */
static bool
days_of(struct str iso, int64_t *days)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	int year, month, day, leap;
	int64_t before;

	if (iso.n != 10 || iso.p[4] != '-' || iso.p[7] != '-' || !digits(iso, 0, 4, &year) ||
	    !digits(iso, 5, 2, &month) || !digits(iso, 8, 2, &day))
		return false;
	leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	if (year < 1 || month < 1 || month > 12 || day < 1 || day > lengths[month - 1] + (month == 2 && leap))
		return false;
	before = year - 1;
	*days = before * 365 + before / 4 - before / 100 + before / 400 - 719162 + day - 1;
	for (int m = 1; m < month; m++)
		*days += lengths[m - 1] + (m == 2 && leap);
	return true;
}

/* -- forms -- */

/* How ICU is asked for a form: by a style, or by the fields that are wanted. */
static const struct {
	UDateFormatStyle style;
	const char *skeleton;
} forms[CALENDAR_FORMS] = {
	[CALENDAR_FULL] = { UDAT_FULL, 0 },
	[CALENDAR_LONG] = { UDAT_LONG, 0 },
	[CALENDAR_MEDIUM] = { UDAT_MEDIUM, 0 },
	[CALENDAR_SHORT] = { UDAT_SHORT, 0 },
	[CALENDAR_YEAR_MONTH] = { UDAT_PATTERN, "yMMMM" },
	[CALENDAR_MONTH] = { UDAT_PATTERN, "LLLL" },
	[CALENDAR_DAY_MONTH] = { UDAT_PATTERN, "MMMMd" },
};

static UDateFormat *
open_pattern(const char *icu, const char *fields, UErrorCode *e)
{
	UDateTimePatternGenerator *patterns = udatpg_open(icu, e);
	UChar skeleton[16], pattern[DATE_MAX];
	int32_t n;

	u_charsToUChars(fields, skeleton, (int32_t)strlen(fields));
	n = udatpg_getBestPattern(patterns, skeleton, (int32_t)strlen(fields), pattern, DATE_MAX, e);
	udatpg_close(patterns);
	return udat_open(UDAT_PATTERN, UDAT_PATTERN, icu, utc, 3, pattern, n, e);
}

/* Years before 1582 count as ISO 8601 has them; ICU would change to the Julian calendar there. */
static void
without_julian(UDateFormat *format, UErrorCode *e)
{
	UCalendar *calendar = U_SUCCESS(*e) ? ucal_clone(udat_getCalendar(format), e) : 0;
	UErrorCode none = U_ZERO_ERROR;

	if (!calendar)
		return;
	ucal_setGregorianChange(calendar, -1e15, &none); /* refused by other calendars */
	udat_setCalendar(format, calendar);
	ucal_close(calendar);
}

struct calendar {
	UDateFormat *format; /* NULL: ICU has none */
	bool gregorian;      /* ICU's change to the Julian calendar has been taken away */
};

static struct calendar *
open_as(const struct tag *tag, enum calendar_form form)
{
	struct calendar *c = mem_alloc(sizeof *c);
	const char *fields = forms[form].skeleton;
	UErrorCode e = U_ZERO_ERROR;

	c->gregorian = false;
	c->format = fields ? open_pattern(tag->icu, fields, &e)
			   : udat_open(UDAT_NONE, forms[form].style, tag->icu, utc, 3, 0, 0, &e);
	if (U_FAILURE(e)) {
		udat_close(c->format);
		c->format = 0;
	}
	return c;
}

struct calendar *
calendar_open(struct str lang, enum calendar_form form)
{
	struct tag tag = tag_counting(lang);

	tag_pin(&tag, "calendar", "gregorian");
	return open_as(&tag, form);
}

void
calendar_close(struct calendar *c)
{
	if (!c)
		return;
	udat_close(c->format);
	free(c);
}

struct str
calendar_write(struct calendar *c, struct arena *a, struct str iso)
{
	UErrorCode e = c->format ? U_ZERO_ERROR : U_UNSUPPORTED_ERROR;
	UChar text[DATE_MAX];
	int64_t days;
	int32_t n;

	if (!days_of(iso, &days))
		return STR_EMPTY;
	if (days < FIRST_GREGORIAN && !c->gregorian) {
		without_julian(c->format, &e);
		c->gregorian = true;
	}
	n = udat_format(c->format, (double)days * 86400000, text, DATE_MAX, 0, &e);
	return U_SUCCESS(e) && n <= DATE_MAX ? wide_text(a, text, n) : arena_str(a, iso);
}

static struct str
once(struct arena *a, struct calendar *c, struct str iso)
{
	struct str text = calendar_write(c, a, iso);

	calendar_close(c);
	return text;
}

struct str
calendar_date(struct arena *a, struct str lang, struct str iso, enum calendar_form form)
{
	return once(a, calendar_open(lang, form), iso);
}

struct str
calendar_own(struct arena *a, struct str lang, struct str iso, enum calendar_form form)
{
	struct tag tag = tag_counting(lang);

	return once(a, open_as(&tag, form), iso);
}
