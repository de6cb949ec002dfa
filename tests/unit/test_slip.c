/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/slip.h"

#include "slips.h"

static struct arena arena;
static struct exacts numbers;
static struct keyfiles keys;

static int
setup(void **state)
{
	struct buf why = BUF_INIT;

	(void)state;
	keys = (struct keyfiles){ .arena = &arena };
	assert_int_equal(keyfile_read(&keys, slips_file(&arena), &why), 0);
	buf_free(&why);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	keyfile_free(&keys);
	exact_end(&numbers);
	numbers = (struct exacts)EXACTS_INIT;
	arena_free(&arena);
	return 0;
}

static struct slip
read_on(const char *text, int today)
{
	struct slipletters c;
	struct slip s;
	size_t at = 0;

	assert_true(slipletters_next(str_of(text), &at, &c));
	slip_read(&arena, &numbers, &keys, &c, today, &s);
	return s;
}

static struct slip
read(const char *text)
{
	return read_on(text, 5000);
}

static void
is(const struct exact *x, const char *text)
{
	struct buf b = BUF_INIT;

	assert_non_null(x);
	exact_write(&b, x);
	buf_chr(&b, '\0');
	assert_string_equal(b.p, text);
	buf_free(&b);
}

static void
test_flags(void **state)
{
	(void)state;
	assert_int_equal(read("PENSUM 10YZKYGDZ01J0KH1JR99B41G1FE6TQ").flags, SLIP_BROKEN);
	assert_int_equal(read(SLIPS_UNKNOWN).flags, SLIP_UNKNOWN);
	assert_int_equal(read(SLIPS_MISFIT).flags, SLIP_MISFIT);
	assert_int_equal(read(SLIPS_SHORT).flags, SLIP_MISFIT);
	assert_int_equal(read(SLIPS_LONG).flags, SLIP_MISFIT);
	assert_int_equal(read(SLIPS_FOURTH).flags, SLIP_MISFIT);
	assert_int_equal(read(SLIPS_UNDRAWN).flags, SLIP_MISFIT);
	assert_int_equal(read(SLIPS_CLAIMED).flags, SLIP_SCORE);
	assert_int_equal(read(SLIPS_SILENT).flags, SLIP_SCORE);
	assert_int_equal(read(SLIPS_THIRD).flags, SLIP_ATTEMPT);
	assert_int_equal(read(SLIPS_FUTURE).flags, SLIP_DATE);
	assert_int_equal(read(SLIPS_CUT).flags, SLIP_CUT);
	assert_int_equal(read(SLIPS_FULL).flags, 0);
}

static void
test_nothing_is_scored_that_does_not_fit(void **state)
{
	struct slip s = read(SLIPS_MISFIT);

	(void)state;
	assert_null(s.answers);
	assert_null(s.share);
	assert_non_null(s.paper);
	s = read("PENSUM 10YZKYGDZ01J0KH1JR99B41G1FE6TQ");
	assert_null(s.paper);
	assert_non_null(s.fault);
	s = read(SLIPS_UNKNOWN);
	assert_null(s.answers);
	assert_int_equal(s.mark, 1);
	assert_string_equal(s.date, "2026-04-11");
}

static void
test_full_marks(void **state)
{
	struct slip s = read(SLIPS_FULL);

	(void)state;
	is(s.earned, "4");
	is(s.max, "4");
	assert_true(s.has_pass && s.passed);
	assert_int_equal(s.attempt, 1);
	assert_int_equal(s.claim, 10000);
	assert_true(jsonread_is(s.answers[0].response, "a"));
	assert_true(s.answers[2].full && s.answers[2].answered);
	assert_null(s.answers[3].result); /* a reflection has no score, and nothing of it is in the code */
	assert_true(s.answers[3].answered);
	assert_int_equal(s.answers[3].response->kind, JSON_NULL);
}

static void
test_half(void **state)
{
	struct slip s = read(SLIPS_HALF);

	(void)state;
	is(s.share, "1/2");
	is(s.answers[1].result, "1/2");
	assert_false(s.passed);
	assert_false(s.answers[3].answered);
}

static void
test_tries_and_hints_cost(void **state)
{
	struct slip s = read(SLIPS_TRIES);

	(void)state;
	is(s.answers[1].result, "13/20"); /* 1 - 1/4 - 1/10 */
	assert_true(s.answers[1].full);
	is(s.earned, "33/10");
	assert_int_equal(s.attempt, 2);
	assert_int_equal(s.flags, 0);
}

static void
test_date(void **state)
{
	(void)state;
	assert_int_equal(slip_day(2026, 1, 1), 0);
	assert_int_equal(slip_day(2026, 4, 11), 100);
	assert_int_equal(slip_day(2028, 2, 29), 789);
	assert_int_equal(slip_day(2025, 12, 31), -1);
	assert_int_equal(read_on(SLIPS_FULL, 98).flags, SLIP_DATE);
	assert_int_equal(read_on(SLIPS_FULL, 99).flags, 0); /* tomorrow it is already, somewhere */
}

static void
test_names(void **state)
{
	(void)state;
	for (unsigned i = 0; i < SLIP_FLAGS; i++)
		for (unsigned k = 0; k < i; k++)
			assert_string_not_equal(
			    slip_flag_name((enum slip_flag)(1u << i)), slip_flag_name((enum slip_flag)(1u << k)));
	assert_string_equal(slip_flag_name(SLIP_BROKEN), "broken");
	assert_string_equal(slip_flag_name(SLIP_TWICE), "twice");
	assert_true(slip_flag_sentence(SLIP_CUT)[0] != '\0');
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_flags, setup, teardown),
		cmocka_unit_test_setup_teardown(test_nothing_is_scored_that_does_not_fit, setup, teardown),
		cmocka_unit_test_setup_teardown(test_full_marks, setup, teardown),
		cmocka_unit_test_setup_teardown(test_half, setup, teardown),
		cmocka_unit_test_setup_teardown(test_tries_and_hints_cost, setup, teardown),
		cmocka_unit_test_setup_teardown(test_date, setup, teardown),
		cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
