/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include "base/arena.h"
#include "base/map.h"

static void
test_empty(void **state)
{
	struct map m = MAP_INIT;

	(void)state;
	assert_null(map_get(&m, STR("a")));
	map_free(&m);
}

static void
test_put_and_add(void **state)
{
	struct map m = MAP_INIT;
	int one = 1, two = 2, three = 3;

	(void)state;
	assert_null(map_put(&m, STR("a"), &one));
	assert_ptr_equal(map_get(&m, STR("a")), &one);
	assert_ptr_equal(map_put(&m, STR("a"), &two), &one);
	assert_ptr_equal(map_get(&m, STR("a")), &two);
	assert_ptr_equal(map_add(&m, STR("a"), &three), &two);
	assert_ptr_equal(map_get(&m, STR("a")), &two);
	assert_null(map_add(&m, STR("b"), &three));
	assert_ptr_equal(map_get(&m, STR("b")), &three);
	assert_int_equal(m.n, 2);
	assert_null(map_get(&m, STR("ab")));
	map_free(&m);
	assert_null(map_get(&m, STR("a")));
}

static void
test_any_key(void **state)
{
	struct map m = MAP_INIT;
	int one = 1, two = 2, three = 3;

	(void)state;
	map_put(&m, STR(""), &one);
	map_put(&m, STR("\0"), &two);
	map_put(&m, STR("\0\xff"), &three);
	assert_ptr_equal(map_get(&m, (struct str){ 0 }), &one);
	assert_ptr_equal(map_get(&m, STR("\0")), &two);
	assert_ptr_equal(map_get(&m, STR("\0\xff")), &three);
	map_free(&m);
}

static void
test_many_in_order(void **state)
{
	enum { MANY = 20000 };
	static int values[MANY];
	struct map m = MAP_INIT;
	struct arena a = ARENA_INIT;

	(void)state;
	for (int i = 0; i < MANY; i++)
		assert_null(map_put(&m, arena_fmt(&a, "key-%d", i), &values[i]));
	assert_int_equal(m.n, MANY);
	assert_true(m.nslots >= 2 * m.n);
	assert_int_equal(m.nslots & (m.nslots - 1), 0);
	for (int i = 0; i < MANY; i++) {
		struct str key = arena_fmt(&a, "key-%d", i);

		assert_ptr_equal(map_get(&m, key), &values[i]);
		assert_ptr_equal(m.v[i].value, &values[i]);
		assert_true(str_eq(m.v[i].key, key));
		assert_null(map_get(&m, arena_fmt(&a, "no-%d", i)));
	}
	map_free(&m);
	arena_free(&a);
}

static void
test_room(void **state)
{
	struct map m = { 0 };
	struct arena a = ARENA_INIT;
	int value = 0;
	struct map_entry *entries;

	(void)state;
	map_room(&m, 1000);
	assert_null(map_get(&m, STR("nothing")));
	assert_null(map_put(&m, STR("key"), &value));
	entries = m.v;
	map_room(&m, 100000); /* too late */
	for (int i = 0; i < 999; i++)
		map_put(&m, arena_fmt(&a, "key-%d", i), &value);
	assert_ptr_equal(m.v, entries); /* nothing moved */
	assert_true(m.nslots >= 2 * m.n);
	map_put(&m, STR("one more"), &value);
	assert_ptr_equal(map_get(&m, STR("key")), &value);
	assert_ptr_equal(map_get(&m, STR("one more")), &value);
	map_free(&m);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_put_and_add),
		cmocka_unit_test(test_any_key),
		cmocka_unit_test(test_many_in_order),
		cmocka_unit_test(test_room),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
