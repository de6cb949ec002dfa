/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/quotes.h"

#include "base/buf.h"
#include "roomy.h"
#include "told.h"

static const struct {
	const char *lang, *text, *shown;
} rows[] = {
	/* nothing to do, and what nobody should write */
	{ "nb", "", "" },
	{ "nb", "Ingen tegn her.", "Ingen tegn her." },
	{ "nb", "\"", "\"" },
	{ "nb", "'", "'" },
	{ "nb", "\" '", "\" '" },
	{ "nb", "a \" b", "a \" b" },
	{ "nb", "a ' b", "a ' b" },
	{ "en", "\"\"", "“”" },
	{ "en", "''", "‘’" },
	{ "en", "\"'\"'", "“’\"’" },
	{ "en", "\xff\"\xc3\"\xe2", "\xff\"\xc3\"\xe2" },
	{ "", "\"x\"", "“x”" },
	{ "not-a-language-at-all", "\"x\"", "“x”" },

	/* the table of localisation.md, 4.5 */
	{ "nb", "\"a 'b' c\"", "«a ‘b’ c»" },
	{ "nn", "\"a 'b' c\"", "«a ‘b’ c»" },
	{ "en", "\"a 'b' c\"", "“a ‘b’ c”" },
	{ "en-GB", "\"a 'b' c\"", "“a ‘b’ c”" },
	{ "lv", "\"a 'b' c\"", "“a ‘b’ c”" },
	{ "ru", "\"a 'b' c\"", "«a „b“ c»" },
	{ "uk", "\"a 'b' c\"", "«a „b“ c»" },
	{ "et", "\"a 'b' c\"", "„a ‚b‘ c“" },
	{ "de", "\"a 'b' c\"", "„a ‚b‘ c“" },
	{ "is", "\"a 'b' c\"", "„a ‚b‘ c“" },
	{ "lt", "\"a 'b' c\"", "„a „b“ c“" },
	{ "pl", "\"a 'b' c\"", "„a «b» c”" },
	{ "sv", "\"a 'b' c\"", "”a ’b’ c”" },
	{ "fi", "\"a 'b' c\"", "”a ’b’ c”" },
	{ "da", "\"a 'b' c\"", "“a ‘b’ c”" },
	{ "ar", "\"a 'b' c\"", "”a ’b‘ c“" },
	{ "fa-AF", "\"a 'b' c\"", "«a ‹b› c»" },
	{ "prs", "\"a 'b' c\"", "«a ‹b› c»" },

	/* nesting decides, whatever was typed */
	{ "en", "\"a \"b\" c\"", "“a ‘b’ c”" },
	{ "en", "\"a \"b \"c\" d\" e\"", "“a ‘b “c” d’ e”" },
	{ "en", "'a \"b\" c'", "‘a “b” c’" },
	{ "pl", "'a \"b\" c'", "«a „b” c»" },
	{ "nb", "\"'a' b\"", "«‘a’ b»" },
	{ "nb", "\"a 'b'\"", "«a ‘b’»" },
	{ "nb", "“a \"b\" c”", "“a «b» c”" },
	{ "nb", "«a \"b\" c»", "«a ‘b’ c»" },
	{ "nb", "«a \"b\"»", "«a ‘b’»" },
	{ "de", "„a \"b\" c“", "„a ‚b‘ c“" },
	{ "sv", "”a \"b\" c”", "”a ’b’ c”" },

	/* what stands beside them */
	{ "nb", "Han sa: \"Kom!\"", "Han sa: «Kom!»" },
	{ "nb", "(\"ord\")", "(«ord»)" },
	{ "nb", "[\"ord\"].", "[«ord»]." },
	{ "nb", "\"ord\", \"ord\".", "«ord», «ord»." },
	{ "nb", "ex-\"venn\"", "ex-«venn»" },
	{ "nb", "\"venn-\" og", "«venn-» og" },
	{ "nb", "\"ja\"/\"nei\"", "«ja»/«nei»" },
	{ "nb", "\"VG\"s journalist", "«VG»s journalist" },
	{ "fi", "\"Aamulehti\"ssä", "”Aamulehti”ssä" },
	{ "nb", "\"...og så\"", "«...og så»" },
	{ "nb", "\"Hva …\" sa hun", "«Hva …» sa hun" },
	{ "nb", "a=\"b\"", "a=\"b\"" },
	{ "nb", "\xc2\xa0\"ord\"\xc2\xa0", "\xc2\xa0«ord»\xc2\xa0" },
	{ "en", "\"\xef\xbf\xbc\" and \xef\xbf\xbc's", "“\xef\xbf\xbc” and \xef\xbf\xbc’s" },
	{ "ar", "\xe2\x80\x8f\"كلمة\"\xe2\x80\x8f", "\xe2\x80\x8f”كلمة“\xe2\x80\x8f" },

	/* apostrophes are the same everywhere */
	{ "en", "don't, it's, the boys' books, '90s, rock 'n roll",
	    "don’t, it’s, the boys’ books, ’90s, rock ’n roll" },
	{ "uk", "об'єкт", "об’єкт" },
	{ "fi", "vaa'an", "vaa’an" },
	{ "nb", "Anders' bok", "Anders’ bok" },
	{ "en", "the 1990's", "the 1990’s" },
	{ "en", "\"'Tis the season\"", "“’Tis the season”" },
	{ "en", "\"Don't say 'no'\"", "“Don’t say ‘no’”" },
	{ "de", "'s ist", "’s ist" },
	{ "de", "1'000'000", "1’000’000" },
	{ "sv", "\"Lars' bok\"", "”Lars’ bok”" },

	/* feet and inches */
	{ "en", "5'6\" tall", "5′6″ tall" },
	{ "en", "a 12\" pipe", "a 12″ pipe" },
	{ "en", "12\" and 15\"", "12″ and 15″" },
	{ "en", "12' long", "12′ long" },
	{ "en", "\"I am 12\"", "“I am 12”" },
	{ "en", "\"I am 5'6\" tall\"", "“I am 5′6″ tall”" },
	{ "en", "'12'", "‘12’" },

	/* without a partner */
	{ "nb", "\"Det går videre i neste avsnitt", "«Det går videre i neste avsnitt" },
	{ "nb", "\"Det 'går' videre", "«Det ‘går’ videre" },
	{ "nb", "Her \"begynner noe", "Her \"begynner noe" },
	{ "nb", "Her slutter noe\"", "Her slutter noe\"" },
	{ "nb", "Her \"begynner \"noe\"", "Her \"begynner «noe»" },
	{ "en", "\"It's 'fine\"", "“It’s ’fine”" },

	/* already done */
	{ "en", "“It’s” ‘so’ 5′6″", "“It’s” ‘so’ 5′6″" },
	{ "de", "„Es ist ‚so‘ gut“", "„Es ist ‚so‘ gut“" },
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str shown = quotes_text(&arena, str_of(rows[i].lang), str_of(rows[i].text));

		if (!str_is(shown, rows[i].shown))
			print_error("%s: %s\n  is   %.*s\n  want %s\n", rows[i].lang, rows[i].text, STR_ARG(shown),
			    rows[i].shown);
	}
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_true(str_is(quotes_text(&arena, str_of(rows[i].lang), str_of(rows[i].text)), rows[i].shown));
}

/* Takes what stands for the straight quote at the beginning of ${rest}. */
static bool
take_mark(struct str *rest, const struct delimiters *d)
{
	const struct str marks[] = { d->open[0], d->close[0], d->open[1], d->close[1], STR("’"), STR("′"), STR("″"),
		STR("'"), STR("\"") };

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_eq(str_sub(*rest, 0, marks[i].n), marks[i])) {
			*rest = str_sub(*rest, marks[i].n, rest->n);
			return true;
		}
	return false;
}

static bool
only_quotes_differ(struct str text, struct str shown, const struct delimiters *d)
{
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '"' || text.p[i] == '\'') {
			if (!take_mark(&shown, d))
				return false;
		} else if (shown.n == 0 || shown.p[0] != text.p[i]) {
			return false;
		} else {
			shown = str_sub(shown, 1, shown.n);
		}
	}
	return shown.n == 0;
}

/* Any text: nothing but straight quotes is changed. */
static void
test_any(void **state)
{
	static const char *const langs[] = { "nb", "en", "de", "sv", "pl", "ru", "lt", "fa-AF", "ar" };
	static const char *const parts[] = { "\"", "'", " ", "a", "Å", "5", ".", "(", ")", "-", "–", "«", "»", "“", "”",
		"„", "‘", "’", "‚", "\n", "\xc2\xa0", QUOTES_OPAQUE, "\xff" };
	struct buf b = BUF_INIT;

	(void)state;
	for (uint64_t seed = 1; seed <= 40000; seed++) {
		struct str lang = str_of(langs[seed % 9]), shown;
		struct delimiters d = delimiters_of(&arena, lang);
		uint64_t x = seed * 0x9e3779b97f4a7c15u;

		buf_reset(&b);
		for (size_t n = 1 + seed % 12; n > 0; n--) {
			x ^= x >> 29;
			x *= 0xbf58476d1ce4e5b9u;
			buf_cstr(&b, parts[(x >> 33) % (sizeof parts / sizeof *parts)]);
		}
		shown = quotes_text(&arena, lang, buf_view(&b));
		if (!only_quotes_differ(buf_view(&b), shown, &d))
			fail_msg("%.*s: %.*s: %.*s", STR_ARG(lang), STR_ARG(buf_view(&b)), STR_ARG(shown));
		if (seed % 1000 == 0)
			arena_reset(&arena);
	}
	buf_free(&b);
}

/* Twice is once, for all of the rows. */
static void
test_again(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].text[0] != '\0' && strcmp(rows[i].text, "\"'\"'") != 0)
			assert_true(
			    str_is(quotes_text(&arena, str_of(rows[i].lang), str_of(rows[i].shown)), rows[i].shown));
}

/* A million quotes in one paragraph are no reason to wait. */
static void
test_many(void **state)
{
	static const char *const parts[] = { "\"", "'", "(\"", "-' ", "\"a", "'b \"", "a\" " };
	struct buf b = BUF_INIT;

	(void)state;
	for (size_t k = 0; k < sizeof parts / sizeof *parts; k++) {
		buf_reset(&b);
		while (b.n < 1000000)
			buf_cstr(&b, parts[k]);
		assert_true(quotes_text(&arena, STR("en"), buf_view(&b)).n >= b.n);
	}
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_rows, setup, teardown),
		cmocka_unit_test_setup_teardown(test_any, setup, teardown),
		cmocka_unit_test_setup_teardown(test_again, setup, teardown),
		cmocka_unit_test_setup_teardown(test_many, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
