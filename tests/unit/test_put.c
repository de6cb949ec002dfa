/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/put.h"

#include <errno.h>
#include <fcntl.h>

#include "folder.h"

static int
open_folder(struct folder *f, const char *name)
{
	int fd = open(folder_at(f, name), O_RDONLY | O_DIRECTORY);

	assert_return_code(fd, errno);
	return fd;
}

static void
in_the_way(void **state)
{
	struct folder f;
	struct stat st;
	char path[] = "a/b/index.html", below[] = "a/b/index.html/c/d";
	int fd;

	(void)state;
	folder_open(&f);
	fd = open_folder(&f, "");
	assert_int_equal(put_bytes(fd, path, STR("x"), &st), 0);
	assert_int_equal(put_bytes(fd, path, STR("y"), &st), -1);
	assert_int_equal(errno, EEXIST);
	assert_int_equal(put_bytes(fd, below, STR("y"), &st), -1);
	assert_int_equal(errno, ENOTDIR);
	assert_string_equal(below, "a/b/index.html/c/d");
	assert_int_equal(put_link(fd, path, fd), -1);
	assert_string_equal(folder_get(&f, "a/b/index.html"), "x");
	close(fd);
	folder_close(&f);
}

static void
made_with_folders(void **state)
{
	struct folder f;
	struct stat st;
	char page[] = "deep/er/index.html", other[] = "deep/other/x.css", top[] = "top", link[] = "d/e/page";
	int fd, from;

	(void)state;
	folder_open(&f);
	folder_put(&f, "to/keep", "k");
	folder_put(&f, "from/d/e/page", "page");
	fd = open_folder(&f, "to");
	from = open_folder(&f, "from");
	assert_int_equal(put_bytes(fd, page, STR("1"), &st), 0);
	assert_int_equal(st.st_size, 1);
	assert_int_equal(put_bytes(fd, other, STR("22"), &st), 0);
	assert_int_equal(put_bytes(fd, top, STR_EMPTY, &st), 0);
	assert_int_equal(put_link(fd, link, from), 0);
	assert_return_code(stat(folder_at(&f, "to/d/e/page"), &st), errno);
	assert_int_equal(st.st_nlink, 2);
	assert_string_equal(folder_list(&f, "to"),
	    "d/ d/e/ d/e/page deep/ deep/er/ deep/er/index.html deep/other/ deep/other/x.css keep top");
	assert_int_equal(put_away(fd, link), 0);
	assert_int_equal(put_move(fd, link, from), 0);
	assert_string_equal(folder_list(&f, "from"), "d/ d/e/");
	assert_string_equal(folder_get(&f, "to/d/e/page"), "page");
	assert_int_equal(put_move(fd, link, from), -1);
	close(fd);
	close(from);
	folder_close(&f);
}

/* Folders that get empty go, others stay; the path is whole afterwards. */
static void
away(void **state)
{
	struct folder f;
	char path[] = "a/b/c/d", none[] = "x/y/z", top[] = "top", folder[] = "full";
	int fd;

	(void)state;
	folder_open(&f);
	folder_put(&f, "a/b/c/d", "d");
	folder_put(&f, "a/keep", "k");
	folder_put(&f, "top", "t");
	folder_put(&f, "full/x", "t");
	fd = open_folder(&f, "");
	assert_int_equal(put_away(fd, path), 0);
	assert_string_equal(path, "a/b/c/d");
	assert_int_equal(put_away(fd, none), 0);
	assert_string_equal(none, "x/y/z");
	assert_int_equal(put_away(fd, top), 0);
	assert_int_equal(put_away(fd, folder), -1);
	assert_string_equal(folder_list(&f, ""), "a/ a/keep full/ full/x");
	close(fd);
	folder_close(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(in_the_way),
		cmocka_unit_test(made_with_folders),
		cmocka_unit_test(away),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
