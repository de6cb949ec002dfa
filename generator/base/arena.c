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
 *
 * Memory is zeroed a stretch ahead of what is handed out: often enough that it is in the
 * cache when it is used, and seldom enough that small allocations cost a few instructions.
 */
#define CHUNK_MIN ((size_t)2 << 10) /* small: many arenas live for one question */
#define CHUNK_MAX ((size_t)1 << 20)
#define BIG (CHUNK_MAX / 4)

struct arena_chunk {
	struct arena_chunk *next;
	size_t size; /* bytes of data[] */
	alignas(max_align_t) char data[];
};

/* Under AddressSanitizer what was not handed out may not be touched, and allocations stand apart. */
#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#define GAP ARENA_ALIGN
#define STRETCH ((size_t)0)
#define GUARD(p, n) ASAN_POISON_MEMORY_REGION((p), (n))
#define OPEN(p, n) ASAN_UNPOISON_MEMORY_REGION((p), (n))
#else
#define GAP ((size_t)0)
#define STRETCH ((size_t)1 << 10)
#define GUARD(p, n) ((void)(p), (void)(n))
#define OPEN(p, n) ((void)(p), (void)(n))
#endif

static size_t
whole(size_t n)
{
	return (n + ARENA_ALIGN - 1) / ARENA_ALIGN * ARENA_ALIGN;
}

/* Zeroed where nobody else will do it. */
static struct arena_chunk *
chunk_new(size_t size, bool zeroed)
{
	struct arena_chunk *c = zeroed ? mem_alloc(sizeof *c + size) : mem_grow(NULL, sizeof *c + size);

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

/* How many bytes of the front chunk lie behind what was handed out. */
static size_t
left(const struct arena *a)
{
	return a->chunk ? (size_t)(a->chunk->data + a->chunk->size - a->at) : 0;
}

static void
put_front(struct arena *a, struct arena_chunk *c)
{
	a->chunk = c;
	a->at = c ? c->data : NULL;
	a->zeroed = 0;
}

static void
new_front(struct arena *a, size_t n)
{
	size_t size = CHUNK_MIN;
	struct arena_chunk *c;

	while (size < n || (size < CHUNK_MAX && a->chunk && size <= a->chunk->size))
		size *= 2;
	c = chunk_new(size, false);
	c->next = a->chunk;
	put_front(a, c);
}

/* Zeroes what is behind ${a->at}, at least ${n} bytes: so many are left. */
static void
zero_ahead(struct arena *a, size_t n)
{
	size_t to = n > STRETCH ? n : STRETCH < left(a) ? STRETCH : left(a);

	if (to <= a->zeroed)
		return;
	OPEN(a->at + a->zeroed, to - a->zeroed);
	memset(a->at + a->zeroed, 0, to - a->zeroed);
	a->zeroed = to;
}

static void *
own_chunk(struct arena *a, size_t n, bool zeroed)
{
	struct arena_chunk *c = chunk_new(n, zeroed);

	c->next = a->chunk->next;
	a->chunk->next = c;
	OPEN(c->data, n - GAP);
	return c->data;
}

void *
arena_more(struct arena *a, size_t n)
{
	size_t all;
	char *p;

	if (n > PTRDIFF_MAX / 2)
		mem_die(n);
	if (n == 0)
		n = 1;
	all = whole(n) + GAP;
	a->used += all - GAP;
	if (all > BIG && all > left(a) && a->chunk)
		return own_chunk(a, all, true);
	if (all > left(a))
		new_front(a, all);
	zero_ahead(a, all);
	p = a->at;
	a->at += all;
	a->zeroed -= all;
	GUARD(p + n, all - n);
	return p;
}

char *
arena_bytes(struct arena *a, size_t n)
{
	size_t all = whole(n) + GAP;
	char *p;

	if (n <= a->zeroed || n > PTRDIFF_MAX / 2)
		return arena_alloc(a, n);
	a->used += all - GAP;
	if (all > BIG && all > left(a) && a->chunk)
		return own_chunk(a, all, false);
	if (all > left(a))
		new_front(a, all);
	p = a->at;
	OPEN(p, n);
	a->at += all;
	a->zeroed -= a->zeroed < all ? a->zeroed : all;
	return p;
}

bool
arena_extend(struct arena *a, void *p, size_t from, size_t to)
{
	size_t more = whole(to) - whole(from);

	if (GAP > 0 || (char *)p + whole(from) != a->at || more > left(a))
		return false;
	zero_ahead(a, more);
	a->at += more;
	a->zeroed -= more;
	a->used += more;
	return true;
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
arena_cat(struct arena *a, const struct str *v, size_t n)
{
	size_t all = 0, at = 0;
	char *p;

	for (size_t i = 0; i < n; i++)
		all += v[i].n;
	p = arena_alloc(a, all + 1);
	for (size_t i = 0; i < n; at += v[i++].n)
		if (v[i].n)
			memcpy(p + at, v[i].p, v[i].n);
	return (struct str){ p, all };
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
	struct arena_chunk *last = into->chunk;
	size_t used = into->used + from->used;

	if (last == NULL) {
		*into = *from;
	} else {
		while (last->next)
			last = last->next;
		last->next = from->chunk;
	}
	into->used = used;
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
		GUARD(keep->data, keep->size);
	}
	put_front(a, keep);
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
