/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/typography.h"

#include "rendered.h"

static struct sited s;

static int
setup(void **state)
{
	(void)state;
	sited_open(&s);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	sited_close(&s);
	return 0;
}

static struct body *
page(const char *path, const char *markdown)
{
	struct buf b = BUF_INIT;
	const struct text *t;
	struct body *body;

	buf_fmt(&b, "---\ntitle: T\n---\n\n%s\n", markdown);
	buf_chr(&b, '\0');
	folder_put(&s.folder, path, b.p);
	buf_free(&b);
	sited_plan(&s);
	t = map_get(&s.site.pages, str_of(path));
	assert_non_null(t);
	body = rendered_body(&s, site_text(t->doc, t->lang));
	typography_tree(&s.a, body->root, &s.site, t->lang);
	return body;
}

/* What is seen of a page in Norwegian, or what was written. */
static const char *
words_of(const char *markdown, void (*words)(struct buf *, const struct node *))
{
	struct body *body = page("content/c/a.nb.md", markdown);
	struct buf b = BUF_INIT;
	struct str text;

	words(&b, body->root);
	text = arena_str(&s.a, str_trim(buf_view(&b)));
	buf_free(&b);
	return text.p;
}

#define SEEN(markdown, want)                                                                                           \
	do {                                                                                                           \
		folder_put(&s.folder, "content/c/a.en.md", PAGE("T"));                                                 \
		assert_string_equal(words_of(markdown, node_shown), want);                                             \
	} while (0)

static void
test_prose(void **state)
{
	(void)state;
	SEEN("Han sa \"ja\" kl. 13.00, og *\"[nei](https://example.org)\"* til 25 % av\ndem i § 5 nr.\n7.",
	    "Han sa «ja» kl.\xc2\xa0"
	    "13.00, og «nei» til 25\xc2\xa0% av dem i §\xc2\xa0"
	    "5 nr.\xc2\xa0"
	    "7.");
}

static void
test_as_written(void **state)
{
	(void)state;
	folder_put(&s.folder, "content/c/a.en.md", PAGE("T"));
	assert_string_equal(words_of("Han sa \"ja\" *til* 25 %.", node_plain), "Han sa \"ja\" til 25 %.");
}

static void
test_across(void **state)
{
	(void)state;
	SEEN("\"*Hun* sa **'[ja](https://example.org)'**\", og `\"kode\"` er \"`kode`\".",
	    "«Hun sa ‘ja’», og \"kode\" er «kode».");
}

/* Each block is a text of its own. */
static void
test_blocks(void **state)
{
	(void)state;
	SEEN("- \"en\n- to\"\n\n| \"a\" | b\" |\n|---|---|\n| \"c\" | d |\n\n> \"e\"\n\n# \"f\"",
	    "«en to\" «a» b\" «c» d «e» «f»");
}

static void
test_left_alone(void **state)
{
	(void)state;
	SEEN("`\"a\" 5 %`\n\n    \"b\" 5 %\n\n<https://example.org/'x'> og <b title=\"c\">\"d\"</b>",
	    "\"a\" 5 % \"b\" 5 %\n https://example.org/'x' og «d»");
}

static void
test_raw_code(void **state)
{
	(void)state;
	SEEN("Trykk <kbd>\"</kbd> og \"<code>'x' 5 %</code>\".", "Trykk \" og «'x' 5 %».");
}

static void
test_phone(void **state)
{
	(void)state;
	SEEN("Ring [kl. 13](tel:13) § 5.",
	    "Ring kl. 13 §\xc2\xa0"
	    "5.");
}

/* Marks follow the language around a foreign word; a block in another language is in that language. */
static void
test_languages(void **state)
{
	(void)state;
	SEEN(
	    "Det heter \"[a \"debt\" 5 %]{lang=en}\" her.\n\n[\"All of it\"]{lang=en}\n\n::: note {lang=de}\n\"Ja\"\n:::",
	    "Det heter «a \"debt\" 5 %» her. “All of it” „Ja“");
}

static void
test_labels_and_images(void **state)
{
	(void)state;
	SEEN("::: definition [\"Gjeld\"]{#gjeld}\nEn \"gjeld\".\n:::\n\n![Et \"bilde\"](a.png \"Et 'bilde' av 5 km\")",
	    "En «gjeld». Et «bilde»");
}

static void
test_questions(void **state)
{
	(void)state;
	SEEN("::: question {#q1 type=text}\nSkriv \"ja\".\n\n- \"ja\"\n  > \"Rett\" svar.\n:::\n\n"
	     "::: question {#q2 type=single}\nHva?\n\n- [x] \"ja\"\n- [ ] \"nei\"\n:::\n\n"
	     "::: question {#q3 type=gap}\nHan sier \"[[hei=\"hei\"]]\".\n:::",
	    "Skriv «ja». \"ja\" «Rett» svar. Hva? «ja» «nei» Han sier «[[hei=\"hei\"]]».");
}

static void
test_again(void **state)
{
	struct body *body;
	struct buf once = BUF_INIT, twice = BUF_INIT;

	(void)state;
	body = page("content/c/a.en.md", "\"a 'b'\"");
	node_shown(&once, body->root);
	typography_tree(&s.a, body->root, &s.site, STR("en"));
	node_shown(&twice, body->root);
	assert_true(str_eq(buf_view(&once), buf_view(&twice)) && str_is(buf_view(&once), "“a ‘b’”"));
	buf_free(&once);
	buf_free(&twice);
}

/* -- settings -- */

static void
settings(const char *typography)
{
	struct buf b = BUF_INIT;

	buf_fmt(&b, "title: Site\nlanguages: [en, nb]\n%s", typography);
	buf_chr(&b, '\0');
	folder_put(&s.folder, "site.yaml", b.p);
	buf_free(&b);
	sited_plan(&s);
}

static void
seen_in(const char *lang, const char *want)
{
	assert_true(str_is(typography_text(&s.a, site_language(&s.site, str_of(lang)), STR("\"a 'b'\" 5 %")), want));
}

static void
test_settings(void **state)
{
	(void)state;
	settings("typography: {nb: {quotes: \"“ ” ‘ ’\"}, en: off}\n");
	told_nothing(&s.d);
	seen_in("nb", "“a ‘b’” 5\xc2\xa0%");
	seen_in("en", "\"a 'b'\" 5 %");
}

static void
test_two_marks(void **state)
{
	(void)state;
	settings("typography: {nb: {quotes: '” ”', spaces: off}, en: {quotes: off}}\n");
	told_nothing(&s.d);
	seen_in("nb", "”a ”b”” 5 %");
	seen_in("en", "\"a 'b'\" 5\xc2\xa0%");
}

static void
test_off(void **state)
{
	(void)state;
	settings("typography: off\n");
	told_nothing(&s.d);
	seen_in("nb", "\"a 'b'\" 5 %");
}

#define REFUSED(name, yaml, code, col, len)                                                                            \
	static void test_##name(void **state)                                                                          \
	{                                                                                                              \
		(void)state;                                                                                           \
		settings("typography: " yaml "\n");                                                                    \
		told(&s.d, code, 3, col, len);                                                                         \
		seen_in("nb", "«a ‘b’» 5\xc2\xa0%");                                                                   \
	}

REFUSED(wrong_kind, "[nb]", DIAG_SETTING_VALUE, 13, 0)
REFUSED(wrong_word, "on", DIAG_SETTING_VALUE, 13, 2)
REFUSED(no_language, "{de: off}", DIAG_LANGUAGE_UNKNOWN, 14, 2)
REFUSED(wrong_language, "{nb: on}", DIAG_SETTING_VALUE, 18, 2)
REFUSED(wrong_key, "{nb: {quote: off}}", DIAG_SETTING_UNKNOWN, 19, 5)
REFUSED(three_marks, "{nb: {quotes: '« » “'}}", DIAG_SETTING_VALUE, 27, 11)
REFUSED(no_marks, "{nb: {quotes: ''}}", DIAG_SETTING_VALUE, 27, 2)
REFUSED(words, "{nb: {quotes: 'guillemets please'}}", DIAG_SETTING_VALUE, 27, 19)
REFUSED(spaces, "{nb: {spaces: on}}", DIAG_SETTING_VALUE, 27, 2)

#define TEST(f) cmocka_unit_test_setup_teardown(test_##f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(prose),
		TEST(as_written),
		TEST(across),
		TEST(blocks),
		TEST(left_alone),
		TEST(raw_code),
		TEST(phone),
		TEST(languages),
		TEST(labels_and_images),
		TEST(questions),
		TEST(again),
		TEST(settings),
		TEST(two_marks),
		TEST(off),
		TEST(wrong_kind),
		TEST(wrong_word),
		TEST(no_language),
		TEST(wrong_language),
		TEST(wrong_key),
		TEST(three_marks),
		TEST(no_marks),
		TEST(words),
		TEST(spaces),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
