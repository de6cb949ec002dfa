/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "results/results.h"

#include "slips.h"

static struct results r;

static int
setup(void **state)
{
	struct arena a = ARENA_INIT;
	struct buf why = BUF_INIT;

	(void)state;
	results_begin(&r, 5000);
	assert_int_equal(results_key(&r, slips_file(&a), &why), 0);
	arena_free(&a);
	buf_free(&why);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	results_end(&r);
	return 0;
}

static size_t
add(const char *text)
{
	return results_add(&r, STR("codes.txt"), str_of(text));
}

/* The name on the one line of ${text}. */
static void
named(const char *text, const char *name)
{
	size_t n = r.lines.n;

	assert_int_equal(add(text), 1);
	if (!str_is(r.lines.v[n].name, name))
		fail_msg("not \"%s\" but \"%.*s\" in: %s", name, STR_ARG(r.lines.v[n].name), text);
}

static void
test_no_codes(void **state)
{
	(void)state;
	assert_int_equal(add(""), 0);
	assert_int_equal(add("Name;Code\n\n\n"), 0);
	assert_int_equal(results_flagged(&r), 0);
}

static void
test_names(void **state)
{
	(void)state;
	named("Kari Nordmann; PENSUM " SLIPS_FULL, "Kari Nordmann");
	named("  Kari   Nordmann  ;PENSUM " SLIPS_FULL, "Kari Nordmann");
	named("\"Nordmann, Kari\",\"PENSUM " SLIPS_FULL "\"", "Nordmann");
	named("25.11.2026 10:00;Kārlis Bērziņš;12;" SLIPS_FULL, "Kārlis Bērziņš");
	named("PENSUM " SLIPS_FULL ";Ола", "Ола");
	named("PENSUM " SLIPS_FULL, "");
	named("Here is my code: PENSUM " SLIPS_FULL " thanks, Kari", "");
	named("Ola;x\nPENSUM " SLIPS_FULL, "");
	named("K\x01"
	      "ar\xff"
	      "i\t" SLIPS_FULL,
	    "K ar\ufffdi");
	named("\xef\xbb\xbf"
	      "Kari;" SLIPS_FULL,
	    "\ufeffKari");
}

static void
test_lines(void **state)
{
	(void)state;
	assert_int_equal(add("Name;Code\nA;PENSUM " SLIPS_FULL "\n\nB;PENSUM 10YZKYGDZ01\nC;" SLIPS_HALF "\n"), 3);
	assert_int_equal(r.lines.v[0].line, 2);
	assert_int_equal(r.lines.v[1].line, 4);
	assert_int_equal(r.lines.v[2].line, 5);
	assert_int_equal(r.lines.v[1].slip.flags, SLIP_BROKEN);
	assert_true(results_counts(&r.lines.v[0]));
	assert_false(results_counts(&r.lines.v[1]));
	assert_int_equal(results_flagged(&r), 1);
	assert_true(str_is(r.lines.v[0].file, "codes.txt"));
}

static void
test_twice(void **state)
{
	(void)state;
	add("A;" SLIPS_FULL "\nB;" SLIPS_HALF "\nC; Pensum: 1oyzk ygdz0 1j0kh 1jr99 b41g1 fe6tr\n");
	add("D;" SLIPS_FULL);
	assert_int_equal(r.lines.v[1].slip.flags, 0);
	assert_int_equal(r.lines.v[2].slip.flags, SLIP_TWICE);
	assert_int_equal(r.lines.v[2].same, 0);
	assert_int_equal(r.lines.v[3].slip.flags, SLIP_TWICE);
	assert_int_equal(results_flagged(&r), 2);
}

static void
test_cut_counts(void **state)
{
	(void)state;
	add(SLIPS_CUT);
	assert_int_equal(r.lines.v[0].slip.flags, SLIP_CUT);
	assert_true(results_counts(&r.lines.v[0]));
}

/* One person in two spellings. */
static void
test_same_person(void **state)
{
	(void)state;
	add("KARI Ås;" SLIPS_FULL "\nkari  ås;" SLIPS_HALF);
	assert_true(str_eq(r.lines.v[0].who, r.lines.v[1].who));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_no_codes, setup, teardown),
		cmocka_unit_test_setup_teardown(test_names, setup, teardown),
		cmocka_unit_test_setup_teardown(test_lines, setup, teardown),
		cmocka_unit_test_setup_teardown(test_twice, setup, teardown),
		cmocka_unit_test_setup_teardown(test_cut_counts, setup, teardown),
		cmocka_unit_test_setup_teardown(test_same_person, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
