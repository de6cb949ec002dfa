/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/elapsed.h"

#include <time.h>

int64_t
elapsed_microseconds(void)
{
	struct timespec t = { 0 };

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

int64_t
elapsed_milliseconds(void)
{
	return elapsed_microseconds() / 1000;
}
