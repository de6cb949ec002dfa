/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/foreign.h"

#include "reads.h"

/* What in a page is marked when all of it is in another language. */
static const struct {
	const char *markdown, *want;
} rows[] = {
	{ "A", "paragraph lang=\"en\" @1:1\n  text \"A\"\n" },
	{ "- A", "list tight @1:1\n  item @1:1\n    paragraph @1:3\n      span lang=\"en\"\n        text \"A\"\n" },
	{ "# A", "heading 1 anchor  @1:1\n  span lang=\"en\"\n    text \"A\"\n" },
	{ "[A]{lang=nb} b", NULL },
	{ "A {lang=nb}", "paragraph lang=\"nb\" @1:1\n  text \"A\"\n" },
};

static void
test_mark(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct page p;
		char *got;

		foreign_mark(&p.arena, page_open(&p, str_of(rows[i].markdown)), STR("en"));
		got = page_dump(&p);
		if (rows[i].want ? strcmp(got, rows[i].want) != 0
				 : strstr(got, "lang=\"en\"") == NULL || strstr(got, "lang=\"nb\"") == NULL)
			fail_msg("`%s`\n%s", rows[i].markdown, got);
		free(got);
		page_close(&p);
	}
}

static void
test_label(void **state)
{
	struct page p;
	struct node *root = page_open(&p, STR(":::note[A]\n:::"));

	(void)state;
	foreign_mark(&p.arena, root, STR("en"));
	assert_int_equal(root->first->as.directive.label->first->kind, NODE_SPAN);
	assert_true(str_is(attrs_value(root->first->as.directive.label->first->attrs, "lang"), "en"));
	page_close(&p);
}

/* The list that is copied stays as it was. */
static void
test_attrs(void **state)
{
	struct arena a = ARENA_INIT;
	struct attr k = { STR("k"), STR("v"), { 0 } };
	struct attrs list = { .id = STR("i"), .v = &k, .n = 1 }, *copy = foreign_attrs(&a, &list, STR("nb"));

	(void)state;
	assert_int_equal(list.n, 1);
	assert_int_equal(copy->n, 2);
	assert_true(str_is(attrs_value(copy, "k"), "v") && str_is(attrs_value(copy, "lang"), "nb"));
	assert_true(str_is(attrs_id(copy), "i"));
	assert_true(str_is(attrs_value(foreign_attrs(&a, NULL, STR("nb")), "lang"), "nb"));
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_mark),
		cmocka_unit_test(test_label),
		cmocka_unit_test(test_attrs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
