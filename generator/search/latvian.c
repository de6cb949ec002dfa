/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/latvian.h"

#include "base/unicode.h"

/*
 * The endings are those of the six declensions of nouns and of the two of adjectives, as any grammar of Latvian lists them, the
 * longest first: the first one that leaves a stem is taken off. Which case it is does not matter, only that all
 * cases of a word end up alike.
 */
static const char *const endings[] = {
	/* adjectives with the definite ending */
	"ajiem",
	"ajām",
	"ajās",
	"ajos",
	"ajai",
	"ajam",
	"ajā",
	"ais",
	/* plural */
	"iem",
	"ies",
	"ām",
	"ās",
	"ēm",
	"ēs",
	"īm",
	"īs",
	"os",
	"us",
	"ūs",
	"ie",
	"ij",
	"ju",
	/* singular */
	"am",
	"as",
	"ai",
	"im",
	"is",
	"um",
	"es",
	"ei",
	"ja",
	"a",
	"ā",
	"e",
	"ē",
	"i",
	"ī",
	"o",
	"u",
	"ū",
	"s",
	"š",
};

enum { STEM_LEAST = 3 }; /* letters that an ending must leave */

static bool
has_vowel(struct str s)
{
	for (size_t at = 0; at < s.n;)
		switch (unicode_next(s, &at)) {
		case 'a':
		case 'e':
		case 'i':
		case 'o':
		case 'u':
		case 0x101: /* ā */
		case 0x113: /* ē */
		case 0x12b: /* ī */
		case 0x16b: /* ū */ return true;
		default: break;
		}
	return false;
}

static struct str
without_ending(struct str word)
{
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		struct str stem = str_sub(word, 0, word.n - str_of(endings[i]).n);

		if (str_ends(word, endings[i]) && unicode_count(stem) >= STEM_LEAST && has_vowel(stem))
			return stem;
	}
	return word;
}

/* What a softening ending made of a consonant: lācis, lāča; brālis, brāļa; gulbis, gulbja. */
static const struct {
	const char *soft, *hard;
} softened[] = {
	{ "bj", "b" },
	{ "pj", "p" },
	{ "mj", "m" },
	{ "vj", "v" },
	{ "dž", "dz" },
	{ "č", "c" },
	{ "š", "s" },
	{ "ž", "z" },
	{ "ļ", "l" },
	{ "ņ", "n" },
};

void
latvian_stem(struct buf *b, struct str word)
{
	struct str stem = without_ending(word);

	for (size_t i = 0; i < sizeof softened / sizeof *softened; i++)
		if (str_ends(stem, softened[i].soft)) {
			buf_str(b, str_sub(stem, 0, stem.n - str_of(softened[i].soft).n));
			buf_cstr(b, softened[i].hard);
			return;
		}
	buf_str(b, stem);
}
