/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/written.h"

#include <string.h>

static size_t
digits_end(struct str s, size_t at)
{
	while (at < s.n && s.p[at] >= '0' && s.p[at] <= '9')
		at++;
	return at;
}

static struct str
without_zeros(struct str digits)
{
	size_t at = 0;

	while (at + 1 < digits.n && digits.p[at] == '0')
		at++;
	return digits.n > 0 ? str_sub(digits, at, digits.n) : STR("0");
}

/* The exponent at ${at}, behind its letter; false where there is none. Clamped: what is so far off is too long anyway. */
static bool
exponent(struct str s, size_t at, int *out)
{
	bool minus = at < s.n && s.p[at] == '-';
	size_t end;

	if (at < s.n && (s.p[at] == '-' || s.p[at] == '+'))
		at++;
	end = digits_end(s, at);
	if (end == at || end != s.n)
		return false;
	*out = 0;
	for (; at < end && *out < 100 * WRITTEN_MAX; at++)
		*out = 10 * *out + (s.p[at] - '0');
	if (minus)
		*out = -*out;
	return true;
}

bool
written_shift(struct arena *a, struct written *w, int by)
{
	size_t n = w->whole.n + w->part.n, left = by < 0 ? (size_t)-by : 0, right = by > 0 ? (size_t)by : 0;
	size_t zeros = left >= w->whole.n ? left - w->whole.n + 1 : 0; /* in front, so that a digit stays there */
	size_t more = right > w->part.n ? right - w->part.n : 0, point;
	struct str whole;
	char *digits;

	if (left > 2 * WRITTEN_MAX || right > 2 * WRITTEN_MAX)
		return false;
	digits = arena_alloc(a, zeros + n + more + 1);
	memset(digits, '0', zeros + n + more);
	memcpy(digits + zeros, w->whole.p, w->whole.n);
	memcpy(digits + zeros + w->whole.n, w->part.p, w->part.n);
	point = zeros + w->whole.n + right - left;
	n += zeros + more;
	whole = without_zeros((struct str){ digits, point });
	if (whole.n > WRITTEN_MAX || n - point > WRITTEN_MAX)
		return false;
	w->whole = whole;
	w->part = (struct str){ digits + point, n - point };
	return true;
}

/* A zero has no exponent worth writing out: 0e999999 is 0. */
static bool
is_zero(const struct written *w)
{
	for (size_t i = 0; i < w->part.n; i++)
		if (w->part.p[i] != '0')
			return false;
	return str_is(w->whole, "0");
}

const char *
written_read(struct arena *a, struct str text, struct written *out)
{
	static const char *const none = "is no number: digits, and a point before decimals";
	struct written w = { .minus = text.n > 0 && text.p[0] == '-' };
	size_t at = w.minus ? 1 : 0, whole = digits_end(text, at), end = whole;
	int by = 0;

	if (whole < text.n && text.p[whole] == '.')
		end = digits_end(text, whole + 1);
	if (end == at || (end > whole && end == whole + 1))
		return none;
	w.whole = without_zeros(str_sub(text, at, whole));
	w.part = end > whole ? str_sub(text, whole + 1, end) : STR_EMPTY;
	if (end < text.n && ((text.p[end] | 0x20) != 'e' || !exponent(text, end + 1, &by)))
		return none;
	if (is_zero(&w) && by > 0)
		by = 0;
	if (!written_shift(a, &w, by))
		return "has too many digits: 999 may stand on each side of the point";
	*out = w;
	return 0;
}

struct str
written_text(struct arena *a, const struct written *w)
{
	return arena_fmt(
	    a, "%s%.*s%s%.*s", w->minus ? "-" : "", STR_ARG(w->whole), w->part.n > 0 ? "." : "", STR_ARG(w->part));
}
