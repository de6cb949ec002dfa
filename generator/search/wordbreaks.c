/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/wordbreaks.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "base/mem.h"
#include "base/unicode.h"

struct wordbreaks {
	UBreakIterator *icu; /* NULL: not yet */
	UText *text;
};

/* -- what characters do, as far as it is simple -- */

enum kind {
	OTHER,   /* stands between words */
	LETTER,  /* ALetter */
	DIGIT,   /* Numeric */
	JOINER,  /* ExtendNumLet: `_` */
	ELISION, /* MidNumLet, Single_Quote: joins letters, and digits */
	DOT,     /* MidLetter: joins letters */
	COMMA,   /* MidNum: joins digits */
	FORMAT,  /* U+00AD: is not there */
	UNKNOWN, /* ICU shall say */
};

static enum kind
ascii_kind(uint32_t c)
{
	if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
		return LETTER;
	if (c >= '0' && c <= '9')
		return DIGIT;
	switch (c) {
	case '_': return JOINER;
	case '.':
	case '\'': return ELISION;
	case ',':
	case ';': return COMMA;
	default: return OTHER;
	}
}

static enum kind
general_punctuation(uint32_t c)
{
	switch (c) {
	case 0x2018:
	case 0x2019:
	case 0x2024: return ELISION;
	case 0x2027: return DOT;
	case 0x202f: return JOINER;
	default: break;
	}
	return c <= 0x200a || (c >= 0x2010 && c <= 0x2029) || (c >= 0x2030 && c <= 0x203e) ? OTHER : UNKNOWN;
}

static enum kind
latin_kind(uint32_t c)
{
	switch (c) {
	case 0xaa:
	case 0xb5:
	case 0xba: return LETTER;
	case 0xad: return FORMAT;
	case 0xb7: return DOT;
	case 0xd7:
	case 0xf7: return OTHER;
	default: return c >= 0xc0 ? LETTER : OTHER;
	}
}

static enum kind
kind_of(uint32_t c)
{
	if (c < 0x80)
		return ascii_kind(c);
	if (c >= 0xa0 && c < 0x250)
		return latin_kind(c);
	if (c >= 0x400 && c < 0x530)
		return c < 0x482 || c > 0x489 ? LETTER : UNKNOWN;
	if (c >= 0x2000 && c < 0x2040)
		return general_punctuation(c);
	return (c >= 0x20a0 && c <= 0x20bf) || (c >= 0x2190 && c <= 0x2193) ? OTHER : UNKNOWN;
}

bool
wordbreaks_plain(struct str text)
{
	for (size_t at = 0; at < text.n;) {
		if ((unsigned char)text.p[at] < 0x80)
			at++;
		else if (kind_of(unicode_next(text, &at)) == UNKNOWN)
			return false;
	}
	return true;
}

/* -- the simple way -- */

/* Behind the soft hyphens at ${at}. */
static size_t
past_format(struct str text, size_t at)
{
	while (text.n - at >= 2 && text.p[at] == '\xc2' && text.p[at + 1] == '\xad')
		at += 2;
	return at;
}

/* The class at ${*at}, which moves behind the character and what is not there. */
static enum kind
next_kind(struct str text, size_t *at)
{
	enum kind k = kind_of(unicode_next(text, at));

	*at = past_format(text, *at);
	return k;
}

static bool
is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n';
}

/* Behind the plain letters at ${at}: most of a text. */
static size_t
past_letters(struct str text, size_t at)
{
	while (at < text.n && is_letter(text.p[at]))
		at++;
	return past_format(text, at);
}

/* Whether a character of that class goes on with a word behind one of the class ${last}, with ${then} behind it. */
static bool
goes_on(enum kind last, enum kind k, enum kind then)
{
	switch (k) {
	case LETTER:
	case DIGIT:
	case JOINER: return true;
	case ELISION: return last == then && (last == LETTER || last == DIGIT);
	case DOT: return last == LETTER && then == LETTER;
	case COMMA: return last == DIGIT && then == DIGIT;
	default: return false;
	}
}

/* The end of the word that begins at ${at}; *real: it has a letter or digit. */
static size_t
word_end(struct str text, size_t at, bool *real)
{
	enum kind last = OTHER;

	*real = false;
	while (at < text.n && !is_blank(text.p[at])) {
		size_t then, behind;
		enum kind k, second = OTHER;

		if (is_letter(text.p[at])) {
			at = past_letters(text, at);
			last = LETTER;
			*real = true;
			continue;
		}
		then = at;
		k = next_kind(text, &then);
		behind = then;
		if (k >= ELISION && behind < text.n)
			second = next_kind(text, &behind);
		if (!goes_on(last, k, second))
			break;
		last = k >= ELISION ? second : k;
		*real |= last != JOINER;
		at = k >= ELISION ? behind : then;
	}
	return at;
}

static void
each_plain(struct str text, void (*take)(void *ctx, struct str word), void *ctx)
{
	for (size_t at = 0; at < text.n;) {
		size_t from = at;
		bool real;

		if (is_blank(text.p[at])) {
			at++;
			continue;
		}
		if (!is_letter(text.p[at])) {
			enum kind k = kind_of(unicode_next(text, &at));

			if (k != LETTER && k != DIGIT && k != JOINER)
				continue;
		}
		at = word_end(text, from, &real);
		if (real)
			take(ctx, str_sub(text, from, at));
	}
}

/* -- ICU -- */

struct wordbreaks *
wordbreaks_open(void)
{
	return mem_alloc(sizeof(struct wordbreaks));
}

void
wordbreaks_close(struct wordbreaks *w)
{
	if (w && w->icu)
		ubrk_close(w->icu);
	if (w && w->text)
		utext_close(w->text);
	free(w);
}

/* False where ICU lacks its data. */
static bool
open_icu(struct wordbreaks *w, struct str text)
{
	UErrorCode error = U_ZERO_ERROR;

	if (w->icu == NULL)
		w->icu = ubrk_open(UBRK_WORD, "", NULL, 0, &error);
	w->text = utext_openUTF8(w->text, text.p, (int64_t)text.n, &error);
	if (U_FAILURE(error))
		return false; /* the next call does not look at it before it looks at the iterator */
	ubrk_setUText(w->icu, w->text, &error);
	return U_SUCCESS(error);
}

/* ICU's own status of a run forgets its letters where it ends in `_` and a soft hyphen. */
static bool
has_letter(struct str s)
{
	for (size_t at = 0; at < s.n;)
		if (u_isalnum((UChar32)unicode_next(s, &at)))
			return true;
	return false;
}

/* To ICU "@" is a letter; the words of an address are looked for alone. */
static void
take_parts(struct str word, void (*take)(void *ctx, struct str word), void *ctx)
{
	while (word.n > 0) {
		struct str part = str_cut(&word, '@');

		if (has_letter(part))
			take(ctx, part);
	}
}

void
wordbreaks_each(struct wordbreaks *w, struct str text, void (*take)(void *ctx, struct str word), void *ctx)
{
	int32_t from = 0, to;

	if (wordbreaks_plain(text) || text.n > INT32_MAX / 2 || !open_icu(w, text)) {
		each_plain(text, take, ctx);
		return;
	}
	for (; (to = ubrk_next(w->icu)) != UBRK_DONE; from = to)
		take_parts(str_sub(text, (size_t)from, (size_t)to), take, ctx);
}
