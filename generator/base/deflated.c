/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/deflated.h"

#include <limits.h>
#include <stdint.h>
#include <zlib.h>

#include "base/mem.h"

/* zlib says how much came out without being given room for all of it. */
size_t
deflated_size(struct str s)
{
	unsigned char room[16384];
	z_stream z = { .next_in = (unsigned char *)(uintptr_t)s.p,
		.avail_in = s.n > UINT_MAX ? UINT_MAX : (unsigned)s.n };
	int r;

	if (deflateInit2(&z, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) != Z_OK)
		mem_die(sizeof z);
	do {
		z.next_out = room;
		z.avail_out = sizeof room;
		r = deflate(&z, Z_FINISH);
	} while (r == Z_OK);
	deflateEnd(&z);
	return z.total_out;
}
