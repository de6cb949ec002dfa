/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include "read/cursor.h"

static void
stands(const struct cursor *c, size_t byte, size_t chars, size_t line, size_t line_at)
{
	assert_int_equal(c->byte, byte);
	assert_int_equal(c->chars, chars);
	assert_int_equal(c->line, line);
	assert_int_equal(c->line_at, line_at);
}

static void
test_forth_and_back(void **state)
{
	struct cursor c = { .text = STR("a\xc3\xa5\n\n\xe2\x82\xacx") };

	(void)state;
	assert_int_equal(cursor_to_character(&c, 2), 3);
	stands(&c, 3, 2, 0, 0);
	assert_int_equal(cursor_to_character(&c, 5), 8);
	stands(&c, 8, 5, 2, 5);
	assert_int_equal(cursor_to_character(&c, 99), 9);
	stands(&c, 9, 6, 2, 5);
	assert_int_equal(cursor_to_character(&c, 3), 4);
	stands(&c, 4, 3, 1, 4);
	assert_int_equal(cursor_to_character(&c, 0), 0);
	stands(&c, 0, 0, 0, 0);
}

static void
test_bytes(void **state)
{
	struct cursor c = { .text = STR("a\xc3\xa5\nb") };

	(void)state;
	cursor_to_byte(&c, 4);
	stands(&c, 4, 3, 1, 4);
	cursor_to_byte(&c, 1);
	stands(&c, 1, 1, 0, 0);
	cursor_to_byte(&c, 2); /* inside of a character */
	assert_int_equal(c.byte, 2);
	assert_int_equal(c.line, 0);
	cursor_to_byte(&c, 99);
	stands(&c, 5, 4, 1, 4);
}

static void
test_nothing(void **state)
{
	struct cursor c = { .text = STR_EMPTY };

	(void)state;
	assert_int_equal(cursor_to_character(&c, 1), 0);
	cursor_to_byte(&c, 1);
	stands(&c, 0, 0, 0, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_forth_and_back),
		cmocka_unit_test(test_bytes),
		cmocka_unit_test(test_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
