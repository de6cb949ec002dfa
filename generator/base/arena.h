/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
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
	struct arena_chunk *chunk;
	size_t used; /* bytes handed out since the last reset */
};

/* clang-format off */
#define ARENA_INIT { 0 }
/* clang-format on */
#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, type, n) ((type *)arena_array((a), (n), sizeof(type)))

void *arena_alloc(struct arena *a, size_t n);
void *arena_array(struct arena *a, size_t n, size_t size); /* checks n * size */

/* arena_str(a, s): a copy of ${s} that also ends in NUL. */
struct str arena_str(struct arena *a, struct str s);

/* arena_fmt(a, fmt, ...): printf into the arena; ends in NUL. */
struct str arena_fmt(struct arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
struct str arena_vfmt(struct arena *a, const char *fmt, va_list ap) __attribute__((format(printf, 2, 0), nonnull(2)));

/* arena_join(into, from): moves all memory of ${from}, which is empty afterwards; pointers stay valid. */
void arena_join(struct arena *into, struct arena *from);

void arena_reset(struct arena *a);
void arena_free(struct arena *a); /* harmless on ARENA_INIT */

#endif
