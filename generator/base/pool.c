/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/pool.h"

#include <assert.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/mem.h"

#define WORKERS_MAX 256

struct worker {
	struct pool *pool;
	pthread_t thread;
	size_t number;
};

struct pool {
	size_t size;            /* workers that there may be, the caller of pool_each() being number 0 */
	struct worker *workers; /* ${size} of them; number 0 has no thread */
	size_t there;           /* how many there are; 0: no loop has been long enough */

	pthread_mutex_t lock; /* for what follows */
	pthread_cond_t begin, end;
	size_t round; /* loops begun */
	size_t busy;  /* threads that have not finished this one */
	bool closing;

	/* The loop that runs; set under the lock before ${round} tells of it. */
	void (*step)(void *ctx, size_t worker, size_t i);
	void *ctx;
	size_t n, piece;
	atomic_size_t next; /* the first step that nobody has taken */
};

/* Takes pieces of the loop until none is left. */
static void
work(struct pool *p, size_t worker)
{
	size_t from;

	while ((from = atomic_fetch_add_explicit(&p->next, p->piece, memory_order_relaxed)) < p->n) {
		size_t to = p->n - from < p->piece ? p->n : from + p->piece;

		for (size_t i = from; i < to; i++)
			p->step(p->ctx, worker, i);
	}
}

static void *
worker_main(void *arg)
{
	struct worker *w = arg;
	struct pool *p = w->pool;
	size_t seen = 0;

	pthread_mutex_lock(&p->lock);
	for (;;) {
		while (p->round == seen && !p->closing)
			pthread_cond_wait(&p->begin, &p->lock);
		if (p->closing)
			break;
		seen = p->round;
		pthread_mutex_unlock(&p->lock);
		work(p, w->number);
		pthread_mutex_lock(&p->lock);
		if (--p->busy == 0)
			pthread_cond_signal(&p->end);
	}
	pthread_mutex_unlock(&p->lock);
	return NULL;
}

/* Processors that this process may use: not those of the machine, a container gets fewer. */
static size_t
processors(void)
{
	/* The kernel refuses a set smaller than its own. */
	for (int cpus = 1024; cpus <= 65536; cpus *= 2) {
		size_t size = CPU_ALLOC_SIZE((size_t)cpus);
		cpu_set_t *set = CPU_ALLOC((size_t)cpus);
		int count = 0;

		if (!set)
			mem_die(size);
		CPU_ZERO_S(size, set);
		if (sched_getaffinity(0, size, set) == 0)
			count = CPU_COUNT_S(size, set);
		CPU_FREE(set);
		if (count > 0)
			return (size_t)count;
	}
	return 1;
}

/* Signals go to the thread that the program's handlers know of. Fewer threads than wanted are fine. */
static void
start(struct pool *p)
{
	sigset_t all, before;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	for (p->there = 1; p->there < p->size; p->there++) {
		struct worker *w = &p->workers[p->there];

		*w = (struct worker){ .pool = p, .number = p->there };
		if (pthread_create(&w->thread, NULL, worker_main, w) != 0)
			break;
	}
	pthread_sigmask(SIG_SETMASK, &before, NULL);
}

struct pool *
pool_open(size_t workers)
{
	struct pool *p = mem_alloc(sizeof *p);

	p->size = workers ? workers : processors();
	if (p->size > WORKERS_MAX)
		p->size = WORKERS_MAX;
	p->workers = mem_alloc(p->size * sizeof *p->workers);
	pthread_mutex_init(&p->lock, NULL);
	pthread_cond_init(&p->begin, NULL);
	pthread_cond_init(&p->end, NULL);
	return p;
}

size_t
pool_size(const struct pool *p)
{
	return p->size;
}

void
pool_each(struct pool *p, size_t n, void (*step)(void *ctx, size_t worker, size_t i), void *ctx)
{
	if (p->size == 1 || n <= POOL_ALONE) {
		for (size_t i = 0; i < n; i++)
			step(ctx, 0, i);
		return;
	}
	if (p->there == 0)
		start(p);
	pthread_mutex_lock(&p->lock);
	assert(p->busy == 0); /* no loop within a loop */
	p->step = step;
	p->ctx = ctx;
	p->n = n;
	/* Small enough that nobody waits long for the last one, large enough to seldom meet at the counter. */
	p->piece = n / (16 * p->size);
	p->piece = p->piece < 1 ? 1 : p->piece > 64 ? 64 : p->piece;
	atomic_store_explicit(&p->next, 0, memory_order_relaxed);
	p->busy = p->there - 1;
	p->round++;
	pthread_cond_broadcast(&p->begin);
	pthread_mutex_unlock(&p->lock);

	work(p, 0);

	pthread_mutex_lock(&p->lock);
	while (p->busy > 0)
		pthread_cond_wait(&p->end, &p->lock);
	pthread_mutex_unlock(&p->lock);
}

void
pool_close(struct pool *p)
{
	if (!p)
		return;
	pthread_mutex_lock(&p->lock);
	p->closing = true;
	pthread_cond_broadcast(&p->begin);
	pthread_mutex_unlock(&p->lock);
	for (size_t i = 1; i < p->there; i++)
		pthread_join(p->workers[i].thread, NULL);
	pthread_cond_destroy(&p->end);
	pthread_cond_destroy(&p->begin);
	pthread_mutex_destroy(&p->lock);
	free(p->workers);
	free(p);
}
