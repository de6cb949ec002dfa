/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/whole.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/stat.h>
#include <unistd.h>

#include "folder.h"

static void
test_refused(void **state)
{
	struct folder f;

	(void)state;
	folder_open(&f);
	folder_put(&f, "there", "old");
	assert_int_equal(whole_new(folder_at(&f, "there"), STR("new")), -1);
	assert_int_equal(errno, EEXIST);
	assert_string_equal(folder_get(&f, "there"), "old");
	assert_int_equal(whole_write(folder_at(&f, "no/where"), STR("new")), -1);
	assert_int_equal(errno, ENOENT);
	assert_int_equal(whole_write(f.path, STR("new")), -1);
	assert_return_code(symlink("nowhere", folder_at(&f, "link")), 0);
	assert_int_equal(whole_write(folder_at(&f, "link"), STR("x")), -1);
	assert_int_equal(whole_new(folder_at(&f, "link"), STR("x")), -1);
	assert_string_equal(folder_list(&f, "."), "link@ there");
	folder_close(&f);
}

/* Where the folder takes no new file, the old one stays. */
static void
test_folder_locked(void **state)
{
	struct folder f;

	(void)state;
	if (geteuid() == 0) {
		skip();
		return;
	}
	folder_open(&f);
	folder_put(&f, "d/a", "old");
	assert_return_code(chmod(folder_at(&f, "d"), 0500), 0);
	assert_int_equal(whole_write(folder_at(&f, "d/a"), STR("new")), -1);
	assert_return_code(chmod(folder_at(&f, "d"), 0700), 0);
	assert_string_equal(folder_get(&f, "d/a"), "old");
	folder_close(&f);
}

static void
test_new(void **state)
{
	struct folder f;
	struct stat st;
	mode_t mask = umask(027);

	(void)state;
	folder_open(&f);
	assert_int_equal(whole_new(folder_at(&f, "a"), STR("one")), 0);
	assert_int_equal(whole_write(folder_at(&f, "b"), STR("two")), 0);
	umask(mask);
	assert_string_equal(folder_get(&f, "a"), "one");
	assert_string_equal(folder_get(&f, "b"), "two");
	assert_int_equal(stat(folder_at(&f, "a"), &st), 0);
	assert_int_equal(st.st_mode & 07777, 0640);
	assert_string_equal(folder_list(&f, "."), "a b"); /* nothing is left beside them */
	folder_close(&f);
}

static void
test_replaced(void **state)
{
	struct folder f;
	struct stat st;

	(void)state;
	folder_open(&f);
	folder_put(&f, "d/a", "a longer text than the new one");
	assert_return_code(chmod(folder_at(&f, "d/a"), 0604), 0);
	assert_return_code(symlink("d/a", folder_at(&f, "one")), 0);
	assert_return_code(symlink("one", folder_at(&f, "two")), 0);
	assert_int_equal(whole_write(folder_at(&f, "two"), STR("new")), 0);
	assert_string_equal(folder_get(&f, "d/a"), "new");
	assert_int_equal(stat(folder_at(&f, "d/a"), &st), 0);
	assert_int_equal(st.st_mode & 07777, 0604);
	assert_int_equal(whole_write(folder_at(&f, "d/a"), STR_EMPTY), 0);
	assert_string_equal(folder_get(&f, "two"), "");
	assert_string_equal(folder_list(&f, "."), "d/ d/a one@ two@");
	folder_close(&f);
}

/* Others that make files at the same time. */
struct meanwhile {
	const char *path;
	atomic_bool over, failed;
};

static void *
write_some(void *ctx)
{
	struct meanwhile *m = ctx;

	for (int i = 0; i < 400; i++) {
		struct arena a = ARENA_INIT;
		const char *path = arena_fmt(&a, "%s/%lx-%d", m->path, (unsigned long)pthread_self(), i).p;

		if (whole_write(path, STR("x")) < 0)
			atomic_store(&m->failed, true);
		arena_free(&a);
	}
	return NULL;
}

static void *
make_others(void *ctx)
{
	struct meanwhile *m = ctx;
	struct arena a = ARENA_INIT;
	const char *path = arena_fmt(&a, "%s/other", m->path).p;

	while (!atomic_load(&m->over)) {
		struct stat st;
		int fd = open(path, O_WRONLY | O_CREAT | O_EXCL, 0666);

		if (fd < 0 || fstat(fd, &st) < 0 || (st.st_mode & 07777) != 0640)
			atomic_store(&m->failed, true);
		close(fd);
		unlink(path);
	}
	arena_free(&a);
	return NULL;
}

/* Workers keep catalogues at the same time: what files of others may be is never changed meanwhile. */
static void
test_at_once(void **state)
{
	mode_t mask = umask(027);
	pthread_t writers[3], other;
	struct folder f;
	struct meanwhile m = { 0 };

	(void)state;
	folder_open(&f);
	m.path = f.path;
	assert_int_equal(pthread_create(&other, NULL, make_others, &m), 0);
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(pthread_create(&writers[i], NULL, write_some, &m), 0);
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(pthread_join(writers[i], NULL), 0);
	atomic_store(&m.over, true);
	assert_int_equal(pthread_join(other, NULL), 0);
	assert_int_equal(umask(mask), 027);
	assert_false(atomic_load(&m.failed));
	folder_close(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_folder_locked),
		cmocka_unit_test(test_new),
		cmocka_unit_test(test_replaced),
		cmocka_unit_test(test_at_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
