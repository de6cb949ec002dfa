/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/minimum.h"

#include "testing.h"

static struct arena a;

static const struct {
	const char *list, *why;
} wrong[] = {
	{ "", "--min takes languages with per cent, lv=90,ru=80, not ``" },
	{ "lv", "--min takes languages with per cent, lv=90,ru=80, not `lv`" },
	{ "=90", "--min takes languages with per cent, lv=90,ru=80, not `=90`" },
	{ "lv=", "--min takes languages with per cent, lv=90,ru=80, not `lv=`" },
	{ "lv=101", "--min takes languages with per cent, lv=90,ru=80, not `lv=101`" },
	{ "lv=0090", "--min takes languages with per cent, lv=90,ru=80, not `lv=0090`" },
	{ "lv=90=1", "--min takes languages with per cent, lv=90,ru=80, not `lv=90=1`" },
	{ "lv=9 0", "--min takes languages with per cent, lv=90,ru=80, not `lv=9 0`" },
	{ "lv=90,", "--min takes languages with per cent, lv=90,ru=80, not ``" },
	{ "lv=90,ru", "--min takes languages with per cent, lv=90,ru=80, not `ru`" },
	{ "lv=90,lv=90", "--min says `lv` twice" },
};

static void
test_wrong(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct minimum m;
		struct buf why = BUF_INIT;

		assert_false(minimum_read(&m, &a, str_of(wrong[i].list), &why));
		buf_chr(&why, '\0');
		assert_string_equal(why.p, wrong[i].why);
		buf_free(&why);
	}
}

static void
test_read(void **state)
{
	struct minimum m;
	struct buf why = BUF_INIT;

	(void)state;
	assert_true(minimum_read(&m, &a, STR(" lv = 90 ,fa-AF=0,nb=100"), &why));
	assert_int_equal(m.n, 3);
	assert_int_equal(minimum_for(&m, STR("lv"))->percent, 90);
	assert_int_equal(minimum_for(&m, STR("fa-AF"))->percent, 0);
	assert_int_equal(minimum_for(&m, STR("nb"))->percent, 100);
	assert_null(minimum_for(&m, STR("ru")));
	assert_int_equal(why.n, 0);
}

/* 899 of 1000 words are 89 per cent: nothing is rounded up to what was asked for. */
static void
test_met(void **state)
{
	struct minimum_of of = { STR("lv"), 90 };
	struct minimum m = { &of, 1 };
	struct language lv = { .tag = STR("lv") }, ru = { .tag = STR("ru") };
	struct progress_course c = { .lang = &lv };

	(void)state;
	c.sum.of[PROGRESS_DONE] = (struct progress_count){ 1, 899 };
	c.sum.of[PROGRESS_OUTDATED] = (struct progress_count){ 1, 101 };
	assert_false(minimum_met(&m, &c));
	c.sum.of[PROGRESS_DONE].words++;
	c.sum.of[PROGRESS_OUTDATED].words--;
	assert_true(minimum_met(&m, &c));
	c.lang = &ru;
	c.sum.of[PROGRESS_DONE].words = 0;
	assert_true(minimum_met(&m, &c));
}

static void
test_check(void **state)
{
	struct minimum_of of = { STR("lv"), 90 };
	struct minimum m = { &of, 1 };
	struct language lv = { .tag = STR("lv") }, ru = { .tag = STR("ru") };
	struct progress_course c = { .lang = &ru };
	struct progress p = { &c, 1 };
	struct diags d = DIAGS_INIT;

	(void)state;
	assert_int_equal(minimum_check(&m, &p, &d), 1);
	assert_int_equal(d.all.n, 1);
	assert_int_equal(d.all.v[0].code, DIAG_I18N_WHAT);
	c.lang = &lv;
	assert_int_equal(minimum_check(&m, &p, &d), 0);
	assert_int_equal(d.all.n, 1);
	diags_free(&d);
}

static int
end(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_wrong),
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_met),
		cmocka_unit_test(test_check),
	};

	return cmocka_run_group_tests(tests, NULL, end);
}
