/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/*
 * A list of chunks, the one that is being filled in front. Chunks double from CHUNK_MIN
 * to CHUNK_MAX; what is larger than BIG gets a chunk of its own behind the front one, so
 * that the room left there is not given up for it.
 */
#define CHUNK_MIN ((size_t)2 << 10) /* small: many arenas live for one question */
#define CHUNK_MAX ((size_t)1 << 20)
#define BIG (CHUNK_MAX / 4)
#define ALIGN alignof(max_align_t)

struct arena_chunk {
	struct arena_chunk *next;
	size_t size, used; /* bytes of data[] */
	size_t dirty;      /* data[] is zero from here on */
	alignas(max_align_t) char data[];
};

/* Under AddressSanitizer what was not handed out may not be touched, and allocations stand apart. */
#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#define GAP ALIGN
#define GUARD(p, n) ASAN_POISON_MEMORY_REGION((p), (n))
#define OPEN(p, n) ASAN_UNPOISON_MEMORY_REGION((p), (n))
#else
#define GAP ((size_t)0)
#define GUARD(p, n) ((void)(p), (void)(n))
#define OPEN(p, n) ((void)(p), (void)(n))
#endif

static struct arena_chunk *
chunk_new(size_t size)
{
	struct arena_chunk *c = mem_alloc(sizeof *c + size);

	c->size = size;
	GUARD(c->data, size);
	return c;
}

static void
chunk_free(struct arena_chunk *c)
{
	OPEN(c->data, c->size);
	free(c);
}

/* ${n} is rounded up to ALIGN and fits; only ${asked} bytes of it may be touched. */
static void *
chunk_take(struct arena_chunk *c, size_t n, size_t asked)
{
	char *p = c->data + c->used;

	OPEN(p, asked);
	if (c->dirty > c->used)
		memset(p, 0, c->dirty - c->used < asked ? c->dirty - c->used : asked);
	c->used += n;
	return p;
}

static struct arena_chunk *
chunk_for(struct arena *a, size_t n)
{
	struct arena_chunk *front = a->chunk, *c;
	size_t size = CHUNK_MIN;

	if (front && front->size - front->used >= n)
		return front;
	if (n > BIG && front) {
		c = chunk_new(n);
		c->next = front->next;
		front->next = c;
		return c;
	}
	if (n > BIG) {
		size = n;
	} else {
		while (size < CHUNK_MAX && (size < n || (front && size <= front->size)))
			size *= 2;
	}
	c = chunk_new(size);
	c->next = front;
	a->chunk = c;
	return c;
}

void *
arena_alloc(struct arena *a, size_t n)
{
	size_t whole;

	if (n > PTRDIFF_MAX / 2)
		mem_die(n);
	if (n == 0)
		n = 1;
	whole = (n + ALIGN - 1) / ALIGN * ALIGN;
	a->used += whole;
	return chunk_take(chunk_for(a, whole + GAP), whole + GAP, n);
}

void *
arena_array(struct arena *a, size_t n, size_t size)
{
	size_t all;

	if (__builtin_mul_overflow(n, size, &all))
		mem_die(SIZE_MAX);
	return arena_alloc(a, all);
}

struct str
arena_str(struct arena *a, struct str s)
{
	char *p = arena_alloc(a, s.n + 1);

	if (s.n)
		memcpy(p, s.p, s.n);
	return (struct str){ p, s.n };
}

struct str
arena_vfmt(struct arena *a, const char *fmt, va_list ap)
{
	char small[256], *p;
	va_list again;
	int n;

	va_copy(again, ap);
	n = vsnprintf(small, sizeof small, fmt, ap);
	if (n < 0)
		n = 0; /* longer than INT_MAX: nobody wants to read it */
	p = arena_alloc(a, (size_t)n + 1);
	if ((size_t)n < sizeof small)
		memcpy(p, small, (size_t)n);
	else
		vsnprintf(p, (size_t)n + 1, fmt, again);
	va_end(again);
	return (struct str){ p, (size_t)n };
}

struct str
arena_fmt(struct arena *a, const char *fmt, ...)
{
	struct str s;
	va_list ap;

	va_start(ap, fmt);
	s = arena_vfmt(a, fmt, ap);
	va_end(ap);
	return s;
}

void
arena_join(struct arena *into, struct arena *from)
{
	struct arena_chunk **end = &into->chunk;

	while (*end)
		end = &(*end)->next;
	*end = from->chunk;
	into->used += from->used;
	*from = (struct arena)ARENA_INIT;
}

void
arena_reset(struct arena *a)
{
	struct arena_chunk *keep = NULL, *c, *next;

	for (c = a->chunk; c; c = next) {
		next = c->next;
		if (c->size <= CHUNK_MAX && (!keep || c->size > keep->size)) {
			if (keep)
				chunk_free(keep);
			keep = c;
		} else {
			chunk_free(c);
		}
	}
	if (keep) {
		keep->next = NULL;
		if (keep->dirty < keep->used)
			keep->dirty = keep->used;
		keep->used = 0;
		GUARD(keep->data, keep->size);
	}
	a->chunk = keep;
	a->used = 0;
}

void
arena_free(struct arena *a)
{
	struct arena_chunk *c, *next;

	for (c = a->chunk; c; c = next) {
		next = c->next;
		chunk_free(c);
	}
	*a = (struct arena)ARENA_INIT;
}
