/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/written.h"

#include "base/buf.h"
#include "told.h"

static struct arena arena;

static int
teardown(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

static void
test_not_numbers(void **state)
{
	static const char *const texts[] = { "", "-", "+1", "1.", ".", "-.", "1,5", " 1", "1 ", "1 000", "0x10", "1e",
		"1e+", "e5", "1.5.2", "--1", "NaN", "Infinity", "1e5.0", "١", "1e1e1", "1-", "1\n" };

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct written w;
		const char *why = written_read(&arena, str_of(texts[i]), &w);

		if (why == NULL)
			fail_msg("`%s` is a number", texts[i]);
		assert_non_null(strstr(why, "is no number"));
	}
}

static void
test_too_long(void **state)
{
	static const char *const texts[] = { "1e999", "1e99999999999999999999", "1e-1000", "1e-99999999999999999999" };
	struct buf b = BUF_INIT;
	struct written w;

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_non_null(strstr(written_read(&arena, str_of(texts[i]), &w), "too many digits"));
	for (int i = 0; i < WRITTEN_MAX + 1; i++)
		buf_chr(&b, '7');
	assert_non_null(written_read(&arena, buf_view(&b), &w));
	b.n--;
	assert_null(written_read(&arena, buf_view(&b), &w));
	buf_reset(&b);
	buf_cstr(&b, "0.");
	for (int i = 0; i < WRITTEN_MAX; i++)
		buf_chr(&b, '0');
	assert_null(written_read(&arena, buf_view(&b), &w));
	buf_chr(&b, '1');
	assert_non_null(written_read(&arena, buf_view(&b), &w));
	buf_reset(&b);
	for (int i = 0; i < 1000000; i++)
		buf_chr(&b, '0');
	assert_null(written_read(&arena, buf_view(&b), &w));
	is_text(w.whole, "0");
	buf_free(&b);
}

static void
test_numbers(void **state)
{
	static const struct {
		const char *text, *is;
	} rows[] = { { "0", "0" }, { "-0", "-0" }, { "1", "1" }, { "1.0", "1.0" }, { "-12.50", "-12.50" },
		{ "007", "7" }, { ".5", "0.5" }, { "-.50", "-0.50" }, { "1e3", "1000" }, { "1E+3", "1000" },
		{ "1.25e1", "12.5" }, { "1.5e-3", "0.0015" }, { "125e-2", "1.25" }, { "1e-0", "1" },
		{ "0e999999999", "0" }, { "0.0e5", "0.0" }, { "100e-2", "1.00" }, { "1e998", NULL } };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct written w;

		assert_null(written_read(&arena, str_of(rows[i].text), &w));
		if (rows[i].is != NULL)
			is_text(written_text(&arena, &w), rows[i].is);
		else
			assert_int_equal(w.whole.n, WRITTEN_MAX);
	}
}

static void
test_shift(void **state)
{
	static const struct {
		const char *text, *is;
		int by;
	} rows[] = { { "0.25", "25", 2 }, { "0.5", "50", 2 }, { "0.256", "25.6", 2 }, { "12", "1200", 2 },
		{ "0", "0", 2 }, { "0.001", "0.1", 2 }, { "12", "0.12", -2 }, { "12", "0.0012", -4 },
		{ "12.5", "12.5", 0 } };
	struct written w;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_null(written_read(&arena, str_of(rows[i].text), &w));
		assert_true(written_shift(&arena, &w, rows[i].by));
		is_text(written_text(&arena, &w), rows[i].is);
	}
	assert_null(written_read(&arena, STR("1"), &w));
	assert_false(written_shift(&arena, &w, WRITTEN_MAX));
	assert_false(written_shift(&arena, &w, -WRITTEN_MAX - 1));
	is_text(written_text(&arena, &w), "1");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_not_numbers, teardown),
		cmocka_unit_test_teardown(test_too_long, teardown),
		cmocka_unit_test_teardown(test_numbers, teardown),
		cmocka_unit_test_teardown(test_shift, teardown),
	};

	return cmocka_run_group_tests(tests, 0, 0);
}
