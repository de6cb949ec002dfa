/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package/decimal.h"

enum { MOST_PLACES = 18, MOST_EXPONENT = 18 };

bool
decimal_write(struct buf *b, struct ratio r, int places)
{
	unsigned __int128 den = (unsigned __int128)r.den, rest, whole;
	char digits[MOST_PLACES];
	int n = 0;
	bool exact, negative = r.num < 0;

	rest = negative ? (unsigned __int128)(-(__int128)r.num) : (unsigned __int128)r.num;
	places = places > MOST_PLACES ? MOST_PLACES : places;
	whole = rest / den;
	rest %= den;
	for (; n < places && rest > 0; n++) {
		rest *= 10;
		digits[n] = (char)('0' + (int)(rest / den));
		rest %= den;
	}
	exact = rest == 0;
	if (2 * rest >= den && rest > 0) {
		int i = n;

		while (i > 0 && digits[i - 1] == '9')
			digits[--i] = '0';
		if (i > 0)
			digits[i - 1]++;
		else
			whole++;
	}
	while (n > 0 && digits[n - 1] == '0')
		n--;
	if (negative && (whole > 0 || n > 0))
		buf_chr(b, '-');
	buf_fmt(b, "%llu", (unsigned long long)whole);
	if (n > 0) {
		buf_chr(b, '.');
		buf_put(b, digits, (size_t)n);
	}
	return exact;
}

static bool
read_exponent(struct str s, int *out)
{
	bool negative = s.n > 0 && s.p[0] == '-';
	int e = 0;

	if (s.n > 0 && (s.p[0] == '-' || s.p[0] == '+'))
		s = str_sub(s, 1, s.n);
	if (s.n == 0)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		e = 10 * e + (s.p[i] - '0');
		if (e > MOST_EXPONENT)
			return false;
	}
	*out = negative ? -e : e;
	return true;
}

bool
decimal_read(struct str s, struct ratio *out)
{
	struct ratio r, ten = RATIO(10, 1), tenth = RATIO(1, 10);
	size_t at;
	int e = 0;

	s = str_trim(s);
	at = str_find(s, 'e') < s.n ? str_find(s, 'e') : str_find(s, 'E');
	if (at < s.n && !read_exponent(str_sub(s, at + 1, s.n), &e))
		return false;
	s = str_sub(s, 0, at);
	if (s.n > 0 && s.p[0] == '+')
		s = str_sub(s, 1, s.n);
	if (str_ends(s, ".") && s.n > 1)
		s.n--;
	if (str_ends(s, "%") || str_find(s, '/') < s.n || !ratio_parse(s, &r))
		return false;
	for (; e > 0; e--)
		if (!ratio_mul(r, ten, &r))
			return false;
	for (; e < 0; e++)
		if (!ratio_mul(r, tenth, &r))
			return false;
	*out = r;
	return true;
}
