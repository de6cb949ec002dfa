/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/range.h"

#include "testing.h"

static void
expect(const char *header, size_t size, enum range_kind kind, size_t from, size_t to)
{
	size_t f = 0, t = 0;
	enum range_kind k = range_parse(str_of(header), size, &f, &t);

	if (k != kind || (k == RANGE_PART && (f != from || t != to)))
		fail_msg(
		    "\"%s\" of %zu: %d %zu-%zu, wanted %d %zu-%zu", header, size, (int)k, f, t, (int)kind, from, to);
}

/* What is no range, or none that we know, is as if nothing had been asked. */
static void
ignored(void **state)
{
	static const char *const headers[] = { "", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=1", "bytes=2-1",
		"bytes=1-2x", "bytes=--2", "bytes=-2x", "bytes=1 -2", "items=0-1", "byte=0-1", "bytes=0-1,3-4",
		"bytes=0-1, -1", "0-1", "bytes=-1-2", "bytes=+1-2", "bytes==0-1", "bytes=0x1-2" };

	(void)state;
	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
		expect(headers[i], 10, RANGE_ALL, 0, 0);
}

static void
outside(void **state)
{
	(void)state;
	expect("bytes=10-", 10, RANGE_OUTSIDE, 0, 0);
	expect("bytes=10-12", 10, RANGE_OUTSIDE, 0, 0);
	expect("bytes=0-", 0, RANGE_OUTSIDE, 0, 0);
	expect("bytes=-0", 10, RANGE_OUTSIDE, 0, 0);
	expect("bytes=-5", 0, RANGE_OUTSIDE, 0, 0);
	expect("bytes=18446744073709551615-", 10, RANGE_OUTSIDE, 0, 0);
	expect("bytes=99999999999999999999999-", 10, RANGE_OUTSIDE, 0, 0);
}

static void
parts(void **state)
{
	(void)state;
	expect("bytes=0-", 10, RANGE_PART, 0, 10);
	expect("bytes=0-0", 10, RANGE_PART, 0, 1);
	expect("bytes=9-9", 10, RANGE_PART, 9, 10);
	expect("bytes=3-6", 10, RANGE_PART, 3, 7);
	expect("bytes=3-600", 10, RANGE_PART, 3, 10);
	expect("bytes=3-18446744073709551615", 10, RANGE_PART, 3, 10);
	expect("bytes=3-99999999999999999999999", 10, RANGE_PART, 3, 10);
	expect("bytes=-3", 10, RANGE_PART, 7, 10);
	expect("bytes=-300", 10, RANGE_PART, 0, 10);
	expect(" Bytes= 1-2 ", 10, RANGE_PART, 1, 3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ignored),
		cmocka_unit_test(outside),
		cmocka_unit_test(parts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
