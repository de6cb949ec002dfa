/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/spelling.h"

#include "testing.h"

static void
reads(const struct spelling *how, const char *typed, const char *wanted)
{
	struct arena a = ARENA_INIT;
	struct str s = spelling_plain(&a, how, str_of(typed));

	if (!str_is(s, wanted))
		fail_msg("\"%s\" was read as \"%.*s\", not \"%s\"", typed, STR_ARG(s), wanted);
	arena_free(&a);
}

static void
test_steps(void **state)
{
	static const struct spelling usual = { .typos = false };

	(void)state;
	reads(&usual, "", "");
	reads(&usual, " \t\r\n\v\f\xc2\x85\u00a0\u3000", "");
	reads(&usual, "\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a\u202e\u2066\u2069", "");
	reads(&usual, "a\u200c\u200db", "a\u200c\u200db");
	reads(&usual, " A \u2003\t b ", "a b");
	reads(&usual, "a \u200b b", "a b"); /* what is unseen goes before blanks are counted */
	reads(&usual, "\u2018\u2019\u201a\u201b\u02bc\u2032`\u00b4", "''''''''");
	reads(&usual, "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", "\"\"\"\"\"\"\"");
	reads(&usual, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-------");
	reads(&usual, "a\u2026", "a...");
	reads(&usual, "e\u0301\u1fef", "\u00e9'"); /* composed first: a grave of its own is a backquote */
	reads(&usual, "e\u200b\u0301", "\u00e9");
	reads(&usual, "Stra\u00dfe", "strasse");
	reads(&usual, "\u1e9e", "\u00df"); /* it is a capital, so it stays one letter */
	reads(&usual, "\u03a3\u039f\u03a6\u039f\u03a3 \u03a3", "\u03c3\u03bf\u03c6\u03bf\u03c2 \u03c3");
	reads(&usual, "\u0130", "i\u0307");
	reads(&usual, "\u0131", "i");
	reads(&usual, "\u00b2\ufb01", "\u00b2fi"); /* capitals of a ligature are letters */
}

static void
test_options(void **state)
{
	static const struct spelling match = { .match_case = true }, accents = { .ignore_accents = true },
				     compat = { .compat = true }, quotes = { .keep_quotes = true },
				     space = { .keep_space = true },
				     exact_accents = { .match_case = true, .ignore_accents = true },
				     all = { .compat = true, .ignore_accents = true };

	(void)state;
	reads(&match, " \u03a3\u00df ", "\u03a3\u00df");
	reads(&accents, "\u00c9\u0142\u00e5\u0130", "e\u0142ai");
	reads(&accents, "\u05e9\u05c1", "\u05e9");
	reads(&accents, "\u093f\u0940", "\u093f\u0940"); /* signs that take room are no accents */
	reads(&accents, "\u0301", "");
	reads(&accents, "\u0301 a", " a"); /* not trimmed again */
	reads(&exact_accents, "\u00c9\u1fa8", "E\u03a9");
	reads(&compat, "\uff21\u00b2\u33a0\u3000x", "a2cm2 x");
	reads(&compat, "\u2033\u2026", "''...");
	reads(&compat, "\u00b4x", "\u0301x");
	reads(&all, "\ufb01\u00bd\u1e9b\u0323", "fi1\u20442s");
	reads(&quotes, "\u2019\u2013\u2026\u00a0\u00b4", "\u2019\u2013\u2026 \u00b4");
	reads(&space, "\t a\u00a0 b \n", "a\u00a0 b");
}

static void
test_piece(void **state)
{
	static const struct spelling usual = { .typos = false };
	struct arena a = ARENA_INIT;

	(void)state;
	assert_true(str_is(spelling_piece(&a, &usual, str_of("  A \u00a0")), " a "));
	assert_true(str_is(spelling_piece(&a, &usual, str_of("")), ""));
	assert_true(str_is(spelling_trim(str_of(" \u00a0a b\u2029")), "a b"));
	assert_true(str_is(spelling_trim(str_of("\u200b")), "\u200b"));
	arena_free(&a);
}

static void
near(const char *a, const char *b, int distance)
{
	for (int edits = 0; edits <= 2; edits++)
		if (spelling_is_near(str_of(a), str_of(b), edits) != (edits >= distance))
			fail_msg("\"%s\" and \"%s\" with %d edits", a, b, edits);
}

static void
test_near(void **state)
{
	(void)state;
	near("", "", 0);
	near("", "a", 1);
	near("", "ab", 2);
	near("", "abc", 3);
	near("abcd", "abcd", 0);
	near("abcd", "abd", 1);
	near("abcd", "abxcd", 1);
	near("abcd", "abxd", 1);
	near("abcd", "abdc", 1);
	near("abcd", "badc", 2);
	near("abcd", "dcba", 4);
	near("ca", "abc", 3); /* 2 where the swapped could be edited again */
	near("necessary", "neccesary", 2);
	near("aab", "aba", 1);
	near("\u00e9\u00e8x", "\u00e8\u00e9x", 1); /* characters, not bytes */
	near("\u00e9", "\u00e8", 1);
	near("\U0001f600a", "a", 1);
	near("a\u03c3", "a\u03c2", 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_steps),
		cmocka_unit_test(test_options),
		cmocka_unit_test(test_piece),
		cmocka_unit_test(test_near),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
