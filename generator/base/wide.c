/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/wide.h"

#include "base/mem.h"

struct wide
wide_of(struct str s)
{
	UErrorCode error = U_ZERO_ERROR;
	struct wide w = { .cap = (int32_t)s.n + 1 };

	w.p = mem_alloc((size_t)w.cap * sizeof *w.p);
	u_strFromUTF8WithSub(w.p, w.cap, &w.n, s.p, (int32_t)s.n, 0xfffd, NULL, &error);
	if (U_FAILURE(error))
		w.n = 0;
	return w;
}

struct str
wide_text(struct arena *a, const UChar *p, int32_t n)
{
	UErrorCode error = U_ZERO_ERROR;
	int32_t cap = 3 * n + 1, bytes = 0;
	char *text = arena_alloc(a, (size_t)cap);

	u_strToUTF8WithSub(text, cap, &bytes, p, n, 0xfffd, NULL, &error);
	return U_FAILURE(error) ? STR_EMPTY : (struct str){ text, (size_t)bytes };
}
