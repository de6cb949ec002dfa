/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reads.h"

/* What is told of ${markdown}, a name and a line each: "list-date 1,code-open 4". */
static void
told(const char *markdown, const char *want)
{
	struct page p;
	struct buf b = BUF_INIT;

	page_open(&p, str_of(markdown));
	diags_sort(&p.diags);
	for (size_t i = 0; i < p.diags.all.n; i++)
		buf_fmt(
		    &b, "%s%s %u", i > 0 ? "," : "", diag_info(p.diags.all.v[i].code)->name, p.diags.all.v[i].at.line);
	buf_chr(&b, '\0');
	if (strcmp(b.p, want) != 0)
		fail_msg("`%s` tells `%s`, not `%s`", markdown, b.p, want);
	buf_free(&b);
	page_close(&p);
}

static void
test_date(void **state)
{
	(void)state;
	told("2015. gada janvārī\n", "list-date 1");
	told("3. februar kom de.\n", "list-date 1");
	told("17. мая\n", "list-date 1");
	told("3. Februar\n", ""); /* a capital: an item */
	told("1. one\n2. two\n", "");
	told("3. three\n4. four\n", "");
	told("1. one\n\nWords.\n\n2. two goes on with it\n", "");
	told("2015\\. gada\n", "");
}

static void
test_html(void **state)
{
	(void)state;
	told("<div>\n:::note\nA\n:::\n</div>\n", "fence-in-html 2");
	told("<div>\n\n:::note\nA\n:::\n\n</div>\n", "");
	told("<!--\n:::note\nA\n:::\n-->\n", ""); /* on purpose */
	told("<pre>\n:::note\n</pre>\n", "");
	told("<!-- never closed\n:::note\n", "fence-in-html 2");
}

static void
test_row(void **state)
{
	(void)state;
	told("| a | b |\n|---|---|\n| 1 | 2 |\n", "");
	told("| a | b |\n|---|---|\n| 1 | 2 | 3 |\n", "table-row 3");
	told("| a | b |\n|---|---|\n| 1 \\| 2 | 3 |\n", "");
	told("| a | b |\n|---|---|\n| 1 |\n", ""); /* too few are filled up */
	told("| a | b |\n|---|---|\n| 1 | 2 |\nwords\n", "table-row 4");
	told("> | a |\n> |---|\n> | 1 | 2 |\n", "table-row 3");
}

static void
test_code(void **state)
{
	(void)state;
	told("```\na\n```\n", "");
	told("```\na\n", "code-open 1");
	told("a\n\n~~~~\nb\n~~~\n", "code-open 3");
	told("```\n", "code-open 1");
	told("- ```\n  a\n  ```\n", "");
	told("> ```\n> a\n\nb\n", "code-open 1");
	told("    indented\n", "");
	told("```\na\n`````\n", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_date),
		cmocka_unit_test(test_html),
		cmocka_unit_test(test_row),
		cmocka_unit_test(test_code),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
