/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_ELAPSED_H
#define BASE_ELAPSED_H

#include <stdint.h>

/* Time that passes, from a moment that is always the same and that nobody can set: for waiting and measuring, never for what is written. */
int64_t elapsed_microseconds(void);
int64_t elapsed_milliseconds(void);

#endif
