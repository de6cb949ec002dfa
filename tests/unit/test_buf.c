/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <string.h>

#include "base/buf.h"

static void
test_append(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	assert_int_equal(buf_view(&b).n, 0);
	assert_non_null(buf_view(&b).p);
	buf_put(&b, NULL, 0);
	buf_str(&b, (struct str){ 0 });
	buf_str(&b, STR("ab"));
	buf_cstr(&b, "cd");
	buf_chr(&b, 'e');
	BUF_LIT(&b, "\0g");
	buf_fmt(&b, "%d", 42);
	assert_int_equal(b.n, 9);
	assert_memory_equal(b.p, "abcde\0g42", 9);
	buf_free(&b);
	assert_null(b.p);
	assert_int_equal(b.cap, 0);
	buf_free(&b);
}

static void
test_grows(void **state)
{
	struct buf b = BUF_INIT;
	static char big[100000];

	(void)state;
	for (int i = 0; i < 5000; i++)
		buf_chr(&b, (char)('a' + i % 26));
	memset(big, '!', sizeof big);
	buf_put(&b, big, sizeof big);
	assert_int_equal(b.n, 105000);
	for (int i = 0; i < 5000; i++)
		assert_int_equal(b.p[i], 'a' + i % 26);
	assert_memory_equal(b.p + 5000, big, sizeof big);
	buf_free(&b);
}

static void
test_fmt_of_any_length(void **state)
{
	char wanted[700];

	(void)state;
	for (size_t n = 0; n < sizeof wanted; n++) {
		struct buf b = BUF_INIT;

		memset(wanted, 'w', sizeof wanted);
		wanted[n] = '\0';
		buf_fmt(&b, "<%s", wanted);
		assert_int_equal(b.n, n + 1);
		assert_memory_equal(b.p + 1, wanted, n);
		buf_free(&b);
	}
}

static void
test_reset_keeps_room(void **state)
{
	struct buf b = BUF_INIT;
	char *p;

	(void)state;
	buf_cstr(&b, "something");
	p = b.p;
	buf_reset(&b);
	assert_int_equal(buf_view(&b).n, 0);
	buf_cstr(&b, "else");
	assert_ptr_equal(b.p, p);
	assert_true(str_is(buf_view(&b), "else"));
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_append),
		cmocka_unit_test(test_grows),
		cmocka_unit_test(test_fmt_of_any_length),
		cmocka_unit_test(test_reset_keeps_room),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
