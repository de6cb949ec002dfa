/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/outputs.h"

#include "sited.h"

static const struct output *
output(const struct sited *s, const char *path)
{
	for (size_t i = 0; i < s->site.noutputs; i++)
		if (str_is(s->site.outputs[i]->path, path))
			return s->site.outputs[i];
	return NULL;
}

static void
test_addresses(void **state)
{
	static const char *const want[] = { "404.html", "en/c/a/index.html", "en/c/index.html", "en/c/m/index.html",
		"en/c/m/lesson/index.html", "en/index.html", "en/search/index.html", "index.html", "nb/c/a/index.html",
		"nb/c/index.html", "nb/c/m/index.html", "nb/c/m/lesson/index.html", "nb/c/modul/index.html",
		"nb/c/modul/leksjon/index.html", "nb/index.html", "nb/search/index.html" };
	struct sited s;
	const struct output *o;

	(void)state;
	sited_open(&s);
	folder_put(&s.folder, "content/c/5-a.md", PAGE("A"));
	folder_put(&s.folder, "content/c/01-m/index.md", PAGE("M"));
	folder_put(&s.folder, "content/c/01-m/index.nb.md", "---\ntitle: M\nslug: modul\n---\n");
	folder_put(&s.folder, "content/c/01-m/10-lesson.md", PAGE("L"));
	folder_put(&s.folder, "content/c/01-m/10-lesson.nb.md", "---\ntitle: L\nslug: leksjon\n---\n");
	sited_plan(&s);
	assert_string_equal(sited_told(&s), "");
	assert_int_equal(s.site.noutputs, sizeof want / sizeof *want);
	for (size_t i = 0; i < sizeof want / sizeof *want; i++)
		is_text(s.site.outputs[i]->path, want[i]);
	o = output(&s, "nb/c/a/index.html");
	assert_true(o->fallback);
	is_text(o->text->lang, "en");
	assert_int_equal(o->nalternates, 2);
	is_text(o->alternates[0]->path, "en/c/a/index.html");
	assert_false(output(&s, "nb/c/modul/leksjon/index.html")->fallback);
	o = output(&s, "nb/c/m/lesson/index.html"); /* where the source's slugs lead */
	assert_int_equal(o->kind, OUTPUT_MOVED);
	is_text(o->moved->path, "nb/c/modul/leksjon/index.html");
	assert_int_equal(o->nalternates, 0);
	assert_int_equal(output(&s, "404.html")->nalternates, 0);
	assert_int_equal(output(&s, "nb/index.html")->nalternates, 2);
	sited_close(&s);
}

/* A folder without index.md has a page all the same; other letters become an address. */
static void
test_names(void **state)
{
	struct sited s;

	(void)state;
	sited_open(&s);
	folder_put(&s.folder, "content/c/course.yaml", "title: C\nslug: {en: course, nb: kurs}\n");
	folder_put(&s.folder, "content/c/m\303\270te/bl\303\245 b\303\246r.md", PAGE("A"));
	folder_put(&s.folder, "content/c/m\303\270te/***.md", PAGE("B"));
	sited_plan(&s);
	assert_string_equal(sited_told(&s), "");
	assert_non_null(output(&s, "en/course/mote/index.html"));
	assert_non_null(output(&s, "nb/kurs/mote/index.html"));
	assert_non_null(output(&s, "en/course/mote/bla-baer/index.html"));
	assert_non_null(output(&s, "en/course/mote/page/index.html"));
	sited_close(&s);
}

static void
test_collisions(void **state)
{
	struct sited s;

	(void)state;
	sited_open(&s);
	folder_put(&s.folder, "content/c/1-a.md", PAGE("A"));
	folder_put(&s.folder, "content/c/2-a.md", PAGE("A too"));
	folder_put(&s.folder, "content/c/b.md", "---\ntitle: B\nslug: \"A\"\n---\n");
	folder_put(&s.folder, "content/c/d.md", "---\ntitle: D\nslug: e/f\n---\n");
	sited_plan(&s);
	assert_int_equal(diags_count(&s.d, DIAG_ERROR), s.d.all.n);
	assert_non_null(strstr(sited_told(&s), "content/c/2-a.md:0 output-collision `en/c/a/index.html`"));
	assert_non_null(strstr(sited_told(&s), "content/c/b.md:"));
	assert_non_null(strstr(sited_told(&s), "content/c/d.md:3 setting-value"));
	assert_non_null(output(&s, "en/c/d/index.html"));
	sited_close(&s);
}

static void
test_glossary(void **state)
{
	for (int own = 0; own < 2; own++) {
		struct sited s;
		const struct output *o;

		(void)state;
		sited_open(&s);
		folder_put(&s.folder, "content/c/a.md", PAGE("A") ":::definition[B]{#b}\nc\n:::\n");
		if (own)
			folder_put(&s.folder, "content/c/words.md", "---\ntitle: W\ntype: glossary\n---\n");
		sited_plan(&s);
		o = output(&s, own ? "en/c/words/index.html" : "en/c/glossary/index.html");
		assert_non_null(o);
		assert_int_equal(o->kind, OUTPUT_GLOSSARY);
		assert_ptr_equal(s.site.courses[0]->glossaries[0], o);
		assert_int_equal(o->nalternates, 2);
		sited_close(&s);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_addresses),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_collisions),
		cmocka_unit_test(test_glossary),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
