/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/wide.h"

#include <stdlib.h>

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

void
wide_apply(struct wide *w, wide_change *f)
{
	struct wide to = { .cap = w->n + 16 };
	UErrorCode error;

	do {
		error = U_ZERO_ERROR;
		to.p = mem_grow(to.p, (size_t)to.cap * sizeof *to.p);
		to.n = f(to.p, to.cap, w->p, w->n, &error);
		if (error == U_BUFFER_OVERFLOW_ERROR)
			to.cap = to.n + 1;
	} while (error == U_BUFFER_OVERFLOW_ERROR);
	if (U_FAILURE(error)) {
		free(to.p);
		return;
	}
	free(w->p);
	*w = to;
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
