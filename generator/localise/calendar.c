/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/calendar.h"

#include <stdbool.h>
#include <unicode/udat.h>

#include "base/wide.h"
#include "localise/tag.h"

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

struct str
calendar_long(struct arena *a, struct str lang, struct str iso)
{
	static const UChar utc[] = { 'U', 'T', 'C', 0 };
	UErrorCode e = U_ZERO_ERROR;
	UDateFormat *format;
	UChar text[128];
	int64_t days;
	int32_t n;

	if (!days_of(iso, &days))
		return STR_EMPTY;
	format = udat_open(UDAT_NONE, UDAT_LONG, tag_of(lang).icu, utc, 3, 0, 0, &e);
	n = udat_format(format, (double)days * 86400000, text, 128, 0, &e);
	udat_close(format);
	return U_SUCCESS(e) && n <= 128 ? wide_text(a, text, n) : arena_str(a, iso);
}
