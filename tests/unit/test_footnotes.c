/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/footnotes.h"

#include "rendered.h"

/* Notes are numbered as their marks are met, and only those are listed. */
static void
test_notes(void **state)
{
	struct sited s;
	struct rendered h;
	const char *got;

	(void)state;
	sited_open(&s);
	folder_put(&s.folder, "content/c/a.md",
	    PAGE(
		"A") ":::only{language=nb}\nx[^no]\n:::\n\na[^two] b[^one] c[^two]\n\n[^one]: One\n\n[^two]: Two[^three]\n\n[^no]: Nope\n\n[^three]: Three\n");
	sited_read(&s);
	rendered_open(&h, &s, "en/c/a/index.html");
	got = rendered_html(&h);
	assert_non_null(
	    strstr(got, "a<sup class=\"noteref\"><a href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\">1</a></sup>"));
	assert_non_null(strstr(got, "id=\"fnref-1-2\""));
	assert_non_null(strstr(got, "<li id=\"fn-1\"><p>Two<sup"));
	assert_non_null(strstr(got, "<li id=\"fn-2\"><p>One"));
	assert_non_null(strstr(got, "<li id=\"fn-3\"><p>Three"));
	assert_null(strstr(got, "Nope"));
	assert_null(strstr(got, "fn-4"));
	assert_true(strstr(got, "\"#fnref-1\"") && strstr(got, "\"#fnref-1-2\"")); /* a way back for each mark */
	rendered_close(&h);
	sited_close(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_notes) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
