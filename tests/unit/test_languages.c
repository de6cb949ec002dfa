/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/languages.h"

#include "sited.h"

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

static const struct language *
language(const char *tag)
{
	const struct language *l = site_language(&s.site, str_of(tag));

	assert_non_null(l);
	return l;
}

static void
test_names(void **state)
{
	(void)state;
	folder_put(&s.folder, "site.yaml", "title: Site\nlanguages: [en, nb, fa-AF]\n");
	sited_plan(&s);
	told_nothing(&s.d);
	is_text(language("nb")->names[0], "engelsk");
	is_text(language("nb")->names[1], "norsk bokmål");
	is_text(language("en")->names[1], "Norwegian Bokmål");
	is_text(language("fa-AF")->dir, "rtl");
	is_text(language("fa-AF")->autonym, "دری");
	assert_int_equal(language("nb")->pseudo, PSEUDO_NONE);
}

/* They are complete, have the plural forms that they count by, and stand on English where the site has that. */
static void
test_pseudo(void **state)
{
	(void)state;
	folder_put(&s.folder, "site.yaml", "title: {nb: Kurs, en: Course}\nlanguages: [nb, en, en-XA, ar-XB]\n");
	sited_plan(&s);
	told_nothing(&s.d);
	assert_int_equal(language("en-XA")->pseudo, PSEUDO_ACCENTS);
	assert_int_equal(language("ar-XB")->pseudo, PSEUDO_MIRRORED);
	is_text(language("ar-XB")->dir, "rtl");
	is_text(language("en-XA")->autonym, "[Ééñĝļîîšĥ]");
	is_text(language("nb")->names[2], "[Ééñĝļîîšĥ]");
	is_text(site_local(s.site.title, language("en-XA")), "Course");
	assert_int_equal(language("en")->nchain, 0);
}

static void
test_pseudo_without_english(void **state)
{
	(void)state;
	folder_put(&s.folder, "site.yaml", "title: Kurs\nlanguages: [nb, en-XA]\n");
	sited_plan(&s);
	told_nothing(&s.d);
	assert_int_equal(language("en-XA")->nchain, 0);
}

#define TEST(f) cmocka_unit_test_setup_teardown(test_##f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = { TEST(names), TEST(pseudo), TEST(pseudo_without_english) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
