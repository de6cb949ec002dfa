/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stddef.h>
#include <string.h>

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

/* buf_room(b, more): sees to it that ${more} bytes fit behind what is there. */
void buf_room(struct buf *b, size_t more);

/* Pages are put together from small parts: appending one is a copy, and no call while there is room. */
static inline void
buf_put(struct buf *b, const void *p, size_t n)
{
	if (n == 0)
		return;
	if (n > b->cap - b->n)
		buf_room(b, n);
	memcpy(b->p + b->n, p, n);
	b->n += n;
}

static inline void
buf_str(struct buf *b, struct str s)
{
	buf_put(b, s.p, s.n);
}

static inline void
buf_cstr(struct buf *b, const char *s)
{
	buf_put(b, s, strlen(s));
}

static inline void
buf_chr(struct buf *b, char c)
{
	if (b->n == b->cap)
		buf_room(b, 1);
	b->p[b->n++] = c;
}

void buf_fmt(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Append a literal without measuring it. */
#define BUF_LIT(b, lit) buf_put((b), (lit), sizeof(lit) - 1)

/* buf_view(b): what is in it, valid until the next append. */
static inline struct str
buf_view(const struct buf *b)
{
	return b->n ? (struct str){ b->p, b->n } : STR_EMPTY;
}

static inline void
buf_reset(struct buf *b)
{
	b->n = 0;
}

void buf_free(struct buf *b);

#endif
