/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include "base/hash.h"

/* Stored in files that outlive the program, so the values may never change. */
static void
test_known_values(void **state)
{
	(void)state;
	assert_true(hash_bytes(STR("")) == UINT64_C(0x2d06800538d394c2));
	assert_true(hash_bytes((struct str){ 0 }) == UINT64_C(0x2d06800538d394c2));
	assert_true(hash_bytes(STR("abc")) == UINT64_C(0x78af5f94892f3950));
	assert_true(hash_bytes(STR("a\0b")) != hash_bytes(STR("a\0c")));
}

static void
test_hex(void **state)
{
	char out[17];

	(void)state;
	hash_hex(UINT64_C(0x0123456789abcdef), out);
	assert_string_equal(out, "0123456789abcdef");
	hash_hex(0, out);
	assert_string_equal(out, "0000000000000000");
	hash_hex(UINT64_MAX, out);
	assert_string_equal(out, "ffffffffffffffff");
}

static void
test_letters(void **state)
{
	char out[9];

	(void)state;
	hash_letters(0, 3, out);
	assert_string_equal(out, "000");
	hash_letters(35 + 36 * 10, 3, out);
	assert_string_equal(out, "za0");
	hash_letters(UINT64_MAX, 8, out);
	assert_int_equal(strlen(out), 8);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_known_values),
		cmocka_unit_test(test_hex),
		cmocka_unit_test(test_letters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
