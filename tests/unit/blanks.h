/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_BLANKS_H
#define TESTS_BLANKS_H

#include "told.h"

/* The blanks of CLDR change from one version to the next. */
static inline void
same_text(struct str s, const char *want)
{
	char folded[200];
	size_t n = 0;

	for (size_t i = 0; i < s.n && n < sizeof folded - 1; i++) {
		if (str_starts(str_sub(s, i, s.n), "\xc2\xa0"))
			folded[n++] = ' ', i += 1;
		else if (str_starts(str_sub(s, i, s.n), "\xe2\x80\xaf"))
			folded[n++] = ' ', i += 2;
		else
			folded[n++] = s.p[i];
	}
	is_text((struct str){ folded, n }, want);
}

#endif
