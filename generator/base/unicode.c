/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/unicode.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "base/buf.h"
#include "base/mem.h"

/*
 * ICU is asked only where its answer is needed: its first transliterator costs as much
 * as reading a thousand pages, and most text is ASCII or Latin. ICU works on UTF-16.
 */

#define REPLACEMENT 0xfffdu
#define SLUG_MAX 200 /* code points that are looked at, and bytes that come out */

/* -- UTF-8 -- */

/* How many bytes from ${at} on are ASCII. */
static size_t
ascii_run(struct str s, size_t at)
{
	size_t from = at;
	uint64_t word;

	for (; s.n - at >= sizeof word; at += sizeof word) {
		memcpy(&word, s.p + at, sizeof word);
		if (word & UINT64_C(0x8080808080808080))
			break;
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

/* Draws nothing at all. */
static bool
is_zero_width(uint32_t c)
{
	return c == 0xad || c == 0x61c || c == 0x180e || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
	    (c >= 0x2060 && c <= 0x206f) || c == 0xfeff;
}

bool
unicode_invisible(uint32_t c)
{
	return is_zero_width(c) || c == 0xa0 || c == 0x2007 || c == 0x202f;
}

/* -- ICU: text in UTF-16 and back -- */

struct wide {
	UChar *p;
	int32_t n, cap;
};

/* Wrong bytes become U+FFFD. The caller frees ${p}. */
static struct wide
widen(struct str s)
{
	UErrorCode error = U_ZERO_ERROR;
	struct wide w = { .cap = (int32_t)s.n + 1 };

	w.p = mem_alloc((size_t)w.cap * sizeof *w.p);
	u_strFromUTF8WithSub(w.p, w.cap, &w.n, s.p, (int32_t)s.n, REPLACEMENT, NULL, &error);
	if (U_FAILURE(error))
		w.n = 0;
	return w;
}

static struct str
narrow(struct arena *a, struct wide w)
{
	UErrorCode error = U_ZERO_ERROR;
	int32_t cap = 3 * w.n + 1, n = 0;
	char *p = arena_alloc(a, (size_t)cap);

	u_strToUTF8WithSub(p, cap, &n, w.p, w.n, REPLACEMENT, NULL, &error);
	return U_FAILURE(error) ? STR_EMPTY : (struct str){ p, (size_t)n };
}

/* Texts longer than ICU can count are left as they are. */
static bool
is_too_long(struct str s)
{
	return s.n > INT32_MAX / 32;
}

typedef int32_t change(UChar *to, int32_t cap, const UChar *from, int32_t n, UErrorCode *error);

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

/* Replaces ${w} by what ${f} makes of it; it stays where ICU fails. */
static void
apply(struct wide *w, change *f)
{
	struct wide to = { .cap = w->n + 16 };
	UErrorCode error;

	do {
		error = U_ZERO_ERROR;
		to.p = mem_grow(to.p, (size_t)to.cap * sizeof *to.p);
		to.n = f(to.p, to.cap, w->p, w->n, &error);
		if (error == U_BUFFER_OVERFLOW_ERROR)
			to.cap = to.n + 1;
	} while (error == U_BUFFER_OVERFLOW_ERROR);
	if (U_FAILURE(error)) {
		free(to.p);
		return;
	}
	free(w->p);
	*w = to;
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
	w = widen(s);
	nfc = unorm2_getNFCInstance(&error);
	if (!unorm2_isNormalized(nfc, w.p, w.n, &error) && U_SUCCESS(error)) {
		apply(&w, to_nfc);
		out = narrow(a, w);
	}
	free(w.p);
	return out;
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
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
			p[i] = lower(s.p[i]);
		return (struct str){ p, s.n };
	}
	w = widen(s);
	apply(&w, to_nfd);
	apply(&w, to_folded);
	apply(&w, to_nfc);
	out = narrow(a, w);
	free(w.p);
	return out;
}

/* -- slugs -- */

/* Languages whose letters are written in ASCII by rules of their own; the first row is for all others. */
static const struct {
	const char *lang, *id;
} scripts[] = {
	{ "", "Any-Latin; Latin-ASCII" },
	{ "de", "de-ASCII; Any-Latin; Latin-ASCII" },
	{ "ru", "Russian-Latin/BGN; Any-Latin; Latin-ASCII" },
	{ "uk", "uk-uk_Latn/BGN; Any-Latin; Latin-ASCII" },
	{ "be", "be-be_Latn/BGN; Any-Latin; Latin-ASCII" },
	{ "bg", "bg-bg_Latn/BGN; Any-Latin; Latin-ASCII" },
	{ "mk", "mk-mk_Latn/BGN; Any-Latin; Latin-ASCII" },
	{ "sr", "sr-sr_Latn/BGN; Any-Latin; Latin-ASCII" },
};
#define SCRIPTS (sizeof scripts / sizeof *scripts)

/*
 * Transliterators are dear to open (up to 13 ms) and must not be shared by threads: each is
 * opened once in the life of the program and used under this lock.
 */
static pthread_mutex_t slug_lock = PTHREAD_MUTEX_INITIALIZER;
static UTransliterator *slug_scripts[SCRIPTS];

static bool
speaks(struct str lang, const char *primary)
{
	return lang.n >= 2 && (lang.n == 2 || lang.p[2] == '-') && lower(lang.p[0]) == primary[0] &&
	    lower(lang.p[1]) == primary[1];
}

static size_t
script_of(struct str lang)
{
	for (size_t i = 1; i < SCRIPTS; i++) {
		if (speaks(lang, scripts[i].lang))
			return i;
	}
	return 0;
}

/* Under the lock. NULL where ICU lacks its data. */
static UTransliterator *
script_open(size_t script)
{
	UErrorCode error = U_ZERO_ERROR;
	UChar id[64];

	if (!slug_scripts[script]) {
		u_uastrcpy(id, scripts[script].id);
		slug_scripts[script] = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
	}
	return U_SUCCESS(error) ? slug_scripts[script] : NULL;
}

/* Under the lock. ICU changes the text in place, so a text that did not fit is begun anew. */
static void
transliterate(const UTransliterator *t, struct wide *w)
{
	struct wide to = { .cap = 8 * w->n + 16 };
	UErrorCode error;

	do {
		int32_t limit = w->n;

		error = U_ZERO_ERROR;
		to.p = mem_grow(to.p, (size_t)to.cap * sizeof *to.p);
		memcpy(to.p, w->p, (size_t)w->n * sizeof *to.p);
		to.n = w->n;
		utrans_transUChars(t, to.p, &to.n, to.cap, 0, &limit, &error);
		if (error == U_BUFFER_OVERFLOW_ERROR)
			to.cap = to.n + 16;
	} while (error == U_BUFFER_OVERFLOW_ERROR);
	free(w->p);
	*w = to;
	if (U_FAILURE(error))
		w->n = 0;
}

static struct str
ascii_by_icu(struct arena *a, struct str s, struct str lang)
{
	struct wide w = widen(s);
	const UTransliterator *t;
	struct str out;

	pthread_mutex_lock(&slug_lock);
	t = script_open(script_of(lang));
	if (t)
		transliterate(t, &w);
	pthread_mutex_unlock(&slug_lock);
	out = narrow(a, w);
	free(w.p);
	return out;
}

/* What ICU's Latin-ASCII makes of U+00A0-017F, as it ends up in a slug; a test compares the two. */
/* clang-format off */
static const char latin[0x180 - 0xa0][5] = {
	"-", "-", "-", "-", "-", "-", "-", "-", "-", "-c-", "-", "-", "-", "-", "-r-", "-",
	"-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-1-4", "-1-2", "-3-4", "-",
	"a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
	"d", "n", "o", "o", "o", "o", "o", "-", "o", "u", "u", "u", "u", "y", "th", "ss",
	"a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
	"d", "n", "o", "o", "o", "o", "o", "-", "o", "u", "u", "u", "u", "y", "th", "y",
	"a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",
	"d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",
	"g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i",
	"i", "i", "ij", "ij", "j", "j", "k", "k", "q", "l", "l", "l", "l", "l", "l", "l",
	"l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o",
	"o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s",
	"s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u",
	"u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",
};
/* clang-format on */

/* Quotation marks and apostrophes leave no trace: "don't" is one word. */
static bool
is_quote(uint32_t c)
{
	return c == '\'' || c == '"' || c == 0x2b9 || c == 0x2ba || c == 0x2bc ||
	    (c >= 0x2018 && c <= 0x201f && c != 0x201a && c != 0x201e) || c == 0x2032 || c == 0x2033;
}

static bool
is_own_latin(uint32_t c)
{
	return c < 0x180 || (c >= 0x2000 && c <= 0x203f);
}

static void
slug_byte(struct buf *b, char c)
{
	if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
		buf_chr(b, c);
	else if (b->n > 0 && b->p[b->n - 1] != '-')
		buf_chr(b, '-');
}

static void
slug_character(struct buf *b, uint32_t c, bool german)
{
	const char *ascii = "-";

	if (is_quote(c) || is_zero_width(c))
		return;
	if (german && (c | 0x20) == 0xe4)
		ascii = "ae";
	else if (german && (c | 0x20) == 0xf6)
		ascii = "oe";
	else if (german && (c | 0x20) == 0xfc)
		ascii = "ue";
	else if (c >= 0xa0 && c < 0x180)
		ascii = latin[c - 0xa0];
	if (c < 0x80)
		slug_byte(b, lower((char)c));
	else
		for (; *ascii; ascii++)
			slug_byte(b, *ascii);
}

/* The first SLUG_MAX code points; ICU's time grows with the square of the length. */
static struct str
slug_head(struct str s, bool *own)
{
	size_t at = 0;

	*own = true;
	for (size_t i = 0; i < SLUG_MAX && at < s.n; i++) {
		uint32_t c = unicode_next(s, &at);

		if (!is_own_latin(c) && !is_quote(c) && !is_zero_width(c))
			*own = false;
	}
	return str_sub(s, 0, at);
}

struct str
unicode_slug(struct arena *a, struct str s, struct str lang)
{
	struct buf b = BUF_INIT;
	struct str out;
	bool own;

	s = slug_head(s, &own);
	if (!own) {
		s = slug_head(unicode_nfc(a, s), &own);
		if (!own)
			s = ascii_by_icu(a, s, lang);
	}
	for (size_t at = 0; at < s.n;)
		slug_character(&b, unicode_next(s, &at), speaks(lang, "de"));
	out = str_sub(buf_view(&b), 0, SLUG_MAX);
	while (out.n && out.p[out.n - 1] == '-')
		out.n--;
	out = arena_str(a, out);
	buf_free(&b);
	return out;
}
