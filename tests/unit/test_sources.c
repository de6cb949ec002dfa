/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/sources.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>

#include "folder.h"
#include "serve/watch.h"
#include "told.h"

static void
names(void **state)
{
	(void)state;
	assert_false(sources_is(STR("public")));
	assert_false(sources_is(STR(".pensum")));
	assert_false(sources_is(STR("content.md")));
	assert_false(sources_is(STR_EMPTY));
	assert_true(sources_is(STR("content")));
	assert_true(sources_is(STR("site.yaml")));
}

static void
many_names(void **state)
{
	struct sources_changed c = { 0 };

	(void)state;
	for (int round = 0; round < 2; round++) {
		for (int i = 0; i < 150; i++) {
			char name[16];

			snprintf(name, sizeof name, "%d", i);
			sources_note(&c, str_of(name));
			sources_note(&c, STR("0"));
		}
		assert_int_equal(c.names.n, 100);
		assert_int_equal(c.more, 50);
		is_text(c.names.v[0], "0");
		sources_forget(&c);
		assert_int_equal(c.names.n + c.more, 0);
	}
	sources_free(&c);
}

static void
ordinary_disk(void **state)
{
	struct folder f;
	struct str where;

	(void)state;
	folder_open_in(&f, "/dev/shm");
	folder_put(&f, "site.yaml", "title: x\n");
	folder_put(&f, "content/a.md", "a");
	assert_null(sources_blind(str_of(f.path), &where));
	folder_close(&f);
}

enum { FINE, WRONG, NOT_HERE };

static bool
put_word(const char *file, const char *word)
{
	int fd = open(file, O_WRONLY);
	bool done = fd >= 0 && write(fd, word, strlen(word)) > 0;

	if (fd >= 0)
		close(fd);
	return done;
}

/* A name space in which this process may mount. */
static bool
may_mount(void)
{
	char users[64], groups[64];

	snprintf(users, sizeof users, "0 %u 1", (unsigned)getuid());
	snprintf(groups, sizeof groups, "0 %u 1", (unsigned)getgid());
	return unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 && put_word("/proc/self/setgroups", "deny") &&
	    put_word("/proc/self/uid_map", users) && put_word("/proc/self/gid_map", groups);
}

/* content/ is an overlay; its lower layer changes, which nobody is told of. */
static int
on_overlay(struct folder *f)
{
	struct buf notice = BUF_INIT;
	struct str options = arena_fmt(&f->a, "lowerdir=%s,upperdir=%s,workdir=%s", folder_at(f, "lower"),
	    folder_at(f, "upper"), folder_at(f, "work"));
	struct str where = STR_EMPTY;
	struct watch *w;
	const struct sources_blind *b;

	if (!may_mount() || mount("overlay", folder_at(f, "site/content"), "overlay", 0, options.p) < 0)
		return NOT_HERE;
	b = sources_blind(str_of(folder_at(f, "site")), &where);
	if (b == NULL || b->elsewhere || !str_is(where, "content"))
		return WRONG;
	w = watch_open(str_of(folder_at(f, "site")), false, &notice);
	if (!holds(buf_view(&notice), "content lies on an overlay") || watch_fd(w) < 0)
		return WRONG;
	/* Through the overlay: told. Below it: seen when the next look is due. */
	folder_put(f, "site/content/b.md", "b");
	if (!watch_look(w))
		return WRONG;
	watch_take(w, &(struct sources_changed){ 0 });
	folder_put(f, "lower/a.md", "another");
	for (int i = 0; i < 500; i++) {
		if (watch_look(w))
			return FINE;
		usleep(20000);
	}
	return WRONG;
}

static void
overlay(void **state)
{
	struct folder f;
	int status;
	pid_t pid;

	(void)state;
	folder_open(&f);
	folder_put(&f, "site/site.yaml", "title: x\n");
	folder_put(&f, "site/content/none", "");
	folder_put(&f, "lower/a.md", "a");
	folder_put(&f, "upper/none", "");
	folder_put(&f, "work/none", "");
	unlink(folder_at(&f, "work/none"));
	pid = fork();
	if (pid == 0)
		_exit(on_overlay(&f));
	assert_true(pid > 0);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	folder_close(&f);
	assert_true(WIFEXITED(status));
	if (WEXITSTATUS(status) == NOT_HERE)
		skip();
	assert_int_equal(WEXITSTATUS(status), FINE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names),
		cmocka_unit_test(many_names),
		cmocka_unit_test(ordinary_disk),
		cmocka_unit_test(overlay),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
