/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/notify.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <sys/wait.h>

#include "folder.h"
#include "serve/watch.h"

/* What happens where the system has no watches left: in a name space of its own, where their number may be made small. */

enum { FINE, WRONG, NOT_HERE };

static bool
limit(const char *file, const char *n)
{
	int fd = open(file, O_WRONLY);
	bool done = fd >= 0 && write(fd, n, strlen(n)) == (ssize_t)strlen(n);

	if (fd >= 0)
		close(fd);
	return done;
}

/* Runs ${body} in a process of its own that may have ${n} of what ${file} counts. */
static void
with_limit(const char *file, const char *n, int (*body)(struct folder *f))
{
	struct folder f;
	int status;
	pid_t pid;

	folder_open(&f);
	folder_put(&f, "site.yaml", "title: x\n");
	folder_put(&f, "content/a/b/c.md", "c");
	pid = fork();
	if (pid == 0)
		_exit(unshare(CLONE_NEWUSER) == 0 && limit(file, n) ? body(&f) : NOT_HERE);
	assert_true(pid > 0);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	folder_close(&f);
	assert_true(WIFEXITED(status));
	if (WEXITSTATUS(status) == NOT_HERE)
		skip();
	assert_int_equal(WEXITSTATUS(status), FINE);
}

static bool
says(const struct buf *notice, const char *part)
{
	return memmem(notice->p, notice->n, part, strlen(part)) != NULL;
}

static int
cannot_open(struct folder *f)
{
	struct notify *n = notify_open(str_of(f->path));

	return n == NULL && errno == EMFILE ? FINE : WRONG;
}

static int
cannot_watch(struct folder *f)
{
	struct notify *n = notify_open(str_of(f->path));

	return n == NULL && errno == ENOSPC ? FINE : WRONG;
}

/* Looking again and again takes over, and says so. */
static int
looks_instead(struct folder *f)
{
	struct buf notice = BUF_INIT;
	struct watch *w = watch_open(str_of(f->path), false, &notice);

	if (watch_fd(w) >= 0 || !says(&notice, "max_user_watches"))
		return WRONG;
	folder_put(f, "content/a/b/c.md", "d");
	return watch_look_now(w) ? FINE : WRONG;
}

static int
runs_out_later(struct folder *f)
{
	struct buf notice = BUF_INIT;
	struct watch *w = watch_open(str_of(f->path), false, &notice);

	if (watch_fd(w) < 0)
		return WRONG;
	folder_put(f, "content/more/and/more/d.md", "d");
	if (!watch_look(w) || watch_fd(w) >= 0)
		return WRONG;
	buf_reset(&notice);
	if (!watch_notice(w, &notice) || !says(&notice, "max_user_watches") || watch_notice(w, &notice))
		return WRONG;
	watch_take(w, &(struct sources_changed){ 0 });
	folder_put(f, "content/more/and/more/d.md", "e");
	return watch_look_now(w) ? FINE : WRONG;
}

static void
no_instances(void **state)
{
	(void)state;
	with_limit("/proc/sys/user/max_inotify_instances", "0", cannot_open);
}

static void
no_watches(void **state)
{
	(void)state;
	with_limit("/proc/sys/user/max_inotify_watches", "2", cannot_watch);
	with_limit("/proc/sys/user/max_inotify_watches", "2", looks_instead);
}

static void
no_more_watches(void **state)
{
	(void)state;
	/* The site's folder and content/, a/, b/. */
	with_limit("/proc/sys/user/max_inotify_watches", "5", runs_out_later);
}

static void
no_site(void **state)
{
	struct notify *n = notify_open(STR("/nonexistent/folder"));
	struct sources_changed names = { 0 };
	struct notify_news news = { 0 };

	(void)state;
	assert_non_null(n);
	notify_read(n, &names, &news);
	assert_false(news.any);
	notify_close(n);
	notify_close(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_instances),
		cmocka_unit_test(no_watches),
		cmocka_unit_test(no_more_watches),
		cmocka_unit_test(no_site),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
