/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <string.h>

#include "base/str.h"

/* Of a struct that is all zero. */
static const struct str zero;

static void
test_of(void **state)
{
	(void)state;
	assert_int_equal(str_of("abc").n, 3);
	assert_int_equal(str_of(NULL).n, 0);
	assert_non_null(str_of(NULL).p);
}

static void
test_sub_clamps(void **state)
{
	struct str s = STR("hello");

	(void)state;
	assert_true(str_is(str_sub(s, 1, 3), "el"));
	assert_true(str_is(str_sub(s, 3, 99), "lo"));
	assert_true(str_is(str_sub(s, 0, 5), "hello"));
	assert_int_equal(str_sub(s, 4, 2).n, 0);
	assert_int_equal(str_sub(s, 99, 100).n, 0);
	assert_non_null(str_sub(s, 99, 100).p);
	assert_int_equal(str_sub(zero, 0, SIZE_MAX).n, 0);
}

static void
test_compare(void **state)
{
	(void)state;
	assert_true(str_eq(STR("a\0b"), STR("a\0b")));
	assert_false(str_eq(STR("a\0b"), STR("a\0c")));
	assert_false(str_eq(STR("a"), STR("ab")));
	assert_true(str_eq(zero, STR_EMPTY));
	assert_true(str_is(zero, ""));
	assert_false(str_is(STR("ab"), "a"));
	assert_true(str_cmp(STR("a"), STR("b")) < 0);
	assert_true(str_cmp(STR("ab"), STR("a")) > 0);
	assert_true(str_cmp(STR(""), STR("a")) < 0);
	assert_true(str_cmp(STR("\xc3"), STR("z")) > 0); /* as unsigned bytes */
	assert_int_equal(str_cmp(STR("x"), STR("x")), 0);
	assert_int_equal(str_cmp(zero, zero), 0);
}

static void
test_ends(void **state)
{
	(void)state;
	assert_true(str_starts(STR("content/a"), "content/"));
	assert_false(str_starts(STR("con"), "content/"));
	assert_true(str_starts(zero, ""));
	assert_true(str_ends(STR("a.lv.md"), ".md"));
	assert_false(str_ends(STR("d"), ".md"));
	assert_true(str_ends(STR("x"), ""));
	assert_true(str_ends(zero, ""));
	assert_false(str_ends(zero, "x"));
}

static void
test_find(void **state)
{
	struct str s = STR("a/b/c");

	(void)state;
	assert_int_equal(str_find(s, '/'), 1);
	assert_int_equal(str_rfind(s, '/'), 3);
	assert_int_equal(str_find(s, 'x'), 5);
	assert_int_equal(str_rfind(s, 'x'), 5);
	assert_int_equal(str_find(zero, 'x'), 0);
	assert_int_equal(str_rfind(zero, 'x'), 0);
}

static void
test_trim(void **state)
{
	(void)state;
	assert_true(str_is(str_trim(STR(" \t\r\na b \n")), "a b"));
	assert_true(str_is(str_trim(STR(" \n ")), ""));
	assert_true(str_is(str_trim(STR("x")), "x"));
	assert_true(str_is(str_trim(STR("\xc2\xa0x")), "\xc2\xa0x")); /* no business of ours */
	assert_int_equal(str_trim(zero).n, 0);
}

static void
test_cut(void **state)
{
	struct str rest = STR("a,,b");

	(void)state;
	assert_true(str_is(str_cut(&rest, ','), "a"));
	assert_true(str_is(rest, ",b"));
	assert_true(str_is(str_cut(&rest, ','), ""));
	assert_true(str_is(str_cut(&rest, ','), "b"));
	assert_int_equal(rest.n, 0);
	assert_non_null(rest.p);
	assert_true(str_is(str_cut(&rest, ','), ""));
	rest = zero;
	assert_int_equal(str_cut(&rest, ',').n, 0);
}

static void
test_lower(void **state)
{
	(void)state;
	assert_int_equal(str_lower('A'), 'a');
	assert_int_equal(str_lower('Z'), 'z');
	assert_int_equal(str_lower('a'), 'a');
	assert_int_equal(str_lower('@'), '@');
	assert_int_equal(str_lower('['), '[');
	assert_int_equal(str_lower('\xc5'), '\xc5');
}

static void
test_has(void **state)
{
	(void)state;
	assert_true(str_has(STR("a :only[b]"), ":only"));
	assert_true(str_has(STR("::only"), ":only"));
	assert_true(str_has(STR(":only"), ":only"));
	assert_false(str_has(STR("a: only :onl"), ":only"));
	assert_false(str_has(str_sub(STR(":only"), 0, 4), ":only"));
	assert_false(str_has(STR_EMPTY, ":only"));
	assert_false(str_has((struct str){ 0 }, ":only"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lower),
		cmocka_unit_test(test_of),
		cmocka_unit_test(test_sub_clamps),
		cmocka_unit_test(test_compare),
		cmocka_unit_test(test_ends),
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_trim),
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_has),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
