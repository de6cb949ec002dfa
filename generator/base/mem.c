/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/mem.h"

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Left alone, the library takes the size of the largest piece that was freed for small, and keeps all that is freed between others. */
#define LARGE (256 << 10)

void
mem_tune(void)
{
	mallopt(M_MMAP_THRESHOLD, LARGE);
}

void *
mem_alloc(size_t n)
{
	void *p = calloc(1, n ? n : 1);

	if (!p)
		mem_die(n);
	return p;
}

void *
mem_grow(void *p, size_t n)
{
	void *q = realloc(p, n ? n : 1);

	if (!q)
		mem_die(n);
	return q;
}

/* Nothing is allocated any more, and no exit handler runs beside the other threads. */
void
mem_die(size_t wanted)
{
	char line[80];
	int n = snprintf(line, sizeof line, "pensum: out of memory: %zu bytes were wanted\n", wanted);

	if (n > 0 && write(STDERR_FILENO, line, (size_t)n) < 0)
		_exit(70); /* nobody to tell */
	_exit(70);
}
