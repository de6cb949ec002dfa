/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_TOUCH_H
#define LOCALISE_TOUCH_H

#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"

/* A place of a text where readers get something else than what was written. ${put} lives at least as long. */
struct touch {
	size_t at, n; /* bytes of the text that are replaced */
	struct str put;
};

/* Owned by whoever frees it with VEC_FREE(). */
struct touches VEC_OF(struct touch);

/* touch_sort(t): by place; of several at one place one stays: they say the same. */
void touch_sort(struct touches *t);

/*
 * touch_part(a, text, from, to, t, &k): bytes [from, to) of ${text} as readers get them, in ${a}; empty where nothing is touched.
 * ${t} is sorted; ${k} is the first touch that may lie there, and then the first behind.
 */
struct str touch_part(struct arena *a, struct str text, size_t from, size_t to, const struct touches *t, size_t *k);

#endif
