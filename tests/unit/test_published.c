/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/published.h"

#include <errno.h>
#include <fcntl.h>
#include <time.h>

#include "folder.h"
#include "publish/digest.h"
#include "publish/notes.h"

struct site {
	struct folder f;
	struct manifest m;
	struct published p;
};

/* A published file that the manifest notes, as it is. */
static void
publish(struct site *s, const char *path, const char *text)
{
	const char *name = arena_fmt(&s->f.a, "out/%s", path).p;
	struct manifest_entry *e;
	struct stat st;

	folder_put(&s->f, name, text);
	assert_return_code(stat(folder_at(&s->f, name), &st), errno);
	e = manifest_add(&s->m, str_of(path));
	e->hash = digest_bytes(str_of(text));
	e->size = strlen(text);
	e->mtime = (int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec;
	e->ino = st.st_ino;
}

static void
open_site(struct site *s)
{
	*s = (struct site){ 0 };
	folder_open(&s->f);
	publish(s, "a/index.html", "A");
	publish(s, "b", "B");
}

/* The manifest is written ${later} seconds after the files. */
static void
read_site(struct site *s, time_t later)
{
	const char *file = folder_at(&s->f, "manifest");
	struct timespec times[2] = { { 0 }, { 0 } };

	manifest_sort(&s->m);
	assert_return_code(notes_prepare(file, &s->m), errno);
	assert_return_code(notes_adopt(file), errno);
	clock_gettime(CLOCK_REALTIME, &times[1]);
	times[0] = times[1];
	times[1].tv_sec += later;
	assert_return_code(utimensat(AT_FDCWD, file, times, 0), errno);
	assert_int_equal(published_open(&s->p, folder_at(&s->f, "out"), file), 0);
}

static void
close_site(struct site *s)
{
	published_close(&s->p);
	manifest_free(&s->m);
	folder_close(&s->f);
}

static void
no_folder(void **state)
{
	struct site s;
	struct published p;

	(void)state;
	open_site(&s);
	assert_int_equal(published_open(&p, folder_at(&s.f, "nothing"), folder_at(&s.f, "manifest")), 0);
	assert_int_equal(p.fd, -1);
	assert_false(published_keep(&p, STR("a/index.html"), 0));
	published_close(&p);
	assert_int_equal(published_open(&p, folder_at(&s.f, "out/b"), folder_at(&s.f, "manifest")), -1);
	assert_int_equal(errno, ENOTDIR);
	published_close(&p);
	read_site(&s, 0);
	close_site(&s);
}

/* A file as old as the manifest is read; an older one is not, and its bytes are taken on trust. */
static void
young_files_are_read(void **state)
{
	(void)state;
	for (time_t later = 0; later < 3; later += 2) {
		struct site s;
		struct stat st;
		struct timespec times[2];

		open_site(&s);
		assert_return_code(stat(folder_at(&s.f, "out/b"), &st), errno);
		folder_put(&s.f, "out/b", "X");
		times[0] = times[1] = st.st_mtim;
		assert_return_code(utimensat(AT_FDCWD, folder_at(&s.f, "out/b"), times, 0), errno);
		read_site(&s, later);
		assert_true(published_keep(&s.p, STR("a/index.html"), 0));
		assert_int_equal(published_keep(&s.p, STR("b"), 0), later > 0);
		assert_false(published_keep(&s.p, STR("a"), 0));
		assert_int_equal(s.p.stays[0], 1);
		close_site(&s);
	}
}

static void
not_a_file(void **state)
{
	struct site s;

	(void)state;
	open_site(&s);
	assert_return_code(unlink(folder_at(&s.f, "out/b")), errno);
	assert_return_code(symlink("a/index.html", folder_at(&s.f, "out/b")), errno);
	read_site(&s, 2);
	assert_false(published_keep(&s.p, STR("b"), 0));
	close_site(&s);
}

static bool
same(struct site *s, const char *path, const char *text, bool *intact)
{
	struct ledger l;
	struct ledger_file *f;
	bool first, is;

	ledger_open(&l);
	f = ledger_note(&l, str_of(path), digest_bytes(str_of(text)), strlen(text), NULL, &first);
	is = published_same(&s->p, f);
	assert_int_equal(is, f->kept);
	assert_int_equal(is, f->ino != 0);
	*intact = f->intact;
	ledger_close(&l);
	return is;
}

static void
equal_bytes(void **state)
{
	struct site s;
	bool intact;

	(void)state;
	open_site(&s);
	folder_put(&s.f, "out/unknown", "U");
	assert_return_code(unlink(folder_at(&s.f, "out/b")), errno);
	folder_put(&s.f, "out/other", "B");
	assert_return_code(rename(folder_at(&s.f, "out/other"), folder_at(&s.f, "out/b")), errno);
	read_site(&s, 2);
	assert_true(same(&s, "a/index.html", "A", &intact));
	assert_true(intact);
	assert_false(same(&s, "a/index.html", "C", &intact));
	assert_false(same(&s, "a/index.html", "AA", &intact));
	assert_true(same(&s, "b", "B", &intact)); /* another file with the same bytes */
	assert_false(intact);
	assert_true(same(&s, "unknown", "U", &intact));
	assert_false(intact);
	assert_false(same(&s, "unknown", "V", &intact));
	assert_false(same(&s, "nothing", "V", &intact));
	close_site(&s);
}

/* A folder is told by more than its name: renamed it stays, made anew it is another. */
static void
folders(void **state)
{
	struct folder f;
	uint64_t id[3];

	(void)state;
	folder_open(&f);
	for (int i = 0; i < 3; i++) {
		int fd;

		if (i != 1)
			assert_return_code(mkdir(folder_at(&f, "x"), 0777), errno);
		else
			assert_return_code(rename(folder_at(&f, "x"), folder_at(&f, "y")), errno);
		fd = open(folder_at(&f, i == 1 ? "y" : "x"), O_RDONLY | O_DIRECTORY);
		id[i] = published_folder(fd);
		close(fd);
	}
	assert_true(id[0] != 0 && id[0] == id[1] && id[1] != id[2]);
	folder_close(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_folder),
		cmocka_unit_test(young_files_are_read),
		cmocka_unit_test(not_a_file),
		cmocka_unit_test(equal_bytes),
		cmocka_unit_test(folders),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
