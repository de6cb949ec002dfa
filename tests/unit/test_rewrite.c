/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "author/rewrite.h"

#include <errno.h>

#include "folder.h"

static void
test_refused(void **state)
{
	struct folder f;

	(void)state;
	folder_open(&f);
	assert_int_equal(rewrite_file(folder_at(&f, "none"), STR("x")), -1);
	assert_int_equal(errno, ENOENT);
	assert_return_code(symlink("nowhere", folder_at(&f, "link")), 0);
	assert_int_equal(rewrite_file(folder_at(&f, "link"), STR("x")), -1);
	assert_string_equal(folder_list(&f, "."), "link@");
	folder_close(&f);
}

/* Where the folder takes no new file, the old one stays. */
static void
test_folder_locked(void **state)
{
	struct folder f;

	(void)state;
	if (geteuid() == 0) {
		skip();
		return;
	}
	folder_open(&f);
	folder_put(&f, "d/a", "old");
	assert_return_code(chmod(folder_at(&f, "d"), 0500), 0);
	assert_int_equal(rewrite_file(folder_at(&f, "d/a"), STR("new")), -1);
	assert_return_code(chmod(folder_at(&f, "d"), 0700), 0);
	assert_string_equal(folder_get(&f, "d/a"), "old");
	folder_close(&f);
}

static void
test_written(void **state)
{
	struct folder f;
	struct stat st;

	(void)state;
	folder_open(&f);
	folder_put(&f, "d/a", "a longer text than the new one");
	assert_return_code(chmod(folder_at(&f, "d/a"), 0604), 0);
	assert_return_code(symlink("d/a", folder_at(&f, "one")), 0);
	assert_return_code(symlink("one", folder_at(&f, "two")), 0);
	assert_int_equal(rewrite_file(folder_at(&f, "two"), STR("new")), 0);
	assert_string_equal(folder_get(&f, "d/a"), "new");
	assert_int_equal(stat(folder_at(&f, "d/a"), &st), 0);
	assert_int_equal(st.st_mode & 07777, 0604);
	assert_int_equal(rewrite_file(folder_at(&f, "d/a"), STR_EMPTY), 0);
	assert_string_equal(folder_get(&f, "two"), "");
	assert_string_equal(folder_list(&f, "."), "d/ d/a one@ two@");
	folder_close(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_folder_locked),
		cmocka_unit_test(test_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
