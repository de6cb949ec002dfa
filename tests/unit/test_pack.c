/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include "base/pack.h"

static void
everything_comes_back(void **state)
{
	static const uint64_t numbers[] = { 0, 1, 127, 128, 300, UINT32_MAX, UINT64_MAX };
	struct buf b = BUF_INIT;
	struct pack_reader r;

	(void)state;
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		pack_number(&b, numbers[i]);
		pack_fixed(&b, numbers[i]);
	}
	pack_text(&b, STR("blåbær"));
	pack_text(&b, STR_EMPTY);
	r = pack_reader(buf_view(&b));
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		assert_true(pack_take_number(&r) == numbers[i]);
		assert_true(pack_take_fixed(&r) == numbers[i]);
	}
	assert_true(str_is(pack_take_text(&r), "blåbær"));
	assert_int_equal(pack_take_text(&r).n, 0);
	assert_false(r.wrong);
	assert_ptr_equal(r.p, r.end);
	buf_free(&b);
}

/* Each prefix of a text, and a length that lies. */
static void
what_is_cut_off_is_noticed(void **state)
{
	struct buf b = BUF_INIT;
	struct pack_reader r;

	(void)state;
	pack_text(&b, STR("four"));
	for (size_t n = 0; n < b.n; n++) {
		r = pack_reader(str_sub(buf_view(&b), 0, n));
		assert_int_equal(pack_take_text(&r).n, 0);
		assert_true(r.wrong);
	}
	b.p[0] = 100;
	r = pack_reader(buf_view(&b));
	pack_take_text(&r);
	assert_true(r.wrong);
	assert_int_equal(pack_take_number(&r), 0);
	buf_free(&b);
}

static void
a_number_without_end_is_none(void **state)
{
	struct str endless = STR("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff");
	struct pack_reader r = pack_reader(endless);

	(void)state;
	assert_int_equal(pack_take_number(&r), 0);
	assert_true(r.wrong);
}

static void
no_more_things_than_bytes(void **state)
{
	struct buf b = BUF_INIT;
	struct pack_reader r;

	(void)state;
	pack_number(&b, 3);
	buf_cstr(&b, "abc");
	r = pack_reader(buf_view(&b));
	assert_int_equal(pack_take_count(&r), 3);
	r = pack_reader(str_sub(buf_view(&b), 0, 3));
	assert_int_equal(pack_take_count(&r), 0);
	assert_true(r.wrong);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(everything_comes_back),
		cmocka_unit_test(what_is_cut_off_is_noticed),
		cmocka_unit_test(a_number_without_end_is_none),
		cmocka_unit_test(no_more_things_than_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
