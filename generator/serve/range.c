/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/range.h"

#include <stdbool.h>
#include <stdint.h>

/* Takes digits off ${s}; a number that is too large counts as the largest. False where there are none. */
static bool
number(struct str *s, size_t *out)
{
	size_t i = 0, n = 0;

	for (; i < s->n && s->p[i] >= '0' && s->p[i] <= '9'; i++)
		n = n > (SIZE_MAX - 9) / 10 ? SIZE_MAX : n * 10 + (size_t)(s->p[i] - '0');
	*s = str_sub(*s, i, s->n);
	*out = n;
	return i > 0;
}

/* "bytes=", in any letters. */
static bool
unit(struct str *s)
{
	static const char bytes[] = "bytes=";

	if (s->n < sizeof bytes - 1)
		return false;
	for (size_t i = 0; i < sizeof bytes - 1; i++)
		if (str_lower(s->p[i]) != bytes[i])
			return false;
	*s = str_trim(str_sub(*s, sizeof bytes - 1, s->n));
	return true;
}

static enum range_kind
suffix(struct str s, size_t size, size_t *from, size_t *to)
{
	size_t n;

	if (!number(&s, &n) || s.n > 0)
		return RANGE_ALL;
	if (n == 0 || size == 0)
		return RANGE_OUTSIDE;
	*from = n < size ? size - n : 0;
	*to = size;
	return RANGE_PART;
}

enum range_kind
range_parse(struct str header, size_t size, size_t *from, size_t *to)
{
	struct str s = str_trim(header);
	size_t first, last = SIZE_MAX;

	if (!unit(&s))
		return RANGE_ALL;
	if (str_starts(s, "-"))
		return suffix(str_sub(s, 1, s.n), size, from, to);
	if (!number(&s, &first) || !str_starts(s, "-"))
		return RANGE_ALL;
	s = str_sub(s, 1, s.n);
	if (s.n > 0 && (!number(&s, &last) || s.n > 0 || last < first))
		return RANGE_ALL;
	if (first >= size)
		return RANGE_OUTSIDE;
	*from = first;
	*to = last < size ? last + 1 : size;
	return RANGE_PART;
}
