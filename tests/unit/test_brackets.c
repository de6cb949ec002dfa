/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <string.h>

#include "read/brackets.h"

static void
test_code(void **state)
{
	static const struct {
		const char *text;
		size_t end;
		bool closed;
	} rows[] = {
		{ "`a` b", 3, true },
		{ "``a`b`` c", 7, true },
		{ "`a", 1, false },
		{ "```a``", 3, false },
		{ "`", 1, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct ticks t = { { false } };
		bool closed;

		assert_int_equal(brackets_code(str_of(rows[i].text), 0, &t, &closed), rows[i].end);
		assert_int_equal(closed, rows[i].closed);
	}
}

/* What was not found once is not looked for again; a run of another length is. */
static void
test_code_is_searched_once(void **state)
{
	struct str s = STR("`a ``b``");
	struct ticks t = { { false } };
	bool closed;

	(void)state;
	assert_int_equal(brackets_code(s, 0, &t, &closed), 1);
	assert_true(t.unclosed[1]);
	assert_int_equal(brackets_code(s, 3, &t, &closed), 8);
	assert_true(closed);
}

static void
test_longest_run(void **state)
{
	char text[2 * (TICKS_LONGEST + 1) + 2];
	struct ticks t = { { false } };
	bool closed;

	(void)state;
	memset(text, '`', sizeof text - 1);
	text[TICKS_LONGEST + 1] = 'a';
	text[sizeof text - 1] = '\0';
	assert_int_equal(brackets_code(str_of(text), 0, &t, &closed), TICKS_LONGEST + 1);
	assert_false(closed);
}

static size_t
end_of(const char *text, size_t at)
{
	struct brackets b = { .s = str_of(text) };
	size_t end = brackets_end(&b, at);

	brackets_free(&b);
	return end;
}

static void
test_end(void **state)
{
	(void)state;
	assert_int_equal(end_of("[a]", 0), 3);
	assert_int_equal(end_of("[a [b] c] d", 0), 9);
	assert_int_equal(end_of("[a [b] c] d", 3), 6);
	assert_int_equal(end_of("[a", 0), 0);
	assert_int_equal(end_of("a]", 0), 0);
	assert_int_equal(end_of("[a \\] b]", 0), 8);
	assert_int_equal(end_of("[a `]` b]", 0), 9);
	assert_int_equal(end_of("\\[a]", 1), 0);
	assert_int_equal(end_of("", 0), 0);
}

static void
test_left_to_right(void **state)
{
	struct brackets b = { .s = STR("[a] [b [c]] [d") };

	(void)state;
	assert_int_equal(brackets_end(&b, 0), 3);
	assert_int_equal(brackets_end(&b, 4), 11);
	assert_int_equal(brackets_end(&b, 7), 10);
	assert_int_equal(brackets_end(&b, 12), 0);
	brackets_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_code),
		cmocka_unit_test(test_code_is_searched_once),
		cmocka_unit_test(test_longest_run),
		cmocka_unit_test(test_end),
		cmocka_unit_test(test_left_to_right),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
