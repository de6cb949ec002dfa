/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/buf.h"
#include "base/pool.h"
#include "base/unicode.h"

static struct arena arena;

#define assert_str(s, cstr)                                                                                            \
	do {                                                                                                           \
		struct str str_ = (s);                                                                                 \
		if (!str_is(str_, cstr))                                                                               \
			fail_msg("`%.*s` is not `%s`", STR_ARG(str_), cstr);                                           \
	} while (0)

/* ${c} as UTF-8; surrogates too. */
static struct str
encode(uint32_t c)
{
	if (c < 0x80)
		return arena_fmt(&arena, "%c", (int)c);
	if (c < 0x800)
		return arena_fmt(&arena, "%c%c", (int)(0xc0 | c >> 6), (int)(0x80 | (c & 63)));
	if (c < 0x10000)
		return arena_fmt(
		    &arena, "%c%c%c", (int)(0xe0 | c >> 12), (int)(0x80 | (c >> 6 & 63)), (int)(0x80 | (c & 63)));
	return arena_fmt(&arena, "%c%c%c%c", (int)(0xf0 | c >> 18), (int)(0x80 | (c >> 12 & 63)),
	    (int)(0x80 | (c >> 6 & 63)), (int)(0x80 | (c & 63)));
}

/* -- UTF-8 -- */

static void
assert_bad_at(struct str s, size_t wanted)
{
	size_t bad = 999;

	assert_false(unicode_valid(s, &bad));
	assert_int_equal(bad, wanted);
	assert_false(unicode_valid(s, NULL));
}

static void
test_every_code_point(void **state)
{
	(void)state;
	for (uint32_t c = 0; c < 0x110000; c++) {
		struct str s = encode(c);
		bool surrogate = c >= 0xd800 && c < 0xe000;
		size_t at = 0;

		assert_int_equal(unicode_valid(s, NULL), !surrogate);
		assert_int_equal(unicode_next(s, &at), surrogate ? 0xfffd : c);
		assert_int_equal(at, surrogate ? 1 : s.n);
		assert_int_equal(unicode_count(s), surrogate ? 3 : 1);
		if (c % 4096 == 0)
			arena_reset(&arena);
	}
}

static void
test_invalid(void **state)
{
	(void)state;
	assert_true(unicode_valid(STR_EMPTY, NULL));
	assert_true(unicode_valid((struct str){ 0 }, NULL));
	assert_bad_at(STR("abc\x80"), 3);
	assert_bad_at(STR("12345678\xff"), 8);
	assert_bad_at(STR("1234567\xc3"), 7);
	assert_bad_at(STR("\xc0\x80"), 0); /* overlong */
	assert_bad_at(STR("\xc1\xbf"), 0);
	assert_bad_at(STR("a\xe0\x9f\xbf"), 1);
	assert_bad_at(STR("a\xf0\x8f\xbf\xbf"), 1);
	assert_bad_at(STR("\xf4\x90\x80\x80"), 0); /* behind U+10FFFF */
	assert_bad_at(STR("\xf5\x80\x80\x80"), 0);
	assert_bad_at(STR("\xed\xa0\x80"), 0);     /* surrogate */
	assert_bad_at(STR("\xc3\xb8\xe2\x82"), 2); /* cut off */
	assert_bad_at(STR("\xe2\x28\xa1"), 0);
	assert_bad_at(STR("\xf0\x9f\x98"), 0);
}

/* A sequence is not read past the end of the slice, whatever lies behind it. */
static void
test_next_stays_inside(void **state)
{
	struct str s = { "\xe2\x82\xac", 2 };
	size_t at = 0;

	(void)state;
	assert_int_equal(unicode_next(s, &at), 0xfffd);
	assert_int_equal(at, 1);
	assert_int_equal(unicode_next(s, &at), 0xfffd);
	assert_int_equal(at, 2);
	assert_int_equal(unicode_next(s, &at), 0xfffd);
	assert_int_equal(at, 2);
}

static void
test_count(void **state)
{
	(void)state;
	assert_int_equal(unicode_count(STR_EMPTY), 0);
	assert_int_equal(unicode_count(STR("blåbær på bordet")), 16);
	assert_int_equal(unicode_count(STR("a\xff\xff"
					   "b")),
	    4);
	assert_int_equal(unicode_count(STR("cilvēktirdzniecība")), 18);
}

static void
test_width(void **state)
{
	(void)state;
	assert_int_equal(unicode_width(STR_EMPTY), 0);
	assert_int_equal(unicode_width(STR("plain\ttext")), 10);
	assert_int_equal(unicode_width(STR("blåbær")), 6);
	assert_int_equal(unicode_width(STR("漢字")), 4);
	assert_int_equal(unicode_width(STR("e\u0301")), 1);
	assert_int_equal(unicode_width(STR("\u202eabc\u200d")), 3);
	assert_int_equal(unicode_width(STR("\xf0\x9f\x98\x80")), 2);
	assert_int_equal(unicode_width(STR("a\xff")), 2);
	assert_int_equal(unicode_width(STR("\u1100\u1161\u11a8")), 2);
	assert_int_equal(unicode_width(STR("“–”…")), 4);
	assert_int_equal(unicode_width(STR("\xc2\xad")), 1);
}

static void
test_invisible(void **state)
{
	static const uint32_t yes[] = { 0xa0, 0xad, 0x61c, 0x2007, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a,
		0x202e, 0x202f, 0x2060, 0x2066, 0x2069, 0xfeff };
	static const uint32_t no[] = { 0, ' ', '\t', 'a', 0x9f, 0xa1, 0xe5, 0x2006, 0x2010, 0x2013, 0x2019, 0x3000,
		0x301, 0xfffd };

	(void)state;
	for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
		assert_true(unicode_invisible(yes[i]));
	for (size_t i = 0; i < sizeof no / sizeof *no; i++)
		assert_false(unicode_invisible(no[i]));
}

/* -- normal forms -- */

static void
test_nfc(void **state)
{
	struct str plain = STR("abc"), latin = STR("blåbær “på” bordet – nå…"), greek = STR("\u03b1\u0301");

	(void)state;
	assert_ptr_equal(unicode_nfc(&arena, plain).p, plain.p);
	assert_ptr_equal(unicode_nfc(&arena, latin).p, latin.p);
	assert_str(unicode_nfc(&arena, STR("bla\u030ab\u00e6r")), "blåbær");
	assert_str(unicode_nfc(&arena, greek), "\u03ac");
	assert_str(unicode_nfc(&arena, STR("\u212b")), "\u00c5");
	assert_str(unicode_nfc(&arena, STR("\u2000x")), "\u2002x");
	assert_str(unicode_nfc(&arena, STR("\u2001x")), "\u2003x");
	assert_str(unicode_nfc(&arena, STR("a\u0323\u0307 a\u0307\u0323")), "\u1ea1\u0307 \u1ea1\u0307");
	/* NFC makes this one longer than what it was: three bytes become nine. */
	assert_str(
	    unicode_nfc(&arena, STR("\uFB2C\uFB2C\uFB2C")), "\u05e9\u05bc\u05c1\u05e9\u05bc\u05c1\u05e9\u05bc\u05c1");
	latin = STR("Торговля людьми");
	assert_ptr_equal(unicode_nfc(&arena, latin).p, latin.p);
	assert_int_equal(unicode_nfc(&arena, STR_EMPTY).n, 0);
	assert_str(unicode_nfc(&arena, STR("\u0400\xff")), "\u0400\xff");
	assert_str(unicode_nfc(&arena, STR("a\u030a\xff")), "\u00e5\ufffd");
}

/* The short cut for text without ICU holds for every character that it lets pass. */
static void
test_nfc_without_icu(void **state)
{
	UErrorCode error = U_ZERO_ERROR;
	const UNormalizer2 *nfc = unorm2_getNFCInstance(&error);

	(void)state;
	assert_true(U_SUCCESS(error));
	for (uint32_t c = 0; c < 0x2040; c++) {
		if (c >= 0x300 && c < 0x2002)
			continue;
		assert_int_equal(unorm2_getCombiningClass(nfc, (UChar32)c), 0);
		assert_true(unorm2_hasBoundaryBefore(nfc, (UChar32)c));
		assert_true(unorm2_isNormalized(nfc, (UChar[]){ (UChar)c }, 1, &error));
	}
	assert_true(U_SUCCESS(error));
}

static void
test_fold(void **state)
{
	(void)state;
	assert_str(unicode_fold(&arena, STR("Hello WORLD 1")), "hello world 1");
	assert_str(unicode_fold(&arena, STR("ÆRLIG Åse")), "ærlig åse");
	assert_str(unicode_fold(&arena, STR("A\u030a")), "å");
	assert_str(unicode_fold(&arena, STR("Straße")), "strasse");
	assert_str(unicode_fold(&arena, STR("ΣΑΣ")), "σασ");
	assert_str(unicode_fold(&arena, STR("ТОРГОВЛЯ")), "торговля");
	assert_int_equal(unicode_fold(&arena, STR_EMPTY).n, 0);
	assert_int_equal(unicode_fold(&arena, (struct str){ 0 }).n, 0);
	/* Two spellings of one text, of which the marks are ordered otherwise. */
	assert_true(
	    str_eq(unicode_fold(&arena, STR("\u03b1\u0345\u0301")), unicode_fold(&arena, STR("\u0391\u0301\u0345"))));
}

static void
test_fold_twice_is_once(void **state)
{
	(void)state;
	for (uint32_t c = 1; c < 0x20000; c++) {
		struct str once;

		if (c >= 0xd800 && c < 0xe000)
			continue;
		once = unicode_fold(&arena, encode(c));
		assert_true(str_eq(unicode_fold(&arena, once), once));
		if (c % 1024 == 0)
			arena_reset(&arena);
	}
}

/* Any bytes: nothing is read outside. */
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
		assert_true(unicode_count(s) <= s.n);
		assert_true(unicode_width(s) <= s.n);
		assert_true(unicode_valid(unicode_fold(&arena, s), NULL));
		unicode_nfc(&arena, s);
		free(bytes);
		if (round % 100 == 0)
			arena_reset(&arena);
	}
}

static void
fold_step(void *ctx, size_t worker, size_t i)
{
	struct arena mine = ARENA_INIT;
	_Atomic int *wrong = ctx;

	(void)worker;
	(void)i;
	if (!str_is(unicode_fold(&mine, STR("ТОРГОВЛЯ ÅSE")), "торговля åse"))
		++*wrong;
	if (!str_is(unicode_nfc(&mine, STR("a\u030a")), "å"))
		++*wrong;
	arena_free(&mine);
}

static void
test_threads(void **state)
{
	struct pool *p = pool_open(4);
	_Atomic int wrong = 0;

	(void)state;
	pool_each(p, 4000, fold_step, &wrong);
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

/* Wherever they stand, in texts of any length. */
static void
test_is_small(void **state)
{
	char text[50];

	(void)state;
	for (size_t n = 0; n < sizeof text; n++) {
		memset(text, 'z', sizeof text);
		assert_true(unicode_is_small((struct str){ text, n }));
		for (size_t at = 0; at < n; at++) {
			static const char small[] = "az{`@[09/", not [] = "AZ\xc3\x80\xff";

			for (const char *p = small; *p; p++) {
				text[at] = *p;
				assert_true(unicode_is_small((struct str){ text, n }));
			}
			for (const char *p = not ; *p; p++) {
				text[at] = *p;
				assert_false(unicode_is_small((struct str){ text, n }));
				assert_int_equal(unicode_valid((struct str){ text, n }, NULL), (*p & 0x80) == 0);
			}
			text[at] = 'z';
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_threads), /* first: ICU is opened by many at once */
		cmocka_unit_test(test_every_code_point),
		cmocka_unit_test(test_invalid),
		cmocka_unit_test(test_next_stays_inside),
		cmocka_unit_test(test_count),
		cmocka_unit_test(test_width),
		cmocka_unit_test(test_invisible),
		cmocka_unit_test(test_nfc),
		cmocka_unit_test(test_nfc_without_icu),
		cmocka_unit_test(test_fold),
		cmocka_unit_test(test_fold_twice_is_once),
		cmocka_unit_test(test_any_bytes),
		cmocka_unit_test(test_is_small),
	};

	return cmocka_run_group_tests(tests, NULL, close_arena);
}
