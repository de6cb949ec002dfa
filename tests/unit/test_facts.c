/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include "model/facts.h"

static void
each_once_a_page(void **state)
{
	struct facts f = { 0 };
	struct str in;

	(void)state;
	facts_begin(&f);
	facts_note(&f, FACT_FILE, STR("content/a.md"));
	facts_note(&f, FACT_FILE, STR("content/a.md"));
	facts_note(&f, FACT_PATH, STR("content/a.md"));
	facts_note_in(&f, FACT_FACE, STR("content/a.md"), STR("nb"));
	assert_int_equal(f.list.n, 3);
	assert_int_equal(facts_kind(facts_subject(&f, f.list.v[1])), FACT_PATH);
	assert_true(str_is(facts_about(facts_subject(&f, f.list.v[2]), &in), "content/a.md"));
	assert_true(str_is(in, "nb"));
	assert_true(str_is(facts_about(facts_subject(&f, f.list.v[0]), &in), "content/a.md"));
	assert_int_equal(in.n, 0);
	facts_begin(&f);
	assert_int_equal(f.list.n, 0);
	facts_note(&f, FACT_PATH, STR("content/a.md"));
	assert_int_equal(f.list.n, 1);
	assert_int_equal(f.list.v[0], 1); /* the number stays */
	facts_free(&f);
}

/* What a kept part rests on is behind the mark, though the page has met it in front of it; and it can be noted on the next page. */
static void
a_part_that_is_kept(void **state)
{
	struct facts f = { 0 };
	size_t from;
	uint32_t kept[2];

	(void)state;
	facts_begin(&f);
	facts_note(&f, FACT_TEMPLATE, STR("page.html"));
	from = facts_mark(&f);
	facts_note(&f, FACT_TEMPLATE, STR("page.html"));
	facts_note(&f, FACT_TEMPLATE, STR("nav.html"));
	assert_int_equal(f.list.n - from, 2);
	kept[0] = f.list.v[from];
	kept[1] = f.list.v[from + 1];
	facts_begin(&f);
	facts_again(&f, kept, 2);
	facts_again(&f, kept, 2);
	assert_int_equal(f.list.n, 2);
	facts_free(&f);
}

static void
nobody_asks(void **state)
{
	(void)state;
	facts_note(NULL, FACT_LUA, STR_EMPTY);
	facts_note_in(NULL, FACT_ID, STR("x"), STR("y"));
	facts_again(NULL, NULL, 0);
	assert_int_equal(facts_mark(NULL), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_once_a_page),
		cmocka_unit_test(a_part_that_is_kept),
		cmocka_unit_test(nobody_asks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
