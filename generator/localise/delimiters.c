/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/delimiters.h"

#include <unicode/ulocdata.h>

#include "base/wide.h"
#include "localise/tag.h"

static struct str
mark(struct arena *a, ULocaleData *data, ULocaleDataDelimiterType type, struct str otherwise)
{
	UErrorCode e = U_ZERO_ERROR;
	UChar text[8];
	int32_t n = ulocdata_getDelimiter(data, type, text, 8, &e);

	return U_SUCCESS(e) && n > 0 && n <= 8 ? wide_text(a, text, n) : otherwise;
}

struct delimiters
delimiters_of(struct arena *a, struct str lang)
{
	UErrorCode e = U_ZERO_ERROR;
	ULocaleData *data = ulocdata_open(tag_of(lang).icu, &e);
	struct delimiters d = { { STR("“"), STR("‘") }, { STR("”"), STR("’") } };

	if (U_FAILURE(e))
		return d;
	d.open[0] = mark(a, data, ULOCDATA_QUOTATION_START, d.open[0]);
	d.close[0] = mark(a, data, ULOCDATA_QUOTATION_END, d.close[0]);
	d.open[1] = mark(a, data, ULOCDATA_ALT_QUOTATION_START, d.open[1]);
	d.close[1] = mark(a, data, ULOCDATA_ALT_QUOTATION_END, d.close[1]);
	ulocdata_close(data);
	return d;
}
