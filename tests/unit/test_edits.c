/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repair/edits.h"

#include "told.h"

static void
test_nothing(void **state)
{
	struct arena a = ARENA_INIT;
	struct edits edits = { 0 };

	(void)state;
	is_text(edits_apply(&a, STR("abc"), &edits), "abc");
	is_text(edits_apply(&a, STR_EMPTY, &edits), "");
	arena_free(&a);
}

/* In any order; at one place in the order they were added. */
static void
test_order(void **state)
{
	struct arena a = ARENA_INIT;
	struct edits edits = { 0 };

	(void)state;
	VEC_PUSH(&edits, ((struct edit){ 6, 0, STR("!") }));
	VEC_PUSH(&edits, ((struct edit){ 3, 0, STR("1") }));
	VEC_PUSH(&edits, ((struct edit){ 3, 0, STR("2") }));
	VEC_PUSH(&edits, ((struct edit){ 3, 2, STR("-") }));
	VEC_PUSH(&edits, ((struct edit){ 0, 1, STR_EMPTY }));
	is_text(edits_apply(&a, STR("abcdef"), &edits), "bc12-f!");
	VEC_FREE(&edits);
	arena_free(&a);
}

static void
test_changes(void **state)
{
	struct arena a = ARENA_INIT;
	struct changes c = { 0 };
	struct edits edits = { 0 };

	(void)state;
	assert_int_equal(edits_change(&a, &c, 7, STR("x"), (struct edit){ 1, 1, STR("x") })->line, 7);
	edits_change(&a, &c, 8, STR("y"), (struct edit){ 0, 0, STR("y") });
	edits_of(&c, &edits);
	assert_int_equal(edits.n, 2);
	is_text(edits_apply(&a, STR("ab"), &edits), "yax");
	VEC_FREE(&edits);
	VEC_FREE(&c);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_changes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
