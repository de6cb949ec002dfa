/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/courses.h"

#include "sited.h"

/* Numbers order, in modules and in the course's own folder; names without one come last. */
static void
test_order(void **state)
{
	struct sited s;
	const struct course *c;
	struct buf names = BUF_INIT;

	(void)state;
	sited_open(&s);
	folder_put(&s.folder, "content/c/10-m/2-b.md", PAGE("b"));
	folder_put(&s.folder, "content/c/10-m/10-c.md", PAGE("c"));
	folder_put(&s.folder, "content/c/10-m/1-a.md", PAGE("a"));
	folder_put(&s.folder, "content/c/10-m/z.md", PAGE("z"));
	folder_put(&s.folder, "content/c/10-m/index.md", PAGE("m"));
	folder_put(&s.folder, "content/c/9-n/a.md", PAGE("n a"));
	folder_put(&s.folder, "content/c/o/a.md", PAGE("o a"));
	folder_put(&s.folder, "content/c/1-first.md", PAGE("first"));
	folder_put(&s.folder, "content/c/index.md", PAGE("home"));
	folder_put(&s.folder, "content/c/glossary.md", "---\ntitle: G\ntype: glossary\n---\n");
	sited_plan(&s);
	assert_string_equal(sited_told(&s), "");
	c = s.site.courses[0];
	assert_int_equal(c->nmodules, 3);
	is_text(c->modules[0]->name, "n");
	is_text(c->modules[1]->name, "m");
	is_text(c->modules[2]->name, "o");
	assert_int_equal(c->modules[1]->number, 2);
	assert_non_null(c->modules[1]->index);
	assert_null(c->modules[0]->index);
	is_text(c->index->path, "content/c/index.md");
	is_text(c->glossary->path, "content/c/glossary.md");
	for (const struct document *d = c->docs[0]; d; d = d->next) {
		buf_str(&names, d->texts[0]->meta.title);
		buf_chr(&names, ',');
		assert_true(d->next == NULL || d->next->prev == d);
	}
	is_text(buf_view(&names), "first,n a,m,a,b,c,z,o a,");
	buf_free(&names);
	sited_close(&s);
}

/* What is left out for this reader has no place in the order. */
static void
test_left_out(void **state)
{
	for (int drafts = 0; drafts < 2; drafts++) {
		struct sited s;
		const struct module *m;

		(void)state;
		sited_open(&s);
		s.config.drafts = drafts;
		s.config.audience = drafts ? STR("facilitator") : STR("learner");
		folder_put(&s.folder, "content/c/m/1-a.md", PAGE("a"));
		folder_put(&s.folder, "content/c/m/2-b.md", "---\ntitle: b\ndraft: yes\n---\n");
		folder_put(&s.folder, "content/c/m/3-c.md", "---\ntitle: c\naudience: facilitator\n---\n");
		folder_put(&s.folder, "content/c/m/4-d.md", PAGE("d"));
		folder_put(&s.folder, "content/c/n/1-a.md", "---\ntitle: a\ndraft: true\n---\n");
		sited_plan(&s);
		m = s.site.courses[0]->modules[0];
		assert_int_equal(s.site.courses[0]->nmodules, drafts ? 2 : 1);
		assert_int_equal(m->ndocs, drafts ? 4 : 2);
		is_text(m->docs[0]->next->texts[0]->meta.title, drafts ? "b" : "d");
		assert_int_equal(s.site.ndocs, 5); /* known all the same */
		sited_close(&s);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_left_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
