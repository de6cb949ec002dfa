/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/outdir.h"

#include "folder.h"
#include "told.h"

static struct folder f;

static int
make(void **state)
{
	(void)state;
	folder_open(&f);
	folder_put(&f, "home/site/site.yaml", "title: x\n");
	folder_put(&f, "home/site/content/a.md", "a");
	folder_put(&f, "home/site/file.txt", "x");
	folder_put(&f, "shared/themes/default/page.html", "x");
	assert_return_code(symlink("../../shared/themes", folder_at(&f, "home/site/themes")), 0);
	assert_return_code(symlink("site", folder_at(&f, "home/way")), 0);
	assert_return_code(symlink("nowhere", folder_at(&f, "home/site/dangling")), 0);
	setenv("HOME", folder_at(&f, "home"), 1);
	return 0;
}

static int
unmake(void **state)
{
	(void)state;
	folder_close(&f);
	return 0;
}

static void
refused(const char *out, enum diag_code code, const char *why)
{
	struct diags d = DIAGS_INIT;

	assert_int_equal(outdir_resolve(&f.a, str_of(folder_at(&f, "home/site")), str_of(out), &d).n, 0);
	detail_has(told(&d, code, 0, 0, 0), why);
	diags_free(&d);
}

static void
found(const char *out, const char *want)
{
	struct diags d = DIAGS_INIT;
	char *real = realpath(f.path, NULL);
	struct str got = outdir_resolve(&f.a, str_of(folder_at(&f, "home/way")), str_of(folder_at(&f, out)), &d);

	told_nothing(&d);
	assert_string_equal(got.p, arena_fmt(&f.a, "%s/%s", real, want).p);
	free(real);
	diags_free(&d);
}

static void
unsafe_folders(void **state)
{
	static const struct {
		const char *out, *why;
	} cases[] = {
		{ "home/site", "is the site's own folder" },
		{ "home/site/", "is the site's own folder" },
		{ "home/site/content/..", "is the site's own folder" },
		{ "home/way", "is the site's own folder" },
		{ "home", "contains the site" },
		{ "", "contains the site" },
		{ "home/site/content", "(content/)" },
		{ "home/site/content/x/y", "(content/)" },
		{ "home/way/content", "(content/)" },
		{ "home/site/lua", "(lua/)" },
		{ "home/site/locales/nb", "(locales/)" },
		{ "home/site/editions", "(editions/)" },
		{ "home/site/.pensum/x", "(.pensum/)" },
		{ "home/site/.git", "(.git/)" },
		{ "home/site/themes", "(themes/)" },
		{ "shared/themes/public", "(themes/)" },
		{ "shared", "(themes/)" },
		{ "home/site/file.txt", "is a file, not a folder" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		refused(folder_at(&f, cases[i].out), DIAG_OUTPUT_UNSAFE, cases[i].why);
	refused("/", DIAG_OUTPUT_UNSAFE, "is the root of the file system");
	refused("///", DIAG_OUTPUT_UNSAFE, "is the root of the file system");
	refused("", DIAG_OUTPUT_UNSAFE, "is no folder");
}

static void
home_folder(void **state)
{
	(void)state;
	folder_put(&f, "users/me/x", "x");
	setenv("HOME", folder_at(&f, "users/me"), 1);
	refused(folder_at(&f, "users/me"), DIAG_OUTPUT_UNSAFE, "is your home folder");
	refused(folder_at(&f, "users"), DIAG_OUTPUT_UNSAFE, "contains your home folder");
	found("users/me/web", "users/me/web");
}

static void
unusable_folders(void **state)
{
	(void)state;
	refused(folder_at(&f, "home/site/dangling"), DIAG_IO, "No such file");
	refused(folder_at(&f, "home/site/dangling/x"), DIAG_IO, "No such file");
	refused(folder_at(&f, "home/site/nowhere/../content"), DIAG_IO, "No such file");
	refused(folder_at(&f, "home/site/file.txt/x"), DIAG_IO, "Not a directory");
}

static void
usable_folders(void **state)
{
	(void)state;
	found("home/site/public", "home/site/public");
	found("home/way/public/", "home/site/public");
	found("home/way/./new//deep/", "home/site/new/deep");
	found("home/site/contents", "home/site/contents");
	found("elsewhere", "elsewhere");
}

static void
seen_from_here(void **state)
{
	struct diags d = DIAGS_INIT;
	char *here = realpath(".", NULL), *real;

	(void)state;
	assert_return_code(chdir(folder_at(&f, "home/site")), 0);
	real = realpath(".", NULL);
	assert_string_equal(outdir_resolve(&f.a, STR("."), STR("public"), &d).p, arena_fmt(&f.a, "%s/public", real).p);
	told_nothing(&d);
	assert_int_equal(outdir_resolve(&f.a, STR("."), STR("."), &d).n, 0);
	told(&d, DIAG_OUTPUT_UNSAFE, 0, 0, 0);
	assert_return_code(chdir(here), 0);
	free(here);
	free(real);
	diags_free(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(unsafe_folders),
		cmocka_unit_test(home_folder),
		cmocka_unit_test(unusable_folders),
		cmocka_unit_test(usable_folders),
		cmocka_unit_test(seen_from_here),
	};

	return cmocka_run_group_tests(tests, make, unmake);
}
