/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/calendar.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>

#include "base/wide.h"
#include "localise/tag.h"

/* Longer than any date. */
enum { DATE_MAX = 256 };

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

static struct str
written_in(struct arena *a, const char *icu, int64_t days, enum calendar_form form)
{
	UErrorCode e = U_ZERO_ERROR;
	UDateFormat *format = forms[form].skeleton ? open_pattern(icu, forms[form].skeleton, &e)
						   : udat_open(UDAT_NONE, forms[form].style, icu, utc, 3, 0, 0, &e);
	UChar text[DATE_MAX];
	int32_t n;

	if (days < -141427) /* 1582-10-15 */
		without_julian(format, &e);
	n = udat_format(format, (double)days * 86400000, text, DATE_MAX, 0, &e);
	udat_close(format);
	return U_SUCCESS(e) && n <= DATE_MAX ? wide_text(a, text, n) : STR_EMPTY;
}

static struct str
date_in(struct arena *a, const struct tag *tag, struct str iso, enum calendar_form form)
{
	int64_t days;
	struct str text;

	if (!days_of(iso, &days))
		return STR_EMPTY;
	text = written_in(a, tag->icu, days, form);
	return text.n ? text : arena_str(a, iso);
}

struct str
calendar_date(struct arena *a, struct str lang, struct str iso, enum calendar_form form)
{
	struct tag tag = tag_counting(lang);

	tag_pin(&tag, "calendar", "gregorian");
	return date_in(a, &tag, iso, form);
}

struct str
calendar_own(struct arena *a, struct str lang, struct str iso, enum calendar_form form)
{
	struct tag tag = tag_counting(lang);

	return date_in(a, &tag, iso, form);
}
