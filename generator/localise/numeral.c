/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/numeral.h"

#include <unicode/unumberformatter.h>
#include <unicode/unumsys.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

#include "base/mem.h"
#include "base/wide.h"
#include "localise/tag.h"

/*
 * The newer of ICU's two interfaces: the older one does not know that Latvian writes 1234 without a blank.
 */

/* Longer than any whole number of 64 bits; what is longer is asked for twice. */
enum { SHORT = 128 };

static struct str
text_of(struct arena *a, const UFormattedNumber *number, UErrorCode *e)
{
	UChar some[SHORT], *all = some;
	int32_t n = unumf_resultToString(number, some, SHORT, e);

	if (*e == U_BUFFER_OVERFLOW_ERROR) {
		*e = U_ZERO_ERROR;
		all = ARENA_ARRAY(a, UChar, (size_t)n + 1);
		n = unumf_resultToString(number, all, n + 1, e);
	}
	return U_SUCCESS(*e) ? wide_text(a, all, n) : STR_EMPTY;
}

struct str
numeral_whole(struct arena *a, struct str lang, int64_t n)
{
	UErrorCode e = U_ZERO_ERROR;
	UNumberFormatter *format = unumf_openForSkeletonAndLocale((const UChar[]){ 0 }, 0, tag_counting(lang).icu, &e);
	UFormattedNumber *number = unumf_openResult(&e);
	struct str text;

	unumf_formatInt(format, n, number, &e);
	text = text_of(a, number, &e);
	unumf_closeResult(number);
	unumf_close(format);
	return U_SUCCESS(e) ? text : arena_fmt(a, "%lld", (long long)n);
}

uint32_t
numeral_zero(struct str lang)
{
	UErrorCode e = U_ZERO_ERROR;
	UNumberingSystem *system = unumsys_open(tag_counting(lang).icu, &e);
	UChar digits[32];
	UChar32 zero = 0, digit;
	int32_t n = 0, at = 0;
	int count = 0;

	if (U_SUCCESS(e) && !unumsys_isAlgorithmic(system))
		n = unumsys_getDescription(system, digits, 32, &e);
	unumsys_close(system);
	while (U_SUCCESS(e) && n <= 32 && at < n) {
		U16_NEXT(digits, at, n, digit);
		zero = count ? zero : digit;
		if (digit != zero + count++)
			return 0; /* Chinese ones are no row */
	}
	return count == 10 ? (uint32_t)zero : 0;
}

/* ${what}, and as many decimals as ${w} has: "percent .00". */
static UChar *
skeleton_of(struct arena *a, const char *what, const struct written *w)
{
	struct str ascii = arena_fmt(a, "%s .%*s", what, (int)w->part.n, "");
	UChar *skeleton = ARENA_ARRAY(a, UChar, ascii.n + 1);

	u_charsToUChars(ascii.p, skeleton, (int32_t)ascii.n);
	for (size_t i = ascii.n - w->part.n; i < ascii.n; i++)
		skeleton[i] = '0';
	return skeleton;
}

static struct str
formatted(struct arena *a, struct str lang, const char *what, const struct written *w)
{
	UErrorCode e = U_ZERO_ERROR;
	UNumberFormatter *format =
	    unumf_openForSkeletonAndLocale(skeleton_of(a, what, w), -1, tag_counting(lang).icu, &e);
	UFormattedNumber *number = unumf_openResult(&e);
	struct str ascii = written_text(a, w), text;

	unumf_formatDecimal(format, ascii.p, (int32_t)ascii.n, number, &e);
	text = text_of(a, number, &e);
	unumf_closeResult(number);
	unumf_close(format);
	return U_SUCCESS(e) ? text : ascii;
}

struct str
numeral_decimal(struct arena *a, struct str lang, const struct written *w)
{
	return formatted(a, lang, "", w);
}

struct str
numeral_percent(struct arena *a, struct str lang, const struct written *share)
{
	struct written w = *share;

	return written_shift(a, &w, 2) ? formatted(a, lang, "percent", &w) : STR_EMPTY;
}
