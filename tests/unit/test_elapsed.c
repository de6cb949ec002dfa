/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <time.h>

#include "base/elapsed.h"

static void
it_goes_on(void **state)
{
	const struct timespec pause = { 0, 20000000 };
	int64_t micro = elapsed_microseconds(), milli = elapsed_milliseconds();

	(void)state;
	assert_true(milli >= micro / 1000);
	nanosleep(&pause, NULL);
	assert_true(elapsed_microseconds() - micro >= 20000);
	assert_true(elapsed_milliseconds() - milli >= 19);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(it_goes_on) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
