/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <stdio.h>

#include "base/fs.h"
#include "base/stamp.h"
#include "folder.h"

static void
a_file_is_known_again(void **state)
{
	struct folder f;
	struct stamp a, b;
	const char *file;

	(void)state;
	folder_open(&f);
	folder_put(&f, "a", "one");
	file = folder_at(&f, "a");
	assert_int_equal(stamp_look(file, &a), 0);
	assert_int_equal(stamp_look(file, &b), 0);
	assert_true(stamp_same(&a, &b));
	folder_put(&f, "a", "other");
	assert_int_equal(stamp_look(file, &b), 0);
	assert_false(stamp_same(&a, &b));
	folder_close(&f);
}

/* As old and as long as what it replaces: its inode is another one, and when that was turned. */
static void
one_that_is_renamed_over_it_is_not(void **state)
{
	struct folder f;
	struct stamp a, b;

	(void)state;
	folder_open(&f);
	folder_put(&f, "a", "one");
	folder_put(&f, "b", "two");
	assert_int_equal(stamp_look(folder_at(&f, "a"), &a), 0);
	assert_int_equal(rename(folder_at(&f, "b"), folder_at(&f, "a")), 0);
	assert_int_equal(stamp_look(folder_at(&f, "a"), &b), 0);
	assert_false(stamp_same(&a, &b));
	assert_int_equal(stamp_look(folder_at(&f, "b"), &b), -1);
	folder_close(&f);
}

static void
young_files_are_not_trusted(void **state)
{
	const int64_t second = 1000000000;
	struct stamp s = { .changed = 100 * second, .turned = 100 * second };

	(void)state;
	assert_false(stamp_settled(&s, 100 * second));
	assert_false(stamp_settled(&s, 102 * second)); /* FAT counts in steps of two */
	assert_true(stamp_settled(&s, 103 * second));
	s.turned = 103 * second; /* renamed lately */
	assert_false(stamp_settled(&s, 103 * second));
	s.turned = 200 * second; /* from a clock that goes ahead */
	assert_false(stamp_settled(&s, 103 * second));
}

static void
there_and_back(void **state)
{
	struct stamp s = { 12, 345, 1700000000123456789, -1 }, back;
	struct buf b = BUF_INIT;
	struct pack_reader r;

	(void)state;
	stamp_pack(&b, &s);
	r = pack_reader(buf_view(&b));
	back = stamp_take(&r);
	assert_true(stamp_same(&s, &back));
	assert_false(r.wrong);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_is_known_again),
		cmocka_unit_test(one_that_is_renamed_over_it_is_not),
		cmocka_unit_test(young_files_are_not_trusted),
		cmocka_unit_test(there_and_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
