/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/slipletters.h"

#include <string.h>

/* Layout: a letter for the version, two for how many letters there are, the body, a sum of 24 bits over all before it. */
enum { HEAD = 15, SUM = 24, VERSION = 1, LEAST = 21, LOOKS = 30 };

static const char word[] = "PENSUM";

/* -- letters -- */

/* The five bits of a letter; -1 where it is none. */
static int
sign(char c)
{
	static const char signs[] = "0123456789abcdefghjkmnpqrstvwxyz";
	const char *p;

	c = str_lower(c);
	if (c == 'o')
		c = '0';
	else if (c == 'i' || c == 'l')
		c = '1';
	else if (c == 'u')
		c = 'v';
	p = c != '\0' ? strchr(signs, c) : NULL;
	return p ? (int)(p - signs) : -1;
}

/* How many bytes of what separates letters begin ${s}: blanks, dashes, what mail puts in front of quoted lines. */
static size_t
gap(struct str s)
{
	static const char *const wide[] = { "\u00a0", "\u00ad", "\u2009", "\u200b", "\u202f", "\u2010", "\u2011",
		"\u2012", "\u2013", "\u2014", "\u2212" };

	if (s.n > 0 && memchr(" \t\r\n-_.:>*", s.p[0], 11) != NULL)
		return 1;
	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
		if (str_starts(s, wide[i]))
			return strlen(wide[i]);
	return 0;
}

static struct str
from(struct str s, size_t at)
{
	return str_sub(s, at, s.n);
}

static bool
is_alnum(char c)
{
	return (c >= '0' && c <= '9') || (str_lower(c) >= 'a' && str_lower(c) <= 'z');
}

/* Whether the word PENSUM stands at ${at}, with no letter or digit around it. */
static bool
begins(struct str s, size_t at)
{
	size_t n = sizeof word - 1;

	if (s.n - at < n || (at > 0 && is_alnum(s.p[at - 1])) ||
	    (s.n - at > n && is_alnum(s.p[at + n]) && sign(s.p[at + n]) != VERSION))
		return false;
	for (size_t i = 0; i < n; i++)
		if (str_lower(s.p[at + i]) != str_lower(word[i]))
			return false;
	return true;
}

/* -- sums -- */

static uint32_t
sum_of(const unsigned char *v, size_t bits)
{
	uint32_t sum = 0xb704ce;

	for (size_t i = 0; i < bits; i++) {
		uint32_t out = (sum >> 23) ^ ((v[i / 5] >> (4 - i % 5)) & 1u);

		sum = ((sum << 1) & 0xffffff) ^ (out ? 0x864cfb : 0);
	}
	return sum;
}

static uint32_t
bits_at(const struct slipletters *c, size_t at, unsigned n)
{
	uint32_t x = 0;

	for (size_t i = at; i < at + n; i++)
		x = x << 1 | ((c->v[i / 5] >> (4 - i % 5)) & 1u);
	return x;
}

/* Reads letters from ${at} on, as many as they say they are. */
static void
take(struct str s, size_t at, struct slipletters *c)
{
	size_t want = 3, skip;

	c->n = 0;
	c->to = at;
	while (at < s.n && c->n < want && !begins(s, at)) {
		int x = sign(s.p[at]);

		if (x >= 0) {
			c->v[c->n++] = (unsigned char)x;
			c->to = ++at;
			if (c->n == 3)
				want = bits_at(c, 5, 10);
			continue;
		}
		skip = gap(from(s, at));
		if (skip == 0)
			break;
		at += skip;
	}
	c->bit = HEAD;
	c->short_of = false;
	c->fault = NULL;
	if (c->n > 0 && c->v[0] != VERSION)
		c->fault = "its first letter is not 1: a letter is wrong, or a newer Pensum made it";
	else if (c->n < 3 || c->n < want)
		c->fault = "letters are missing";
	else if (want < LEAST || sum_of(c->v, 5 * c->n - SUM) != bits_at(c, 5 * c->n - SUM, SUM))
		c->fault = "a letter is wrong";
}

/* -- finding -- */

/* A code without the word in front of it fills a field of a line: nothing but letters, and enough of them. */
static bool
looks_like(struct str s, size_t at)
{
	size_t letters = 0;

	while (at < s.n && s.p[at] != '\n') {
		size_t skip = gap(from(s, at));

		if (skip > 0) {
			at += skip;
			continue;
		}
		if (sign(s.p[at]) < 0)
			break;
		letters++;
		at++;
	}
	return letters >= LEAST && (at == s.n || strchr("\n;,\t\"'", s.p[at]) != NULL);
}

/* Whether what cannot be read was meant to be a code, and not words or a number: digits are a third of a code's letters. */
static bool
was_meant(struct str s, const struct slipletters *c, bool named)
{
	size_t digits = 0;

	for (size_t i = c->from; i < c->to; i++)
		digits += s.p[i] >= '0' && s.p[i] <= '9';
	if (digits == 0 || digits * 8 < c->n || (!named && digits == c->n))
		return false;
	return c->n >= LOOKS || (named && c->v[0] == VERSION);
}

/* Whether a field of a line begins at ${at}. */
static bool
starts_field(struct str s, size_t at)
{
	while (at > 0 && (s.p[at - 1] == ' ' || s.p[at - 1] == '>'))
		at--;
	return at == 0 || strchr("\n;,\t\"'", s.p[at - 1]) != NULL;
}

bool
slipletters_next(struct str text, size_t *at, struct slipletters *out)
{
	for (size_t i = *at; i < text.n; i++) {
		bool named = begins(text, i);

		if (!named && !(sign(text.p[i]) >= 0 && starts_field(text, i) && looks_like(text, i)))
			continue;
		take(text, named ? i + sizeof word - 1 : i, out);
		out->from = named ? i + sizeof word - 1 : i;
		if (out->fault != NULL && !was_meant(text, out, named))
			continue;
		out->from = i;
		*at = out->to;
		if (out->fault != NULL) { /* letters of what follows may have been taken for its own */
			size_t line = i + str_find(from(text, i), '\n');

			*at = named && line < *at ? line : *at;
		}
		return true;
	}
	*at = text.n;
	return false;
}

/* -- bits -- */

uint32_t
slipletters_bits(struct slipletters *code, unsigned n)
{
	uint32_t x;

	if (code->bit + n > 5 * code->n - SUM) {
		code->short_of = true;
		return 0;
	}
	x = bits_at(code, code->bit, n);
	code->bit += n;
	return x;
}

uint32_t
slipletters_number(struct slipletters *code, unsigned size)
{
	uint64_t x = 0;

	for (unsigned shift = 0; !code->short_of; shift += size) {
		bool more = slipletters_bits(code, 1) != 0;

		x |= (uint64_t)slipletters_bits(code, size) << shift;
		if (x > SLIPLETTERS_NUMBER_MAX || shift > 24)
			code->short_of = true;
		if (!more)
			break;
	}
	return code->short_of ? 0 : (uint32_t)x;
}

bool
slipletters_done(const struct slipletters *code)
{
	size_t left = 5 * code->n - SUM - code->bit;

	return !code->short_of && left < 5 && bits_at(code, code->bit, (unsigned)left) == 0;
}
