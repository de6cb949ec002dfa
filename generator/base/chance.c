/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/chance.h"

uint32_t
chance_seed(struct str s)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 16777619u;
	return h;
}

uint32_t
chance_next(uint32_t *a)
{
	uint32_t t = *a += 0x6D2B79F5u;

	t = (t ^ t >> 15) * (t | 1);
	t ^= t + (t ^ t >> 7) * (t | 61);
	return t ^ t >> 14;
}

/* What is above the last whole multiple of ${m} is drawn again. */
uint32_t
chance_below(uint32_t *a, uint32_t m)
{
	uint64_t end = ((uint64_t)1 << 32) - (((uint64_t)1 << 32) % m);
	uint32_t r;

	do
		r = chance_next(a);
	while (r >= end);
	return r % m;
}
