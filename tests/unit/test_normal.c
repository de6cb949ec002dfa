/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/normal.h"

#include "testing.h"

static void
gives(struct str (*f)(struct arena *, struct str), const char *from, const char *wanted)
{
	struct arena a = ARENA_INIT;
	struct str s = f(&a, str_of(from));

	if (!str_is(s, wanted))
		fail_msg("\"%s\" became \"%.*s\", not \"%s\"", from, STR_ARG(s), wanted);
	arena_free(&a);
}

static void
test_forms(void **state)
{
	(void)state;
	gives(normal_compose, "", "");
	gives(normal_compose, "e\u0301", "\u00e9");
	gives(normal_compose, "\u1fef", "`");
	gives(normal_compose, "\u1100\u1161\u11a8", "\uac01");
	gives(normal_compose, "\u0915\u093c", "\u0915\u093c"); /* what may not be composed stays apart */
	gives(normal_compat, "plain", "plain");
	gives(normal_compat, "m\u00b2 \ufb01 \uff21", "m2 fi A");
	gives(normal_compat, "\u00bd", "1\u20442");
	gives(normal_compat, "\u00b4", " \u0301");
	gives(normal_decompose, "\u00e9", "e\u0301");
	gives(normal_decompose, "\u0142", "\u0142");
}

static void
test_case(void **state)
{
	(void)state;
	gives(normal_upper, "", "");
	gives(normal_upper, "@az[`AZ{ 09", "@AZ[`AZ{ 09");
	gives(normal_upper, "stra\u00dfe \ufb01", "STRASSE FI");
	gives(normal_upper, "i\u0131", "II");
	gives(normal_upper, "\u0390", "\u0399\u0308\u0301");
	gives(normal_lower, "", "");
	gives(normal_lower, "@az[`AZ{ 09", "@az[`az{ 09");
	gives(normal_lower, "\u0130", "i\u0307");
	gives(normal_lower, "\u03a3\u039f\u03a6\u039f\u03a3", "\u03c3\u03bf\u03c6\u03bf\u03c2");
	gives(normal_lower, "\u03a3", "\u03c3");
	gives(normal_lower, "\u1c90\u13a0", "\u10d0\uab70");
}

static void
test_folding(void **state)
{
	(void)state;
	assert_int_equal(normal_case('A'), 'a');
	assert_int_equal(normal_case(0x17f), 's');
	assert_int_equal(normal_case(0x212a), 'k');
	assert_int_equal(normal_case(0x130), 0x130); /* only with a second character, or in Turkish */
	assert_int_equal(normal_case(0x1e9e), 0xdf);
	assert_int_equal(normal_case(0xdf), 0xdf);
	assert_int_equal(normal_case(0x1fd3), 0x390);
	assert_int_equal(normal_case(0xab70), 0x13a0); /* Cherokee folds to capitals */
}

static void
test_kinds(void **state)
{
	(void)state;
	assert_true(normal_is_mark(0x301));
	assert_false(normal_is_mark(0x903));  /* Mc */
	assert_false(normal_is_mark(0x20dd)); /* Me */
	assert_int_equal(normal_digit('7'), 7);
	assert_int_equal(normal_digit(0x663), 3);
	assert_int_equal(normal_digit(0x1d7ff), 9);
	assert_int_equal(normal_digit(0xb2), -1); /* superscript two counts nothing */
	assert_int_equal(normal_digit(0x4e00), -1);
	assert_true(normal_in_name('a', true));
	assert_false(normal_in_name('1', true));
	assert_true(normal_in_name('1', false));
	assert_false(normal_in_name(0x200d, true));
	assert_true(normal_in_name(0x200d, false));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_forms),
		cmocka_unit_test(test_case),
		cmocka_unit_test(test_folding),
		cmocka_unit_test(test_kinds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
