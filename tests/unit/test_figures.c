/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/figures.h"

#include "asked.h"

static bool
read(const char *text, const struct nearness *n, struct accepted *a)
{
	struct source src = asked_source("");
	struct question_context ctx = { .src = &src, .ids_told = &asked_ids_told };
	struct asking as = { &asked_arena, &ctx, &asked_diags, NULL };

	*a = (struct accepted){ 0 };
	return figures_read(&as, str_of(text), (struct span){ 1, 1, 0 }, n, a);
}

static struct str
shown(const struct accepted *a)
{
	struct buf b = BUF_INIT;
	struct str s;

	if (a->any)
		return STR("any");
	if (a->has_value)
		ratio_write(&b, a->value);
	if (a->has_low) {
		buf_cstr(&b, a->open_low ? " (" : " [");
		ratio_write(&b, a->low);
		buf_cstr(&b, ", ");
		ratio_write(&b, a->high);
		buf_cstr(&b, a->open_high ? ")" : "]");
	}
	s = arena_str(&asked_arena, buf_view(&b));
	buf_free(&b);
	return s;
}

static void
test_values(void **state)
{
	static const struct {
		const char *text, *shown;
	} rows[] = {
		{ "65", "65" },
		{ " -0.50 ", "-1/2" },
		{ "\u22122", "-2" },
		{ "1/3", "1/3" },
		{ "any", "any" },
		{ "[5, 7)", " [5, 7)" },
		{ "(0;1/2]", " (0, 1/2]" },
		{ "[ -2 , -1 ]", " [-2, -1]" },
		{ "[5,5]", " [5, 5]" },
	};
	struct accepted a;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_true(read(rows[i].text, &figures_exactly, &a));
		is_text(shown(&a), rows[i].shown);
		assert_int_equal(a.decimals, -1);
	}
	told_nothing(&asked_diags);
}

static void
test_refused(void **state)
{
	static const char *const refused[] = { "", "x", "1,5", "1 000", "5%", "[5, 7", "5, 7]", "[5]", "[,]", "[1,2,3]",
		"[7, 5]", "(5, 5]", "[a, b]", "1e400", "99999999999999999999", "any thing", "--5", "[" };
	struct accepted a;

	(void)state;
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		assert_false(read(refused[i], &figures_exactly, &a));
		assert_int_equal(asked_diags.all.n, i + 1);
	}
}

static void
test_nearness(void **state)
{
	struct nearness n = {
		.tolerant = true, .below = RATIO(1, 10), .above = RATIO(1, 5), .decimals = -1, .sigfigs = -1
	};
	struct accepted a;

	(void)state;
	assert_true(read("5", &n, &a));
	is_text(shown(&a), "5 [49/10, 26/5]");
	n.percent = true;
	assert_true(read("-20", &n, &a));
	is_text(shown(&a), "-20 [-22, -16]");
	assert_true(read("0", &n, &a));
	is_text(shown(&a), "0 [0, 0]");
	assert_true(read("[1, 2]", &n, &a));
	is_text(shown(&a), " [1, 2]");
	assert_false(read("-9223372036854775808", &n, &a));
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, asked_begin, asked_end)
	const struct CMUnitTest tests[] = {
		TEST(test_values),
		TEST(test_refused),
		TEST(test_nearness),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
