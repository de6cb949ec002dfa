/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/folding.h"

#include "base/normal.h"
#include "base/slug.h"
#include "base/unicode.h"

/* -- one character, decomposed and small -- */

/* Latin letters that Unicode does not decompose; whatever else is written here belongs to fold.js as well. */
static const struct {
	uint32_t c;
	const char *ascii;
} strokes[] = {
	{ 0xdf, "ss" },
	{ 0xe6, "ae" },
	{ 0xf0, "d" },
	{ 0xf8, "o" },
	{ 0xfe, "th" },
	{ 0x111, "d" },
	{ 0x127, "h" },
	{ 0x131, "i" },
	{ 0x138, "q" },
	{ 0x142, "l" },
	{ 0x14b, "n" },
	{ 0x153, "oe" },
	{ 0x167, "t" },
};

/* Of Arabic letters, those that are the same to who searches; of the Greek ones, the final sigma. */
static uint32_t
same_letter(uint32_t c)
{
	switch (c) {
	case 0x3c2: return 0x3c3;
	case 0x629: return 0x647;
	case 0x643: return 0x6a9;
	case 0x649:
	case 0x64a: return 0x6cc;
	default: break;
	}
	if (c >= 0x660 && c <= 0x669)
		return '0' + c - 0x660;
	return c >= 0x6f0 && c <= 0x6f9 ? '0' + c - 0x6f0 : c;
}

/* What stands in words without being part of them: punctuation, marks of direction, the stretcher of Arabic letters. */
static bool
is_dropped(uint32_t c)
{
	if (c < 0x80)
		return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
	return c < 0xc0 || c == 0xd7 || c == 0xf7 || (c >= 0x2b9 && c <= 0x2bc) || (c >= 0x5f3 && c <= 0x5f4) ||
	    c == 0x60c || c == 0x61b || c == 0x640 || (c >= 0x66b && c <= 0x66c) || (c >= 0x2000 && c <= 0x206f) ||
	    c == 0xfeff;
}

static bool
is_cyrillic(uint32_t c)
{
	return c >= 0x400 && c < 0x530;
}

/* Whether marks are an ornament of ${c}: of Latin, Greek, Cyrillic, Hebrew and Arabic letters, not of those where they are vowels. */
static bool
sheds_marks(uint32_t c)
{
	return c < 0x780 || (c >= 0x1e00 && c < 0x2000);
}

/* й, ї and ў are letters of their own; ё is written as е by most. */
static bool
is_kept(uint32_t mark, uint32_t base)
{
	if (!sheds_marks(base))
		return true;
	return is_cyrillic(base) && base != 0x435 && (mark == 0x306 || mark == 0x308);
}

static void
put(struct buf *b, uint32_t c)
{
	for (size_t i = 0; i < sizeof strokes / sizeof *strokes; i++)
		if (strokes[i].c == c) {
			buf_cstr(b, strokes[i].ascii);
			return;
		}
	unicode_put(b, same_letter(c));
}

/* -- words -- */

/* ${wide}: something is left that composes again. */
static void
put_all(struct buf *b, struct str decomposed, bool *wide)
{
	uint32_t base = 'a';

	for (size_t at = 0; at < decomposed.n;) {
		uint32_t c = unicode_next(decomposed, &at);

		if (c >= 0x300 && normal_is_mark(c)) {
			if (is_kept(c, base)) {
				unicode_put(b, c);
				*wide = true;
			}
			continue;
		}
		base = c;
		*wide |= c >= 0x1100;
		if (!is_dropped(c))
			put(b, c);
	}
}

static bool
is_ascii(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0x80)
			return false;
	return true;
}

static void
fold_ascii(struct buf *b, struct str word)
{
	for (size_t i = 0; i < word.n; i++) {
		char c = str_lower(word.p[i]);

		if (!is_dropped((unsigned char)c))
			buf_chr(b, c);
	}
}

/* Small Latin words are folded by a table: ICU, once woken, costs as much as a small site. */
static bool
fold_latin(struct buf *b, struct str word)
{
	size_t from = b->n;

	for (size_t at = 0; at < word.n;) {
		uint32_t c = unicode_next(word, &at);
		const char *ascii = slug_latin(c);

		if (ascii) {
			buf_cstr(b, ascii);
		} else if (c < 0x80 || c == 0xad || (c >= 0x2000 && c < 0x2024)) {
			char low = c < 0x80 ? str_lower((char)c) : ' ';

			if (!is_dropped((unsigned char)low))
				buf_chr(b, low);
		} else {
			b->n = from;
			return false;
		}
	}
	return true;
}

void
folding_word(struct buf *b, struct str word)
{
	struct arena a = ARENA_INIT;
	struct str s;
	size_t from = b->n;
	bool wide = false;

	if (is_ascii(word)) {
		fold_ascii(b, word);
		return;
	}
	if (fold_latin(b, word))
		return;
	s = normal_decompose(&a, normal_lower(&a, normal_compat(&a, word)));
	put_all(b, s, &wide);
	if (wide) {
		s = normal_compose(&a, arena_str(&a, str_sub(buf_view(b), from, b->n)));
		b->n = from;
		buf_str(b, s);
	}
	arena_free(&a);
}

/* -- other ways to type them -- */

static bool
speaks(struct str lang, const char *primary)
{
	return lang.n >= 2 && (lang.n == 2 || lang.p[2] == '-') && str_lower(lang.p[0]) == primary[0] &&
	    str_lower(lang.p[1]) == primary[1];
}

static bool
has_umlaut(struct str word)
{
	for (size_t at = 0; at < word.n;) {
		uint32_t c = unicode_next(word, &at) | 0x20;

		if (c == 0xe4 || c == 0xf6 || c == 0xfc)
			return true;
	}
	return false;
}

static bool
has_cyrillic(struct str word)
{
	for (size_t at = 0; at < word.n;)
		if (is_cyrillic(unicode_next(word, &at)))
			return true;
	return false;
}

/* "الضحية" is looked for as "ضحية", too; what is left are three letters at least. */
static struct str
without_article(struct arena *a, struct str word)
{
	static const char article[] = "ال";
	struct buf b = BUF_INIT;
	struct str out = STR_EMPTY;

	folding_word(&b, word);
	if (str_starts(buf_view(&b), article) && b.n >= sizeof article - 1 + 6)
		out = arena_str(a, str_sub(buf_view(&b), sizeof article - 1, b.n));
	buf_free(&b);
	return out;
}

struct str
folding_also(struct arena *a, struct str word, struct str lang)
{
	struct buf b = BUF_INIT;
	struct str out = STR_EMPTY;

	if (is_ascii(word))
		return out;
	if (speaks(lang, "ar"))
		return without_article(a, word);
	word = normal_compose(a, word);
	if (!has_cyrillic(word) && !(speaks(lang, "de") && has_umlaut(word)))
		return out;
	folding_word(&b, slug_of(a, word, lang));
	out = arena_str(a, buf_view(&b));
	buf_free(&b);
	return out;
}
