/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/numeral.h"

#include <unicode/unumberformatter.h>

#include "base/wide.h"
#include "localise/tag.h"

/* The newer of ICU's two interfaces: the older one does not know that Latvian writes 1234 without a blank. */
struct str
numeral_whole(struct arena *a, struct str lang, int64_t n)
{
	UErrorCode e = U_ZERO_ERROR;
	UNumberFormatter *format = unumf_openForSkeletonAndLocale((const UChar[]){ 0 }, 0, tag_of(lang).icu, &e);
	UFormattedNumber *number = unumf_openResult(&e);
	UChar text[128];
	int32_t len;

	unumf_formatInt(format, n, number, &e);
	len = unumf_resultToString(number, text, 128, &e);
	unumf_closeResult(number);
	unumf_close(format);
	return U_SUCCESS(e) && len <= 128 ? wide_text(a, text, len) : arena_fmt(a, "%lld", (long long)n);
}
