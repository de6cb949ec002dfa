/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ratio.h"

#include <assert.h>
#include <inttypes.h>

/*
 * Intermediate results are 128 bits wide: a product of two int64_t, or the sum of two such
 * products, always fits; only what remains after cancelling has to fit in 64 bits.
 */
__extension__ typedef __int128 wide;

static wide
gcd(wide a, wide b)
{
	while (b != 0) {
		wide rest = a % b;

		a = b;
		b = rest;
	}
	return a < 0 ? -a : a;
}

static bool
reduce(wide num, wide den, struct ratio *out)
{
	wide common;

	if (den == 0)
		return false;
	if (den < 0) {
		num = -num;
		den = -den;
	}
	common = gcd(num, den);
	num /= common;
	den /= common;
	if (num > INT64_MAX || num < INT64_MIN || den > INT64_MAX)
		return false;
	*out = RATIO((int64_t)num, (int64_t)den);
	return true;
}

bool
ratio_make(int64_t num, int64_t den, struct ratio *out)
{
	return reduce(num, den, out);
}

bool
ratio_add(struct ratio a, struct ratio b, struct ratio *out)
{
	return reduce((wide)a.num * b.den + (wide)b.num * a.den, (wide)a.den * b.den, out);
}

bool
ratio_sub(struct ratio a, struct ratio b, struct ratio *out)
{
	return reduce((wide)a.num * b.den - (wide)b.num * a.den, (wide)a.den * b.den, out);
}

bool
ratio_mul(struct ratio a, struct ratio b, struct ratio *out)
{
	return reduce((wide)a.num * b.num, (wide)a.den * b.den, out);
}

int
ratio_cmp(struct ratio a, struct ratio b)
{
	wide left = (wide)a.num * b.den, right = (wide)b.num * a.den;

	return (left > right) - (left < right);
}

void
ratio_write(struct buf *b, struct ratio r)
{
	assert(r.den > 0);
	buf_fmt(b, "%" PRId64, r.num);
	if (r.den != 1)
		buf_fmt(b, "/%" PRId64, r.den);
}

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
push_digit(int64_t *n, char c)
{
	return !__builtin_mul_overflow(*n, 10, n) && !__builtin_add_overflow(*n, c - '0', n);
}

/* Takes a run of digits off ${s} into ${n}; false where there is none or it does not fit. */
static bool
take_whole(struct str *s, int64_t *n)
{
	size_t i = 0;

	*n = 0;
	for (; i < s->n && digit(s->p[i]); i++)
		if (!push_digit(n, s->p[i]))
			return false;
	*s = str_sub(*s, i, s->n);
	return i > 0;
}

/* Takes "12", "0.25" or ".5" off ${s}. A full stop needs a digit behind it. */
static bool
take_decimal(struct str *s, int64_t *num, int64_t *den)
{
	bool whole = s->n > 0 && digit(s->p[0]);

	*num = 0;
	*den = 1;
	if (whole && !take_whole(s, num))
		return false;
	if (s->n < 2 || s->p[0] != '.' || !digit(s->p[1]))
		return whole;
	size_t i = 1;
	for (; i < s->n && digit(s->p[i]); i++)
		if (!push_digit(num, s->p[i]) || !push_digit(den, '0'))
			return false;
	*s = str_sub(*s, i, s->n);
	return true;
}

bool
ratio_parse(struct str s, struct ratio *out)
{
	int64_t num, den;
	bool minus;

	s = str_trim(s);
	minus = s.n > 0 && s.p[0] == '-';
	s = str_sub(s, minus, s.n);
	if (!take_decimal(&s, &num, &den))
		return false;
	if (den == 1 && s.n > 0 && s.p[0] == '/') {
		s = str_sub(s, 1, s.n);
		if (!take_whole(&s, &den))
			return false;
	} else if (str_is(str_trim(s), "%")) {
		s = STR_EMPTY;
		if (__builtin_mul_overflow(den, 100, &den))
			return false;
	}
	return s.n == 0 && reduce(minus ? -num : num, den, out);
}
