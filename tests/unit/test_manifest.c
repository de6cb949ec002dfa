/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/manifest.h"

#include <stdio.h>

#include "testing.h"

static void
fill(struct manifest *m, const char *const *paths)
{
	for (; *paths != NULL; paths++)
		manifest_add(m, str_of(*paths))->size = 1;
	manifest_sort(m);
}

#define FILL(m, ...) fill((m), (const char *const[]){ __VA_ARGS__, NULL })

static void
nothing_in_it(void **state)
{
	struct manifest m = MANIFEST_INIT;

	(void)state;
	manifest_sort(&m);
	manifest_index(&m);
	assert_null(manifest_find(&m, STR("a")));
	assert_null(manifest_find(&m, STR_EMPTY));
	assert_false(manifest_below(&m, STR("a")));
	assert_false(manifest_below(&m, STR_EMPTY));
	manifest_free(&m);
}

static void
sorted_once_each(void **state)
{
	struct manifest m = MANIFEST_INIT;

	(void)state;
	FILL(&m, "b", "a/c", "a", "b", "a-b", "a/b", "b");
	assert_int_equal(m.entries.n, 5);
	for (size_t i = 1; i < m.entries.n; i++)
		assert_true(str_cmp(m.entries.v[i - 1].path, m.entries.v[i].path) < 0);
	manifest_free(&m);
}

/* With the index and without. */
static void
found(void **state)
{
	static const char *const not [] = { "", "a/", "a/b/c", "/a", "ab", "A", "zz" };
	struct manifest m = MANIFEST_INIT;

	(void)state;
	FILL(&m, "a", "a-b", "a/b", "z");
	for (int indexed = 0; indexed < 2; indexed++) {
		for (size_t i = 0; i < m.entries.n; i++)
			assert_ptr_equal(manifest_find(&m, m.entries.v[i].path), &m.entries.v[i]);
		for (size_t i = 0; i < sizeof not / sizeof *not ; i++)
			assert_null(manifest_find(&m, str_of(not [i])));
		manifest_index(&m);
	}
	manifest_free(&m);
}

/* Names that sort between a folder and what is in it. */
static void
below(void **state)
{
	struct manifest m = MANIFEST_INIT;

	(void)state;
	FILL(&m, "a", "a!", "a-b/x", "a.b", "b/c/d", "b/c0", "z/1", "z/2", "z/3");
	assert_false(manifest_below(&m, STR("a")));
	assert_true(manifest_below(&m, STR("a-b")));
	assert_true(manifest_below(&m, STR("b")));
	assert_true(manifest_below(&m, STR("b/c")));
	assert_false(manifest_below(&m, STR("b/c/d")));
	assert_false(manifest_below(&m, STR("b/c0")));
	assert_true(manifest_below(&m, STR("z")));
	assert_false(manifest_below(&m, STR("zz")));
	manifest_free(&m);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_in_it),
		cmocka_unit_test(sorted_once_each),
		cmocka_unit_test(found),
		cmocka_unit_test(below),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
