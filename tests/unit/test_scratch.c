/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/scratch.h"

#include "testing.h"

static void
editors_own(void **state)
{
	static const char *const names[] = { ".a.md.swp", ".#a.md", "#a.md#", "a.md~", "4913", ".git", ".DS_Store",
		"~" };

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!scratch_is(str_of(names[i])))
			fail_msg("%s was taken for a source", names[i]);
}

static void
sources(void **state)
{
	static const char *const names[] = { "a.md", "#", "#a", "a#", "49130", "04913", "~a", "a.swp", "index.nb.md",
		"" };

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (scratch_is(str_of(names[i])))
			fail_msg("%s was not taken for a source", names[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(editors_own), cmocka_unit_test(sources) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
