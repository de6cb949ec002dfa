/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/beside.h"

#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/mem.h"

struct beside {
	pthread_t thread;
	bool running;
	void (*f)(void *ctx);
	void *ctx;
};

static void *
run(void *arg)
{
	struct beside *b = arg;

	b->f(b->ctx);
	return NULL;
}

struct beside *
beside_begin(void (*f)(void *ctx), void *ctx)
{
	struct beside *b = mem_alloc(sizeof *b);
	sigset_t all, before;

	*b = (struct beside){ .f = f, .ctx = ctx };
	sigfillset(&all); /* signals go to the thread that the program's handlers know of */
	pthread_sigmask(SIG_SETMASK, &all, &before);
	b->running = pthread_create(&b->thread, NULL, run, b) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (!b->running)
		f(ctx);
	return b;
}

void
beside_end(struct beside *b)
{
	if (b != NULL && b->running)
		pthread_join(b->thread, NULL);
	free(b);
}
