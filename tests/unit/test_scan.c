/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/scan.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fs.h"
#include "told.h"

static struct arena arena;
static struct diags diags;
static struct scan_files files;
static char root[64];

static int
setup(void **state)
{
	(void)state;
	arena = (struct arena)ARENA_INIT;
	diags = (struct diags)DIAGS_INIT;
	strcpy(root, "/tmp/pensum-scan-XXXXXX");
	return mkdtemp(root) ? 0 : -1;
}

static int
teardown(void **state)
{
	(void)state;
	VEC_FREE(&files);
	arena_free(&arena);
	diags_free(&diags);
	return fs_remove_tree(root);
}

static const char *
path(const char *name)
{
	return arena_fmt(&arena, "%s/%s", root, name).p;
}

static void
folder(const char *name)
{
	assert_int_equal(fs_mkdirs(path(name)), 0);
}

static void
file(const char *name)
{
	assert_int_equal(fs_write(path(name), STR("abc")), 0);
}

static void
link_to(const char *target, const char *name)
{
	assert_int_equal(symlink(target, path(name)), 0);
}

static int
scan(void)
{
	return scan_tree(&arena, str_of(root), "content", &files, &diags);
}

/* The paths found, a blank between. */
static void
found(const char *want)
{
	struct str all = STR_EMPTY;

	for (size_t i = 0; i < files.n; i++)
		all = arena_fmt(&arena, "%.*s%s%.*s", STR_ARG(all), i ? " " : "", STR_ARG(files.v[i].path));
	is_text(all, want);
}

static void
test_sorted_by_whole_path(void **state)
{
	(void)state;
	folder("content/a");
	folder("content/a-b");
	file("content/a/x.md");
	file("content/a-b/x.md");
	file("content/a.md");
	file("content/Z.md");
	file("content/å.md");
	assert_int_equal(scan(), 0);
	told_nothing(&diags);
	found("content/Z.md content/a-b/x.md content/a.md content/a/x.md content/å.md");
	assert_int_equal(access(files.v[4].file.p, R_OK), 0);
}

static void
test_left_out(void **state)
{
	(void)state;
	folder("content/.git");
	file("content/.git/config");
	file("content/.hidden");
	file("content/a.md~");
	file("content/a.md");
	assert_int_equal(scan(), 0);
	told_nothing(&diags);
	found("content/a.md");
}

static void
test_links(void **state)
{
	(void)state;
	folder("content/a/media");
	folder("elsewhere");
	file("elsewhere/x.md");
	file("content/a/media/m.svg");
	link_to("../../elsewhere/x.md", "content/a/y.md");
	link_to("../elsewhere", "content/b");
	link_to("a/media", "content/media"); /* the same folder twice is no loop */
	assert_int_equal(scan(), 0);
	told_nothing(&diags);
	found("content/a/media/m.svg content/a/y.md content/b/x.md content/media/m.svg");
}

static void
test_loops(void **state)
{
	(void)state;
	folder("content/a/b");
	file("content/a/b/x.md");
	link_to("..", "content/a/b/up");
	assert_int_equal(scan(), 0);
	found("content/a/b/x.md");
	assert_int_equal(told(&diags, DIAG_FILE_LOOP, 0, 0, 0)->level, DIAG_WARNING);
	is_text(diags.all.v[0].file, "content/a/b/up");
	detail_has(&diags.all.v[0], "content/a");
}

/* Folders full of links to each other: the ways through them are as many as a factorial. */
static void
test_thicket(void **state)
{
	(void)state;
	for (int i = 0; i < 12; i++) {
		folder(arena_fmt(&arena, "content/d%02d", i).p);
		file(arena_fmt(&arena, "content/d%02d/x.md", i).p);
		for (int k = 0; k < 12; k++)
			link_to(arena_fmt(&arena, "../d%02d", k).p, arena_fmt(&arena, "content/d%02d/l%02d", i, k).p);
	}
	assert_int_equal(scan(), 0);
	assert_true(files.n >= 12 && files.n < 1000);
	assert_true(diags.all.n > 0);
}

static void
test_dangling_and_circular_links(void **state)
{
	(void)state;
	folder("content");
	link_to("nowhere", "content/a");
	link_to("c", "content/b");
	link_to("b", "content/c");
	assert_int_equal(scan(), 0);
	assert_int_equal(files.n, 0);
	assert_int_equal(diags.all.n, 3);
	assert_int_equal(diags.all.v[0].code, DIAG_FILE_UNREADABLE);
	detail_has(&diags.all.v[0], "leads nowhere");
}

static void
test_pipe(void **state)
{
	(void)state;
	folder("content");
	assert_int_equal(mkfifo(path("content/a.md"), 0600), 0);
	assert_int_equal(scan(), 0);
	assert_int_equal(files.n, 0);
	detail_has(told(&diags, DIAG_FILE_UNREADABLE, 0, 0, 0), "neither a file nor a folder");
}

static void
test_names(void **state)
{
	(void)state;
	folder("content");
	file("content/\xff.md");
	file("content/a\nb.md");
	file("content/\xc2\x85.md");
	assert_int_equal(scan(), 0);
	assert_int_equal(files.n, 0);
	assert_int_equal(diags.all.n, 3);
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(diags.all.v[i].code, DIAG_FILE_NAME);
		is_text(diags.all.v[i].file, "content");
	}
	detail_has(&diags.all.v[0], "a\\x0Ab.md");
	detail_has(&diags.all.v[2], "\\xFF.md");
}

static void
test_unreadable_folder(void **state)
{
	(void)state;
	folder("content/a");
	file("content/b.md");
	assert_int_equal(chmod(path("content/a"), 0), 0);
	if (geteuid() != 0) {
		assert_int_equal(scan(), 0);
		found("content/b.md");
		detail_has(told(&diags, DIAG_FILE_UNREADABLE, 0, 0, 0), "Permission denied");
	}
	assert_int_equal(chmod(path("content/a"), 0700), 0);
}

static void
test_no_content(void **state)
{
	(void)state;
	assert_int_equal(scan(), -1);
	detail_has(told(&diags, DIAG_IO, 0, 0, 0), "No such file");
	is_text(diags.all.v[0].file, "content");
	diags_free(&diags);
	diags = (struct diags)DIAGS_INIT;
	file("content");
	assert_int_equal(scan(), -1);
	told(&diags, DIAG_IO, 0, 0, 0);
}

/* Deeper than a path may be long. */
static void
test_very_deep(void **state)
{
	char name[200];

	(void)state;
	memset(name, 'd', sizeof name - 1);
	name[sizeof name - 1] = 0;
	folder("content");
	assert_int_equal(chdir(path("content")), 0);
	for (int i = 0; i < 30; i++) {
		assert_int_equal(mkdir(name, 0700), 0);
		assert_int_equal(chdir(name), 0);
	}
	assert_int_equal(chdir("/"), 0);
	assert_int_equal(scan(), 0);
	assert_int_equal(files.n, 0);
	assert_int_equal(diags.all.n, 1);
	assert_int_equal(system(arena_fmt(&arena, "rm -rf %s", root).p), 0);
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		T(test_sorted_by_whole_path),
		T(test_left_out),
		T(test_links),
		T(test_loops),
		T(test_thicket),
		T(test_dangling_and_circular_links),
		T(test_pipe),
		T(test_names),
		T(test_unreadable_folder),
		T(test_no_content),
		T(test_very_deep),
	};

	return cmocka_run_group_tests(tests, 0, 0);
}
