/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fs.h"

static struct arena arena;
static char root[64];

/* ${name} in this test's folder; NUL-terminated. */
static const char *
in(const char *name)
{
	return arena_fmt(&arena, "%s/%s", root, name).p;
}

static void
link_to(const char *target, const char *path)
{
	assert_int_equal(symlink(target, path), 0);
}

static int
begin(void **state)
{
	(void)state;
	strcpy(root, "/tmp/pensum-test-fs-XXXXXX");
	return mkdtemp(root) ? 0 : -1;
}

static int
end(void **state)
{
	int gone = fs_remove_tree(root);

	(void)state;
	arena_free(&arena);
	return gone;
}

static void
assert_holds(const char *path, const char *text)
{
	struct str s;

	assert_int_equal(fs_read(&arena, path, &s), 0);
	assert_int_equal(s.n, strlen(text));
	assert_string_equal(s.p, text);
}

static void
assert_refused(const char *path, int reason)
{
	struct str s = STR("old");

	errno = 0;
	assert_int_equal(fs_read(&arena, path, &s), -1);
	assert_int_equal(errno, reason);
	assert_int_equal(s.n, 0);
}

static void
test_write_and_read(void **state)
{
	struct str s;

	(void)state;
	assert_int_equal(fs_write(in("a"), STR("long text")), 0);
	assert_holds(in("a"), "long text");
	assert_int_equal(fs_write(in("a"), STR("x")), 0);
	assert_holds(in("a"), "x");
	assert_int_equal(fs_write(in("a"), STR_EMPTY), 0);
	assert_holds(in("a"), "");
	assert_int_equal(fs_write(in("a"), STR("\0\xff\n")), 0);
	assert_int_equal(fs_read(&arena, in("a"), &s), 0);
	assert_int_equal(s.n, 3);
	assert_memory_equal(s.p, "\0\xff\n", 4);
	assert_int_equal(fs_write(in("no/a"), STR("x")), -1);
	assert_int_equal(errno, ENOENT);
}

static void
test_write_new(void **state)
{
	(void)state;
	assert_int_equal(fs_write_new(in("a"), STR("first")), 0);
	assert_int_equal(fs_write_new(in("a"), STR("second")), -1);
	assert_int_equal(errno, EEXIST);
	assert_holds(in("a"), "first");
}

static void
test_read_refuses(void **state)
{
	(void)state;
	assert_refused(in("none"), ENOENT);
	assert_refused(root, EISDIR);
	assert_int_equal(mkfifo(in("fifo"), 0600), 0);
	assert_refused(in("fifo"), EINVAL); /* and does not wait */
	assert_refused("/dev/zero", EINVAL);
	assert_refused("/dev/null", EINVAL);
	assert_int_equal(symlink("loop", in("loop")), 0);
	assert_refused(in("loop"), ELOOP);
}

static void
test_read_up_to_64_mb(void **state)
{
	int fd = open(in("large"), O_WRONLY | O_CREAT, 0600);
	struct str s;

	(void)state;
	assert_true(fd >= 0);
	assert_int_equal(ftruncate(fd, (off_t)64 << 20), 0);
	assert_int_equal(fs_read(&arena, in("large"), &s), 0);
	assert_int_equal(s.n, 64 << 20);
	assert_int_equal(ftruncate(fd, ((off_t)64 << 20) + 1), 0);
	close(fd);
	assert_refused(in("large"), EFBIG);
}

/* Files of /proc say that they are empty. */
static void
test_read_more_than_stat_tells(void **state)
{
	struct stat st;
	struct str s;

	(void)state;
	assert_int_equal(stat("/proc/self/status", &st), 0);
	assert_int_equal(st.st_size, 0);
	assert_int_equal(fs_read(&arena, "/proc/self/status", &s), 0);
	assert_true(s.n > 100);
	assert_int_equal(s.p[s.n], '\0');
	assert_int_equal(strlen(s.p), s.n);
}

static void
test_write_refuses(void **state)
{
	(void)state;
	assert_int_equal(mkfifo(in("fifo"), 0600), 0);
	assert_int_equal(fs_write(in("fifo"), STR("x")), -1); /* and does not wait */
	assert_int_equal(errno, ENXIO);
	assert_int_equal(fs_write("/dev/null", STR("x")), -1);
	assert_int_equal(errno, EINVAL);
	assert_int_equal(fs_kind("/dev/null"), FS_OTHER);
	assert_int_equal(fs_write(root, STR("x")), -1);
	assert_int_equal(errno, EISDIR);
}

/* A disk that is full half way: nothing half written stays. */
static void
test_write_cut_short(void **state)
{
	struct rlimit before, small;
	static char big[50000];
	int written;

	(void)state;
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	small = before;
	small.rlim_cur = 10000;
	setrlimit(RLIMIT_FSIZE, &small);
	written = fs_write_new(in("a"), (struct str){ big, sizeof big });
	setrlimit(RLIMIT_FSIZE, &before);
	assert_int_equal(written, -1);
	assert_int_equal(errno, EFBIG);
	assert_int_equal(fs_kind(in("a")), FS_NONE);
}

static void
test_kind(void **state)
{
	(void)state;
	fs_write(in("f"), STR("x"));
	link_to("f", in("to-f"));
	link_to(".", in("to-dir"));
	link_to("none", in("dangling"));
	link_to("b", in("a"));
	link_to("a", in("b"));
	mkfifo(in("fifo"), 0600);
	assert_int_equal(fs_kind(in("f")), FS_FILE);
	assert_int_equal(fs_kind(root), FS_DIR);
	assert_int_equal(fs_kind(in("to-f")), FS_FILE);
	assert_int_equal(fs_kind(in("to-dir")), FS_DIR);
	assert_int_equal(fs_kind(in("dangling")), FS_NONE);
	assert_int_equal(fs_kind(in("a")), FS_NONE);
	assert_int_equal(fs_kind(in("fifo")), FS_OTHER);
	assert_int_equal(fs_kind(in("f/x")), FS_NONE);
}

static void
test_identity(void **state)
{
	uint64_t dev[2], ino[2];

	(void)state;
	mkdir(in("d"), 0700);
	link_to("d", in("l"));
	assert_int_equal(fs_identity(in("d"), &dev[0], &ino[0]), 0);
	assert_int_equal(fs_identity(in("l/../l"), &dev[1], &ino[1]), 0);
	assert_true(dev[0] == dev[1] && ino[0] == ino[1]);
	assert_int_equal(fs_identity(root, &dev[1], &ino[1]), 0);
	assert_true(ino[0] != ino[1]);
	assert_int_equal(fs_identity(in("none"), &dev[1], &ino[1]), -1);
}

static void
assert_entry(struct fs_entry e, const char *name, enum fs_kind kind, bool link)
{
	assert_true(str_is(e.name, name));
	assert_int_equal(e.kind, kind);
	assert_int_equal(e.link, link);
}

static void
test_list(void **state)
{
	struct fs_entries es;

	(void)state;
	fs_write(in("b"), STR(""));
	fs_write(in("a.md"), STR(""));
	fs_write(in("\xc3\xa5"), STR(""));
	fs_write(in("Z"), STR(""));
	fs_write(in(".hidden"), STR(""));
	mkdir(in("a"), 0700);
	link_to("a", in("l1"));
	link_to("b", in("l2"));
	link_to("l3", in("l3"));
	link_to("none", in("l4"));
	mkfifo(in("p"), 0600);
	assert_int_equal(fs_list(&arena, root, &es), 0);
	assert_int_equal(es.n, 11);
	assert_entry(es.v[0], ".hidden", FS_FILE, false);
	assert_entry(es.v[1], "Z", FS_FILE, false);
	assert_entry(es.v[2], "a", FS_DIR, false);
	assert_entry(es.v[3], "a.md", FS_FILE, false);
	assert_entry(es.v[4], "b", FS_FILE, false);
	assert_entry(es.v[5], "l1", FS_DIR, true);
	assert_entry(es.v[6], "l2", FS_FILE, true);
	assert_entry(es.v[7], "l3", FS_NONE, true);
	assert_entry(es.v[8], "l4", FS_NONE, true);
	assert_entry(es.v[9], "p", FS_OTHER, false);
	assert_entry(es.v[10], "\xc3\xa5", FS_FILE, false);
	VEC_FREE(&es);
	assert_int_equal(fs_list(&arena, in("a"), &es), 0);
	assert_int_equal(es.n, 0);
	VEC_FREE(&es);
	assert_int_equal(fs_list(&arena, in("none"), &es), -1);
	assert_int_equal(errno, ENOENT);
	assert_int_equal(fs_list(&arena, in("b"), &es), -1);
	assert_int_equal(errno, ENOTDIR);
}

static void
test_mkdirs(void **state)
{
	(void)state;
	assert_int_equal(fs_mkdirs(in("x/y/z")), 0);
	assert_int_equal(fs_kind(in("x/y/z")), FS_DIR);
	assert_int_equal(fs_mkdirs(in("x/y/z")), 0);
	assert_int_equal(fs_mkdirs(in("x//w///v/")), 0);
	assert_int_equal(fs_kind(in("x/w/v")), FS_DIR);
	assert_int_equal(fs_mkdirs("/"), 0);
	link_to("x", in("l"));
	assert_int_equal(fs_mkdirs(in("l/u/t")), 0);
	assert_int_equal(fs_kind(in("x/u/t")), FS_DIR);
	fs_write(in("f"), STR("x"));
	assert_int_equal(fs_mkdirs(in("f")), -1);
	assert_int_equal(errno, ENOTDIR);
	assert_int_equal(fs_mkdirs(in("f/g/h")), -1);
	assert_int_equal(errno, ENOTDIR);
	assert_int_equal(fs_mkdirs(""), -1);
	assert_int_equal(errno, ENOENT);
	link_to("none", in("dangling"));
	assert_int_equal(fs_mkdirs(in("dangling")), -1);
}

static void
test_remove_tree(void **state)
{
	(void)state;
	assert_int_equal(fs_mkdirs(in("keep")), 0);
	fs_write(in("keep/me"), STR("x"));
	assert_int_equal(fs_mkdirs(in("t/a/b/c")), 0);
	fs_write(in("t/a/f"), STR("x"));
	link_to("../keep", in("t/link"));
	link_to("none", in("t/dangling"));
	mkfifo(in("t/fifo"), 0600);
	assert_int_equal(fs_remove_tree(in("t")), 0);
	assert_int_equal(fs_kind(in("t")), FS_NONE);
	assert_holds(in("keep/me"), "x");
	assert_int_equal(fs_remove_tree(in("t")), 0);
	assert_int_equal(fs_remove_tree(in("keep/me/none")), 0);
	/* A link itself is removed, not what it leads to, even with a slash behind it. */
	link_to("keep", in("l"));
	assert_int_equal(fs_remove_tree(in("l/")), 0);
	assert_holds(in("keep/me"), "x");
	assert_int_equal(access(in("l"), F_OK), -1);
	assert_int_equal(fs_remove_tree(in("keep/me")), 0);
	assert_int_equal(fs_kind(in("keep/me")), FS_NONE);
}

/* Deeper than files may be open. */
static void
test_remove_deep_tree(void **state)
{
	struct rlimit before, small;
	char path[3000];
	size_t n = (size_t)snprintf(path, sizeof path, "%s", in("deep"));

	(void)state;
	for (int i = 0; i < 800; i++)
		n += (size_t)snprintf(path + n, sizeof path - n, "/d");
	assert_int_equal(fs_mkdirs(path), 0);
	assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
	small = before;
	small.rlim_cur = 64;
	setrlimit(RLIMIT_NOFILE, &small);
	assert_int_equal(fs_remove_tree(in("deep")), 0);
	setrlimit(RLIMIT_NOFILE, &before);
	assert_int_equal(fs_kind(in("deep")), FS_NONE);
}

static void
test_exchange(void **state)
{
	int done;

	(void)state;
	fs_mkdirs(in("a"));
	fs_mkdirs(in("b"));
	fs_write(in("a/x"), STR("one"));
	fs_write(in("b/x"), STR("two"));
	done = fs_exchange(in("a"), in("b"));
	if (done < 0 && (errno == ENOSYS || errno == EINVAL))
		skip(); /* this file system cannot */
	assert_int_equal(done, 0);
	assert_holds(in("a/x"), "two");
	assert_holds(in("b/x"), "one");
	assert_int_equal(fs_exchange(in("a"), in("none")), -1);
	assert_int_equal(errno, ENOENT);
}

static void
test_clone(void **state)
{
	struct stat st;

	(void)state;
	fs_write(in("f"), STR("bytes"));
	link_to("none", in("l"));
	assert_int_equal(fs_clone(in("f"), in("g")), 0);
	assert_holds(in("g"), "bytes");
	assert_int_equal(fs_clone(in("f"), in("g")), -1);
	assert_int_equal(errno, EEXIST);
	assert_int_equal(fs_clone(in("l"), in("m")), 0);
	assert_int_equal(lstat(in("m"), &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_int_equal(fs_clone(in("none"), in("n")), -1);
	assert_int_equal(errno, ENOENT);
	assert_int_equal(fs_clone(root, in("n")), -1);
	assert_int_equal(errno, EISDIR);
}

/* To another file system, where there is one, bytes and mode are copied. */
static void
test_clone_across(void **state)
{
	char there[] = "/dev/shm/pensum-test-fs-XXXXXX";
	static char big[200001];
	struct stat here, st;
	struct str s;
	const char *to, *link;

	(void)state;
	memset(big, 'b', sizeof big);
	fs_write(in("f"), (struct str){ big, sizeof big });
	chmod(in("f"), 0750);
	link_to("f", in("l"));
	if (!mkdtemp(there))
		skip();
	if (stat(there, &st) < 0 || stat(root, &here) < 0 || st.st_dev == here.st_dev) {
		rmdir(there);
		skip();
	}
	to = arena_fmt(&arena, "%s/f", there).p;
	link = arena_fmt(&arena, "%s/l", there).p;
	assert_int_equal(fs_clone(in("f"), to), 0);
	assert_int_equal(fs_read(&arena, to, &s), 0);
	assert_true(str_eq(s, (struct str){ big, sizeof big }));
	assert_int_equal(stat(to, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0750);
	assert_int_equal(fs_clone(in("l"), link), 0);
	assert_int_equal(lstat(link, &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_int_equal(fs_clone(in("f"), to), -1);
	assert_int_equal(errno, EEXIST);
	assert_int_equal(fs_exchange(in("f"), to), -1);
	assert_int_equal(errno, EXDEV);
	assert_int_equal(fs_remove_tree(there), 0);
}

/* Each in a folder of its own. */
#define TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_write_and_read),
		TEST(test_write_new),
		TEST(test_read_refuses),
		TEST(test_read_up_to_64_mb),
		TEST(test_read_more_than_stat_tells),
		TEST(test_write_refuses),
		TEST(test_write_cut_short),
		TEST(test_kind),
		TEST(test_identity),
		TEST(test_list),
		TEST(test_mkdirs),
		TEST(test_remove_tree),
		TEST(test_remove_deep_tree),
		TEST(test_exchange),
		TEST(test_clone),
		TEST(test_clone_across),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
