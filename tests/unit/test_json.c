/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include "base/json.h"

static void
makes(struct str s, const char *wanted)
{
	struct buf b = BUF_INIT;

	json_string(&b, s);
	if (!str_is(buf_view(&b), wanted))
		print_error("%.*s\n%s\n", STR_ARG(buf_view(&b)), wanted);
	assert_true(str_is(buf_view(&b), wanted));
	buf_free(&b);
}

static void
test_string(void **state)
{
	(void)state;
	makes(STR_EMPTY, "\"\"");
	makes(STR("it's \xc3\xa5 & >"), "\"it's \xc3\xa5 & >\"");
	makes(STR("a\"b\\c"), "\"a\\\"b\\\\c\"");
	makes(STR("\n\0\x1f\x7f"), "\"\\u000a\\u0000\\u001f\x7f\"");
	makes(STR("\xc2\x85\xc2\x86"), "\"\\u0085\xc2\x86\"");
	makes(STR("</script>"), "\"\\u003c/script>\"");
	makes(STR("\xe2\x80\xa8\xe2\x80\xa9\xe2\x82\xac"), "\"\\u2028\\u2029\xe2\x82\xac\"");
}

static void
test_wrong_bytes(void **state)
{
	(void)state;
	makes(STR("a\xff\xe2\x80"), "\"a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"");
	makes(STR("\xf0\x9f\x98\x80\xed\xa0\x80"), "\"\xf0\x9f\x98\x80\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_string),
		cmocka_unit_test(test_wrong_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
