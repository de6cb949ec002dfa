/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/wordruns.h"

#include "base/normal.h"
#include "base/unicode.h"

/* What a character is to a word, if no letter. */
enum { BETWEEN = 0, NOTHING = 1 };

static uint32_t
other_letter(uint32_t c)
{
	if (c >= 0x410 && c < 0x430)
		return c + 0x20;
	if ((c >= 0x430 && c < 0x460) || (c >= 0xdf && c <= 0xff && c != 0xf7))
		return c;
	if (c >= 0xc0 && c < 0xdf && c != 0xd7)
		return c + 0x20;
	if (unicode_zero_width(c))
		return NOTHING;
	return normal_in_name(c, false) ? normal_case(c) : BETWEEN;
}

/* The letter, mark or digit at ${at}, without its case; else one of the above. ${at} moves behind it. */
static inline uint32_t
letter(struct str s, size_t *at)
{
	unsigned char c = (unsigned char)s.p[*at], small = c | 0x20;

	if (c >= 0x80)
		return other_letter(unicode_next(s, at));
	++*at;
	if (small >= 'a' && small <= 'z')
		return small;
	return c >= '0' && c <= '9' ? c : BETWEEN;
}

/* The bits of ${x} all over it. */
static uint64_t
mixed(uint64_t x)
{
	x = (x ^ (x >> 33)) * 0xff51afd7ed558ccdu;
	x = (x ^ (x >> 33)) * 0xc4ceb9fe1a85ec53u;
	return x ^ (x >> 33);
}

/* A run is the difference of two sums of powers of this number. */
#define B1 UINT64_C(0x9e3779b97f4a7c15)
#define B2 (B1 * B1)
#define B4 (B2 * B2)

static const uint64_t powers[WORDRUNS_WORDS + 1] = { 1, B1, B2, B2 *B1, B4, B4 *B1, B4 *B2, B4 *B2 *B1, B4 *B4 };

static void
take(struct wordruns *r, uint64_t word, size_t start)
{
	uint64_t before = r->sums[r->n % WORDRUNS_RING];

	r->n++;
	r->sums[r->n % WORDRUNS_RING] = before * B1 + mixed(word);
	r->starts[r->n % WORDRUNS_RING] = start;
}

/* Whether a character that begins with the byte ${c} is Latin, Cyrillic or a sign, and no mark that joins the letter before it. */
static bool
is_whole(unsigned char c)
{
	return c < 0xcc || c == 0xd0 || c == 0xd1 || c == 0xe2;
}

struct str
wordruns_composed(struct arena *a, struct str text)
{
	for (size_t i = 0; i < text.n; i++)
		if (!is_whole((unsigned char)text.p[i]))
			return unicode_nfc(a, text);
	return text;
}

struct wordruns
wordruns_of(struct str text)
{
	return (struct wordruns){ .text = text };
}

bool
wordruns_next(struct wordruns *r)
{
	size_t at = r->at, start = at, from;
	uint64_t word = 0;
	uint32_t c;

	do {
		start = at;
		if (at == r->text.n)
			return false;
		c = letter(r->text, &at);
	} while (c <= NOTHING);
	do {
		from = at;
		if (c != NOTHING)
			word = (word ^ c) * 0x100000001b3u + 1;
		c = at < r->text.n ? letter(r->text, &at) : BETWEEN;
	} while (c != BETWEEN);
	r->at = from;
	take(r, word, start);
	return true;
}

uint64_t
wordruns_hash(const struct wordruns *r, size_t k)
{
	return mixed(r->sums[r->n % WORDRUNS_RING] - r->sums[(r->n - k) % WORDRUNS_RING] * powers[k] + k);
}

struct str
wordruns_text(const struct wordruns *r, size_t k)
{
	return str_sub(r->text, r->starts[(r->n - k + 1) % WORDRUNS_RING], r->at);
}
