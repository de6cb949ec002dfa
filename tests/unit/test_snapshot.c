/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/snapshot.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>

#include "folder.h"

/* tests/unit/test_watch.c tells what a whole watch makes of it; here is what only looking again can miss. */

struct place {
	struct folder f;
	struct snapshot *s;
	struct sources_changed names;
};

static void
begin(struct place *p)
{
	*p = (struct place){ 0 };
	folder_open(&p->f);
	folder_put(&p->f, "site.yaml", "title: x\n");
	folder_put(&p->f, "content/a.md", "a");
	folder_put(&p->f, "content/b.md", "b");
}

static void
end(struct place *p)
{
	snapshot_close(p->s);
	sources_free(&p->names);
	folder_close(&p->f);
}

static size_t
changed(struct place *p)
{
	bool any;

	sources_forget(&p->names);
	any = snapshot_look(p->s, &p->names);
	assert_true(any || p->names.names.n == 0);
	return p->names.names.n;
}

/* A file's times, in seconds from now. */
static void
date(struct place *p, const char *name, long seconds)
{
	struct timespec t[2];

	clock_gettime(CLOCK_REALTIME, &t[0]);
	t[0].tv_sec += seconds;
	t[1] = t[0];
	assert_return_code(utimensat(AT_FDCWD, folder_at(&p->f, name), t, 0), 0);
}

static void
no_folder(void **state)
{
	struct place p = { 0 };

	(void)state;
	folder_open(&p.f);
	p.s = snapshot_open(STR("/nonexistent/folder"));
	assert_int_equal(changed(&p), 0);
	end(&p);
}

/* The same number of bytes with the same times. */
static void
same_times(void **state)
{
	struct place p;
	struct stat st;

	(void)state;
	begin(&p);
	p.s = snapshot_open(str_of(p.f.path));
	assert_return_code(stat(folder_at(&p.f, "content/a.md"), &st), 0);
	for (int i = 0; i < 50; i++) {
		folder_put(&p.f, "content/a.md", i % 2 ? "a" : "x");
		assert_return_code(utimensat(AT_FDCWD, folder_at(&p.f, "content/a.md"),
				       (struct timespec[]){ st.st_atim, st.st_mtim }, 0),
		    0);
		assert_int_equal(changed(&p), 1);
		assert_int_equal(changed(&p), 0);
	}
	end(&p);
}

/* Times that a program or another machine's clock made. */
static void
other_times(void **state)
{
	struct place p;

	(void)state;
	begin(&p);
	date(&p, "content/a.md", -100000);
	date(&p, "content/b.md", 100000);
	p.s = snapshot_open(str_of(p.f.path));
	assert_int_equal(changed(&p), 0);
	folder_put(&p.f, "content/a.md", "x");
	date(&p, "content/a.md", -100000);
	folder_put(&p.f, "content/b.md", "x");
	date(&p, "content/b.md", 100000);
	assert_int_equal(changed(&p), 2);
	end(&p);
}

static void
added_and_removed(void **state)
{
	struct place p;

	(void)state;
	begin(&p);
	p.s = snapshot_open(str_of(p.f.path));
	unlink(folder_at(&p.f, "content/a.md"));
	folder_put(&p.f, "content/c/d.md", "d");
	folder_put(&p.f, "lua/x.lua", "x");
	assert_int_equal(changed(&p), 3);
	assert_int_equal(changed(&p), 0);
	fs_remove_tree(folder_at(&p.f, "content"));
	assert_int_equal(changed(&p), 2);
	assert_int_equal(changed(&p), 0);
	/* A folder and a file change places: the names are the same. */
	unlink(folder_at(&p.f, "lua/x.lua"));
	assert_return_code(mkdir(folder_at(&p.f, "lua/x.lua"), 0777), 0);
	assert_true(snapshot_look(p.s, &p.names));
	end(&p);
}

static void
rights(void **state)
{
	struct place p;

	(void)state;
	begin(&p);
	p.s = snapshot_open(str_of(p.f.path));
	assert_return_code(chmod(folder_at(&p.f, "content/a.md"), 0600), 0);
	assert_int_equal(changed(&p), 1);
	end(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_folder),
		cmocka_unit_test(same_times),
		cmocka_unit_test(other_times),
		cmocka_unit_test(added_and_removed),
		cmocka_unit_test(rights),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
