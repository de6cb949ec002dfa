/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/series.h"

#include <stdlib.h>
#include <unicode/ulistformatter.h>

#include "base/mem.h"
#include "base/wide.h"
#include "localise/tag.h"

static struct str
join(struct arena *a, const UListFormatter *format, const UChar *const *items, const int32_t *sizes, size_t n)
{
	UErrorCode e = U_ZERO_ERROR;
	int32_t size = ulistfmt_format(format, items, sizes, (int32_t)n, 0, 0, &e);
	UChar *text;
	struct str joined = STR_EMPTY;

	if (e != U_BUFFER_OVERFLOW_ERROR && U_FAILURE(e))
		return STR_EMPTY;
	e = U_ZERO_ERROR;
	text = mem_alloc(((size_t)size + 1) * sizeof *text);
	size = ulistfmt_format(format, items, sizes, (int32_t)n, text, size + 1, &e);
	if (U_SUCCESS(e))
		joined = wide_text(a, text, size);
	free(text);
	return joined;
}

struct str
series_join(struct arena *a, struct str lang, const struct str *items, size_t n, enum series kind)
{
	UErrorCode e = U_ZERO_ERROR;
	UListFormatter *format = ulistfmt_openForType(
	    tag_of(lang).icu, kind == SERIES_OR ? ULISTFMT_TYPE_OR : ULISTFMT_TYPE_AND, ULISTFMT_WIDTH_WIDE, &e);
	const UChar **texts = ARENA_ARRAY(a, const UChar *, n + 1);
	int32_t *sizes = ARENA_ARRAY(a, int32_t, n + 1);
	struct str joined = STR_EMPTY;

	for (size_t i = 0; i < n; i++) {
		struct wide w = wide_of(items[i]);
		UChar *copy = ARENA_ARRAY(a, UChar, (size_t)w.n + 1);

		u_memcpy(copy, w.p, w.n);
		free(w.p);
		texts[i] = copy;
		sizes[i] = w.n;
	}
	if (U_SUCCESS(e) && n > 0)
		joined = join(a, format, texts, sizes, n);
	ulistfmt_close(format);
	return joined;
}
