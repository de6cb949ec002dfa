/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* Room for ${more} bytes behind what is there. */
static void
buf_room(struct buf *b, size_t more)
{
	size_t cap = b->cap ? b->cap : 256;

	if (more <= b->cap - b->n)
		return;
	if (more > PTRDIFF_MAX / 4 - b->n)
		mem_die(more);
	while (cap - b->n < more)
		cap *= 2;
	b->p = mem_grow(b->p, cap);
	b->cap = cap;
}

void
buf_put(struct buf *b, const void *p, size_t n)
{
	if (n == 0)
		return;
	buf_room(b, n);
	memcpy(b->p + b->n, p, n);
	b->n += n;
}

void
buf_str(struct buf *b, struct str s)
{
	buf_put(b, s.p, s.n);
}

void
buf_cstr(struct buf *b, const char *s)
{
	buf_put(b, s, strlen(s));
}

void
buf_chr(struct buf *b, char c)
{
	if (b->n == b->cap)
		buf_room(b, 1);
	b->p[b->n++] = c;
}

void
buf_fmt(struct buf *b, const char *fmt, ...)
{
	va_list ap;
	int n;

	buf_room(b, 128);
	va_start(ap, fmt);
	n = vsnprintf(b->p + b->n, b->cap - b->n, fmt, ap);
	va_end(ap);
	if (n < 0)
		return;
	if ((size_t)n >= b->cap - b->n) {
		buf_room(b, (size_t)n + 1);
		va_start(ap, fmt);
		vsnprintf(b->p + b->n, b->cap - b->n, fmt, ap);
		va_end(ap);
	}
	b->n += (size_t)n;
}

struct str
buf_view(const struct buf *b)
{
	return b->n ? (struct str){ b->p, b->n } : STR_EMPTY;
}

void
buf_reset(struct buf *b)
{
	b->n = 0;
}

void
buf_free(struct buf *b)
{
	free(b->p);
	*b = (struct buf)BUF_INIT;
}
