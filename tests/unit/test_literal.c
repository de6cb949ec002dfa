/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/literal.h"

#include "testing.h"

static struct buf b;

static void
is(const char *wanted)
{
	if (!str_is(buf_view(&b), wanted))
		fail_msg("got: %.*s\nwanted: %s", STR_ARG(buf_view(&b)), wanted);
	buf_reset(&b);
}

static void
test_text(void **state)
{
	(void)state;
	literal_text(&b, STR("a*b_c _d_ `e` [f] <g> {h} i|j \\k"));
	is("a\\*b_c \\_d\\_ \\`e\\` \\[f\\] \\<g\\> \\{h\\} i\\|j \\\\k");
	literal_text(&b, STR("R&D & &amp; &#39; ~ ~~a~~\nb"));
	is("R\\&D & \\&amp; \\&#39; ~ \\~\\~a\\~\\~ b");
	literal_text(&b, STR(""));
	is("");
}

static void
test_start(void **state)
{
	static const char *const cases[][2] = { { "# a", "\\# a" }, { "- a", "\\- a" }, { "12. a", "12\\. a" },
		{ "12) a", "12\\) a" }, { "::: a", "\\::: a" }, { "a\\\n= b", "a\\\n\\= b" },
		{ "a\\\n- b\\\n1. c", "a\\\n\\- b\\\n1\\. c" }, { "a - b", "a - b" }, { "12 a", "12 a" }, { "", "" },
		{ "2026", "2026" } };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		buf_cstr(&b, cases[i][0]);
		literal_start(&b, 0);
		is(cases[i][1]);
	}
}

static void
test_code(void **state)
{
	(void)state;
	literal_code(&b, STR("a"));
	is("`a`");
	literal_code(&b, STR("a``b"));
	is("```a``b```");
	literal_code(&b, STR("`a"));
	is("`` `a ``");
	literal_typed(&b, STR("presumed victim"));
	is("presumed victim");
	literal_typed(&b, STR("3. februar"));
	is("`3. februar`");
	literal_typed(&b, STR("a  b"));
	is("`a  b`");
	literal_typed(&b, STR("\u00e5 b\u00e6re"));
	is("\u00e5 b\u00e6re");
}

static void
test_rest(void **state)
{
	(void)state;
	literal_indent(&b, STR("a\n\nb\nc"), "  ");
	is("a\n\n  b\n  c");
	literal_value(&b, STR("m1-a"));
	is("m1-a");
	literal_value(&b, STR("a \"b\" \\"));
	is("\"a \\\"b\\\" \\\\\"");
	literal_value(&b, STR(""));
	is("\"\"");
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_text), cmocka_unit_test(test_start),
		cmocka_unit_test(test_code), cmocka_unit_test(test_rest) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
