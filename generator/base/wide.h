/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_WIDE_H
#define BASE_WIDE_H

#include <unicode/ustring.h>

#include "base/arena.h"
#include "base/str.h"

/* Text as ICU wants it, UTF-16. For the files that ask ICU, and nobody else. */
struct wide {
	UChar *p; /* the owner frees it */
	int32_t n, cap;
};

/* wide_of(s): ${s}, which must be shorter than INT32_MAX / 32; wrong bytes become U+FFFD. */
struct wide wide_of(struct str s);

/* What changes text as ICU does: writes to ${to}, returns the length it needs. */
typedef int32_t wide_change(UChar *to, int32_t cap, const UChar *from, int32_t n, UErrorCode *error);

/* wide_apply(w, f): replaces ${w} by what ${f} makes of it; it stays where ICU fails. */
void wide_apply(struct wide *w, wide_change *f);

/* wide_text(a, p, n): ${n} units of UTF-16 as UTF-8 in ${a}; empty where ICU fails. */
struct str wide_text(struct arena *a, const UChar *p, int32_t n);

#endif
