/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_BESIDE_H
#define BASE_BESIDE_H

/*
 * One thing that is done beside what the caller does, on a thread of its own:
 *
 *	struct beside *b = beside_begin(look, &what);
 *	… other things
 *	beside_end(b);                  what look(&what) made is there
 */
struct beside;

/* beside_begin(f, ctx): never NULL. Where the system gives no thread, ${f} is done at once. */
struct beside *beside_begin(void (*f)(void *ctx), void *ctx);

/* beside_end(b): waits for its end; NULL is harmless. */
void beside_end(struct beside *b);

#endif
