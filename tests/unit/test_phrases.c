/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/phrases.h"

#include "sited.h"

static struct arena a;

static void
test_text(void **state)
{
	(void)state;
	is_text(phrases_text(&a, STR_EMPTY), " ");
	is_text(phrases_text(&a, STR("...")), " ");
	is_text(phrases_text(&a, STR("None, of “these”!")), " none of these ");
	is_text(phrases_text(&a, STR("Isn’t\tit\n10%?")), " isn't it 10 ");
	is_text(phrases_text(&a, STR("ÆRLIG—не")), " ærlig не ");
	is_text(phrases_text(&a, STR("لا؟ نعم")), " لا نعم ");
	is_text(phrases_text(&a, STR("a\xff b")), " a\xef\xbf\xbd b ");
}

static void
test_quiet(void **state)
{
	(void)state;
	is_text(phrases_quiet(&a, STR("NOT a Sign I DON'T see")), " a sign i see ");
	is_text(phrases_quiet(&a, STR("НЕ так ØL 10")), " так 10 ");
}

static void
test_find(void **state)
{
	struct str text = STR(" none of these signs ");

	(void)state;
	is_text(phrases_find(&a, text, STR("all of these|None of these|signs")), " none of these ");
	is_text(phrases_find(&a, text, STR("one|sign|none these")), "");
	is_text(phrases_find(&a, text, STR_EMPTY), "");
	is_text(phrases_find(&a, text, STR("|,|")), "");
	assert_int_equal(phrases_words(text), 4);
	assert_int_equal(phrases_words(STR(" ")), 0);
	assert_int_equal(phrases_words(STR_EMPTY), 0);
}

/* Each language has its own; a site's own locale may change them. */
static void
test_list(void **state)
{
	struct sited s;

	(void)state;
	sited_open(&s);
	folder_put(&s.folder, "locales/en.yaml", "en:\n  lint-negations: nope\n");
	sited_plan(&s);
	is_text(phrases_list(&s.site, STR("en"), "lint-negations"), "nope");
	assert_true(holds(phrases_list(&s.site, STR("nb"), "lint-negations"), "ikke"));
	is_text(phrases_list(&s.site, STR("lv"), "lint-negations"), "");
	is_text(phrases_list(&s.site, STR("en"), "lint-nothing"), "");
	sited_close(&s);
}

static int
end(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_quiet),
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_list),
	};

	return cmocka_run_group_tests(tests, NULL, end);
}
