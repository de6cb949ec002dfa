/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/touch.h"

#include "told.h"

static void
add(struct touches *t, size_t at, size_t n, const char *put)
{
	VEC_PUSH(t, ((struct touch){ at, n, str_of(put) }));
}

static void
test_none(void **state)
{
	struct arena a = ARENA_INIT;
	struct touches t = { 0 };
	size_t k = 0;

	(void)state;
	touch_sort(&t);
	assert_int_equal(touch_part(&a, STR("abc"), 0, 3, &t, &k).n, 0);
	arena_free(&a);
}

static void
test_parts(void **state)
{
	struct arena a = ARENA_INIT;
	struct touches t = { 0 };
	struct str text = STR("\"ab\" cd e");
	size_t k = 0;

	(void)state;
	add(&t, 3, 1, "»");
	add(&t, 4, 1, "_");
	add(&t, 0, 1, "«");
	add(&t, 4, 1, "_");
	touch_sort(&t);
	assert_int_equal(t.n, 3);
	is_text(touch_part(&a, text, 0, 2, &t, &k), "«a");
	is_text(touch_part(&a, text, 2, 5, &t, &k), "b»_");
	assert_int_equal(touch_part(&a, text, 5, 9, &t, &k).n, 0);
	assert_int_equal(k, 3);
	k = 0;
	is_text(touch_part(&a, text, 4, 9, &t, &k), "_cd e");
	VEC_FREE(&t);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_none),
		cmocka_unit_test(test_parts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
