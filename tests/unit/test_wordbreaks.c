/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/unicode.h"
#include "search/wordbreaks.h"

static struct wordbreaks *breaks;

static void
take(void *ctx, struct str word)
{
	struct buf *b = ctx;

	buf_chr(b, '[');
	buf_str(b, word);
	buf_chr(b, ']');
}

static struct str
words(struct arena *a, struct str text)
{
	struct buf b = BUF_INIT;
	struct str s;

	wordbreaks_each(breaks, text, take, &b);
	s = arena_str(a, buf_view(&b));
	buf_free(&b);
	return s;
}

static void
assert_words(const char *text, const char *wanted)
{
	struct arena a = ARENA_INIT;
	struct str is = words(&a, str_of(text));

	if (!str_is(is, wanted))
		fail_msg("`%s` is %.*s", text, STR_ARG(is));
	arena_free(&a);
}

static void
test_bad(void **state)
{
	(void)state;
	assert_words("", "");
	assert_words(" \t\n", "");
	assert_words("...'-_,;__", "");
	assert_words("a\xff\xfe b", "[a][b]");
	assert_words("\xc3", "");
}

static void
test_text(void **state)
{
	(void)state;
	assert_words("Hva er «på»?", "[Hva][er][på]");
	assert_words("don't don’t 'quoted' dogs'", "[don't][don’t][quoted][dogs]");
	assert_words("f.eks. 3.5 1,5 1;2 a,b 12:30 a.", "[f.eks][3.5][1,5][1;2][a][b][12][30][a]");
	assert_words("co-operate a_b _a_ x1y", "[co][operate][a_b][_a_][x1y]");
	assert_words("ar\u00adbeid 10\u202f000", "[ar\u00adbeid][10\u202f000]");
	assert_words("торговля людьми", "[торговля][людьми]");
	assert_words("post@kommune.no @ a", "[post][kommune.no][a]");
}

/* ICU's: Hebrew abbreviations, Thai without blanks, a stress mark. */
static void
test_icu(void **state)
{
	(void)state;
	assert_false(wordbreaks_plain(STR("за\u0301мок")));
	assert_words("за\u0301мок а", "[за\u0301мок][а]");
	assert_words("צה\"ל a", "[צה\"ל][a]");
	assert_words("ภาษาไทย", "[ภาษา][ไทย]");
	assert_words("می‌شود 😀 b", "[می‌شود][b]");
	assert_words("post@kommune.no \u0e01", "[post][kommune.no][\u0e01]");
}

/* What is broken here is broken as ICU would: a letter that only ICU knows makes it do the whole text. */
static void
test_same(void **state)
{
	static const uint32_t chars[] = { 'a', 'B', '1', '9', '_', '.', '\'', ',', ';', ':', '-', ' ', '"', '/', 0xad,
		0xb7, 0xe5, 0x153, 0x2019, 0x2018, 0x2024, 0x2027, 0x202f, 0x2013, 0x201c, 0x2026, 0x436, 0x44f, 0xa0,
		0xaa, 0xb2, 0xd7, 0x20ac, 0x2192 };
	enum { CHARS = sizeof chars / sizeof *chars };
	uint32_t seed = 1;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		struct arena a = ARENA_INIT;
		struct buf b = BUF_INIT;
		struct str here, icu;

		for (int k = 0; k < 8; k++) {
			seed = seed * 1664525 + 1013904223;
			unicode_put(&b, chars[(seed >> 16) % CHARS]);
		}
		here = words(&a, buf_view(&b));
		assert_true(wordbreaks_plain(buf_view(&b)));
		BUF_LIT(&b, "\n\u0e01");
		assert_false(wordbreaks_plain(buf_view(&b)));
		icu = words(&a, buf_view(&b));
		if (!str_eq(arena_fmt(&a, "%.*s[\u0e01]", STR_ARG(here)), icu))
			fail_msg("`%.*s`: %.*s, ICU: %.*s", STR_ARG(buf_view(&b)), STR_ARG(here), STR_ARG(icu));
		buf_free(&b);
		arena_free(&a);
	}
}

/* Each character that is broken here, between letters and between digits. */
static void
test_characters(void **state)
{
	(void)state;
	for (uint32_t c = 1; c < 0x3000; c++) {
		struct arena a = ARENA_INIT;
		struct buf b = BUF_INIT;

		BUF_LIT(&b, "x");
		unicode_put(&b, c);
		BUF_LIT(&b, "y 1");
		unicode_put(&b, c);
		BUF_LIT(&b, "2 ");
		unicode_put(&b, c);
		if (c != '@' && wordbreaks_plain(buf_view(&b))) { /* apart here, to ICU a letter */
			struct str here = words(&a, buf_view(&b)), icu;

			BUF_LIT(&b, "\n\u0e01");
			icu = words(&a, buf_view(&b));
			if (!str_eq(arena_fmt(&a, "%.*s[\u0e01]", STR_ARG(here)), icu))
				fail_msg("U+%04X: %.*s, ICU: %.*s", c, STR_ARG(here), STR_ARG(icu));
		}
		buf_free(&b);
		arena_free(&a);
	}
}

static int
setup(void **state)
{
	(void)state;
	breaks = wordbreaks_open();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	wordbreaks_close(breaks);
	wordbreaks_close(NULL);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bad),
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_icu),
		cmocka_unit_test(test_same),
		cmocka_unit_test(test_characters),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
