/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_SIXTEEN_H
#define BASE_SIXTEEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/*
 * Sixteen bytes at once, for the compiler to put into one register: prose is long, and what is looked for in it stands far
 * apart. Comparing gives 255 for each byte for which it is true, else 0:
 *
 *	sixteen v = sixteen_at(p);
 *	sixteen found = (sixteen)(v == '<') | (sixteen)(v == '&');
 *	if (sixteen_any(found))
 *		p += sixteen_first(found);
 */
typedef unsigned char sixteen __attribute__((vector_size(16)));

static inline sixteen
sixteen_at(const char *p)
{
	sixteen v;

	memcpy(&v, p, sizeof v);
	return v;
}

static inline bool
sixteen_any(sixteen found)
{
	uint64_t half[2];

	memcpy(half, &found, sizeof half);
	return (half[0] | half[1]) != 0;
}

/* sixteen_first(found): the place of the first byte that is not 0; there is one. */
static inline size_t
sixteen_first(sixteen found)
{
	uint64_t half[2];
	size_t high;

	memcpy(half, &found, sizeof half);
	high = half[0] == 0;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	return 8 * high + (size_t)__builtin_ctzll(half[high]) / 8;
#else
	return 8 * high + (size_t)__builtin_clzll(half[high]) / 8;
#endif
}

#endif
