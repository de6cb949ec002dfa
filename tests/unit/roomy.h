/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_ROOMY_H
#define TESTS_UNIT_ROOMY_H

#include "base/arena.h"

/* Room for what a test makes, gone behind it: cmocka_unit_test_setup_teardown(test, setup, teardown). */
static struct arena arena;

static inline int
setup(void **state)
{
	(void)state;
	arena = (struct arena)ARENA_INIT;
	return 0;
}

static inline int
teardown(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

#endif
