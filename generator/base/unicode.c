/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/unicode.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/sixteen.h"
#include "base/wide.h"

/*
 * ICU is asked only where its answer is needed: most text is ASCII or Latin.
 */

#define REPLACEMENT 0xfffdu

/* -- UTF-8 -- */

/* How many bytes from ${at} on are ASCII. */
static size_t
ascii_run(struct str s, size_t at)
{
	size_t from = at;

	for (; s.n - at >= sizeof(sixteen); at += sizeof(sixteen)) {
		sixteen wide = sixteen_at(s.p + at) & 0x80;

		if (sixteen_any(wide))
			return at + sixteen_first(wide) - from;
	}
	while (at < s.n && (unsigned char)s.p[at] < 0x80)
		at++;
	return at - from;
}

static bool
is_ascii(struct str s)
{
	return ascii_run(s, 0) == s.n;
}

/* The length of a sequence that begins so; 0 for what begins none. */
static size_t
sequence(unsigned char lead)
{
	if (lead < 0x80)
		return 1;
	if (lead < 0xc2)
		return 0;
	return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
}

/* The code point at ${at} < s.n and its length; 0 where it is none: overlong, surrogate, too large, cut off. */
static size_t
decode(struct str s, size_t at, uint32_t *c)
{
	const unsigned char *p = (const unsigned char *)s.p + at;
	size_t n = sequence(*p);

	if (n == 0 || n > s.n - at)
		return 0;
	*c = n == 1 ? *p : *p & (0x7fu >> n);
	for (size_t i = 1; i < n; i++) {
		if ((p[i] & 0xc0) != 0x80)
			return 0;
		*c = *c << 6 | (p[i] & 0x3fu);
	}
	if (n == 3 && (*c < 0x800 || (*c >= 0xd800 && *c <= 0xdfff)))
		return 0;
	if (n == 4 && (*c < 0x10000 || *c > 0x10ffff))
		return 0;
	return n;
}

bool
unicode_valid(struct str s, size_t *bad)
{
	size_t at = 0;
	uint32_t c;

	while ((at += ascii_run(s, at)) < s.n) {
		size_t n = decode(s, at, &c);

		if (n == 0) {
			if (bad)
				*bad = at;
			return false;
		}
		at += n;
	}
	return true;
}

uint32_t
unicode_next(struct str s, size_t *at)
{
	uint32_t c = REPLACEMENT;
	size_t n;

	if (*at >= s.n)
		return REPLACEMENT;
	n = decode(s, *at, &c);
	*at += n ? n : 1;
	return n ? c : REPLACEMENT;
}

size_t
unicode_start(struct str s, size_t at)
{
	for (int i = 0; i < 3 && at > 0 && at < s.n && ((unsigned char)s.p[at] & 0xc0) == 0x80; i++)
		at--;
	return at;
}

void
unicode_put(struct buf *b, uint32_t c)
{
	if (c < 0x80) {
		buf_chr(b, (char)c);
		return;
	}
	if (c < 0x800) {
		buf_chr(b, (char)(0xc0 | c >> 6));
	} else if (c < 0x10000) {
		buf_chr(b, (char)(0xe0 | c >> 12));
		buf_chr(b, (char)(0x80 | (c >> 6 & 0x3f)));
	} else {
		buf_chr(b, (char)(0xf0 | c >> 18));
		buf_chr(b, (char)(0x80 | (c >> 12 & 0x3f)));
		buf_chr(b, (char)(0x80 | (c >> 6 & 0x3f)));
	}
	buf_chr(b, (char)(0x80 | (c & 0x3f)));
}

size_t
unicode_count(struct str s)
{
	size_t count = 0, at = 0, run;

	for (;;) {
		run = ascii_run(s, at);
		count += run;
		at += run;
		if (at >= s.n)
			return count;
		unicode_next(s, &at);
		count++;
	}
}

/* -- what characters are -- */

static size_t
width_of(uint32_t c)
{
	int type, wide;

	if (c < 0x300 || (c >= 0x2010 && c <= 0x2027))
		return 1;
	type = u_charType((UChar32)c);
	if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR)
		return 0;
	if (c >= 0x1160 && c <= 0x11ff)
		return 0; /* Hangul vowels and finals, drawn into the syllable */
	wide = u_getIntPropertyValue((UChar32)c, UCHAR_EAST_ASIAN_WIDTH);
	return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

size_t
unicode_width(struct str s)
{
	size_t width = 0, at = 0, run;

	for (;;) {
		run = ascii_run(s, at);
		width += run;
		at += run;
		if (at >= s.n)
			return width;
		width += width_of(unicode_next(s, &at));
	}
}

bool
unicode_zero_width(uint32_t c)
{
	return c == 0xad || c == 0x61c || c == 0x180e || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
	    (c >= 0x2060 && c <= 0x206f) || c == 0xfeff;
}

bool
unicode_invisible(uint32_t c)
{
	return unicode_zero_width(c) || c == 0xa0 || c == 0x2007 || c == 0x202f;
}

/* -- ICU -- */

/* Texts longer than ICU can count are left as they are. */
static bool
is_too_long(struct str s)
{
	return s.n > INT32_MAX / 32;
}

static int32_t
to_nfc(UChar *to, int32_t cap, const UChar *from, int32_t n, UErrorCode *error)
{
	return unorm2_normalize(unorm2_getNFCInstance(error), from, n, to, cap, error);
}

static int32_t
to_nfd(UChar *to, int32_t cap, const UChar *from, int32_t n, UErrorCode *error)
{
	return unorm2_normalize(unorm2_getNFDInstance(error), from, n, to, cap, error);
}

static int32_t
to_folded(UChar *to, int32_t cap, const UChar *from, int32_t n, UErrorCode *error)
{
	return u_strFoldCase(to, cap, from, n, U_FOLD_CASE_DEFAULT, error);
}

/* -- normal forms -- */

/*
 * Nothing below U+0300 and nothing in U+2002-203F composes, decomposes or is put in
 * another order; so text of these alone, in UTF-8, is in NFC.
 */
static bool
is_plainly_nfc(struct str s)
{
	size_t at = 0;

	while ((at += ascii_run(s, at)) < s.n) {
		const unsigned char *p = (const unsigned char *)s.p + at;

		if (*p < 0xcc)
			at++;
		else if (*p == 0xe2 && s.n - at >= 3 && p[1] == 0x80 && p[2] >= 0x82)
			at += 3;
		else
			return false;
	}
	return true;
}

struct str
unicode_nfc(struct arena *a, struct str s)
{
	UErrorCode error = U_ZERO_ERROR;
	struct str out = s;
	struct wide w;
	const UNormalizer2 *nfc;

	if (is_plainly_nfc(s) || is_too_long(s))
		return s;
	w = wide_of(s);
	nfc = unorm2_getNFCInstance(&error);
	if (!unorm2_isNormalized(nfc, w.p, w.n, &error) && U_SUCCESS(error)) {
		wide_apply(&w, to_nfc);
		out = wide_text(a, w.p, w.n);
	}
	free(w.p);
	return out;
}

static bool
sixteen_are_small(const char *p)
{
	sixteen v = sixteen_at(p);

	return !sixteen_any((v & 0x80) | (sixteen)(v - 'A' <= 'Z' - 'A'));
}

bool
unicode_is_small(struct str s)
{
	size_t at = 0;

	for (; s.n - at >= sizeof(sixteen); at += sizeof(sixteen))
		if (!sixteen_are_small(s.p + at))
			return false;
	if (s.n >= sizeof(sixteen)) /* what is left, with some bytes in front of it */
		return sixteen_are_small(s.p + s.n - sizeof(sixteen));
	while (at < s.n && (unsigned char)s.p[at] < 0x80 && str_lower(s.p[at]) == s.p[at])
		at++;
	return at == s.n;
}

/* Decomposed first: folding of a mark depends on the order of those around it. */
struct str
unicode_fold(struct arena *a, struct str s)
{
	struct str out;
	struct wide w;

	if (is_ascii(s) || is_too_long(s)) {
		char *p = arena_alloc(a, s.n + 1);

		for (size_t i = 0; i < s.n; i++)
			p[i] = str_lower(s.p[i]);
		return (struct str){ p, s.n };
	}
	w = wide_of(s);
	wide_apply(&w, to_nfd);
	wide_apply(&w, to_folded);
	wide_apply(&w, to_nfc);
	out = wide_text(a, w.p, w.n);
	free(w.p);
	return out;
}

bool
unicode_is_letter(uint32_t c)
{
	return u_isalpha((UChar32)c);
}
