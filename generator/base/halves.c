/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/halves.h"

#include <string.h>

/* The unit of UTF-16 that an escape at ${at} writes; 0 where there is none. */
static unsigned
escaped_unit(struct str s, size_t at)
{
	unsigned unit = 0;

	if (at + 6 > s.n || s.p[at] != '\\' || s.p[at + 1] != 'u')
		return 0;
	for (size_t i = at + 2; i < at + 6; i++) {
		char c = str_lower(s.p[i]);

		if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f'))
			return 0;
		unit = unit * 16 + (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10);
	}
	return unit;
}

/* The place of the next half of a surrogate pair from ${at} on; s.n where there is none. */
static size_t
next_half(struct str s, size_t at)
{
	const char *found;

	while ((found = memchr(s.p + at, '\\', s.n - at)) != NULL) {
		unsigned unit;

		at = (size_t)(found - s.p);
		unit = escaped_unit(s, at) & 0xfc00;
		if (unit == 0xdc00 || (unit == 0xd800 && (escaped_unit(s, at + 6) & 0xfc00) != 0xdc00))
			return at;
		at += unit == 0xd800 ? 12 : 2;
		if (at >= s.n)
			break;
	}
	return s.n;
}

struct str
halves_mended(struct str s, struct buf *copy)
{
	size_t at = next_half(s, 0);

	if (at == s.n)
		return s;
	buf_str(copy, s);
	for (; at < s.n; at = next_half(s, at + 6))
		memcpy(copy->p + at + 2, "fffd", 4);
	return buf_view(copy);
}
