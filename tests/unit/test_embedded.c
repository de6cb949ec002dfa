/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/embedded.h"

#include "exchanged.h"

static void
test_decode(void **state)
{
	static const char *const cases[][2] = { { "", "" }, { "QQ==", "A" }, { "QUI=", "AB" }, { "QUJD", "ABC" },
		{ "QU JD\nQQ==", "ABCA" }, { "QUJDQQ", "ABCA" } };
	static const char *const none[] = { "Q", "QUJDQ", "Q*==", "QQ==QQ==" };
	struct str out;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_true(embedded_decode(&asked_arena, str_of(cases[i][0]), &out));
		exchanged_is(out, cases[i][1]);
	}
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		assert_false(embedded_decode(&asked_arena, str_of(none[i]), &out));
}

static void
test_names(void **state)
{
	struct item_file files[] = { { STR("../../x/\u00c4 b.PNG"), STR("1") }, { STR("a-b.png"), STR("2") },
		{ STR("c"), STR("1") } };
	struct taking t = EXCHANGED("");
	struct item it = { .files = files, .nfiles = 3 };
	struct str out;

	(void)state;
	assert_int_equal(
	    embedded_find(&t, &it, STR("@@PLUGINFILE@@/../../x/%C3%84%20b.PNG?x"), 1, &out), EMBEDDED_FILE);
	assert_true(str_starts(out, "media/") && str_find(str_sub(out, 6, out.n), '/') == out.n - 6);
	assert_false(holds(out, ".."));
	assert_int_equal(embedded_find(&t, &it, STR("@@PLUGINFILE@@/c"), 1, &out), EMBEDDED_FILE);
	assert_int_equal(t.nfiles, 1); /* the same bytes */
	assert_int_equal(embedded_find(&t, &it, STR("@@PLUGINFILE@@/a-b.png"), 1, &out), EMBEDDED_FILE);
	assert_int_equal(t.nfiles, 2);
	assert_int_equal(embedded_find(&t, &it, STR("x.png"), 1, &out), EMBEDDED_NONE);
	assert_int_equal(embedded_find(&t, &it, STR("https://a.example"), 1, &out), EMBEDDED_LINK);
	exchanged_told(0, "");
	t.keeps_files = false;
	assert_int_equal(embedded_find(&t, &it, STR("@@PLUGINFILE@@/c"), 7, &out), EMBEDDED_NONE);
	told(&asked_diags, DIAG_IMPORT_LOSS, 7, 0, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { EXCHANGED_TEST(test_decode), EXCHANGED_TEST(test_names) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
