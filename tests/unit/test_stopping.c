/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/stopping.h"

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "testing.h"

static long
milliseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* A process that ends when it is told to, or does not look. */
static int
child(int sig, int looks)
{
	int status;
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0) {
		struct stopping *s = stopping_open();
		struct pollfd p = { .fd = stopping_fd(s), .events = POLLIN };

		kill(getpid(), sig);
		if (!looks)
			for (;;)
				pause();
		if (poll(&p, 1, 10000) != 1)
			_exit(99);
		stopping_close(s);
		_exit(7);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void
is_told(void **state)
{
	(void)state;
	assert_int_equal(child(SIGINT, 1), 7);
	assert_int_equal(child(SIGTERM, 1), 7);
	assert_int_equal(child(SIGHUP, 1), 7);
}

/* Whoever is busy is ended all the same. */
static void
does_not_wait(void **state)
{
	long start = milliseconds();

	(void)state;
	assert_int_equal(child(SIGINT, 0), 0);
	assert_true(milliseconds() - start < 100L * STOPPING_GRACE);
}

static void
as_before(void **state)
{
	struct stopping *s = stopping_open();
	sigset_t now;

	(void)state;
	assert_non_null(s);
	stopping_close(s);
	pthread_sigmask(SIG_SETMASK, NULL, &now);
	assert_false(sigismember(&now, SIGINT));
	stopping_close(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(is_told),
		cmocka_unit_test(does_not_wait),
		cmocka_unit_test(as_before),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
