/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include "search/stems.h"

static void
test_languages(void **state)
{
	static const struct {
		const char *lang, *word, *stem;
	} cases[] = {
		{ "nb", "arbeidsgiver", "arbeidsgiv" },
		{ "nb-NO", "kommunene", "kommun" },
		{ "nn", "kommunane", "kommun" },
		{ "en", "studies", "studi" },
		{ "EN", "trafficking", "traffick" },
		{ "ru", "торговли", "торговл" },
		{ "de", "mädchen", "madch" },
		{ "lv", "līdzekļi", "līdzekl" },
		{ "lv-LV", "darbam", "darb" },
		{ "nb", "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct stems *s = stems_open(str_of(cases[i].lang));
		struct buf b = BUF_INIT;

		assert_non_null(s);
		stems_put(s, &b, str_of(cases[i].word));
		if (!str_is(buf_view(&b), cases[i].stem))
			fail_msg("%s %s: %.*s", cases[i].lang, cases[i].word, STR_ARG(buf_view(&b)));
		buf_free(&b);
		stems_close(s);
	}
}

/* Languages without stems have words. */
static void
test_none(void **state)
{
	static const char *const langs[] = { "et", "pl", "is", "uk", "fa-AF", "xx", "", "-", "a", "zzzz", "porter2" };

	(void)state;
	for (size_t i = 0; i < sizeof langs / sizeof *langs; i++) {
		struct buf b = BUF_INIT;

		if (stems_open(str_of(langs[i])))
			fail_msg("stems of `%s`", langs[i]);
		stems_put(NULL, &b, STR("kunnan"));
		assert_true(str_is(buf_view(&b), "kunnan"));
		buf_free(&b);
	}
	stems_close(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_languages),
		cmocka_unit_test(test_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
