/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/path.h"
#include "base/stock.h"

static struct arena arena;
static char root[64];

static int
begin(void **state)
{
	(void)state;
	strcpy(root, "/tmp/pensum-test-stock-XXXXXX");
	return mkdtemp(root) ? 0 : -1;
}

static int
end(void **state)
{
	int gone = fs_remove_tree(root);

	(void)state;
	arena_free(&arena);
	return gone;
}

/* The site's own file ${path} with ${text}. */
static void
own(struct str path, const char *text)
{
	const char *file = path_join(&arena, str_of(root), path).p;

	assert_int_equal(fs_mkdirs(arena_str(&arena, path_dir(str_of(file))).p), 0);
	assert_int_equal(fs_write(file, str_of(text)), 0);
}

static void
test_table_is_sorted(void **state)
{
	(void)state;
	assert_true(stock_count > 0);
	for (size_t i = 1; i < stock_count; i++)
		assert_true(str_cmp(stock_files[i - 1].path, stock_files[i].path) < 0);
}

static void
test_builtin(void **state)
{
	(void)state;
	for (size_t i = 0; i < stock_count; i++) {
		struct str path = stock_files[i].path;

		assert_ptr_equal(stock_builtin(path), &stock_files[i]);
		assert_null(stock_builtin(str_sub(path, 1, path.n)));
		assert_null(stock_builtin(arena_fmt(&arena, "%.*s/", STR_ARG(path))));
	}
	assert_null(stock_builtin(STR_EMPTY));
	assert_null(stock_builtin(STR("\xff")));
}

static void
test_read_builtin_or_own(void **state)
{
	struct str path = stock_files[stock_count / 2].path, s;

	(void)state;
	assert_int_equal(stock_read(&arena, str_of(root), path, &s), 0);
	assert_true(str_eq(s, stock_files[stock_count / 2].bytes));
	own(path, "the site's");
	assert_int_equal(stock_read(&arena, str_of(root), path, &s), 0);
	assert_true(str_is(s, "the site's"));
	own(STR("themes/mine/page.html"), "new");
	assert_int_equal(stock_read(&arena, str_of(root), STR("themes/mine/page.html"), &s), 0);
	assert_true(str_is(s, "new"));
}

/* A file where the folder should be: the site has none of its own. */
static void
test_read_builtin_behind_a_file(void **state)
{
	struct str path = stock_files[0].path, s;

	(void)state;
	own(str_sub(path, 0, str_find(path, '/')), "no folder");
	assert_int_equal(stock_read(&arena, str_of(root), path, &s), 0);
	assert_true(str_eq(s, stock_files[0].bytes));
}

static void
assert_not_there(struct str path, int reason)
{
	struct str s = STR("old");

	errno = 0;
	assert_int_equal(stock_read(&arena, str_of(root), path, &s), -1);
	assert_int_equal(errno, reason);
	assert_int_equal(s.n, 0);
}

static void
test_read_fails(void **state)
{
	struct str path = stock_files[0].path;

	(void)state;
	assert_not_there(STR("themes/none.html"), ENOENT);
	assert_not_there(STR_EMPTY, ENOENT);
	/* The site's file is meant, and cannot be read: not the embedded one in its place. */
	assert_int_equal(fs_mkdirs(path_join(&arena, str_of(root), path).p), 0);
	assert_not_there(path, EISDIR);
}

static void
test_read_stays_inside(void **state)
{
	(void)state;
	own(STR("secret"), "secret");
	own(STR("site/x"), "x");
	strcat(root, "/site");
	assert_not_there(STR("../secret"), ENOENT);
	assert_not_there(STR("themes/../../secret"), ENOENT);
	assert_not_there(STR(".."), ENOENT);
	assert_not_there(STR("/etc/passwd"), ENOENT);
	assert_not_there(STR("x\0y"), ENOENT);
	*strrchr(root, '/') = '\0';
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_table_is_sorted),
		TEST(test_builtin),
		TEST(test_read_builtin_or_own),
		TEST(test_read_builtin_behind_a_file),
		TEST(test_read_fails),
		TEST(test_read_stays_inside),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
