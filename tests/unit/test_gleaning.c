/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <stdlib.h>
#include <string.h>

#include "search/gleaning.h"

static const struct output page = { .path = STR_INIT("en/a/index.html") };

static struct gleaning
glean(const struct section *v, size_t n)
{
	struct gleaning g = { 0 };
	struct wordbreaks *breaks = wordbreaks_open();
	struct sections all;

	all.v = malloc((n + 1) * sizeof *v);
	all.n = n;
	memcpy(all.v, v, n * sizeof *v);
	gleaning_take(&g, breaks, &page, &all);
	free(all.v);
	wordbreaks_close(breaks);
	return g;
}

/* "word place, …" of each section. */
static void
assert_words(struct gleaning *g, const char *wanted)
{
	const struct gleaned_page *p = &g->pages.v[0];
	struct buf b = BUF_INIT;
	size_t at = 0;

	for (size_t i = 0; i < p->nsections; i++) {
		for (uint32_t k = 0; k < p->sections[i].nwords; k++) {
			enum word_place place;
			struct str word = lexicon_word(&g->lexicon, gleaning_next(p->words, &at, &place));

			buf_fmt(&b, "%.*s%d ", STR_ARG(word), (int)place);
		}
		buf_chr(&b, ';');
	}
	assert_int_equal(at, p->words.n);
	buf_chr(&b, '\0');
	assert_string_equal(b.p, wanted);
	buf_free(&b);
}

static void
test_words(void **state)
{
	static const struct section v[] = {
		{ SECTION_PAGE, STR_INIT(""), STR_INIT("A page"), STR_INIT("The page is a A page.\n"), STR_INIT("") },
		{ SECTION_HEADING, STR_INIT("x"), STR_INIT("More"), STR_INIT(""), STR_INIT("Hidden more") },
		{ SECTION_DEFINITION, STR_INIT("d"), STR_INIT("page"), STR_INIT("More"), STR_INIT("") },
		{ SECTION_QUESTION, STR_INIT("q"), STR_INIT(""), STR_INIT("<&>"), STR_INIT("") },
	};
	struct gleaning g = glean(v, 4);

	(void)state;
	assert_words(&g, "A3 page3 The0 is0 a0 ;More2 Hidden0 more0 ;page1 More0 ;;");
	assert_true(str_is(g.pages.v[0].sections[0].extract, "The page is a A page."));
	assert_true(str_is(g.pages.v[0].sections[1].extract, "")); /* what is folded is not shown unasked */
	gleaning_free(&g);
}

static void
test_long(void **state)
{
	static char text[4000], word[4000];
	struct section v[] = { { SECTION_PAGE, STR_EMPTY, STR_EMPTY, { text, 3999 }, STR_EMPTY },
		{ SECTION_PAGE, STR_EMPTY, { word, 3999 }, STR_EMPTY, STR_EMPTY } };
	struct gleaning g;
	struct str extract;

	(void)state;
	memset(word, 'x', sizeof word - 1);
	for (size_t i = 0; i < sizeof text - 1; i++)
		text[i] = i % 5 == 4 ? ' ' : 'a';
	g = glean(v, 2);
	assert_words(&g, "aaaa0 ;;"); /* a word of 3,999 letters is none */
	extract = g.pages.v[0].sections[0].extract;
	assert_true(extract.n < 130 && str_ends(extract, "aaaa …"));
	assert_true(g.pages.v[0].sections[1].title.n < 110);
	gleaning_free(&g);
}

/* Numbers of all lengths. */
static void
test_numbers(void **state)
{
	struct gleaning g = { 0 };
	struct wordbreaks *breaks = wordbreaks_open();
	struct buf text = BUF_INIT, wanted = BUF_INIT;
	struct section v = { SECTION_PAGE, STR_EMPTY, STR_EMPTY, STR_EMPTY, STR_EMPTY };
	struct sections all = { &v, 1 };

	(void)state;
	for (int i = 0; i < 20000; i++) {
		buf_fmt(&text, "w%d ", i);
		buf_fmt(&wanted, "w%d0 ", i);
	}
	buf_chr(&wanted, ';');
	buf_chr(&wanted, '\0');
	v.text = buf_view(&text);
	gleaning_take(&g, breaks, &page, &all);
	assert_words(&g, wanted.p);
	gleaning_free(&g);
	wordbreaks_close(breaks);
	buf_free(&text);
	buf_free(&wanted);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_long),
		cmocka_unit_test(test_numbers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
