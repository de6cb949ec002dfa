/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/cells.h"

#include "asked.h"

static struct node *
table_in(struct node *root)
{
	while (root && root->kind != NODE_TABLE)
		root = node_next(root, NULL);
	return root;
}

static void
is_at(const struct source *src, const struct node *cell, uint32_t line, uint32_t col, uint32_t len)
{
	struct span at = cells_at(src, cell);

	assert_int_equal(at.line, line);
	assert_int_equal(at.col, col);
	assert_int_equal(at.len, len);
}

static void
test_places(void **state)
{
	static const char *const heads[] = { "", "> ", "- ", "  " };

	(void)state;
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		const char *head = heads[i], *next = str_is(str_of(head), "- ") ? "  " : head;
		uint32_t before = (uint32_t)str_of(head).n;
		struct source src = asked_source(arena_fmt(&asked_arena,
		    "%s| a | b |\n%s|---|---|\n%s| one\\|two | `x\\|y` {#c} |\n%s|  | |\n", head, next, next, next)
						     .p);
		struct node *row = table_in(asked_tree(&src))->first->next;

		is_at(&src, cells_nth(row, 0), 3, before + 3, 8);
		is_at(&src, cells_nth(row, 1), 3, before + 14, 11);
		assert_null(cells_nth(row, 2));
		assert_false(cells_empty(cells_nth(row, 0)));
		is_at(&src, cells_nth(row->next, 1), 4, before + 5, 0);
		assert_true(cells_empty(cells_nth(row->next, 1)));
	}
}

static void
test_without_bars_at_the_ends(void **state)
{
	struct source src = asked_source("a | b\n--|--\n1 | 22\n3\n");
	struct node *table;

	(void)state;
	table = table_in(asked_tree(&src));
	is_at(&src, cells_nth(table->first->next, 0), 3, 1, 1);
	is_at(&src, cells_nth(table->first->next, 1), 3, 5, 2);
	is_at(&src, cells_nth(table->last, 1), 4, 1, 0);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, asked_begin, asked_end)
	const struct CMUnitTest tests[] = {
		TEST(test_places),
		TEST(test_without_bars_at_the_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
