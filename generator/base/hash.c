/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/hash.h"

#include <xxhash.h>

uint64_t
hash_bytes(struct str s)
{
	return XXH3_64bits(s.p, s.n);
}

void
hash_hex(uint64_t h, char out[17])
{
	static const char digits[] = "0123456789abcdef";

	for (int i = 0; i < 16; i++)
		out[i] = digits[h >> (60 - 4 * i) & 15];
	out[16] = '\0';
}

void
hash_letters(uint64_t hash, size_t n, char *out)
{
	static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";

	for (size_t i = 0; i < n; i++, hash /= 36)
		out[i] = digits[hash % 36];
	out[n] = '\0';
}
