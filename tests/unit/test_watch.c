/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/watch.h"

#include <fcntl.h>
#include <poll.h>
#include <time.h>

#include "folder.h"

/* A site that is watched with inotify, or by looking again and again. Each test is run both ways. */
struct site {
	struct folder f;
	struct watch *w;
	struct sources_changed names;
	struct buf notice;
};

static bool by_polling;

static void
begin(struct site *s)
{
	*s = (struct site){ 0 };
	folder_open(&s->f);
	folder_put(&s->f, "site/site.yaml", "title: x\n");
	folder_put(&s->f, "site/content/a.md", "a");
	folder_put(&s->f, "site/content/deep/er/b.md", "b");
	folder_put(&s->f, "site/public/index.html", "made");
}

static void
watch(struct site *s)
{
	s->w = watch_open(str_of(folder_at(&s->f, "site")), by_polling, &s->notice);
	assert_non_null(s->w);
}

static void
end(struct site *s)
{
	watch_close(s->w);
	sources_free(&s->names);
	buf_free(&s->notice);
	folder_close(&s->f);
}

/* Waits until it is quiet, as the server does before an answer. */
static bool
settled(struct site *s)
{
	struct pollfd p = { .fd = watch_fd(s->w), .events = POLLIN };

	if (!watch_look_now(s->w))
		return false;
	while (watch_left(s->w) > 0) {
		poll(&p, 1, watch_left(s->w));
		watch_look(s->w);
	}
	sources_forget(&s->names);
	watch_take(s->w, &s->names);
	return true;
}

static bool
named(const struct site *s, const char *name)
{
	for (size_t i = 0; i < s->names.names.n; i++)
		if (str_is(s->names.names.v[i], name))
			return true;
	return false;
}

static void
noticed(struct site *s, const char *name)
{
	if (!settled(s))
		fail_msg("the change of %s was not noticed", name);
	if (!named(s, name))
		fail_msg("%zu names, not %s; the first: %.*s", s->names.names.n, name,
		    s->names.names.n > 0 ? (int)s->names.names.v[0].n : 0,
		    s->names.names.n > 0 ? s->names.names.v[0].p : "");
}

static void
unnoticed(struct site *s)
{
	if (settled(s))
		fail_msg("a change was noticed: %.*s", s->names.names.n > 0 ? (int)s->names.names.v[0].n : 0,
		    s->names.names.n > 0 ? s->names.names.v[0].p : "");
}

/* What is no source: the output, editors' files, files beside the site's. */
static void
strangers(void **state)
{
	struct site s;

	(void)state;
	begin(&s);
	watch(&s);
	unnoticed(&s);
	folder_put(&s.f, "site/public/index.html", "made again");
	folder_put(&s.f, "site/.pensum/manifest", "x");
	folder_put(&s.f, "site/README.md", "x");
	folder_put(&s.f, "site/content/.a.md.swp", "x");
	folder_put(&s.f, "site/content/a.md~", "x");
	folder_put(&s.f, "site/content/4913", "x");
	folder_put(&s.f, "site/content/#a.md#", "x");
	folder_put(&s.f, "site/content/.git/index", "x");
	unlink(folder_at(&s.f, "site/content/4913"));
	unnoticed(&s);
	end(&s);
}

static void
writing_in_place(void **state)
{
	struct site s;

	(void)state;
	begin(&s);
	watch(&s);
	/* Same length, and within one tick of the clock. */
	for (int i = 0; i < 20; i++) {
		folder_put(&s.f, "site/content/a.md", i % 2 ? "x" : "y");
		noticed(&s, "content/a.md");
		unnoticed(&s);
	}
	folder_put(&s.f, "site/content/deep/er/b.md", "c");
	noticed(&s, "content/deep/er/b.md");
	folder_put(&s.f, "site/site.yaml", "title: y\n");
	noticed(&s, "site.yaml");
	end(&s);
}

static void
move(struct site *s, const char *from, const char *to)
{
	assert_return_code(rename(folder_at(&s->f, from), folder_at(&s->f, to)), 0);
}

static void
renaming_over(void **state)
{
	struct site s;

	(void)state;
	begin(&s);
	watch(&s);
	for (int i = 0; i < 3; i++) {
		folder_put(&s.f, "site/content/.a.tmp", "n");
		move(&s, "site/content/.a.tmp", "site/content/a.md");
		noticed(&s, "content/a.md");
		folder_put(&s.f, "site/.site.tmp", "title: y\n");
		move(&s, "site/.site.tmp", "site/site.yaml");
		noticed(&s, "site.yaml");
	}
	/* Vim: the old one goes away, a new one is written. */
	move(&s, "site/content/a.md", "site/content/a.md~");
	folder_put(&s.f, "site/content/a.md", "v");
	unlink(folder_at(&s.f, "site/content/a.md~"));
	noticed(&s, "content/a.md");
	unnoticed(&s);
	end(&s);
}

static void
new_folders(void **state)
{
	struct site s;

	(void)state;
	begin(&s);
	watch(&s);
	folder_put(&s.f, "site/content/x/y/z/c.md", "c");
	assert_true(settled(&s));
	folder_put(&s.f, "site/content/x/y/z/c.md", "d");
	noticed(&s, "content/x/y/z/c.md");
	folder_put(&s.f, "site/themes/own/page.html", "p");
	assert_true(settled(&s));
	folder_put(&s.f, "site/themes/own/page.html", "q");
	noticed(&s, "themes/own/page.html");
	end(&s);
}

static void
folders_that_go(void **state)
{
	struct site s;

	(void)state;
	begin(&s);
	watch(&s);
	move(&s, "site/content/deep", "site/content/low");
	assert_true(settled(&s));
	folder_put(&s.f, "site/content/low/er/b.md", "c");
	noticed(&s, "content/low/er/b.md");
	move(&s, "site/content/low", "site/away");
	assert_true(settled(&s));
	folder_put(&s.f, "site/away/er/b.md", "d");
	unnoticed(&s);
	move(&s, "site/away", "site/content/back");
	assert_true(settled(&s));
	folder_put(&s.f, "site/content/back/er/b.md", "e");
	noticed(&s, "content/back/er/b.md");
	fs_remove_tree(folder_at(&s.f, "site/content/back"));
	assert_true(settled(&s));
	folder_put(&s.f, "site/content/back/er/b.md", "f");
	assert_true(settled(&s));
	folder_put(&s.f, "site/content/back/er/b.md", "g");
	noticed(&s, "content/back/er/b.md");
	unlink(folder_at(&s.f, "site/content/a.md"));
	noticed(&s, "content/a.md");
	end(&s);
}

static void
link_to(struct site *s, const char *to, const char *name)
{
	assert_return_code(symlink(to, folder_at(&s->f, name)), 0);
}

/* What links lead to is a source, too, and a loop of them has an end. */
static void
links(void **state)
{
	struct site s;

	(void)state;
	begin(&s);
	folder_put(&s.f, "shared/c.md", "c");
	folder_put(&s.f, "shared/folder/d.md", "d");
	folder_put(&s.f, "settings.yaml", "title: x\n");
	unlink(folder_at(&s.f, "site/site.yaml"));
	link_to(&s, "../settings.yaml", "site/site.yaml");
	link_to(&s, "../../shared/c.md", "site/content/c.md");
	link_to(&s, "../../shared/folder", "site/content/folder");
	link_to(&s, ".", "site/content/loop");
	link_to(&s, "nowhere", "site/content/dangling");
	watch(&s);
	for (int i = 0; i < 2; i++) {
		folder_put(&s.f, "shared/c.md", i ? "C" : "x");
		noticed(&s, "content/c.md");
		folder_put(&s.f, "shared/folder/d.md", i ? "D" : "x");
		noticed(&s, "content/folder/d.md");
		folder_put(&s.f, "settings.yaml", i ? "title: y\n" : "title: z\n");
		noticed(&s, "site.yaml");
		folder_put(&s.f, "shared/c.new", i ? "CC" : "xx");
		move(&s, "shared/c.new", "shared/c.md");
		noticed(&s, "content/c.md");
	}
	link_to(&s, "../../shared", "site/content/late");
	assert_true(settled(&s));
	folder_put(&s.f, "shared/folder/d.md", "DD");
	assert_true(settled(&s));
	end(&s);
}

/* A program that never stops writing starves nobody. */
static void
steady_stream(void **state)
{
	struct site s;
	struct timespec from, to, pause = { 0, 1000000 };
	int fd, n = 0;

	(void)state;
	begin(&s);
	watch(&s);
	fd = open(folder_at(&s.f, "site/content/a.md"), O_WRONLY | O_APPEND);
	assert_true(fd >= 0);
	clock_gettime(CLOCK_MONOTONIC, &from);
	do {
		assert_int_equal(write(fd, "x", 1), 1);
		nanosleep(&pause, NULL);
		watch_look_now(s.w);
	} while (watch_left(s.w) != 0 && ++n < 2000);
	clock_gettime(CLOCK_MONOTONIC, &to);
	close(fd);
	assert_true(n < 2000);
	/* Not at once, nor much too late (a machine under load may be slow). */
	if (to.tv_sec - from.tv_sec > 5)
		fail_msg("it took %ld s", (long)(to.tv_sec - from.tv_sec));
	end(&s);
}

/* A file that is being written is waited for; one that was closed is not. */
static void
half_written(void **state)
{
	struct site s;
	int fd;

	(void)state;
	if (by_polling)
		return; /* which cannot tell one from the other */
	begin(&s);
	watch(&s);
	fd = open(folder_at(&s.f, "site/content/a.md"), O_WRONLY | O_TRUNC);
	assert_true(watch_look(s.w));
	assert_true(watch_left(s.w) > WATCH_WHOLE);
	assert_true(watch_left_now(s.w) > WATCH_WHOLE);
	assert_int_equal(write(fd, "x", 1), 1);
	close(fd);
	assert_true(watch_look(s.w));
	assert_true(watch_left(s.w) <= WATCH_WHOLE);
	assert_int_equal(watch_left_now(s.w), 0);
	end(&s);
}

static void
overflow(void **state)
{
	struct site s;
	long limit = 16384;
	FILE *f = fopen("/proc/sys/fs/inotify/max_queued_events", "r");

	(void)state;
	if (f == NULL || fscanf(f, "%ld", &limit) != 1 || limit > 100000)
		skip();
	fclose(f);
	begin(&s);
	watch(&s);
	for (long i = 0; i < limit / 2 + 100;
	     i++) { /* two kinds of events in turns, so that none is merged with the one before */
		folder_put(&s.f, "site/content/a.md", "x");
	}
	folder_put(&s.f, "site/content/unseen/n.md", "n");
	assert_true(settled(&s));
	folder_put(&s.f, "site/content/unseen/n.md", "m");
	noticed(&s, "content/unseen/n.md");
	end(&s);
}

static void
silence(void **state)
{
	struct site s;

	(void)state;
	begin(&s);
	watch(&s);
	assert_false(watch_look(s.w));
	assert_int_equal(watch_left(s.w) > 0, by_polling || s.notice.n > 0);
	assert_int_equal(watch_fd(s.w) < 0, by_polling);
	end(&s);
}

static int
with_inotify(void **state)
{
	(void)state;
	by_polling = false;
	return 0;
}

static int
with_polling(void **state)
{
	(void)state;
	by_polling = true;
	return 0;
}

#define BOTH(test)                                                                                                     \
	cmocka_unit_test(test),                                                                                        \
	{                                                                                                              \
#test " (polling)", test, with_polling, with_inotify, NULL                                             \
	}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		BOTH(strangers),
		BOTH(writing_in_place),
		BOTH(renaming_over),
		BOTH(new_folders),
		BOTH(folders_that_go),
		BOTH(links),
		BOTH(steady_stream),
		BOTH(half_written),
		cmocka_unit_test(overflow),
		BOTH(silence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
