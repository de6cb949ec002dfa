/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/stopping.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"

struct stopping {
	pthread_t thread;
	sigset_t signals, before;
	int fd;
	atomic_bool over; /* the thread is to end */
};

/* A thread of its own, since the other one may be busy. */
static void *
wait_for_signal(void *ctx)
{
	struct stopping *s = ctx;
	struct timespec grace = { 0, STOPPING_GRACE * 1000000L };
	uint64_t one = 1;
	int which;

	while (sigwait(&s->signals, &which) != 0)
		continue;
	if (!atomic_load(&s->over) && write(s->fd, &one, sizeof one) == (ssize_t)sizeof one)
		sigtimedwait(&s->signals, NULL, &grace); /* or until somebody is impatient */
	if (!atomic_load(&s->over))
		_exit(0);
	return NULL;
}

struct stopping *
stopping_open(void)
{
	struct stopping *s = mem_alloc(sizeof *s);

	sigemptyset(&s->signals);
	sigaddset(&s->signals, SIGINT);
	sigaddset(&s->signals, SIGTERM);
	sigaddset(&s->signals, SIGHUP);
	s->fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	pthread_sigmask(SIG_BLOCK, &s->signals, &s->before);
	if (s->fd >= 0 && pthread_create(&s->thread, NULL, wait_for_signal, s) == 0)
		return s;
	pthread_sigmask(SIG_SETMASK, &s->before, NULL);
	if (s->fd >= 0)
		close(s->fd);
	free(s);
	return NULL;
}

int
stopping_fd(const struct stopping *s)
{
	return s->fd;
}

void
stopping_close(struct stopping *s)
{
	if (s == NULL)
		return;
	atomic_store(&s->over, true);
	pthread_kill(s->thread, SIGTERM); /* which only it waits for */
	pthread_join(s->thread, NULL);
	pthread_sigmask(SIG_SETMASK, &s->before, NULL);
	close(s->fd);
	free(s);
}
