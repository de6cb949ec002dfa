/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/slug.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/utrans.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/unicode.h"
#include "base/wide.h"

/*
 * ICU's first transliterator costs as much as reading a thousand pages, and most titles are
 * Latin: for those there is a table.
 */

#define SLUG_MAX 200 /* code points that are looked at, and bytes that come out */

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
	return lang.n >= 2 && (lang.n == 2 || lang.p[2] == '-') && str_lower(lang.p[0]) == primary[0] &&
	    str_lower(lang.p[1]) == primary[1];
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
	struct wide w = wide_of(s);
	const UTransliterator *t;
	struct str out;

	pthread_mutex_lock(&slug_lock);
	t = script_open(script_of(lang));
	if (t)
		transliterate(t, &w);
	pthread_mutex_unlock(&slug_lock);
	out = wide_text(a, w.p, w.n);
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

const char *
slug_latin(uint32_t c)
{
	return c >= 0xc0 && c < 0x180 && c != 0xd7 && c != 0xf7 ? latin[c - 0xa0] : NULL;
}

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

	if (is_quote(c) || unicode_zero_width(c))
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
		slug_byte(b, str_lower((char)c));
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

		if (!is_own_latin(c) && !is_quote(c) && !unicode_zero_width(c))
			*own = false;
	}
	return str_sub(s, 0, at);
}

struct str
slug_of(struct arena *a, struct str s, struct str lang)
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
