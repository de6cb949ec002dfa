/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package/item.h"

#include "testing.h"

static void
test_more(void **state)
{
	struct arena a = ARENA_INIT;
	struct items all = { NULL, 0 };
	struct item *it = item_new(&a, &all, ITEM_CHOICE);

	(void)state;
	for (int i = 0; i < 100; i++)
		item_answer(&a, &it->answers)->value = RATIO(i, 1);
	assert_int_equal(it->answers.n, 100);
	for (int i = 0; i < 100; i++) {
		assert_int_equal(it->answers.v[i].value.num, i);
		assert_int_equal(it->answers.v[i].error.den, 1);
	}
	assert_int_equal(all.n, 1);
	arena_free(&a);
}

static void
test_marks(void **state)
{
	struct buf b = BUF_INIT;
	size_t at = 1, i = 7;

	(void)state;
	buf_chr(&b, 'a');
	item_mark(&b, 12);
	buf_chr(&b, 'b');
	assert_true(item_gap_at(buf_view(&b), &at, &i));
	assert_int_equal(i, 12);
	assert_true(b.p[at] == 'b');
	assert_false(item_gap_at(buf_view(&b), &at, &i));
	at = 0;
	assert_false(item_gap_at(STR(ITEM_GAP_MARK "1"), &at, &i));
	assert_false(item_gap_at(STR(ITEM_GAP_MARK ITEM_GAP_MARK), &at, &i));
	assert_int_equal(at, 0);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_more), cmocka_unit_test(test_marks) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
