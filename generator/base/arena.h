/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdalign.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/*
 * Memory with a common end: everything allocated from an arena is freed at once.
 *
 *	struct arena a = ARENA_INIT;
 *	struct node *n = ARENA_NEW(&a, struct node);
 *	...
 *	arena_reset(&a);   (everything gone, the first chunk kept for reuse)
 *	arena_free(&a);
 *
 * Allocations are zeroed and aligned for any type. One thread at a time.
 */
struct arena_chunk;
struct arena {
	struct arena_chunk *chunk; /* the one in front; all that follow are full */
	char *at;                  /* in it: what is handed out next */
	size_t zeroed;             /* bytes from there on that are zero, and may be handed out without asking */
	size_t used;               /* bytes handed out since the last reset */
};
#define ARENA_ALIGN alignof(max_align_t)

/* clang-format off */
#define ARENA_INIT { 0 }
/* clang-format on */
#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, type, n) ((type *)arena_array((a), (n), sizeof(type)))

void *arena_more(struct arena *a, size_t n); /* the long way of arena_alloc() */

/* Most allocations are a few words, hundreds of thousands a build: they are made in place. */
static inline void *
arena_alloc(struct arena *a, size_t n)
{
	char *p = a->at;

	/* ${zeroed} is a multiple of ARENA_ALIGN; no bytes at all wrap round, and are left to the long way. */
	if (n - 1 >= a->zeroed)
		return arena_more(a, n);
	n = (n + ARENA_ALIGN - 1) & ~(ARENA_ALIGN - 1);
	a->at += n;
	a->zeroed -= n;
	a->used += n;
	return p;
}

/* arena_bytes(a, n): not zeroed, for what is filled at once and is large enough that zeroing it would count. */
char *arena_bytes(struct arena *a, size_t n);

void *arena_array(struct arena *a, size_t n, size_t size); /* checks n * size */

/*
 * arena_extend(a, p, from, to): whether ${p}, whose size was ${from}, now has ${to} > ${from} bytes, what is new zeroed: that
 * can be had of the last allocation only, while there is room behind it. Else nothing changes.
 */
bool arena_extend(struct arena *a, void *p, size_t from, size_t to);

/* arena_str(a, s): a copy of ${s} that also ends in NUL. */
struct str arena_str(struct arena *a, struct str s);

/* ARENA_CAT(a, x, y, ...): slices one behind the other; ends in NUL. What is made for each page is made so: printf takes its time. */
#define ARENA_CAT(a, ...)                                                                                              \
	arena_cat((a), (const struct str[]){ __VA_ARGS__ },                                                            \
	    sizeof((const struct str[]){ __VA_ARGS__ }) / sizeof(struct str))
struct str arena_cat(struct arena *a, const struct str *v, size_t n);

/* arena_fmt(a, fmt, ...): printf into the arena; ends in NUL. */
struct str arena_fmt(struct arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
struct str arena_vfmt(struct arena *a, const char *fmt, va_list ap) __attribute__((format(printf, 2, 0), nonnull(2)));

/* arena_join(into, from): moves all memory of ${from}, which is empty afterwards; pointers stay valid. */
void arena_join(struct arena *into, struct arena *from);

void arena_reset(struct arena *a);
void arena_free(struct arena *a); /* harmless on ARENA_INIT */

#endif
