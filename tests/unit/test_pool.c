/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <dirent.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/pool.h"

enum { STEPS = 10000 };

/* What steps leave behind. Each step has a place of its own; each worker as well, not atomic on purpose. */
struct tally {
	size_t workers;
	unsigned char done[STEPS];
	size_t by_worker[300];
	atomic_size_t inside, most;
	bool slow;
};

static void
step(void *ctx, size_t worker, size_t i)
{
	struct tally *t = ctx;
	size_t inside = atomic_fetch_add(&t->inside, 1) + 1, most = atomic_load(&t->most);

	while (inside > most && !atomic_compare_exchange_weak(&t->most, &most, inside))
		continue;
	assert_true(worker < t->workers);
	t->done[i]++;
	t->by_worker[worker]++;
	for (int k = 0; t->slow && k < 200 && atomic_load(&t->most) < 2; k++)
		sched_yield();
	atomic_fetch_sub(&t->inside, 1);
}

static void
check_loop(struct pool *p, struct tally *t, size_t n)
{
	size_t all = 0;

	*t = (struct tally){ .workers = pool_size(p), .slow = t->slow };
	pool_each(p, n, step, t);
	for (size_t i = 0; i < STEPS; i++)
		assert_int_equal(t->done[i], i < n);
	for (size_t i = 0; i < t->workers; i++)
		all += t->by_worker[i];
	assert_int_equal(all, n);
	assert_int_equal(t->inside, 0);
	assert_true(t->most <= t->workers);
}

static void
test_every_step_once(void **state)
{
	static const size_t sizes[] = { 1, 2, 3, 8, 40 };
	static const size_t loops[] = { 0, 1, 2, 3, 7, 64, 100, 999, STEPS };
	struct tally *t = mem_alloc(sizeof *t);

	(void)state;
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct pool *p = pool_open(sizes[i]);

		assert_int_equal(pool_size(p), sizes[i]);
		for (size_t k = 0; k < sizeof loops / sizeof *loops; k++)
			check_loop(p, t, loops[k]);
		pool_close(p);
	}
	free(t);
}

static void
test_one_worker_is_the_caller_in_order(void **state)
{
	struct tally *t = mem_alloc(sizeof *t);
	struct pool *p = pool_open(1);

	(void)state;
	check_loop(p, t, STEPS);
	assert_int_equal(t->by_worker[0], STEPS);
	assert_int_equal(t->most, 1);
	pool_close(p);
	free(t);
}

static void
test_work_is_shared(void **state)
{
	struct tally *t = mem_alloc(sizeof *t);
	struct pool *p = pool_open(2);

	(void)state;
	t->slow = true;
	for (int tries = 0; tries < 200 && t->most < 2; tries++)
		check_loop(p, t, STEPS);
	assert_int_equal(t->most, 2);
	assert_true(t->by_worker[0] > 0 && t->by_worker[1] > 0);
	pool_close(p);
	free(t);
}

/* Many short loops one after the other: no worker misses a begin or holds up an end. */
static void
test_many_loops(void **state)
{
	struct tally *t = mem_alloc(sizeof *t);
	struct pool *p = pool_open(4);

	(void)state;
	for (int i = 0; i < 2000; i++) {
		*t = (struct tally){ .workers = 4 };
		pool_each(p, POOL_ALONE + 1, step, t);
		for (int k = 0; k <= POOL_ALONE; k++)
			assert_int_equal(t->done[k], 1);
	}
	pool_close(p);
	free(t);
}

static void
test_processors(void **state)
{
	cpu_set_t before, one;
	struct pool *p;
	int cpu = 0;

	(void)state;
	assert_int_equal(sched_getaffinity(0, sizeof before, &before), 0);
	p = pool_open(0);
	assert_int_equal(pool_size(p), CPU_COUNT(&before));
	pool_close(p);
	while (!CPU_ISSET(cpu, &before))
		cpu++;
	CPU_ZERO(&one);
	CPU_SET(cpu, &one);
	assert_int_equal(sched_setaffinity(0, sizeof one, &one), 0);
	p = pool_open(0);
	assert_int_equal(pool_size(p), 1);
	pool_close(p);
	sched_setaffinity(0, sizeof before, &before);
}

static void
test_open_and_close(void **state)
{
	struct tally *t = mem_alloc(sizeof *t);

	(void)state;
	pool_close(NULL);
	for (int i = 0; i < 50; i++) {
		struct pool *p = pool_open(3);

		check_loop(p, t, POOL_ALONE + (size_t)i % 2);
		pool_close(p);
	}
	free(t);
}

static size_t
threads(void)
{
	DIR *tasks = opendir("/proc/self/task");
	size_t n = 0;

	assert_non_null(tasks);
	while (readdir(tasks))
		n++;
	closedir(tasks);
	return n - 2; /* . and .. */
}

/* Small sites do not pay for threads. */
static void
test_threads_when_needed(void **state)
{
	struct tally *t = mem_alloc(sizeof *t);
	struct pool *p = pool_open(3);
	size_t before = threads();

	(void)state;
	check_loop(p, t, POOL_ALONE);
	assert_int_equal(threads(), before);
	check_loop(p, t, POOL_ALONE + 1);
	assert_int_equal(threads(), before + 2);
	pool_close(p);
	free(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_step_once),
		cmocka_unit_test(test_one_worker_is_the_caller_in_order),
		cmocka_unit_test(test_work_is_shared),
		cmocka_unit_test(test_many_loops),
		cmocka_unit_test(test_processors),
		cmocka_unit_test(test_open_and_close),
		cmocka_unit_test(test_threads_when_needed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
