/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/figure.h"

#include "base/buf.h"
#include "base/normal.h"
#include "base/unicode.h"

/* Characters, with all digits and the minus sign in ASCII. */
struct signs {
	const uint32_t *v;
	size_t n;
};

static bool
is_blank(uint32_t c)
{
	return c == 0x20 || c == 0xa0 || c == 0x2002 || c == 0x2003 || (c >= 0x2007 && c <= 0x200a) || c == 0x202f;
}

static bool
is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static bool
is_point(uint32_t c)
{
	return c == '.' || c == ',';
}

/* What groups thousands and nothing else. */
static bool
is_group(uint32_t c)
{
	return is_blank(c) || c == '\'' || c == 0x2019;
}

static struct signs
slice(struct signs s, size_t from, size_t to)
{
	return (struct signs){ s.v + from, to - from };
}

static struct signs
trimmed(struct signs s)
{
	while (s.n > 0 && (is_blank(*s.v) || *s.v == '\t' || *s.v == '\r' || *s.v == '\n'))
		s = slice(s, 1, s.n);
	while (
	    s.n > 0 && (is_blank(s.v[s.n - 1]) || s.v[s.n - 1] == '\t' || s.v[s.n - 1] == '\r' || s.v[s.n - 1] == '\n'))
		s.n--;
	return s;
}

static struct signs
signs_of(struct arena *a, struct str s)
{
	uint32_t *v = ARENA_ARRAY(a, uint32_t, s.n + 1);
	size_t n = 0;

	for (size_t at = 0; at < s.n;) {
		uint32_t c = unicode_next(s, &at);
		int digit = normal_digit(c);

		v[n++] = digit >= 0 ? '0' + (uint32_t)digit : c == 0x2212 ? '-' : c;
	}
	return trimmed((struct signs){ v, n });
}

static struct str
text_of(struct arena *a, struct signs s)
{
	struct buf b = BUF_INIT;
	struct str out;

	for (size_t i = 0; i < s.n; i++)
		unicode_put(&b, s.v[i]);
	out = arena_str(a, buf_view(&b));
	buf_free(&b);
	return out;
}

/* -- where the number stands -- */

/* Places in the text. */
struct span_of_number {
	size_t digits, digits_end;     /* with what groups them, behind the sign */
	size_t exponent, exponent_end; /* its sign and digits; equal: none */
	size_t end;                    /* of all */
};

static uint32_t
sign_at(struct signs s, size_t i)
{
	return i < s.n ? s.v[i] : 0;
}

static size_t
skip_sign(struct signs s, size_t i)
{
	return sign_at(s, i) == '+' || sign_at(s, i) == '-' ? i + 1 : i;
}

static size_t
skip_digits(struct signs s, size_t i)
{
	while (is_digit(sign_at(s, i)))
		i++;
	return i;
}

/* Behind `e`, or behind `x 10^` or `x 10**`; 0 where neither stands at ${i}. */
static size_t
power(struct signs s, size_t i)
{
	uint32_t c = sign_at(s, i);

	if (c == 'e' || c == 'E')
		return i + 1;
	if (is_blank(c))
		c = sign_at(s, ++i);
	if (c != 'x' && c != 0xd7 && c != '*' && c != 0xb7)
		return 0;
	if (is_blank(sign_at(s, ++i)))
		i++;
	if (sign_at(s, i) != '1' || sign_at(s, i + 1) != '0')
		return 0;
	if (sign_at(s, i + 2) == '^')
		return i + 3;
	return sign_at(s, i + 2) == '*' && sign_at(s, i + 3) == '*' ? i + 4 : 0;
}

/* The longest number that begins at ${from}. */
static bool
find_number(struct signs s, size_t from, struct span_of_number *p)
{
	size_t i = skip_sign(s, from), behind;

	p->digits = i;
	if (is_digit(sign_at(s, i)))
		while (is_digit(sign_at(s, i)) || is_point(sign_at(s, i)) || is_group(sign_at(s, i)))
			i++;
	else if (is_point(sign_at(s, i)) && is_digit(sign_at(s, i + 1)))
		i = skip_digits(s, i + 1);
	else
		return false;
	p->digits_end = p->end = p->exponent = p->exponent_end = i;
	behind = power(s, i);
	if (behind > 0) {
		size_t digits = skip_sign(s, behind), end = skip_digits(s, digits);

		if (end > digits) {
			p->exponent = behind;
			p->exponent_end = p->end = end;
		}
	}
	return true;
}

/* -- what the digits mean -- */

/* Behind 1 to 3 digits and groups of 3 with ${mark} in front (0: any of those that only group); 0 where it is not so. */
static size_t
groups(struct signs s, uint32_t mark)
{
	size_t i = skip_digits(s, 0), count = 0;

	if (i < 1 || i > 3)
		return 0;
	while (mark ? sign_at(s, i) == mark : is_group(sign_at(s, i))) {
		if (skip_digits(s, i + 1) != i + 4)
			return 0;
		i += 4;
		count++;
	}
	return count > 0 ? i : 0;
}

/*
 * Where the integer part of the digits ends, which is the decimal separator or the end. False where it cannot
 * be read, or in two ways.
 */
static bool
find_integer(struct signs s, uint32_t decimal, size_t *end)
{
	size_t marks = 0, point = s.n, points = 0;
	bool ambiguous;

	for (size_t i = 0; i < s.n; i++) {
		marks += is_group(s.v[i]);
		points += is_point(s.v[i]);
		if (is_point(s.v[i]) && point == s.n)
			point = i;
	}
	if (marks > 0 || points > 1) {
		uint32_t mark = marks > 0 ? 0 : s.v[point];

		*end = groups(s, mark);
		if (*end == s.n)
			return true;
		return *end > 0 && is_point(s.v[*end]) && s.v[*end] != mark && skip_digits(s, *end + 1) == s.n;
	}
	*end = point;
	ambiguous =
	    points == 1 && s.v[point] != decimal && point >= 1 && point <= 3 && s.v[0] != '0' && s.n - point == 4;
	return !ambiguous;
}

static void
put_digits(struct buf *b, struct signs s)
{
	for (size_t i = 0; i < s.n; i++)
		if (is_digit(s.v[i]))
			buf_chr(b, (char)s.v[i]);
}

enum { EXPONENT_LIMIT = 400 };

/* False beyond the limit. */
static bool
read_exponent(struct signs s, long *exponent)
{
	*exponent = 0;
	for (size_t i = skip_sign(s, 0); i < s.n; i++) {
		*exponent = 10 * *exponent + (long)(s.v[i] - '0');
		if (*exponent > EXPONENT_LIMIT)
			return false;
	}
	if (sign_at(s, 0) == '-')
		*exponent = -*exponent;
	return true;
}

/* NULL where it cannot be read. */
static const struct exact *
number_at(struct scoring *s, struct signs all, const struct span_of_number *p, uint32_t decimal)
{
	struct signs digits = trimmed(slice(all, p->digits, p->digits_end));
	const struct exact *number;
	struct buf b = BUF_INIT;
	size_t integer;
	long exponent;

	if (!find_integer(digits, decimal, &integer) ||
	    !read_exponent(slice(all, p->exponent, p->exponent_end), &exponent))
		return NULL;
	if (p->digits > 0 && all.v[p->digits - 1] == '-')
		buf_chr(&b, '-');
	buf_chr(&b, '0');
	put_digits(&b, slice(digits, 0, integer));
	buf_chr(&b, '.');
	put_digits(&b, slice(digits, integer, digits.n));
	buf_fmt(&b, "0e%ld", exponent);
	number = exact_parse(s->numbers, buf_view(&b));
	buf_free(&b);
	return number;
}

/* -- all of it -- */

static bool
locate(struct signs all, bool before, struct span_of_number *p)
{
	if (!before)
		return find_number(all, 0, p);
	for (size_t from = 0; from < all.n; from++)
		if (find_number(all, from, p) && p->end == all.n)
			return true;
	return false;
}

static struct signs
rest_of(struct signs all, bool before, const struct span_of_number *p)
{
	size_t from = p->digits;

	if (!before)
		return trimmed(slice(all, p->end, all.n));
	if (from > 0 && (all.v[from - 1] == '+' || all.v[from - 1] == '-'))
		from--;
	return trimmed(slice(all, 0, from));
}

struct figure
figure_read(struct scoring *s, const struct jvalue *question, const struct jvalue *response)
{
	const struct jvalue *units = jsonread_get(question, "units"), *chosen = jsonread_get(response, "unit");
	const struct jvalue *value = response->kind == JSON_MAP ? jsonread_get(response, "value") : response;
	bool before = jsonread_is(jsonread_get(question, "unit_position"), "before");
	uint32_t decimal = jsonread_is(jsonread_get(question, "decimal"), ",") ? ',' : '.';
	struct figure f = { .state = RESPONSE_UNANSWERED };
	struct span_of_number p;
	struct signs all;

	if (!value || value->kind != JSON_STRING)
		return f;
	all = signs_of(s->arena, value->text);
	if (all.n == 0)
		return f;
	f.state = RESPONSE_INVALID;
	if (!locate(all, before, &p))
		return f;
	f.number = number_at(s, all, &p, decimal);
	if (!f.number)
		return f;
	f.unit = chosen ? chosen->text : text_of(s->arena, rest_of(all, before, &p));
	f.factor = jsonread_member(units, f.unit);
	if (f.unit.n > 0 && (!units || (!f.factor && jsonread_is(jsonread_get(question, "unit_policy"), "optional"))))
		return f;
	f.state = RESPONSE_ANSWERED;
	return f;
}
