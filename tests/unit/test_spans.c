/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include "base/spans.h"

static void
there_and_back(void **state)
{
	const struct span at = { 70000, 300, 1 };
	struct buf b = BUF_INIT;
	struct pack_reader r;
	struct span back;

	(void)state;
	spans_pack(&b, at);
	r = pack_reader(buf_view(&b));
	back = spans_take(&r);
	assert_memory_equal(&at, &back, sizeof at);
	assert_ptr_equal(r.p, r.end);
	r = pack_reader(str_sub(buf_view(&b), 0, b.n - 1));
	spans_take(&r);
	assert_true(r.wrong);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(there_and_back) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
