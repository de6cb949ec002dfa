/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/navigate.h"

#include "rendered.h"
#include "render/views.h"

static void
site_of_modules(struct sited *s, const char *base)
{
	sited_open(s);
	folder_put(&s->folder, "site.yaml",
	    arena_fmt(&s->folder.a, "title: {en: Site, nb: Sted}\nlanguages: [en, nb]\n%s", base).p);
	folder_put(&s->folder, "content/c/course.yaml", "title: {en: Course, nb: Kurs}\n");
	folder_put(&s->folder, "content/c/1-m/index.md", "---\ntitle: Module\n---\n");
	folder_put(&s->folder, "content/c/1-m/1-a.md", "---\ntitle: A\nminutes: 3\nsummary: About\n---\n");
	folder_put(&s->folder, "content/c/1-m/2-b.md", "---\ntitle: B\nminutes: 4\n---\n");
	folder_put(&s->folder, "content/c/1-m/2-b.nb.md", "---\ntitle: B nb\n---\n");
	folder_put(&s->folder, "content/c/2-n/1-a.md", PAGE("N A"));
	sited_read(s);
	assert_string_equal(sited_told(s), "");
}

static const char *
titles(struct sited *s, struct view_list list)
{
	struct str all = STR_EMPTY;

	for (size_t i = 0; i < list.n; i++) {
		const struct link_view *v = list.v[i];

		all =
		    arena_fmt(&s->a, "%.*s%s%.*s=%.*s", STR_ARG(all), i ? " " : "", STR_ARG(v->title), STR_ARG(v->url));
	}
	return all.p;
}

static void
test_module(void **state)
{
	struct sited s;
	struct rendered h;
	const struct module_view *m;
	const struct course_view *c;
	const struct link_view *b;

	(void)state;
	site_of_modules(&s, "");
	rendered_open(&h, &s, "nb/c/m/a/index.html");
	m = navigate_module(&h.r, s.site.courses[0]->modules[0]);
	assert_int_equal(m->minutes, 7);
	assert_int_equal(m->number, 1);
	is_text(m->title, "Module");
	is_text(m->lang, "en"); /* not translated */
	is_text(m->url, "../index.html");
	assert_string_equal(titles(&s, m->pages), "A=../a/index.html B nb=../b/index.html");
	b = m->pages.v[1];
	assert_true(b->translated && b->lang.n == 0 && b->minutes == 4);
	b = m->pages.v[0];
	assert_true(!b->translated && str_is(b->lang, "en") && str_is(b->summary, "About"));
	c = navigate_course(&h.r, s.site.courses[0], true);
	is_text(c->title, "Kurs");
	assert_int_equal(c->modules.n, 2);
	assert_int_equal(c->minutes, 7);
	assert_null(c->glossary);
	rendered_close(&h);
	sited_close(&s);
}

static void
test_way_up(void **state)
{
	struct sited s;
	struct rendered h;

	(void)state;
	site_of_modules(&s, "");
	rendered_open(&h, &s, "en/c/m/a/index.html");
	assert_string_equal(titles(&s, navigate_breadcrumb(&h.r)),
	    "Home=../../../index.html Course=../../index.html Module=../index.html");
	is_text(navigate_root(&h.r), "../../../../");
	rendered_close(&h);
	rendered_open(&h, &s, "en/index.html");
	assert_int_equal(navigate_breadcrumb(&h.r).n, 0);
	is_text(navigate_root(&h.r), "../");
	is_text(navigate_title(&h.r, h.r.out), "Site");
	rendered_close(&h);
	sited_close(&s);
}

static void
test_languages(void **state)
{
	static const struct {
		const char *base, *absolute;
	} rows[] = { { "", "" }, { "base-url: https://a.b/c\n", "https://a.b/c/nb/c/m/a/index.html" } };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct sited s;
		struct rendered h;
		struct view_list list;
		const struct language_view *en, *nb;

		site_of_modules(&s, rows[i].base);
		rendered_open(&h, &s, "en/c/m/a/index.html");
		list = navigate_languages(&h.r);
		assert_int_equal(list.n, 2);
		en = list.v[0];
		nb = list.v[1];
		assert_true(en->current && en->translated && !nb->current && !nb->translated);
		is_text(nb->url, "../../../../nb/c/m/a/index.html");
		is_text(nb->absolute, rows[i].absolute);
		rendered_close(&h);
		rendered_open(&h, &s, "404.html"); /* of no course: the home pages */
		assert_int_equal(navigate_languages(&h.r).n, 2);
		rendered_close(&h);
		sited_close(&s);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_module),
		cmocka_unit_test(test_way_up),
		cmocka_unit_test(test_languages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
