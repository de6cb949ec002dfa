/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/readdress.h"

#include "testing.h"

static const struct {
	const char *before, *now, *text, *want;
} rows[] = {
	{ "", "", "", "" },
	{ "[a](", "[a](", "[x](", "[x](" },
	{ "[a]()", "[a](1.md)", "[x]()", "[x]()" },
	{ "[a](1.md)", "a", "[x](1.md)", "[x](1.md)" },
	{ "[a](1.md) [b](1.md)", "[a](2.md) [b](3.md)", "[x](1.md) [y](1.md)", "[x](1.md) [y](1.md)" },
	{ "[a](<1 .md>)", "[a](<2 .md>)", "[x](<1 .md>)", "[x](<1 .md>)" },
	{ "[a](1.md)", "[a](2.md)", "1.md [x](1.md)!", "1.md [x](2.md)!" },
	{ "[a](1.md \"T\")", "[a](2.md \"T\")", "[x](1.md \"1.md\")", "[x](2.md \"1.md\")" },
	{ "[a](1.md) [b](2.md#c)", "[a](2.md) [b](1.md#c)", "[y](2.md#c) [x](1.md) [z](3.md)",
	    "[y](1.md#c) [x](2.md) [z](3.md)" },
	{ "![a](1.svg)", "![a](2.svg)", "![x](1.svg){.b}", "![x](2.svg){.b}" },
};

static void
test_rows(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str got = readdress_links(&a, str_of(rows[i].before), str_of(rows[i].now), str_of(rows[i].text));

		if (!str_is(got, rows[i].want))
			fail_msg("`%s` gives `%.*s`", rows[i].text, STR_ARG(got));
	}
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
