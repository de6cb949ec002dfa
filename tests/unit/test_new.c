/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "author/new.h"

#include "author/numbering.h"
#include "folder.h"
#include "told.h"

static struct folder f;
static char *start;

static int
make(void **state)
{
	(void)state;
	folder_open(&f);
	start = realpath(".", NULL);
	return chdir(f.path);
}

static int
unmake(void **state)
{
	int rc = chdir(start);

	(void)state;
	free(start);
	folder_close(&f);
	return rc;
}

static int
try(struct diags *d, struct new_result *out, enum new_kind kind, const char *root, const char *name, const char *title,
    const char *languages)
{
	struct new_request r = { .kind = kind,
		.root = str_of(root),
		.name = str_of(name),
		.title = str_of(title),
		.languages = str_of(languages) };

	return new_make(&r, out, d);
}

/* The files that were made, blanks between. */
static const char *
made(enum new_kind kind, const char *root, const char *name, const char *title, const char *languages)
{
	struct diags d = DIAGS_INIT;
	struct new_result out = NEW_RESULT_INIT;
	struct str all = STR_EMPTY;
	int rc = try(&d, &out, kind, root, name, title, languages);

	told_nothing(&d);
	assert_int_equal(rc, 0);
	for (size_t i = 0; i < out.files.n; i++)
		all = arena_fmt(&f.a, "%.*s%s%.*s", STR_ARG(all), i > 0 ? " " : "", STR_ARG(out.files.v[i]));
	new_free(&out);
	diags_free(&d);
	return all.p;
}

static void
refused(enum new_kind kind, const char *root, const char *name, const char *title, const char *languages,
    enum diag_code code, const char *why)
{
	struct diags d = DIAGS_INIT;
	struct new_result out = NEW_RESULT_INIT;

	assert_int_equal(try(&d, &out, kind, root, name, title, languages), -1);
	if (d.all.n == 0 || d.all.v[0].code != code)
		fail_msg("%s: %zu diagnostics", name, d.all.n);
	if (!holds(d.all.v[0].detail, why))
		note_has(&d.all.v[0], why);
	assert_int_equal(out.files.n, 0);
	new_free(&out);
	diags_free(&d);
}

static void
site_in_two_languages(void **state)
{
	struct diags d = DIAGS_INIT;
	struct new_result out = NEW_RESULT_INIT;

	(void)state;
	assert_int_equal(try(&d, &out, NEW_SITE, "", "two/", "Trygg: \"hverdag\"", "nb, en"), 0);
	told_nothing(&d);
	is_text(out.next, "cd two && pensum build");
	assert_string_equal(folder_list(&f, "two"),
	    ".gitignore content/ content/first-course/ content/first-course/10-first-steps/ "
	    "content/first-course/10-first-steps/10-writing-a-lesson.en.md content/first-course/10-first-steps/10-writing-a-lesson.md "
	    "content/first-course/10-first-steps/90-quiz.en.md content/first-course/10-first-steps/90-quiz.md "
	    "content/first-course/10-first-steps/index.en.md content/first-course/10-first-steps/index.md "
	    "content/first-course/course.yaml content/first-course/glossary.en.md content/first-course/glossary.md site.yaml");
	assert_non_null(strstr(folder_get(&f, "two/site.yaml"), "\ntitle: \"Trygg: \\\"hverdag\\\"\"\n"));
	assert_non_null(strstr(folder_get(&f, "two/site.yaml"), "\nlanguages: [nb, en]\n"));
	assert_non_null(strstr(folder_get(&f, "two/content/first-course/course.yaml"), "\ntitle: Mitt første kurs\n"));
	assert_non_null(
	    strstr(folder_get(&f, "two/content/first-course/course.yaml"), "\nlanguage: nb\nlanguages: [nb, en]\n"));
	assert_non_null(
	    strstr(folder_get(&f, "two/content/first-course/10-first-steps/index.en.md"), "title: First steps"));
	assert_non_null(strstr(folder_get(&f, "two/content/first-course/10-first-steps/10-writing-a-lesson.md"),
	    "`pensum new lesson first-course/10-first-steps/my-lesson`"));
	new_free(&out);
	diags_free(&d);
}

/* No placeholder is left in what is made, and none in braces or at-signs that is not ours. */
static void
nothing_unfilled(void **state)
{
	static const char *const files[] = { "site.yaml", "content/first-course/course.yaml",
		"content/first-course/glossary.md", "content/first-course/10-first-steps/index.md",
		"content/first-course/10-first-steps/10-writing-a-lesson.md",
		"content/first-course/10-first-steps/90-quiz.md" };

	(void)state;
	made(NEW_SITE, "", "filled", "", "en");
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		const char *text = folder_get(&f, arena_fmt(&f.a, "filled/%s", files[i]).p);

		assert_non_null(text);
		assert_null(strchr(text, '@'));
	}
	assert_non_null(strstr(folder_get(&f, "filled/site.yaml"), "\ntitle: Filled\n"));
}

static void
site_here(void **state)
{
	struct diags d = DIAGS_INIT;
	struct new_result out = NEW_RESULT_INIT;

	(void)state;
	folder_put(&f, "my-course/readme.txt", "mine");
	assert_return_code(chdir("my-course"), 0);
	assert_int_equal(try(&d, &out, NEW_SITE, "", ".", "", ""), 0);
	assert_return_code(chdir(".."), 0);
	told_nothing(&d);
	is_text(out.next, "pensum build");
	is_text(out.files.v[0], "site.yaml");
	assert_non_null(strstr(folder_get(&f, "my-course/site.yaml"), "\ntitle: My course\n"));
	assert_non_null(strstr(folder_get(&f, "my-course/site.yaml"), "\nlanguages: [en]\n"));
	assert_string_equal(folder_get(&f, "my-course/readme.txt"), "mine");
	new_free(&out);
	diags_free(&d);
}

static void
never_over_a_file(void **state)
{
	(void)state;
	folder_put(&f, "taken/content/first-course/glossary.md", "mine");
	refused(NEW_SITE, "", "taken", "", "en", DIAG_NEW_EXISTS, "taken/content/first-course/glossary.md");
	assert_string_equal(
	    folder_list(&f, "taken"), "content/ content/first-course/ content/first-course/glossary.md");
	assert_string_equal(folder_get(&f, "taken/content/first-course/glossary.md"), "mine");
	folder_put(&f, "afile", "x");
	refused(NEW_SITE, "", "afile", "", "en", DIAG_IO, "afile");
}

static void
wrong_sites(void **state)
{
	(void)state;
	refused(NEW_SITE, "", "", "", "", DIAG_NEW_NAME, "no name for a folder");
	refused(NEW_SITE, "", "bad\nname", "", "", DIAG_NEW_NAME, "no name for a folder");
	refused(NEW_SITE, "", "bad\xff", "", "", DIAG_NEW_NAME, "no name for a folder");
	refused(NEW_SITE, "", "x", "two\nlines", "", DIAG_NEW_NAME, "control characters");
	refused(NEW_SITE, "", "x", "", "nb,nb", DIAG_NEW_NAME, "twice");
	refused(NEW_SITE, "", "x", "", "nb,,en", DIAG_NEW_NAME, "no language tag");
	refused(NEW_SITE, "", "x", "", "../../etc", DIAG_NEW_NAME, "no language tag");
	refused(NEW_SITE, "", "x", "", "tlh", DIAG_NEW_NAME, "locales/tlh.yaml");
	assert_int_equal(fs_kind(folder_at(&f, "x")), FS_NONE);
}

static void
shell_words(void **state)
{
	struct diags d = DIAGS_INIT;
	struct new_result out = NEW_RESULT_INIT;

	(void)state;
	assert_int_equal(try(&d, &out, NEW_SITE, "", "it's mine", "", ""), 0);
	is_text(out.next, "cd 'it'\\''s mine' && pensum build");
	new_free(&out);
	diags_free(&d);
}

static void
growing_site(void **state)
{
	(void)state;
	made(NEW_SITE, "", "grow", "", "nb,en");
	assert_string_equal(made(NEW_COURSE, "grow", "Ordinære gater", "", ""),
	    "grow/content/ordinaere-gater/course.yaml grow/content/ordinaere-gater/glossary.md "
	    "grow/content/ordinaere-gater/10-first-steps/index.md grow/content/ordinaere-gater/10-first-steps/10-writing-a-lesson.md "
	    "grow/content/ordinaere-gater/10-first-steps/90-quiz.md grow/content/ordinaere-gater/glossary.en.md "
	    "grow/content/ordinaere-gater/10-first-steps/index.en.md grow/content/ordinaere-gater/10-first-steps/10-writing-a-lesson.en.md "
	    "grow/content/ordinaere-gater/10-first-steps/90-quiz.en.md");
	assert_non_null(
	    strstr(folder_get(&f, "grow/content/ordinaere-gater/course.yaml"), "\ntitle: Ordinære gater\n"));
	assert_string_equal(made(NEW_MODULE, "grow", "first-course/what-it-is", "", ""),
	    "grow/content/first-course/20-what-it-is/index.md grow/content/first-course/20-what-it-is/10-first-lesson.md");
	assert_non_null(
	    strstr(folder_get(&f, "grow/content/first-course/20-what-it-is/index.md"), "\ntitle: What it is\n"));
	assert_string_equal(made(NEW_LESSON, "grow", "content/first-course/what-it-is/the-act/", "", ""),
	    "grow/content/first-course/20-what-it-is/20-the-act.md");
	assert_string_equal(made(NEW_LESSON, "grow", "first-course/10-first-steps/Second", "A: b", ""),
	    "grow/content/first-course/10-first-steps/20-second.md");
	assert_non_null(
	    strstr(folder_get(&f, "grow/content/first-course/10-first-steps/20-second.md"), "\ntitle: \"A: b\"\n"));
	assert_string_equal(made(NEW_LESSON, "grow", "first-course/first-steps/15-between", "", ""),
	    "grow/content/first-course/10-first-steps/15-between.md");
	assert_string_equal(made(NEW_COURSE, "grow", "english", "", "en"),
	    "grow/content/english/course.yaml grow/content/english/glossary.md grow/content/english/10-first-steps/index.md "
	    "grow/content/english/10-first-steps/10-writing-a-lesson.md grow/content/english/10-first-steps/90-quiz.md");
	assert_string_equal(made(NEW_LESSON, "grow", "english/first-steps/more", "", ""),
	    "grow/content/english/10-first-steps/20-more.md");
	assert_non_null(strstr(folder_get(&f, "grow/content/english/10-first-steps/20-more.md"), "What to remember"));
}

static void
wrong_places(void **state)
{
	(void)state;
	made(NEW_SITE, "", "wrong", "", "en");
	refused(NEW_COURSE, "wrong", "first-course", "", "", DIAG_NEW_EXISTS, "course.yaml");
	refused(NEW_COURSE, "wrong", "a/b", "", "", DIAG_NEW_NAME, "is not NAME");
	refused(NEW_COURSE, "wrong", "…", "", "", DIAG_NEW_NAME, "nothing for a file name");
	refused(NEW_COURSE, "wrong", "x", "", "nb", DIAG_NEW_NAME, "not among the languages");
	refused(NEW_COURSE, "nowhere", "x", "", "", DIAG_IO, "nowhere/site.yaml");
	refused(NEW_MODULE, "wrong", "x", "", "", DIAG_NEW_NAME, "is not COURSE/NAME");
	refused(NEW_MODULE, "wrong", "first-curse/x", "", "", DIAG_NEW_NAME, "did you mean `first-course`?");
	refused(NEW_MODULE, "wrong", "../wrong", "", "", DIAG_NEW_NAME, "no course `..`");
	refused(NEW_MODULE, "wrong", "first-course/first-steps", "", "", DIAG_NEW_EXISTS, "10-first-steps");
	refused(NEW_LESSON, "wrong", "first-course/x", "", "", DIAG_NEW_NAME, "is not COURSE/MODULE/NAME");
	refused(NEW_LESSON, "wrong", "first-course/../x", "", "", DIAG_NEW_NAME, "no module");
	refused(NEW_LESSON, "wrong", "first-course/glossary/x", "", "", DIAG_NEW_NAME, "no module");
	refused(
	    NEW_LESSON, "wrong", "first-course/frist-steps/x", "", "", DIAG_NEW_NAME, "did you mean `first-steps`?");
	refused(
	    NEW_LESSON, "wrong", "first-course/first-steps/writing-a-lesson", "", "", DIAG_NEW_EXISTS, "10-writing");
	folder_put(&f, "wrong/site.yaml", "title: [\n");
	refused(NEW_COURSE, "wrong", "x", "", "", DIAG_YAML_SYNTAX, "");
}

static int
next_of(const char *names)
{
	struct fs_entries es = { 0 };
	struct str rest = str_of(names);
	int next;

	while (rest.n > 0)
		VEC_PUSH(&es, ((struct fs_entry){ .name = str_cut(&rest, ' ') }));
	next = numbering_next(&es);
	VEC_FREE(&es);
	return next;
}

static void
numbers(void **state)
{
	int n;

	(void)state;
	assert_int_equal(next_of(""), 10);
	assert_int_equal(next_of("course.yaml media glossary.md"), 10);
	assert_int_equal(next_of("10-a.md 90-quiz.md index.md"), 20);
	assert_int_equal(next_of("10-a 20-b 25-c"), 30);
	assert_int_equal(next_of("01-a 02-b"), 3);
	assert_int_equal(next_of("80-a 90-quiz.md"), 81);
	assert_int_equal(next_of("89-a 90-quiz.md"), 91);
	assert_int_equal(next_of("89-a 99-quiz.md"), -1);
	assert_int_equal(next_of("2015-report"), 10);
	is_text(numbering_split(STR("10-a-b"), &n), "a-b");
	assert_int_equal(n, 10);
	is_text(numbering_split(STR("10"), &n), "10");
	assert_int_equal(n, -1);
	is_text(numbering_split(STR("10-"), &n), "10-");
	is_text(numbering_split(STR("05_a"), &n), "a");
	assert_int_equal(n, 5);
	is_text(numbering_split(STR("9999999999999-a"), &n), "a");
	assert_int_equal(n, 999999);
	is_text(numbering_split(STR(""), &n), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(site_in_two_languages),
		cmocka_unit_test(nothing_unfilled),
		cmocka_unit_test(site_here),
		cmocka_unit_test(never_over_a_file),
		cmocka_unit_test(wrong_sites),
		cmocka_unit_test(shell_words),
		cmocka_unit_test(growing_site),
		cmocka_unit_test(wrong_places),
		cmocka_unit_test(numbers),
	};

	return cmocka_run_group_tests(tests, make, unmake);
}
