/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <stdlib.h>

#include "base/wide.h"

static void
test_there_and_back(void **state)
{
	static const char *const texts[] = { "", "a", "blåbær", "Торговля", "\xf0\x9f\x98\x80 x" };
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct wide w = wide_of(str_of(texts[i]));

		assert_true(str_is(wide_text(&a, w.p, w.n), texts[i]));
		free(w.p);
	}
	arena_free(&a);
}

static void
test_wrong_bytes(void **state)
{
	struct arena a = ARENA_INIT;
	struct wide w = wide_of(STR("a\xff\xe2\x80"));
	static const UChar lone[] = { 'x', 0xd800, 'y' };

	(void)state;
	assert_true(str_is(wide_text(&a, w.p, w.n), "a\xef\xbf\xbd\xef\xbf\xbd"));
	assert_true(str_is(wide_text(&a, lone, 3), "x\xef\xbf\xbdy"));
	free(w.p);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_there_and_back),
		cmocka_unit_test(test_wrong_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
