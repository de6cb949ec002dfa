/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repair/fmt.h"

#include "sited.h"

/* A site with one question in two languages. */
#define QUESTION(head, a, b) PAGE("A") ":::question[A]{" head "}\n- [x] a" a "\n- [ ] b" b "\n\n:::\n"

static void
put(struct sited *s)
{
	sited_open(s);
	folder_put(&s->folder, "content/c/a.md", QUESTION("type=single", "", ""));
	folder_put(&s->folder, "content/c/a.nb.md", QUESTION("", "", ""));
}

/* Formats ${file}, or all where it is NULL; how many changes. */
static size_t
format(struct sited *s, const char *file, bool check, int want)
{
	struct str path = str_of(file);
	struct fmt_request r = { .files = &path, .nfiles = file != NULL, .ids = true, .check = check };
	struct fmt_result out = { 0 };
	size_t n;

	assert_int_equal(fmt_run(&s->config, &r, &out, &s->d), want);
	n = out.changes.n;
	fmt_free(&out);
	return n;
}

static void
is_file(struct sited *s, const char *name, const char *want)
{
	assert_string_equal(folder_get(&s->folder, name), want);
}

static void
test_no_page(void **state)
{
	struct sited s;

	(void)state;
	put(&s);
	assert_int_equal(format(&s, "content/c/b.md", false, -1), 0);
	assert_string_equal(sited_told(&s), ":0 fmt-page content/c/b.md\n");
	sited_close(&s);
}

static void
test_unreadable(void **state)
{
	struct sited s;

	(void)state;
	put(&s);
	folder_put(&s.folder, "content/c/a.md", PAGE("A") "\xff\n");
	assert_int_equal(format(&s, NULL, false, 0), 0);
	assert_string_equal(sited_told(&s),
	    "content/c/a.md:0 fmt-left it cannot be read, or its lines end in CR alone; `pensum build` says more\n");
	sited_close(&s);
}

static void
test_check(void **state)
{
	struct sited s;

	(void)state;
	put(&s);
	assert_int_equal(format(&s, NULL, true, 0), 6);
	is_file(&s, "content/c/a.md", QUESTION("type=single", "", ""));
	sited_close(&s);
}

/* The translation gets what the source got in the same run; and again nothing. */
static void
test_all(void **state)
{
	struct sited s;

	(void)state;
	put(&s);
	assert_int_equal(format(&s, NULL, false, 0), 6);
	is_file(&s, "content/c/a.md", QUESTION("#a type=single", " {#a}", " {#b}"));
	is_file(&s, "content/c/a.nb.md", QUESTION("#a", " {#a}", " {#b}"));
	assert_int_equal(format(&s, NULL, false, 0), 0);
	assert_string_equal(folder_list(&s.folder, "content/c"), "a.md a.nb.md course.yaml");
	sited_close(&s);
}

static void
test_translation_first(void **state)
{
	struct sited s;

	(void)state;
	put(&s);
	assert_int_equal(format(&s, "content/c/a.nb.md", false, 0), 0);
	assert_int_equal(s.d.all.n, 3);
	is_file(&s, "content/c/a.nb.md", QUESTION("", "", ""));
	sited_close(&s);
}

/* Ids of other pages, and those that headings get from their words, are taken. */
static void
test_taken(void **state)
{
	struct sited s;

	(void)state;
	put(&s);
	folder_put(&s.folder, "content/c/b.md", PAGE("B") ":::definition[X]{#a}\nx\n:::\n");
	folder_put(&s.folder, "content/c/d.md", PAGE("D") "## Old\n\n:::definition[Old]\nx\n:::\n\n[x](#old)\n");
	format(&s, NULL, false, 0);
	is_file(&s, "content/c/a.md", QUESTION("#a-2 type=single", " {#a}", " {#b}"));
	is_file(&s, "content/c/d.md", PAGE("D") "## Old\n\n:::definition[Old]{#old-2}\nx\n:::\n\n[x](#old)\n");
	sited_close(&s);
}

/* A link stays one, modes stay, and a file that may not be written stays what it was. */
static void
test_files(void **state)
{
	struct sited s;
	struct stat st;
	const char *real, *link;

	(void)state;
	put(&s);
	real = folder_at(&s.folder, "elsewhere.md");
	link = folder_at(&s.folder, "content/c/a.md");
	assert_return_code(rename(link, real), 0);
	assert_return_code(symlink("../../elsewhere.md", link), 0);
	assert_return_code(chmod(real, 0640), 0);
	assert_int_equal(format(&s, "content/c/a.md", false, 0), 3);
	assert_int_equal(lstat(link, &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_int_equal(stat(real, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0640);
	is_file(&s, "elsewhere.md", QUESTION("#a type=single", " {#a}", " {#b}"));
	sited_close(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_no_page),
		cmocka_unit_test(test_unreadable),
		cmocka_unit_test(test_check),
		cmocka_unit_test(test_all),
		cmocka_unit_test(test_translation_first),
		cmocka_unit_test(test_taken),
		cmocka_unit_test(test_files),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
