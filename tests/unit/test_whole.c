/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "author/whole.h"

#include <errno.h>

#include "folder.h"

static struct str
path(struct folder *f, const char *name)
{
	return path_join(&f->a, str_of(f->path), str_of(name));
}

static void
test_refused(void **state)
{
	struct folder f;

	(void)state;
	folder_open(&f);
	folder_put(&f, "there", "old");
	assert_int_equal(whole_write(path(&f, "there").p, STR("new"), false), -1);
	assert_int_equal(errno, EEXIST);
	assert_string_equal(folder_get(&f, "there"), "old");
	assert_int_equal(whole_write(path(&f, "no/where").p, STR("new"), true), -1);
	assert_int_equal(errno, ENOENT);
	assert_int_equal(whole_write(f.path, STR("new"), true), -1);
	folder_close(&f);
}

static void
test_written(void **state)
{
	struct folder f;
	struct arena a = ARENA_INIT;
	struct fs_entries in = { 0 };

	(void)state;
	folder_open(&f);
	assert_int_equal(whole_write(path(&f, "a").p, STR("one"), false), 0);
	assert_string_equal(folder_get(&f, "a"), "one");
	assert_int_equal(whole_write(path(&f, "a").p, STR("two"), true), 0);
	assert_string_equal(folder_get(&f, "a"), "two");
	assert_int_equal(fs_list(&a, f.path, &in), 0);
	assert_int_equal(in.n, 1); /* nothing is left beside it */
	VEC_FREE(&in);
	arena_free(&a);
	folder_close(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_refused), cmocka_unit_test(test_written) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
