/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/leaks.h"

#include "assemble/withheld.h"
#include "base/wordruns.h"
#include "model/wordnotes.h"
#include "told.h"

#define NOTE "Ask first whether the person can speak freely"

static struct leaks leaks;
static struct buf seen;

static void
note(const char *words)
{
	static struct text text;
	struct arena a = ARENA_INIT;
	struct wordnotes n = { 0 };
	struct wordruns r = wordruns_of(str_of(words));
	struct buf b = BUF_INIT;

	while (wordruns_next(&r))
		if (r.n >= WORDRUNS_WORDS)
			pack_fixed(&b, wordruns_hash(&r, WORDRUNS_WORDS));
	if (r.n < WORDRUNS_WORDS)
		pack_fixed(&b, wordruns_hash(&r, r.n));
	wordnotes_add(&n, (struct span){ 1, 1, 1 }, r.n < WORDRUNS_WORDS ? r.n : WORDRUNS_WORDS, buf_view(&b));
	leaks_add(&leaks, &text, wordnotes_end(&n, &a));
	buf_free(&b);
	arena_free(&a);
}

static void
found(void *ctx, size_t number, struct str words)
{
	(void)ctx;
	buf_fmt(&seen, "%zu %.*s|", number, STR_ARG(words));
}

static const char *
in_page(const char *html)
{
	buf_reset(&seen);
	leaks_page(&leaks, str_of(html), found, NULL);
	buf_chr(&seen, '\0');
	return seen.p;
}

static const char *
in_script(const char *js)
{
	buf_reset(&seen);
	leaks_script(&leaks, str_of(js), found, NULL);
	buf_chr(&seen, '\0');
	return seen.p;
}

static int
begin(void **state)
{
	(void)state;
	leaks = (struct leaks){ 0 };
	return 0;
}

static int
end(void **state)
{
	(void)state;
	leaks_free(&leaks);
	buf_free(&seen);
	return 0;
}

/* Pages that are none: nothing is found, and nothing read behind them. */
static void
test_torn(void **state)
{
	static const char *const pages[] = { "", "<", "</", "<a", "<a href=\"", "<a href='x", "<!--", "<!-- a", "&",
		"&#", "&#x", "&#55296;", "&#99999999999;", "a <", "<>", "< a", "\xff<\xff>" };

	(void)state;
	note(NOTE);
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		assert_string_equal(in_page(pages[i]), "");
		assert_string_equal(in_script(pages[i]), "");
	}
	assert_string_equal(in_script("\\"), "");
	assert_string_equal(in_script("\\u12"), "");
	assert_string_equal(in_script("a\\ud800<"), "");
}

static void
test_text(void **state)
{
	(void)state;
	note(NOTE);
	assert_string_equal(in_page("<p>Ask first whether the person can speak.</p>"), "");
	assert_string_equal(in_page("<p>Ask first whether the person can freely speak</p>"), "");
	assert_string_equal(in_page("<p>" NOTE "</p>"), "0 " NOTE "|");
	assert_string_equal(
	    in_page("<p>And: ask <em>first</em>, w<b>het</b>her the person</p>\n<p>can&#32;speak freely &amp; so on"),
	    "0 ask first, whether the person \n can speak freely|");
	/* words of two blocks are two */
	assert_string_equal(in_page("<li>Ask first whether the person can speak free</li><li>ly</li>"), "");
}

static void
test_attributes(void **state)
{
	(void)state;
	note(NOTE);
	assert_string_equal(in_page("<img alt=\"" NOTE ".\">"), "0 " NOTE "|");
	assert_string_equal(in_page("<img title='" NOTE "'>"), "0 " NOTE "|");
	assert_string_equal(in_page("<!-- " NOTE " -->"), "0 " NOTE "|");
	/* the words around an image are still a sentence */
	assert_string_equal(
	    in_page("Ask first whether the <b title=\"x y\">person</b> can speak freely"), "0 " NOTE "|");
}

static void
test_script(void **state)
{
	(void)state;
	note(NOTE);
	assert_string_equal(in_script("const a = \"" NOTE "\";"), "0 " NOTE "|0 " NOTE "|");
	assert_string_equal(
	    in_script("x('Ask\\u0020first\\nwhether the <b>person<\\/b> can <i class=\\\"a\\\">speak</i> freely')"),
	    "0 Ask first whether the person can speak freely|");
	assert_string_equal(in_script("if (a<b && \"" NOTE "\")"), "0 " NOTE "|0 " NOTE "|");
	assert_string_equal(in_script("[\"Ask first whether the person\",\"can speak\"]"), "");
}

static void
test_short(void **state)
{
	(void)state;
	note("Do hint at Monday");
	note(NOTE);
	assert_string_equal(in_page("do hint at Tuesday; hint at Monday"), "");
	assert_string_equal(in_page("do hint at Monday"), "0 do hint at Monday|");
}

/* Two notes with the same words are one; the table grows. */
static void
test_many(void **state)
{
	struct buf words = BUF_INIT;

	(void)state;
	note(NOTE);
	note(NOTE);
	for (int i = 0; i < 3000; i++)
		buf_fmt(&words, "w%d ", i);
	note(words.p);
	assert_string_equal(in_page(NOTE), "0 " NOTE "|");
	assert_string_equal(in_page("w2 w3 w4 w5 w6 w7 w8 w9"), "2 w2 w3 w4 w5 w6 w7 w8 w9|");
	buf_free(&words);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_torn, begin, end),
		cmocka_unit_test_setup_teardown(test_text, begin, end),
		cmocka_unit_test_setup_teardown(test_attributes, begin, end),
		cmocka_unit_test_setup_teardown(test_script, begin, end),
		cmocka_unit_test_setup_teardown(test_short, begin, end),
		cmocka_unit_test_setup_teardown(test_many, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
