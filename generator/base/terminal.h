/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_TERMINAL_H
#define BASE_TERMINAL_H

#include <stddef.h>

#include "base/buf.h"
#include "base/str.h"

/* Text as a terminal may get it, whatever is in it. */

/* terminal_put(b, s): appends ${s} as UTF-8 on one line, without what could move the cursor or turn the line around. */
void terminal_put(struct buf *b, struct str s);

/* terminal_next(s, &at): the columns that the character at ${at}, which moves behind it, takes as terminal_put() shows it. */
size_t terminal_next(struct str s, size_t *at);

/* terminal_columns(s): those of all of ${s}. */
size_t terminal_columns(struct str s);

#endif
