/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include "base/told.h"

static void
tell_two(struct diags *d)
{
	struct source src = { STR("content/a.md"), STR("one\ntwo [link](x)\n") };

	diag_note(
	    d, diag_add(d, DIAG_LINK_BROKEN, &src, (struct span){ 2, 5, 9 }, "`%s`", "x"), "did you mean `%s`?", "y");
	diag_add(d, DIAG_QUESTION_FEEDBACK, NULL, (struct span){ 0 }, "%s", "");
}

static void
all_of_it_again(void **state)
{
	struct diags d = DIAGS_INIT, again = DIAGS_INIT;
	struct buf b = BUF_INIT;
	const struct diag *g;

	(void)state;
	diag_add(&d, DIAG_IO, NULL, (struct span){ 0 }, "in front of what is packed");
	tell_two(&d);
	told_pack(&b, &d, 1);
	assert_true(told_again(&again, buf_view(&b)));
	assert_int_equal(again.all.n, 2);
	g = &again.all.v[0];
	assert_int_equal(g->code, DIAG_LINK_BROKEN);
	assert_int_equal(g->level, DIAG_ERROR);
	assert_true(str_is(g->file, "content/a.md"));
	assert_int_equal(g->at.line, 2);
	assert_int_equal(g->column, d.all.v[1].column);
	assert_int_equal(g->length, d.all.v[1].length);
	assert_true(str_is(g->line, "two [link](x)"));
	assert_true(str_is(g->detail, "`x`"));
	assert_int_equal(g->nnotes, 1);
	assert_true(str_is(g->notes[0], "did you mean `y`?"));
	assert_int_equal(again.all.v[1].level, DIAG_WARNING);
	buf_free(&b);
	diags_free(&d);
	diags_free(&again);
}

/* A build with --strict tells again what one without it was told. */
static void
as_strict_as_now(void **state)
{
	struct diags d = DIAGS_INIT, strict = { .strict = true };
	struct buf b = BUF_INIT;

	(void)state;
	tell_two(&d);
	told_pack(&b, &d, 0);
	assert_true(told_again(&strict, buf_view(&b)));
	assert_int_equal(strict.all.v[1].level, DIAG_ERROR);
	buf_free(&b);
	diags_free(&d);
	diags_free(&strict);
}

/* Cut off anywhere, or with a code that there is none of: nothing is told. */
static void
nothing_of_what_is_broken(void **state)
{
	struct diags d = DIAGS_INIT, again = DIAGS_INIT;
	struct buf b = BUF_INIT;

	(void)state;
	tell_two(&d);
	told_pack(&b, &d, 0);
	for (size_t n = 0; n < b.n; n++) {
		assert_false(told_again(&again, str_sub(buf_view(&b), 0, n)));
		assert_int_equal(again.all.n, 0);
	}
	b.p[3] = '?';
	assert_false(told_again(&again, buf_view(&b)));
	assert_int_equal(again.all.n, 0);
	buf_free(&b);
	diags_free(&d);
	diags_free(&again);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_of_it_again),
		cmocka_unit_test(as_strict_as_now),
		cmocka_unit_test(nothing_of_what_is_broken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
