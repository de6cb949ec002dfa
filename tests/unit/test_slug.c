/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <stdbool.h>
#include <stdlib.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "base/buf.h"
#include "base/pool.h"
#include "base/slug.h"
#include "base/unicode.h"

static struct arena arena;

#define assert_str(s, cstr)                                                                                            \
	do {                                                                                                           \
		struct str str_ = (s);                                                                                 \
		if (!str_is(str_, cstr))                                                                               \
			fail_msg("`%.*s` is not `%s`", STR_ARG(str_), cstr);                                           \
	} while (0)

static struct str
encode(uint32_t c)
{
	struct buf b = BUF_INIT;
	struct str s;

	unicode_put(&b, c);
	s = arena_str(&arena, buf_view(&b));
	buf_free(&b);
	return s;
}

static const struct {
	const char *lang, *text, *slug;
} slugs[] = {
	{ "nb", "Ærlig arbeid på ål", "aerlig-arbeid-pa-al" },
	{ "sv", "Människohandel", "manniskohandel" },
	{ "et", "Šokk, õigus, žanr", "sokk-oigus-zanr" },
	{ "lv", "Cilvēktirdzniecība: ķermenis", "cilvektirdznieciba-kermenis" },
	{ "lt", "Žmonių išnaudojimas – ąžuolas", "zmoniu-isnaudojimas-azuolas" },
	{ "pl", "Łódź, źródło, ćwiczenie", "lodz-zrodlo-cwiczenie" },
	{ "is", "Þjóð, dáð, æska", "thjod-dad-aeska" },
	{ "de", "Ärger über Straße", "aerger-ueber-strasse" },
	{ "de-AT", "ÄÖÜ", "aeoeue" },
	{ "DE", "\u1e9e Größe", "ss-groesse" }, /* the capital sharp s makes it ICU's */
	{ "den", "ü", "u" },
	{ "ru", "Торговля людьми, щит", "torgovlya-lyudmi-shchit" },
	{ "uk", "Торгівля людьми, їжа", "torhivlya-lyudmy-yizha" },
	{ "uk-UA", "їжа", "yizha" },
	{ "en", "Don't “stop” — it’s 50 % off!", "dont-stop-its-50-off" },
	{ "en", "Hello, World", "hello-world" },
	{ "en", "--a--b--", "a-b" },
	{ "en", "  ", "" },
	{ "en", "!?", "" },
	{ "en", "", "" },
	{ "", "Ål", "al" },
	{ "nb", "A\u030al", "al" },               /* decomposed */
	{ "nb", "ar\u00adbeid\u200b", "arbeid" }, /* soft hyphen, zero-width blank */
	{ "nb", "\ufeffarbeid", "arbeid" },
	{ "nb", "100\u00a0km", "100-km" },
	{ "nb", "½ dag", "1-2-dag" },
	{ "ru", "Honest work", "honest-work" },
	{ "en", "\xff\xfe bad \xc3", "bad" },
	{ "en", "\xf0\x9f\x98\x80", "" },
};

static void
test_slugs(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof slugs / sizeof *slugs; i++)
		assert_str(slug_of(&arena, str_of(slugs[i].text), str_of(slugs[i].lang)), slugs[i].slug);
	assert_int_equal(slug_of(&arena, (struct str){ 0 }, (struct str){ 0 }).n, 0);
}

/* Other scripts: something in ASCII comes out, in any language of the page. */
static void
test_other_scripts(void **state)
{
	static const char *const texts[] = { "Торговля людьми", "تجارت انسان", "人口販売", "Εμπορία", "განათლება",
		"सुरक्षा" };

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_true(slug_of(&arena, str_of(texts[i]), STR("nb")).n > 3);
	assert_true(slug_of(&arena, STR("Образование щит"), STR("bg")).n > 3);
	assert_true(slug_of(&arena, STR("Образование"), STR("be")).n > 3);
	assert_true(slug_of(&arena, STR("Образование"), STR("mk")).n > 3);
	assert_true(slug_of(&arena, STR("Образование"), STR("sr")).n > 3);
}

/* The table that spares ICU says what ICU says. */
static void
test_without_icu(void **state)
{
	static const char *const ids[] = { "Any-Latin; Latin-ASCII", "de-ASCII; Any-Latin; Latin-ASCII" };

	(void)state;
	for (size_t k = 0; k < 2; k++) {
		UErrorCode error = U_ZERO_ERROR;
		UChar id[64];
		UTransliterator *t;

		u_uastrcpy(id, ids[k]);
		t = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
		for (uint32_t c = 1; c < 0x2040; c++) {
			UChar text[40] = { 'x', (UChar)c, 'y', 0 };
			int32_t n = 3, limit = 3, bytes = 0;
			char ascii[100];

			/* Invisible characters are dropped by a rule of our own. */
			if ((c >= 0x180 && c < 0x2000) || unicode_invisible(c))
				continue;
			utrans_transUChars(t, text, &n, 40, 0, &limit, &error);
			u_strToUTF8(ascii, sizeof ascii, &bytes, text, n, &error);
			assert_true(U_SUCCESS(error));
			assert_str(
			    slug_of(&arena, arena_fmt(&arena, "x%.*sy", STR_ARG(encode(c))), k ? STR("de") : STR("nb")),
			    arena_str(&arena, slug_of(&arena, (struct str){ ascii, (size_t)bytes }, STR("en"))).p);
		}
		utrans_close(t);
	}
}

static void
assert_is_slug(struct str s)
{
	assert_true(s.n <= 200);
	assert_true(s.n == 0 || (s.p[0] != '-' && s.p[s.n - 1] != '-'));
	for (size_t i = 0; i < s.n; i++)
		assert_true((s.p[i] >= 'a' && s.p[i] <= 'z') || (s.p[i] >= '0' && s.p[i] <= '9') ||
		    (s.p[i] == '-' && s.p[i - 1] != '-'));
}

/* A long text takes no long time, and its slug fits into a file name. */
static void
test_long_texts(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	for (int i = 0; i < 300000; i++)
		buf_cstr(&b, "щ");
	assert_is_slug(slug_of(&arena, buf_view(&b), STR("ru")));
	assert_int_equal(slug_of(&arena, buf_view(&b), STR("ru")).n, 200);
	buf_reset(&b);
	for (int i = 0; i < 300; i++)
		buf_cstr(&b, "\ufdfa"); /* a whole sentence each */
	assert_is_slug(slug_of(&arena, buf_view(&b), STR("ar")));
	buf_reset(&b);
	for (int i = 0; i < 199; i++)
		buf_chr(&b, 'a');
	buf_cstr(&b, " b");
	assert_int_equal(slug_of(&arena, buf_view(&b), STR("en")).n, 199);
	buf_free(&b);
}

/* Any bytes: nothing but a slug comes out, and nothing is read outside. */
static void
test_any_bytes(void **state)
{
	uint32_t seed = 1;

	(void)state;
	for (int round = 0; round < 3000; round++) {
		char *bytes = malloc(40);
		struct str s = { bytes, 40 };

		for (size_t i = 0; i < s.n; i++) {
			seed = seed * 1664525u + 1013904223u;
			bytes[i] = (char)(seed >> 24);
		}
		assert_is_slug(slug_of(&arena, s, round % 2 ? STR("uk") : STR("de")));
		free(bytes);
		if (round % 100 == 0)
			arena_reset(&arena);
	}
}

static void
slug_step(void *ctx, size_t worker, size_t i)
{
	struct arena mine = ARENA_INIT;
	size_t k = i % (sizeof slugs / sizeof *slugs);
	_Atomic int *wrong = ctx;

	(void)worker;
	if (!str_is(slug_of(&mine, str_of(slugs[k].text), str_of(slugs[k].lang)), slugs[k].slug))
		++*wrong;
	arena_free(&mine);
}

static void
test_threads(void **state)
{
	struct pool *p = pool_open(4);
	_Atomic int wrong = 0;

	(void)state;
	pool_each(p, 4000, slug_step, &wrong);
	assert_int_equal(wrong, 0);
	pool_close(p);
}

static int
close_arena(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

static void
test_latin(void **state)
{
	(void)state;
	assert_string_equal(slug_latin(0xc6), "ae");
	assert_string_equal(slug_latin(0xe5), "a");
	assert_string_equal(slug_latin(0x17f), "s");
	for (uint32_t c = 0; c < 0x200; c++)
		assert_true((slug_latin(c) != NULL) == (c >= 0xc0 && c < 0x180 && c != 0xd7 && c != 0xf7));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_latin),
		cmocka_unit_test(test_threads), /* first: ICU is opened by many at once */
		cmocka_unit_test(test_slugs),
		cmocka_unit_test(test_other_scripts),
		cmocka_unit_test(test_without_icu),
		cmocka_unit_test(test_long_texts),
		cmocka_unit_test(test_any_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, close_arena);
}
