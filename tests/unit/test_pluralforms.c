/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/pluralforms.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "testing.h"

static const struct {
	const char *field, *why;
} broken[] = {
	{ "", "`nplurals=` with a number is missing" },
	{ "nplurals=INTEGER; plural=EXPRESSION;", "`nplurals=` with a number is missing" },
	{ "nplurals=; plural=0;", "`nplurals=` with a number is missing" },
	{ "nplurals=0; plural=0;", "`nplurals` is no number of forms that a language has" },
	{ "nplurals=21; plural=0;", "`nplurals` is no number of forms that a language has" },
	{ "nplurals=99999999999999999999; plural=0;", "a number is too large" },
	{ "nplurals=2;", "`plural=` is missing" },
	{ "nplurals=2; plural n;", "`plural=` is missing" },
	{ "nplurals=2; plural=;", "`n`, a number or a bracket is missing" },
	{ "nplurals=2; plural=EXPRESSION;", "`n`, a number or a bracket is missing" },
	{ "nplurals=2; plural=n =! 1;", "something is left over behind the expression" },
	{ "nplurals=2; plural=n != 1; x", "something is left over behind the expression" },
	{ "nplurals=2; plural=(n != 1;", "a bracket is not closed" },
	{ "nplurals=2; plural=n != 1);", "something is left over behind the expression" },
	{ "nplurals=2; plural=n ? 1;", "`:` is missing behind `?`" },
	{ "nplurals=2; plural=n ? : 1;", "`n`, a number or a bracket is missing" },
	{ "nplurals=2; plural=n != ;", "`n`, a number or a bracket is missing" },
	{ "nplurals=2; plural=n & 1;", "something is left over behind the expression" },
	{ "nplurals=2; plural=-1;", "`n`, a number or a bracket is missing" },
	{ "nplurals=2; plural=n > 9999999999;", "a number is too large" },
	{ "nplurals=2; plural=system(0);", "`n`, a number or a bracket is missing" },
};

static void
test_broken(void **state)
{
	struct pluralforms f;
	const char *why;

	(void)state;
	for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
		assert_false(pluralforms_read(&f, str_of(broken[i].field), &why));
		assert_string_equal(why, broken[i].why);
	}
}

/* ${n} times ${part} behind the beginning of a field. */
static char *
repeated(const char *part, size_t n, const char *end)
{
	static const char begin[] = "nplurals=2; plural=";
	char *s = calloc(1, sizeof begin + n * strlen(part) + strlen(end)), *p = s;

	assert_non_null(s);
	p = stpcpy(p, begin);
	for (size_t i = 0; i < n; i++)
		p = stpcpy(p, part);
	stpcpy(p, end);
	return s;
}

static const struct {
	const char *part;
	size_t n;
	const char *end, *why;
} hostile[] = {
	{ "(", 61, "n", "the expression is too deep" },
	{ "(", 1900, "n", "the expression is too deep" },
	{ "!", 61, "n", "the expression is too deep" },
	{ "n?n:", 61, "n", "the expression is too deep" },
	{ "n?", 61, "n", "the expression is too deep" },
	{ "n+", 200, "n", "the expression is too long" },
	{ "(", 100000, "n", "it is too long" },
	{ "n+", 198, "n", NULL },
	{ "!", 60, "n", NULL },
};

static void
test_hostile(void **state)
{
	struct pluralforms f;
	uint64_t index;
	const char *why;

	(void)state;
	for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
		char *s = repeated(hostile[i].part, hostile[i].n, hostile[i].end);

		assert_int_equal(pluralforms_read(&f, str_of(s), &why), hostile[i].why == NULL);
		if (hostile[i].why)
			assert_string_equal(why, hostile[i].why);
		else
			assert_true(pluralforms_of(&f, UINT64_MAX, &index));
		free(s);
	}
}

/* As a C compiler has it: what binds more, and from which side. */
static const struct {
	const char *expression;
	uint64_t n, want;
} values[] = {
	{ "n", 7, 7 },
	{ "0", 7, 0 },
	{ "n != 1", 1, 0 },
	{ "n!=1", 0, 1 },
	{ "!n", 0, 1 },
	{ "!!n", 7, 1 },
	{ "!n == 1", 0, 1 },
	{ "1 + 2 * 3", 0, 7 },
	{ "(1 + 2) * 3", 0, 9 },
	{ "20 - 5 - 3", 0, 12 },
	{ "100 / 10 / 5", 0, 2 },
	{ "n % 100 % 7", 1234, 6 },
	{ "1 < 2 == 1", 0, 1 },
	{ "3 > 2 > 1", 0, 0 },
	{ "1 || 0 && 0", 0, 1 },
	{ "n <= 4", 4, 1 },
	{ "n < 4", 4, 0 },
	{ "n >= 4", 4, 1 },
	{ "n > 4", 4, 0 },
	{ "0 ? 1 : 0 ? 2 : 3", 0, 3 },
	{ "1 ? 0 ? 1 : 2 : 3", 0, 2 },
	{ "n == 1 ? 0 : n", 5, 5 },
	{ "n - 1", 0, UINT64_MAX },
	{ "n * n", UINT64_MAX, 1 },
	{ "n && 1 / n", 0, 0 },
	{ "!n || 1 % n", 0, 1 },
	{ " n % 10 == 1  &&\tn % 100 != 11 ", 21, 1 },
};

static void
test_values(void **state)
{
	struct pluralforms f;
	uint64_t index;
	char field[200];
	const char *why;

	(void)state;
	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		snprintf(field, sizeof field, "nplurals=2; plural=%s;", values[i].expression);
		assert_true(pluralforms_read(&f, str_of(field), &why));
		assert_int_equal(f.count, 2);
		assert_true(pluralforms_of(&f, values[i].n, &index));
		assert_int_equal(index, values[i].want);
	}
}

static void
test_zero(void **state)
{
	struct pluralforms f;
	uint64_t index;
	const char *why;

	(void)state;
	assert_true(pluralforms_read(&f, STR("nplurals = 2 ; plural = 6 / n"), &why));
	assert_false(pluralforms_of(&f, 0, &index));
	assert_true(pluralforms_of(&f, 3, &index));
	assert_int_equal(index, 2);
	assert_true(pluralforms_read(&f, STR("nplurals=2; plural=1 % (n - n)"), &why));
	assert_false(pluralforms_of(&f, 1, &index));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_broken),
		cmocka_unit_test(test_hostile),
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_zero),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
