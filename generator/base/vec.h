/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include "base/mem.h"

/*
 * Typed growing arrays on the heap:
 *
 *	struct links VEC_OF(struct link);
 *	struct links ls = { 0 };
 *	VEC_PUSH(&ls, ((struct link){ ... }));
 *	for (size_t i = 0; i < ls.n; i++) use(&ls.v[i]);
 *	VEC_FREE(&ls);
 *
 * A push may move ${v}: keep indexes, not pointers, while pushing.
 */
/* clang-format off */
#define VEC_OF(type) { type *v; size_t n, cap; }
/* clang-format on */

#define VEC_PUSH(vec, item)                                                                                            \
	do {                                                                                                           \
		if ((vec)->n == (vec)->cap) {                                                                          \
			(vec)->cap = (vec)->cap ? 2 * (vec)->cap : 8;                                                  \
			(vec)->v = mem_grow((vec)->v, (vec)->cap * sizeof *(vec)->v);                                  \
		}                                                                                                      \
		(vec)->v[(vec)->n++] = (item);                                                                         \
	} while (0)

#define VEC_FREE(vec)                                                                                                  \
	do {                                                                                                           \
		free((vec)->v);                                                                                        \
		(vec)->v = 0;                                                                                          \
		(vec)->n = (vec)->cap = 0;                                                                             \
	} while (0)

#include <stdlib.h>

#endif
