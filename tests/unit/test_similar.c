/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/similar.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "testing.h"

static const struct {
	const char *a, *b;
	int least, most;
} rows[] = {
	{ "You must not confront the employer", "You must confront the employer", 800, 999 },
	{ "Call the police at 112 now", "Call the police at 113 now", 800, 999 },
	{ "same words here again and again", "same words here again and again", 1000, 1000 },
	{ "alpha beta gamma delta epsilon", "one two three four five", 0, 0 },
	{ "Close", "Closed", 800, 999 },
	{ "Yes", "No", 0, 100 },
	{ "", "a", 0, 0 },
	{ "", "", 0, 0 },
	{ "a", "a b c d e f g h i j", 0, 0 },
	{ "   ", "   ", 0, 1000 },
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int n = similar_texts(str_of(rows[i].a), str_of(rows[i].b));

		if (n < rows[i].least || n > rows[i].most || n != similar_texts(str_of(rows[i].b), str_of(rows[i].a)))
			fail_msg("`%s` `%s`: %d", rows[i].a, rows[i].b, n);
	}
}

/* What is compared of very long texts is bounded: a quadratic comparison of megabytes would not end. */
static void
test_long(void **state)
{
	size_t n = 1 << 22;
	char *bytes = mem_alloc(n);

	(void)state;
	for (size_t i = 0; i < n; i++)
		bytes[i] = i % 3 == 2 ? ' ' : (char)('a' + i % 23);
	assert_int_equal(similar_texts((struct str){ bytes, n }, (struct str){ bytes, n }), 1000);
	memset(bytes, 'x', n);
	assert_int_equal(similar_texts((struct str){ bytes, n }, (struct str){ bytes, n }), 1000);
	free(bytes);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows), cmocka_unit_test(test_long) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
