/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stddef.h>

#include "base/str.h"

/*
 * A growing run of bytes. Appending cannot fail (see mem.h), so it returns
 * nothing. The owner of the struct calls buf_free(); buf_reset() keeps the room.
 */
struct buf {
	char *p;
	size_t n, cap;
};

/* clang-format off */
#define BUF_INIT { 0 }
/* clang-format on */

void buf_put(struct buf *b, const void *p, size_t n);
void buf_str(struct buf *b, struct str s);
void buf_cstr(struct buf *b, const char *s);
void buf_chr(struct buf *b, char c);
void buf_fmt(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Append a literal without measuring it. */
#define BUF_LIT(b, lit) buf_put((b), (lit), sizeof(lit) - 1)

/* buf_view(b): what is in it, valid until the next append. */
struct str buf_view(const struct buf *b);

void buf_reset(struct buf *b);
void buf_free(struct buf *b);

#endif
