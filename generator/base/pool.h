/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_POOL_H
#define BASE_POOL_H

#include <stddef.h>

/*
 * Workers for parallel loops. The calling thread is worker 0; pool_each() returns
 * when every step is done. Steps run in any order and must not call pool_each().
 */
struct pool;

/* A loop of so few steps is done by the caller: a small site needs one worker's tools, not all. */
enum { POOL_ALONE = 12 };

/*
 * pool_open(workers): 0 means one a processor that this process may use. Never fails: with fewer threads if need be. They start
 * with the first loop that is long enough.
 */
struct pool *pool_open(size_t workers);
size_t pool_size(const struct pool *p);
void pool_each(struct pool *p, size_t n, void (*step)(void *ctx, size_t worker, size_t i), void *ctx);
void pool_close(struct pool *p); /* NULL is harmless */

#endif
