/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/regscan.h"

#include <stdarg.h>

#include "base/unicode.h"

uint32_t
regscan_peek(const struct regscan *r)
{
	size_t at = r->at;

	return r->error.n > 0 || at >= r->text.n ? REGSCAN_END : unicode_next(r->text, &at);
}

uint32_t
regscan_next(struct regscan *r)
{
	return r->error.n > 0 || r->at >= r->text.n ? REGSCAN_END : unicode_next(r->text, &r->at);
}

bool
regscan_eat(struct regscan *r, char c)
{
	if (regscan_peek(r) != (unsigned char)c)
		return false;
	r->at++;
	return true;
}

bool
regscan_eat_text(struct regscan *r, const char *text)
{
	if (r->error.n > 0 || !str_starts(str_sub(r->text, r->at, r->text.n), text))
		return false;
	r->at += str_of(text).n;
	return true;
}

bool
regscan_number(struct regscan *r, uint32_t *n)
{
	size_t from = r->at;
	uint64_t sum = 0;

	for (uint32_t c = regscan_peek(r); c >= '0' && c <= '9'; c = regscan_peek(r)) {
		sum = 10 * sum + (c - '0');
		if (sum > UINT32_MAX)
			sum = UINT32_MAX;
		r->at++;
	}
	*n = (uint32_t)sum;
	return r->at > from;
}

static int
hex_value(uint32_t c)
{
	if (c >= '0' && c <= '9')
		return (int)(c - '0');
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? (int)(c - 'a') + 10 : -1;
}

bool
regscan_hex(struct regscan *r, int digits, uint32_t *c)
{
	size_t from = r->at;

	*c = 0;
	for (int i = 0; i < digits; i++) {
		int value = hex_value(regscan_peek(r));

		if (value < 0) {
			r->at = from;
			return false;
		}
		*c = *c << 4 | (uint32_t)value;
		r->at++;
	}
	return true;
}

/* {1f600} behind its brace. */
static bool
braced(struct regscan *r, uint32_t *c)
{
	size_t from = r->at;
	uint32_t digit;

	*c = 0;
	while (regscan_hex(r, 1, &digit)) {
		*c = *c << 4 | digit;
		if (*c > 0x10ffff)
			return false;
	}
	return r->at > from && regscan_eat(r, '}');
}

bool
regscan_unicode(struct regscan *r, uint32_t *c)
{
	size_t behind;
	uint32_t low;

	if (regscan_eat(r, '{'))
		return braced(r, c);
	if (!regscan_hex(r, 4, c))
		return false;
	behind = r->at;
	if (*c < 0xd800 || *c > 0xdbff || !regscan_eat_text(r, "\\u"))
		return true;
	if (regscan_hex(r, 4, &low) && low >= 0xdc00 && low <= 0xdfff)
		*c = 0x10000 + ((*c - 0xd800) << 10) + (low - 0xdc00);
	else
		r->at = behind;
	return true;
}

void
regscan_fail(struct regscan *r, size_t place, const char *fmt, ...)
{
	struct str what;
	va_list ap;

	if (r->error.n > 0)
		return;
	va_start(ap, fmt);
	what = arena_vfmt(r->arena, fmt, ap);
	va_end(ap);
	r->error = arena_fmt(r->arena, "pattern \"%.*s\", character %zu: %.*s", STR_ARG(r->text),
	    unicode_count(str_sub(r->text, 0, place)) + 1, STR_ARG(what));
}
