/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/pagekey.h"

#include "testing.h"

static void
test_sites_and_pages(void **state)
{
	struct language language = { .tag = STR("nb") };
	struct value title = { .kind = VALUE_TEXT, .text = STR("A") };
	struct site s = { .title = &title, .languages = &language, .nlanguages = 1 };
	struct course course = { .name = STR("trafficking") };
	struct module module = { .name = STR("municipality") };
	struct document doc = { .name = STR("quiz"), .course = &course, .module = &module };
	char one[PAGEKEY_SITE + 1], two[PAGEKEY_SITE + 1];
	struct arena a = ARENA_INIT;

	(void)state;
	pagekey_site(&s, one);
	title.text = STR("B");
	pagekey_site(&s, two);
	assert_string_not_equal(one, two);
	s.base_url = STR("https://example.org/a/");
	pagekey_site(&s, one);
	title.text = STR("C");
	pagekey_site(&s, two);
	assert_string_equal(one, two);
	assert_true(str_is(pagekey_of(&a, &doc), "trafficking/municipality/quiz"));
	doc.module = NULL;
	assert_true(str_is(pagekey_of(&a, &doc), "trafficking/quiz"));
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sites_and_pages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
