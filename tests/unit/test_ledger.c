/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/pool.h"
#include "publish/ledger.h"

enum { PATHS = 3000, TIMES = 4 };

static struct str
path_of(char room[32], size_t i)
{
	snprintf(room, 32, "nb/lesson-%u/index.html", (unsigned)i);
	return str_of(room);
}

static void
test_empty(void **state)
{
	struct ledger l;
	size_t n = 9;

	(void)state;
	ledger_open(&l);
	assert_null(ledger_find(&l, STR("a")));
	free(ledger_sorted(&l, &n));
	assert_int_equal(n, 0);
	ledger_close(&l);
}

/* Whoever comes later is compared; what it brings is freed. */
static void
test_again(void **state)
{
	struct ledger l;
	struct ledger_file *f;
	bool first;

	(void)state;
	ledger_open(&l);
	f = ledger_note(&l, STR("a"), 1, 3, strdup("one"), &first);
	assert_true(first);
	assert_ptr_equal(ledger_note(&l, STR("a"), 1, 3, strdup("one"), &first), f);
	assert_false(first);
	assert_false(f->torn);
	assert_string_equal(f->bytes, "one");
	assert_ptr_equal(ledger_note(&l, STR("a"), 1, 4, NULL, &first), f);
	assert_true(f->torn);
	f = ledger_note(&l, STR("ab"), 1, 3, NULL, &first);
	assert_true(first);
	ledger_note(&l, STR("ab"), 2, 3, NULL, &first);
	assert_true(f->torn);
	assert_null(ledger_find(&l, STR("")));
	assert_null(ledger_find(&l, STR("b")));
	ledger_close(&l);
}

struct crowd {
	struct ledger l;
	atomic_size_t firsts;
};

static void
note(void *ctx, size_t worker, size_t i)
{
	struct crowd *c = ctx;
	char room[32];
	struct str path = path_of(room, i / TIMES);
	bool first;

	(void)worker;
	ledger_note(&c->l, path, i / TIMES, 1, strdup(room), &first);
	c->firsts += first;
}

/* Workers that note the same paths at once: each path is one's. */
static void
test_crowd(void **state)
{
	struct crowd c = { .firsts = 0 };
	struct pool *p = pool_open(4);
	struct ledger_file **all;
	char room[32];
	size_t n;

	(void)state;
	ledger_open(&c.l);
	pool_each(p, PATHS * TIMES, note, &c);
	pool_close(p);
	assert_int_equal(c.firsts, PATHS);
	all = ledger_sorted(&c.l, &n);
	assert_int_equal(n, PATHS);
	for (size_t i = 1; i < n; i++)
		assert_true(strcmp(all[i - 1]->path, all[i]->path) < 0);
	free(all);
	for (size_t i = 0; i < PATHS; i++) {
		const struct ledger_file *f = ledger_find(&c.l, path_of(room, i));

		assert_non_null(f);
		assert_int_equal(f->hash, i);
		assert_string_equal(f->path, room);
		assert_string_equal(f->bytes, room);
		assert_false(f->torn);
	}
	assert_null(ledger_find(&c.l, path_of(room, PATHS)));
	ledger_close(&c.l);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_again),
		cmocka_unit_test(test_crowd),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
