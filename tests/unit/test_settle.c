/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/settle.h"

#include "sited.h"

/* What is told of a site.yaml. */
static const char *
told_of(struct sited *s, const char *yaml, int result)
{
	sited_open(s);
	folder_put(&s->folder, "site.yaml", yaml);
	assert_int_equal(settle_site(&s->site, &s->d), result);
	return sited_told(s);
}

static void
test_site(void **state)
{
	struct sited s;

	(void)state;
	assert_string_equal(
	    told_of(&s,
		"title: {en: A, nb: B}\nlanguages: [nb, en]\nbase-url: https://example.org/x\nhtml: safe\npublish: in-place\n"
		"fallback: {en: [nb]}\n",
		0),
	    "");
	assert_int_equal(s.site.nlanguages, 2);
	is_text(s.site.languages[0].tag, "nb");
	assert_int_equal(s.site.languages[1].index, 1);
	assert_int_equal(s.site.languages[1].nchain, 1);
	is_text(s.site.languages[1].chain[0], "nb");
	is_text(s.site.base_url, "https://example.org/x/");
	is_text(s.site.theme, "default");
	assert_true(s.site.html_safe);
	assert_true(s.site.in_place);
	sited_close(&s);
	/* A chain has each language once, however often it was written: it is as long as there are languages at most. */
	assert_string_equal(
	    told_of(&s, "title: A\nlanguages: [nb, en]\nfallback: {en: [nb, nb, en, nb, en, nb]}\n", 0), "");
	assert_int_equal(s.site.languages[1].nchain, 2);
	is_text(s.site.languages[1].chain[0], "nb");
	is_text(s.site.languages[1].chain[1], "en");
	sited_close(&s);
	assert_string_equal(told_of(&s, "title: A\nlanguages: en\n", 0), "");
	assert_int_equal(s.site.nlanguages, 1);
	assert_false(s.site.html_safe);
	assert_false(s.site.in_place);
	sited_close(&s);
}

static void
test_faults_of_a_site(void **state)
{
	static const struct {
		const char *yaml, *part;
		int result;
	} rows[] = {
		{ "title: A\nlanguages: [en, en]\n", "site.yaml:2 setting-value", 0 },
		{ "title: A\nlanguages: [en, E]\n", "site.yaml:2 language-unknown", 0 },
		{ "title: A\nlanguages: [en, [nb]]\n", "site.yaml:2 setting-value", 0 },
		{ "title: A\nlanguages: []\n", "", -1 },
		{ "title: A\n", "setting-missing", -1 },
		{ "title: A\nlanguages: [en]\nfallback: {nb: [en]}\n", "site.yaml:3 language-unknown", 0 },
		{ "title: A\nlanguages: [en]\nfallback: {en: [nb]}\n", "site.yaml:3 language-unknown", 0 },
		{ "title: A\nlanguages: [en]\nfallback: [en]\n", "site.yaml:3 setting-value", 0 },
		{ "title: A\nlanguages: [en]\nhtml: maybe\n", "site.yaml:3 setting-value", 0 },
		{ "title: A\nlanguages: [en]\npublish: inplace\n", "site.yaml:3 setting-value", 0 },
		{ "title: A\nlanguages: [en]\nbase-url: example.org\n", "site.yaml:3 setting-value", 0 },
		{ "title: A\nlanguages: [en]\nbase-url: https://a.b/?c\n", "site.yaml:3 setting-value", 0 },
		{ "title: A\nlanguages: [en]\nthem: x\n", "site.yaml:3 setting-unknown", 0 },
		{ "title: [\n", "yaml-syntax", -1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct sited s;
		const char *got = told_of(&s, rows[i].yaml, rows[i].result);

		if (strstr(got, rows[i].part) == NULL || s.d.all.n > 1)
			fail_msg("%s-- told: %s", rows[i].yaml, got);
		sited_close(&s);
	}
}

static void
test_course(void **state)
{
	static const struct {
		const char *yaml, *source, *part;
		size_t languages;
	} rows[] = {
		{ "title: A\n", "en", "", 2 },
		{ "title: A\nlanguage: nb\n", "nb", "", 2 },
		{ "title: A\nlanguages: [nb]\n", "nb", "", 1 },
		{ "title: A\nlanguage: en\nlanguages: [nb]\n", "nb", "course.yaml:2 language-unknown", 1 },
		{ "title: A\nlanguages: [nb, lv]\n", "nb", "course.yaml:2 language-unknown", 1 },
		{ "titel: A\ntitle: B\n", "en", "course.yaml:1 setting-unknown", 2 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct sited s;
		struct course c = {
			.path = STR("content/c"), .name = STR("c"), .src = { STR("content/c/course.yaml"), STR_EMPTY }
		};

		told_of(&s, "title: A\nlanguages: [en, nb]\n", 0);
		folder_put(&s.folder, "content/c/course.yaml", rows[i].yaml);
		assert_true(settle_course(&s.site, &c, str_of(folder_at(&s.folder, "content/c/course.yaml")), &s.d));
		if (strstr(sited_told(&s), rows[i].part) == NULL || s.d.all.n != (rows[i].part[0] ? 1 : 0))
			fail_msg("%s-- told: %s", rows[i].yaml, sited_told(&s));
		is_text(c.source_lang, rows[i].source);
		assert_int_equal(c.nlanguages, rows[i].languages);
		sited_close(&s);
	}
}

static void
test_data(void **state)
{
	static const struct {
		const char *yaml;
		bool map;
		size_t told;
	} rows[] = { { "a: {b: c}\n", true, 0 }, { "", false, 0 }, { "- a\n", false, 1 }, { "a\n", false, 1 },
		{ "a: [\n", false, 1 } };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct sited s;
		struct source src = { STR_EMPTY, STR_EMPTY };
		const struct value *v;

		sited_open(&s);
		folder_put(&s.folder, "content/data/x.yaml", rows[i].yaml);
		v = settle_data(&s.site, STR("content/data/x.yaml"),
		    str_of(folder_at(&s.folder, "content/data/x.yaml")), &src, &s.d);
		assert_int_equal(v != NULL, rows[i].map);
		assert_int_equal(s.d.all.n, rows[i].told);
		is_text(src.path, "content/data/x.yaml");
		sited_close(&s);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_site),
		cmocka_unit_test(test_faults_of_a_site),
		cmocka_unit_test(test_course),
		cmocka_unit_test(test_data),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
