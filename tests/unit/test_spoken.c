/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include "localise/spoken.h"
#include "sited.h"

static void
test_messages(void **state)
{
	struct sited s;
	struct buf b = BUF_INIT;

	(void)state;
	sited_open(&s);
	folder_put(&s.folder, "content/c/page.md", PAGE("A") "x\n");
	sited_plan(&s);
	spoken_message(&b, &s.site.languages[0], STR("search-in"));
	buf_chr(&b, ' ');
	spoken_message(&b, &s.site.languages[0], STR("search-also"));
	buf_chr(&b, '\0');
	assert_string_equal(b.p,
	    "\"search-in\":\"in: %{page}\" \"search-also\":{\"one\":\"%{count} more result in %{language}\",\"other\":\"%{count} "
	    "more results in %{language}\"}");
	buf_free(&b);
	sited_close(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_messages) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
