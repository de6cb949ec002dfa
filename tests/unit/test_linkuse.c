/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include "model/linkuse.h"

static const struct link_use uses[] = {
	{ { "../a.md#b", 9 }, { 3, 7, 12 }, false },
	{ { "", 0 }, { 4, 1, 1 }, false },
	{ { "media/map.svg", 13 }, { 1000000, 1, 30 }, true },
};
enum { N = sizeof uses / sizeof *uses };

static void
pack_all(struct buf *b)
{
	for (size_t i = 0; i < N; i++)
		linkuse_pack(b, &uses[i]);
}

static void
test_cut(void **state)
{
	struct buf b = BUF_INIT;
	size_t n;

	(void)state;
	pack_all(&b);
	for (size_t end = 0; end < b.n; end++) {
		struct pack_reader r = pack_reader(str_sub(buf_view(&b), 0, end));
		struct link_use use;

		for (n = 0; linkuse_take(&r, &use); n++)
			assert_true(str_eq(use.url, uses[n].url));
		assert_true(n < N);
	}
	buf_free(&b);
}

static void
test_all(void **state)
{
	struct buf b = BUF_INIT;
	struct pack_reader r;
	struct link_use use;

	(void)state;
	pack_all(&b);
	r = pack_reader(buf_view(&b));
	for (size_t i = 0; i < N; i++) {
		assert_true(linkuse_take(&r, &use));
		assert_true(str_eq(use.url, uses[i].url));
		assert_int_equal(use.at.line, uses[i].at.line);
		assert_int_equal(use.at.col, uses[i].at.col);
		assert_int_equal(use.at.len, uses[i].at.len);
		assert_int_equal(use.image, uses[i].image);
	}
	assert_false(linkuse_take(&r, &use));
	assert_false(r.wrong);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_all),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
