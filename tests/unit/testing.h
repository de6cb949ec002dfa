/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_TESTING_H
#define TESTS_UNIT_TESTING_H

/* What cmocka wants included before it, in its order. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#endif
