/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/pack.h"

#include <string.h>

void
pack_number(struct buf *b, uint64_t n)
{
	char bytes[10];
	size_t k = 0;

	while (n >= 0x80) {
		bytes[k++] = (char)(n | 0x80);
		n >>= 7;
	}
	bytes[k++] = (char)n;
	buf_put(b, bytes, k);
}

void
pack_text(struct buf *b, struct str s)
{
	pack_number(b, s.n);
	buf_str(b, s);
}

void
pack_fixed(struct buf *b, uint64_t n)
{
	char bytes[8];

	for (int i = 0; i < 8; i++)
		bytes[i] = (char)(n >> (8 * i));
	buf_put(b, bytes, sizeof bytes);
}

struct pack_reader
pack_reader(struct str bytes)
{
	return (struct pack_reader){ bytes.p, bytes.n > 0 ? bytes.p + bytes.n : bytes.p, false };
}

/* From here on there is nothing. */
static uint64_t
fail(struct pack_reader *r)
{
	r->wrong = true;
	r->p = r->end;
	return 0;
}

static size_t
left(const struct pack_reader *r)
{
	return (size_t)(r->end - r->p);
}

uint64_t
pack_take_number(struct pack_reader *r)
{
	uint64_t n = 0;

	for (unsigned shift = 0; r->p < r->end && shift < 64; shift += 7) {
		unsigned char c = (unsigned char)*r->p++;

		n |= (uint64_t)(c & 0x7f) << shift;
		if (c < 0x80)
			return n;
	}
	return fail(r);
}

struct str
pack_take_text(struct pack_reader *r)
{
	uint64_t n = pack_take_number(r);
	struct str s = { r->p, 0 };

	if (n > left(r)) {
		fail(r);
		return STR_EMPTY;
	}
	s.n = (size_t)n;
	r->p += s.n;
	return s.n > 0 ? s : STR_EMPTY;
}

uint64_t
pack_take_fixed(struct pack_reader *r)
{
	uint64_t n = 0;

	if (left(r) < 8)
		return fail(r);
	for (int i = 0; i < 8; i++)
		n |= (uint64_t)(unsigned char)*r->p++ << (8 * i);
	return n;
}

size_t
pack_take_count(struct pack_reader *r)
{
	uint64_t n = pack_take_number(r);

	return n > left(r) ? (size_t)fail(r) : (size_t)n;
}
