/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/beside.h"

#include <signal.h>
#include <stdbool.h>
#include <unistd.h>

#include "testing.h"

struct done {
	int told[2], asked[2]; /* pipes: it has begun; it may go on */
	pid_t thread;
	bool masked, ended;
};

static void
wait_for_word(void *ctx)
{
	struct done *d = ctx;
	sigset_t now;
	char c = 'x';

	d->thread = gettid();
	pthread_sigmask(SIG_SETMASK, NULL, &now);
	d->masked = sigismember(&now, SIGINT) == 1;
	assert_int_equal(write(d->told[1], &c, 1), 1);
	assert_int_equal(read(d->asked[0], &c, 1), 1);
	d->ended = true;
}

/* The caller goes on while it runs, and gets the signals. */
static void
runs_beside(void **state)
{
	struct done d = { .thread = 0 };
	struct beside *b;
	sigset_t now;
	char c = 'x';

	(void)state;
	assert_return_code(pipe(d.told), 0);
	assert_return_code(pipe(d.asked), 0);
	b = beside_begin(wait_for_word, &d);
	assert_int_equal(read(d.told[0], &c, 1), 1);
	assert_false(d.ended);
	assert_int_not_equal(d.thread, gettid());
	assert_true(d.masked);
	pthread_sigmask(SIG_SETMASK, NULL, &now);
	assert_int_equal(sigismember(&now, SIGINT), 0);
	assert_int_equal(write(d.asked[1], &c, 1), 1);
	beside_end(b);
	assert_true(d.ended);
	for (int i = 0; i < 2; i++) {
		close(d.told[i]);
		close(d.asked[i]);
	}
}

static void
note(void *ctx)
{
	*(pid_t *)ctx = gettid();
}

static void
ends_where_nothing_began(void **state)
{
	(void)state;
	beside_end(NULL);
}

static void
ends_before_it_is_waited_for(void **state)
{
	pid_t thread = 0;
	struct beside *b = beside_begin(note, &thread);

	(void)state;
	usleep(20000);
	beside_end(b);
	assert_int_not_equal(thread, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(runs_beside),
		cmocka_unit_test(ends_where_nothing_began),
		cmocka_unit_test(ends_before_it_is_waited_for),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
