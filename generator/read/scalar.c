/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/scalar.h"

#include <errno.h>
#include <stdlib.h>

static bool
is_one_of(struct str s, const char *a, const char *b, const char *c)
{
	return str_is(s, a) || str_is(s, b) || str_is(s, c);
}

static int
digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return 99;
}

/* The first place from ${at} on that holds no digit of ${base}. */
static size_t
digits_end(struct str s, size_t at, int base)
{
	while (at < s.n && digit(s.p[at]) < base)
		at++;
	return at;
}

static size_t
sign_end(struct str s)
{
	return s.n && (s.p[0] == '-' || s.p[0] == '+') ? 1 : 0;
}

/* The text ends in NUL; the program never sets a locale, so strtod() knows the full stop only. */
static void
set_real(struct value *v)
{
	v->kind = VALUE_FLOAT;
	v->as.real = strtod(v->text.p, 0);
}

static bool
is_whole(struct value *v)
{
	int base = str_starts(v->text, "0x") ? 16 : str_starts(v->text, "0o") ? 8 : 10;
	size_t start = base == 10 ? sign_end(v->text) : 2;
	char *end;

	if (start == v->text.n || digits_end(v->text, start, base) != v->text.n)
		return false;
	errno = 0;
	v->kind = VALUE_INT;
	v->as.integer = strtoll(v->text.p + (base == 10 ? 0 : 2), &end, base);
	if (errno == ERANGE)
		set_real(v);
	return true;
}

static bool
is_infinite(struct value *v)
{
	struct str rest = str_sub(v->text, sign_end(v->text), v->text.n);

	if (is_one_of(v->text, ".nan", ".NaN", ".NAN")) {
		v->kind = VALUE_FLOAT;
		v->as.real = strtod("nan", 0);
		return true;
	}
	if (!is_one_of(rest, ".inf", ".Inf", ".INF"))
		return false;
	v->kind = VALUE_FLOAT;
	v->as.real = strtod(v->text.p[0] == '-' ? "-inf" : "inf", 0);
	return true;
}

/* [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )? */
static bool
is_decimal(struct str s)
{
	size_t start = sign_end(s), at = digits_end(s, start, 10), whole = at - start, exponent;

	if (at < s.n && s.p[at] == '.') {
		size_t end = digits_end(s, at + 1, 10);

		if (!whole && end == at + 1)
			return false;
		at = end;
	} else if (!whole) {
		return false;
	}
	if (at < s.n && (s.p[at] == 'e' || s.p[at] == 'E')) {
		exponent = at + 1 + sign_end(str_sub(s, at + 1, s.n));
		at = digits_end(s, exponent, 10);
		if (at == exponent)
			return false;
	}
	return at == s.n;
}

void
scalar_type(struct value *v)
{
	struct str s = v->text;

	v->kind = VALUE_TEXT;
	if (!s.n || str_is(s, "~") || is_one_of(s, "null", "Null", "NULL")) {
		v->kind = VALUE_NULL;
	} else if (is_one_of(s, "true", "True", "TRUE") || is_one_of(s, "false", "False", "FALSE")) {
		v->kind = VALUE_BOOL;
		v->as.flag = s.p[0] == 't' || s.p[0] == 'T';
	} else if (!is_whole(v) && !is_infinite(v) && is_decimal(s)) {
		set_real(v);
	}
}
