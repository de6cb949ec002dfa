/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <errno.h>

#include "base/fs.h"
#include "folder.h"
#include "publish/notefolder.h"

static void
one_build_at_a_time(void **state)
{
	struct folder f;
	struct notefolder a, b;

	(void)state;
	folder_open(&f);
	assert_int_equal(notefolder_open(&a, &f.a, str_of(f.path), STR("/srv/public")), 0);
	assert_false(a.passing);
	assert_true(str_starts(a.path, f.path));
	assert_int_equal(fs_kind(a.path.p), FS_DIR);
	assert_string_equal(folder_get(&f, ".pensum/.gitignore"), "*\n");
	assert_int_equal(notefolder_open(&b, &f.a, str_of(f.path), STR("/srv/public")), -1);
	assert_int_equal(errno, EWOULDBLOCK);
	notefolder_close(&b);
	assert_int_equal(notefolder_open(&b, &f.a, str_of(f.path), STR("/srv/other")), 0);
	assert_false(str_eq(a.path, b.path));
	notefolder_close(&b);
	notefolder_close(&a);
	assert_int_equal(notefolder_open(&a, &f.a, str_of(f.path), STR("/srv/public")), 0);
	notefolder_close(&a);
	assert_int_equal(fs_kind(folder_at(&f, ".pensum")), FS_DIR); /* what lasts, stays */
	folder_close(&f);
}

/* No folder can be made in a file: that is no matter of rights, and nothing goes on in its place. */
static void
what_is_no_folder(void **state)
{
	struct folder f;
	struct notefolder n;

	(void)state;
	folder_open(&f);
	folder_put(&f, ".pensum", "a file");
	assert_int_equal(notefolder_open(&n, &f.a, str_of(f.path), STR("/srv/public")), -1);
	assert_false(n.passing);
	notefolder_close(&n);
	folder_close(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_build_at_a_time),
		cmocka_unit_test(what_is_no_folder),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
