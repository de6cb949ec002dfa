/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/journal.h"

#include <errno.h>

#include "folder.h"

static void
missing_or_damaged(void **state)
{
	struct folder f;
	struct journal j;
	struct journal_row row;
	size_t i = 0;

	(void)state;
	folder_open(&f);
	for (int k = 0; k < 2; k++) {
		journal_read(&j, folder_at(&f, "journal"));
		assert_false(journal_holds(&j, 0, 0));
		assert_false(journal_holds(&j, 1, 2));
		assert_false(journal_has(&j, JOURNAL_DIFFERS, STR("a"), 0));
		assert_false(journal_next(&j, &i, &row));
		assert_int_equal(journal_count(&j, JOURNAL_DIFFERS), 0);
		journal_close(&j);
		folder_put(&f, "journal", "pensum-manifest");
	}
	folder_close(&f);
}

/* It holds for both folders in either order, and for nothing else. */
static void
whose_it_is(void **state)
{
	struct folder f;
	struct journal j;

	(void)state;
	folder_open(&f);
	journal_open(&j, 7, 8);
	assert_return_code(journal_write(&j, folder_at(&f, "journal")), errno);
	journal_close(&j);
	journal_read(&j, folder_at(&f, "journal"));
	assert_true(journal_holds(&j, 7, 8));
	assert_true(journal_holds(&j, 8, 7));
	assert_false(journal_holds(&j, 7, 7));
	assert_false(journal_holds(&j, 7, 9));
	assert_false(journal_holds(&j, 0, 8));
	journal_close(&j);
	folder_close(&f);
}

static void
rows(void **state)
{
	struct folder f;
	struct journal j;
	struct journal_row row;
	size_t i = 0;

	(void)state;
	folder_open(&f);
	journal_open(&j, 1, 2);
	journal_add(&j, JOURNAL_DIFFERS, STR("x"), 0);
	journal_add(&j, JOURNAL_FILE, STR("x"), 5);
	journal_add(&j, JOURNAL_DIFFERS, STR("a/b"), 0);
	journal_add(&j, JOURNAL_DIFFERS, STR("x"), 0);
	journal_add(&j, JOURNAL_FOLDER, STR("own"), 0);
	assert_return_code(journal_write(&j, folder_at(&f, "journal")), errno);
	journal_close(&j);
	journal_read(&j, folder_at(&f, "journal"));
	assert_int_equal(journal_count(&j, JOURNAL_DIFFERS), 2);
	assert_int_equal(journal_count(&j, JOURNAL_FILE), 1);
	assert_true(journal_has(&j, JOURNAL_DIFFERS, STR("a/b"), 0));
	assert_false(journal_has(&j, JOURNAL_DIFFERS, STR("own"), 0));
	assert_true(journal_has(&j, JOURNAL_FOLDER, STR("own"), 0));
	assert_true(journal_has(&j, JOURNAL_FILE, STR("x"), 5));
	assert_false(journal_has(&j, JOURNAL_FILE, STR("x"), 6));
	for (size_t n = 0; journal_next(&j, &i, &row); n++) {
		assert_in_range(n, 0, 3);
		assert_int_equal(row.path.p[row.path.n], '\0');
		if (row.kind == JOURNAL_FILE)
			assert_int_equal(row.ino, 5);
	}
	assert_int_equal(i, 4);
	journal_close(&j);
	folder_close(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(missing_or_damaged),
		cmocka_unit_test(whose_it_is),
		cmocka_unit_test(rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
