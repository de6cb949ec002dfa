/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/exact.h"

#include <assert.h>
#include <gmp.h>
#include <stdlib.h>

#include "base/mem.h"

struct exact {
	struct exact *before; /* the one that was made before it */
	mpq_t q;
};

static struct exact *
exact_new(struct exacts *all)
{
	struct exact *x = mem_alloc(sizeof *x);

	mpq_init(x->q);
	x->before = all->last;
	all->last = x;
	return x;
}

void
exact_end(struct exacts *all)
{
	while (all->last != NULL) {
		struct exact *x = all->last;

		all->last = x->before;
		mpq_clear(x->q);
		free(x);
	}
}

const struct exact *
exact_of(struct exacts *all, long num, unsigned long den)
{
	struct exact *x = exact_new(all);

	assert(den > 0);
	mpq_set_si(x->q, num, den);
	mpq_canonicalize(x->q);
	return x;
}

/* -- reading -- */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Takes the digits at the front of ${s} off it. */
static struct str
take_digits(struct str *s)
{
	size_t n = 0;
	struct str digits;

	while (n < s->n && is_digit(s->p[n]))
		n++;
	digits = str_sub(*s, 0, n);
	*s = str_sub(*s, n, s->n);
	return digits;
}

static bool
take_sign(struct str *s)
{
	bool minus = str_starts(*s, "-");

	if (minus)
		*s = str_sub(*s, 1, s->n);
	return minus;
}

/* ${z} becomes the number that ${digits} are, put one behind the other. */
static void
set_digits(mpz_t z, struct str digits, struct str more)
{
	struct buf b = BUF_INIT;

	buf_str(&b, digits);
	buf_str(&b, more);
	buf_chr(&b, '\0');
	mpz_set_str(z, b.p, 10);
	buf_free(&b);
}

/* x * 10^e */
static void
scale(mpq_t x, long e)
{
	mpz_t power;

	mpz_init(power);
	mpz_ui_pow_ui(power, 10, (unsigned long)labs(e));
	if (e < 0)
		mpz_mul(mpq_denref(x), mpq_denref(x), power);
	else
		mpz_mul(mpq_numref(x), mpq_numref(x), power);
	mpz_clear(power);
	mpq_canonicalize(x);
}

/* What stands behind the `e`; false where it is no exponent that is held. */
static bool
read_exponent(struct str s, long *e)
{
	bool minus = take_sign(&s);
	struct str digits;

	if (!minus && str_starts(s, "+"))
		s = str_sub(s, 1, s.n);
	digits = take_digits(&s);
	*e = 0;
	for (size_t i = 0; i < digits.n && *e <= EXACT_MAX_EXPONENT; i++)
		*e = *e * 10 + (digits.p[i] - '0');
	if (digits.n == 0 || s.n > 0 || *e > EXACT_MAX_EXPONENT)
		return false;
	if (minus)
		*e = -*e;
	return true;
}

/* ${s}, behind the sign, as a decimal with an exponent or a sign of percent. */
static bool
read_decimal(mpq_t x, struct str s)
{
	struct str whole = take_digits(&s), places = STR_EMPTY;
	long e = 0;

	if (str_starts(s, ".")) {
		s = str_sub(s, 1, s.n);
		places = take_digits(&s);
	}
	if (whole.n + places.n == 0)
		return false;
	if (str_is(s, "%"))
		e = -2;
	else if (s.n > 0 && (str_lower(s.p[0]) != 'e' || !read_exponent(str_sub(s, 1, s.n), &e)))
		return false;
	set_digits(mpq_numref(x), whole, places);
	scale(x, e - (long)places.n);
	return true;
}

/* "22/-7" is a fraction of two integers as well. */
static bool
read_fraction(mpq_t x, struct str num, struct str den)
{
	bool minus = take_sign(&den);
	struct str n = take_digits(&num), d = take_digits(&den);

	if (n.n == 0 || d.n == 0 || num.n > 0 || den.n > 0)
		return false;
	set_digits(mpq_numref(x), n, STR_EMPTY);
	set_digits(mpq_denref(x), d, STR_EMPTY);
	if (mpz_sgn(mpq_denref(x)) == 0) {
		mpz_set_ui(mpq_denref(x), 1);
		return false;
	}
	mpq_canonicalize(x);
	if (minus)
		mpq_neg(x, x);
	return true;
}

const struct exact *
exact_parse(struct exacts *all, struct str s)
{
	struct exact *x = exact_new(all);
	bool minus = take_sign(&s);
	size_t slash = str_find(s, '/');
	bool read =
	    slash < s.n ? read_fraction(x->q, str_sub(s, 0, slash), str_sub(s, slash + 1, s.n)) : read_decimal(x->q, s);

	if (!read)
		return NULL;
	if (minus)
		mpq_neg(x->q, x->q);
	return x;
}

/* -- arithmetic -- */

const struct exact *
exact_add(struct exacts *all, const struct exact *a, const struct exact *b)
{
	struct exact *x = exact_new(all);

	mpq_add(x->q, a->q, b->q);
	return x;
}

const struct exact *
exact_sub(struct exacts *all, const struct exact *a, const struct exact *b)
{
	struct exact *x = exact_new(all);

	mpq_sub(x->q, a->q, b->q);
	return x;
}

const struct exact *
exact_mul(struct exacts *all, const struct exact *a, const struct exact *b)
{
	struct exact *x = exact_new(all);

	mpq_mul(x->q, a->q, b->q);
	return x;
}

const struct exact *
exact_div(struct exacts *all, const struct exact *a, const struct exact *b)
{
	struct exact *x = exact_new(all);

	assert(mpq_sgn(b->q) != 0);
	mpq_div(x->q, a->q, b->q);
	return x;
}

const struct exact *
exact_abs(struct exacts *all, const struct exact *a)
{
	struct exact *x = exact_new(all);

	mpq_abs(x->q, a->q);
	return x;
}

/* |x| * 10^places, and a half, without what is behind the point: (2n + d) div 2d. */
const struct exact *
exact_round(struct exacts *all, const struct exact *a, int places)
{
	struct exact *x = exact_new(all);
	mpz_t half;

	mpq_abs(x->q, a->q);
	scale(x->q, places);
	mpz_init(half);
	mpz_mul_2exp(half, mpq_numref(x->q), 1);
	mpz_add(half, half, mpq_denref(x->q));
	mpz_mul_2exp(mpq_denref(x->q), mpq_denref(x->q), 1);
	mpz_fdiv_q(mpq_numref(x->q), half, mpq_denref(x->q));
	mpz_set_ui(mpq_denref(x->q), 1);
	mpz_clear(half);
	scale(x->q, -places);
	if (mpq_sgn(a->q) < 0)
		mpq_neg(x->q, x->q);
	return x;
}

/* Whether 10^e <= |a|. */
static bool
reaches(const struct exact *a, long e)
{
	mpq_t power, size;
	bool yes;

	mpq_inits(power, size, NULL);
	mpq_set_ui(power, 1, 1);
	scale(power, e);
	mpq_abs(size, a->q);
	yes = mpq_cmp(power, size) <= 0;
	mpq_clears(power, size, NULL);
	return yes;
}

int
exact_magnitude(const struct exact *a)
{
	/* GMP may count a digit too many; from one above what they can be, at most three steps down. */
	long e = (long)mpz_sizeinbase(mpq_numref(a->q), 10) - (long)mpz_sizeinbase(mpq_denref(a->q), 10) + 1;

	assert(mpq_sgn(a->q) != 0);
	while (!reaches(a, e))
		e--;
	return (int)e;
}

int
exact_cmp(const struct exact *a, const struct exact *b)
{
	return mpq_cmp(a->q, b->q);
}

int
exact_sign(const struct exact *a)
{
	return mpq_sgn(a->q);
}

const struct exact *
exact_min(const struct exact *a, const struct exact *b)
{
	return mpq_cmp(b->q, a->q) < 0 ? b : a;
}

const struct exact *
exact_max(const struct exact *a, const struct exact *b)
{
	return mpq_cmp(a->q, b->q) < 0 ? b : a;
}

void
exact_write(struct buf *b, const struct exact *a)
{
	char *text = mpq_get_str(NULL, 10, a->q);
	void (*release)(void *, size_t);

	buf_cstr(b, text);
	mp_get_memory_functions(NULL, NULL, &release);
	release(text, str_of(text).n + 1);
}
