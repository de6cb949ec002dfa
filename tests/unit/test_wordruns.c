/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/wordruns.h"

#include <string.h>

#include "testing.h"

/* All words of ${text} as they stand, with bars between. */
static const char *
words(const char *text)
{
	static char all[256];
	struct wordruns r = wordruns_of(str_of(text));

	*all = '\0';
	while (wordruns_next(&r)) {
		struct str w = wordruns_text(&r, 1);

		if (r.n > 1)
			strcat(all, "|");
		strncat(all, w.p, w.n);
	}
	return all;
}

static uint64_t
hash(const char *text, size_t k)
{
	struct wordruns r = wordruns_of(str_of(text));

	while (wordruns_next(&r))
		continue;
	assert_true(r.n >= k);
	return wordruns_hash(&r, k);
}

static void
test_nothing(void **state)
{
	(void)state;
	assert_string_equal(words(""), "");
	assert_string_equal(words(" .,;!  \xc2\xa0\xe2\x80\x94 "), "");
	assert_string_equal(words("\xc2\xad"), "");
	assert_string_equal(words("a\xff z"), "a|z"); /* a wrong byte is between words */
}

static void
test_words(void **state)
{
	(void)state;
	assert_string_equal(words("one two,three-four"), "one|two|three|four");
	assert_string_equal(words("(don't) 3,5 km\xc2\xa0/t"), "don|t|3|5|km|t");
	assert_string_equal(words("ord\xc2\xad"
				  "deling"),
	    "ord\xc2\xad"
	    "deling");
	assert_string_equal(words("Ærlig blåbær, Ёлка и дом. مرحبا بكم ไทย"), "Ærlig|blåbær|Ёлка|и|дом|مرحبا|بكم|ไทย");
}

static void
test_alike(void **state)
{
	(void)state;
	assert_true(hash("one two three", 3) == hash("«One», TWO\xc2\xa0– three!", 3));
	assert_true(hash("ÆRLIG ÑÞ ЁЛКА ДОМ ĀČ ΣΑΣ", 6) == hash("ærlig ñþ ёлка дом āč σασ", 6));
	assert_true(hash("orddeling", 1) ==
	    hash("ord\xc2\xad"
		 "deling",
		1));
}

static void
test_others(void **state)
{
	(void)state;
	assert_false(hash("one two three", 3) == hash("one three two", 3));
	assert_false(hash("one two three", 3) == hash("onetwo three x", 3));
	assert_false(hash("one two", 2) == hash("one twó", 2));
	assert_false(hash("a b", 2) == hash("b", 1));
	assert_false(hash("a a a a", 4) == hash("a a a", 3));
	assert_false(hash("÷ a × b", 2) == hash("a b b", 2));
}

static void
test_composed(void **state)
{
	static const char *const same[] = { "blåbær", "Ёлка",
		"“a” – b\xc2\xa0"
		"c" };
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		assert_ptr_equal(wordruns_composed(&a, str_of(same[i])).p, same[i]);
	assert_true(str_is(wordruns_composed(&a, STR("bla\xcc\x8a")), "blå"));
	assert_true(str_is(wordruns_composed(&a, STR("\xd0\xb5\xcc\x88")), "ё"));
	arena_free(&a);
}

/* A run is the same wherever it stands. */
static void
test_place(void **state)
{
	const char *eight = "one two three four five six seven eight";
	char long_text[4096] = "";
	struct wordruns r;
	int seen = 0;

	(void)state;
	for (int i = 0; i < 60; i++)
		strcat(long_text, "other words, ");
	strcat(long_text, "One two three four five six seven eight nine ten");
	r = wordruns_of(str_of(long_text));
	while (wordruns_next(&r))
		if (r.n >= WORDRUNS_WORDS && wordruns_hash(&r, WORDRUNS_WORDS) == hash(eight, 8)) {
			struct str w = wordruns_text(&r, WORDRUNS_WORDS);

			assert_true(str_is(w, "One two three four five six seven eight"));
			seen++;
		}
	assert_int_equal(seen, 1);
	assert_int_equal(r.n, 130);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_composed),
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_alike),
		cmocka_unit_test(test_others),
		cmocka_unit_test(test_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
