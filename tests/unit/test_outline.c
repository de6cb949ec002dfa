/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/outline.h"

#include "sited.h"

static const struct document *
document(const struct sited *s, const char *path)
{
	for (size_t i = 0; i < s->site.ndocs; i++)
		if (str_is(s->site.docs[i]->path, path))
			return s->site.docs[i];
	return NULL;
}

/* Documents by path, their texts with the source language first. */
static void
test_documents(void **state)
{
	struct sited s;
	const struct document *d;

	(void)state;
	sited_open(&s);
	folder_put(&s.folder, "content/c/course.yaml", "title: C\nlanguage: nb\n");
	folder_put(&s.folder, "content/c/02-m/10-b.md", PAGE("B"));
	folder_put(&s.folder, "content/c/02-m/10-b.en.md", PAGE("B en"));
	folder_put(&s.folder, "content/c/02-m/index.md", PAGE("M"));
	folder_put(&s.folder, "content/c/02-m/_part.md", "no page");
	folder_put(&s.folder, "content/c/a.b.md", PAGE("dot"));
	folder_put(&s.folder, "content/c/7.md", PAGE("number only"));
	folder_put(&s.folder, "content/c/media/x.svg", "<svg/>");
	folder_put(&s.folder, "content/data/contacts.yaml", "help: {name: H}\n");
	folder_put(&s.folder, "content/data/other.yaml", "x: 1\n");
	sited_outline(&s);
	assert_int_equal(s.outline, 0);
	assert_string_equal(sited_told(&s), "");
	assert_int_equal(s.site.ndocs, 4);
	d = document(&s, "content/c/02-m/10-b.md");
	is_text(d->name, "b");
	assert_int_equal(d->ntexts, 2);
	is_text(d->texts[0]->lang, "nb");
	is_text(d->texts[1]->lang, "en");
	is_text(d->texts[1]->meta.title, "B en");
	is_text(document(&s, "content/c/a.b.md")->name, "a.b");
	is_text(document(&s, "content/c/7.md")->name, "7");
	assert_non_null(map_get(&s.site.includes, STR("content/c/02-m/_part.md")));
	assert_non_null(map_get(&s.site.assets, STR("content/c/media/x.svg")));
	assert_non_null(map_get(&s.site.pages, STR("content/c/02-m/10-b.en.md")));
	assert_non_null(s.site.contacts);
	assert_null(s.site.sources);
	sited_close(&s);
}

static void
test_out_of_place(void **state)
{
	struct sited s;

	(void)state;
	sited_open(&s);
	folder_put(&s.folder, "content/lost.md", PAGE("no course"));
	folder_put(&s.folder, "content/c/m/n/deep.md", PAGE("too deep"));
	folder_put(&s.folder, "content/c/a.nb.md", PAGE("no source"));
	sited_outline(&s);
	assert_string_equal(sited_told(&s),
	    "content/c/a.nb.md:0 translation-orphan there is no `a.md`\n"
	    "content/c/m/n/deep.md:0 page-kind it lies deeper than a module of its course\n"
	    "content/lost.md:0 page-kind no course.yaml in its folder or above\n");
	assert_int_equal(s.site.ndocs, 1);
	sited_close(&s);
}

/* A language of the site that the course does not have; two files of one language. */
static void
test_languages(void **state)
{
	struct sited s;

	(void)state;
	sited_open(&s);
	folder_put(&s.folder, "content/c/course.yaml", "title: C\nlanguages: [en]\n");
	folder_put(&s.folder, "content/c/a.md", PAGE("A"));
	folder_put(&s.folder, "content/c/a.en.md", PAGE("A again"));
	folder_put(&s.folder, "content/c/b.md", PAGE("B"));
	folder_put(&s.folder, "content/c/b.nb.md", PAGE("B nb"));
	sited_outline(&s);
	assert_string_equal(sited_told(&s),
	    "content/c/a.md:0 output-collision another file is this page in the same language\n"
	    "content/c/b.nb.md:0 language-unknown `nb` is not a language of this course\n");
	assert_int_equal(document(&s, "content/c/b.md")->ntexts, 1);
	sited_close(&s);
}

static void
test_no_course(void **state)
{
	struct sited s;

	(void)state;
	sited_open(&s);
	assert_int_equal(unlink(folder_at(&s.folder, "content/c/course.yaml")), 0);
	sited_outline(&s);
	assert_int_equal(s.outline, 0);
	assert_int_equal(s.d.all.n, 1);
	assert_int_equal(s.d.all.v[0].code, DIAG_COURSE_MISSING);
	sited_close(&s);

	sited_open(&s);
	assert_int_equal(unlink(folder_at(&s.folder, "site.yaml")), 0);
	sited_outline(&s);
	assert_int_equal(s.outline, -1);
	assert_int_equal(s.d.all.v[0].code, DIAG_SITE_MISSING);
	sited_close(&s);
}

/* The same outline whatever the number of threads. */
static void
test_jobs(void **state)
{
	const char *dumps[2];
	struct sited s[2];

	(void)state;
	for (int i = 0; i < 2; i++) {
		sited_open(&s[i]);
		s[i].config.jobs = i ? 4 : 1;
		for (int k = 0; k < 40; k++)
			folder_put(&s[i].folder, arena_fmt(&s[i].folder.a, "content/c/m%d/%d-a.md", k % 3, k).p,
			    arena_fmt(&s[i].folder.a, "---\n%s: A%d\n---\n", k % 5 ? "title" : "titel", k).p);
		sited_plan(&s[i]);
		dumps[i] = arena_fmt(&s[i].folder.a, "%s%s", sited_dump(&s[i]), sited_told(&s[i])).p;
	}
	assert_string_equal(dumps[0], dumps[1]);
	sited_close(&s[0]);
	sited_close(&s[1]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_documents),
		cmocka_unit_test(test_out_of_place),
		cmocka_unit_test(test_languages),
		cmocka_unit_test(test_no_course),
		cmocka_unit_test(test_jobs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
