/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/digest.h"
#include "publish/stage.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "base/hash.h"
#include "base/pool.h"
#include "folder.h"
#include "told.h"

#define PAGE "<meta name=\"generator\" content=\"Pensum 0.1.0\">"

/* A site and its output folder. */
struct site_folder {
	struct folder f;
	struct str root, out;
};

static void
open_site(struct site_folder *s)
{
	folder_open(&s->f);
	folder_put(&s->f, "site/site.yaml", "title: x\n");
	folder_put(&s->f, "site/content/a.md", "a");
	s->root = str_of(folder_at(&s->f, "site"));
	s->out = str_of(folder_at(&s->f, "site/public"));
}

static void
close_site(struct site_folder *s)
{
	folder_close(&s->f);
}

/* One build: pairs of path and text, up to NULL. */
static int
build(struct site_folder *s, struct diags *d, const char *const *files)
{
	struct stage *stage = stage_open(s->root, s->out, d);

	if (stage == NULL)
		return -1;
	for (; *files != NULL; files += 2)
		assert_int_equal(stage_write(stage, str_of(files[0]), str_of(files[1]), d), 0);
	return stage_commit(stage, NULL, d);
}

#define BUILD(s, d, ...) build((s), (d), (const char *const[]){ __VA_ARGS__, NULL })

static void
built(struct site_folder *s, const char *const *files)
{
	struct diags d = DIAGS_INIT;

	assert_int_equal(build(s, &d, files), 0);
	told_nothing(&d);
	diags_free(&d);
}

#define BUILT(s, ...) built((s), (const char *const[]){ __VA_ARGS__, NULL })

static const char *
notes(struct site_folder *s, const char *name)
{
	char hex[17];

	hash_hex(hash_bytes(s->out), hex);
	return arena_fmt(&s->f.a, "site/.pensum/%s/%s", hex, name).p;
}

/* -- the ordinary way -- */

static void
first_build(void **state)
{
	struct site_folder s;

	(void)state;
	open_site(&s);
	BUILT(&s, "nb/b/index.html", "B", "index.html", "I", "nb/index.html", "N");
	assert_string_equal(folder_list(&s.f, "site/public"), "index.html nb/ nb/b/ nb/b/index.html nb/index.html");
	assert_string_equal(folder_get(&s.f, "site/public/nb/b/index.html"), "B");
	assert_non_null(folder_get(&s.f, notes(&s, "manifest")));
	assert_string_equal(folder_get(&s.f, "site/.pensum/.gitignore"), "*\n");
	assert_null(folder_get(&s.f, "site/.public.pensum-stage"));
	close_site(&s);
}

static void
next_build_drops_what_is_no_more(void **state)
{
	struct site_folder s;

	(void)state;
	open_site(&s);
	BUILT(&s, "index.html", "1", "old/index.html", "o", "old/deep/x.html", "x");
	BUILT(&s, "index.html", "2", "new/index.html", "n");
	assert_string_equal(folder_list(&s.f, "site/public"), "index.html new/ new/index.html");
	assert_string_equal(folder_get(&s.f, "site/public/index.html"), "2");
	close_site(&s);
}

static void
page_and_folder_change_places(void **state)
{
	struct site_folder s;

	(void)state;
	open_site(&s);
	BUILT(&s, "a", "file", "b/x", "in folder");
	BUILT(&s, "a/x", "in folder", "b", "file");
	assert_string_equal(folder_list(&s.f, "site/public"), "a/ a/x b");
	close_site(&s);
}

static void
files_of_others_survive(void **state)
{
	struct site_folder s;
	struct stat st;

	(void)state;
	open_site(&s);
	folder_put(&s.f, "site/public/.gitignore", "*\n");
	folder_put(&s.f, "site/public/nb/notes/todo.txt", "mine");
	assert_return_code(mkdir(folder_at(&s.f, "site/public/empty"), 0700), 0);
	assert_return_code(symlink("nowhere", folder_at(&s.f, "site/public/dangling")), 0);
	assert_return_code(symlink("/", folder_at(&s.f, "site/public/root")), 0);
	assert_return_code(chmod(folder_at(&s.f, "site/public"), 0750), 0);
	assert_return_code(chmod(folder_at(&s.f, "site/public/nb/notes"), 0500), 0);
	for (int i = 0; i < 3; i++) {
		BUILT(&s, "nb/index.html", i == 1 ? "1" : "other", "index.html", "x");
		assert_string_equal(folder_list(&s.f, "site/public"),
		    ".gitignore dangling@ empty/ index.html nb/ nb/index.html nb/notes/ nb/notes/todo.txt root@");
	}
	assert_string_equal(folder_get(&s.f, "site/public/nb/notes/todo.txt"), "mine");
	assert_return_code(stat(folder_at(&s.f, "site/public"), &st), 0);
	assert_int_equal(st.st_mode & 07777, 0750);
	assert_return_code(stat(folder_at(&s.f, "site/public/nb/notes"), &st), 0);
	assert_int_equal(st.st_mode & 07777, 0500);
	assert_return_code(stat(folder_at(&s.f, "site/public/empty"), &st), 0);
	assert_int_equal(st.st_mode & 07777, 0700);
	assert_return_code(chmod(folder_at(&s.f, "site/public/nb/notes"), 0700), 0);
	close_site(&s);
}

static void
page_of_a_reader_stays_though_its_page_is_gone(void **state)
{
	struct site_folder s;

	(void)state;
	open_site(&s);
	BUILT(&s, "a/b/index.html", "1");
	folder_put(&s.f, "site/public/a/b/mine.txt", "mine");
	BUILT(&s, "index.html", "2");
	assert_string_equal(folder_list(&s.f, "site/public"), "a/ a/b/ a/b/mine.txt index.html");
	close_site(&s);
}

static void
copies(void **state)
{
	struct site_folder s;
	struct diags d = DIAGS_INIT;
	struct stage *stage;

	(void)state;
	open_site(&s);
	stage = stage_open(s.root, s.out, &d);
	assert_int_equal(stage_copy(stage, STR("assets/a-1.md"),
			     &(struct stage_source){ .file = str_of(folder_at(&s.f, "site/content/a.md")),
				 .path = STR("site/content/a.md") },
			     &d),
	    0);
	told_nothing(&d);
	assert_int_equal(stage_copy(stage, STR("assets/b"),
			     &(struct stage_source){ .file = str_of(folder_at(&s.f, "site/content/b.md")),
				 .path = STR("site/content/b.md") },
			     &d),
	    -1);
	detail_has(told(&d, DIAG_FILE_UNREADABLE, 0, 0, 0), "No such file");
	assert_int_equal(stage_commit(stage, NULL, &d), 0);
	assert_string_equal(folder_list(&s.f, "site/public"), "assets/ assets/a-1.md");
	assert_string_equal(folder_get(&s.f, "site/public/assets/a-1.md"), "a");
	diags_free(&d);
	close_site(&s);
}

static void
dropped_stage_leaves_nothing(void **state)
{
	struct site_folder s;
	struct diags d = DIAGS_INIT;
	struct stage *stage;

	(void)state;
	open_site(&s);
	BUILT(&s, "index.html", "1");
	stage = stage_open(s.root, s.out, &d);
	assert_int_equal(stage_write(stage, STR("index.html"), STR("2"), &d), 0);
	assert_int_equal(fs_kind(folder_at(&s.f, "site/.public.pensum-stage")), FS_DIR);
	stage_drop(stage);
	stage_drop(NULL);
	told_nothing(&d);
	assert_int_equal(fs_kind(folder_at(&s.f, "site/.public.pensum-stage")), FS_NONE);
	assert_string_equal(folder_get(&s.f, "site/public/index.html"), "1");
	close_site(&s);
}

static void
output_folder_behind_a_link(void **state)
{
	struct site_folder s;
	struct stat st;

	(void)state;
	open_site(&s);
	folder_put(&s.f, "elsewhere/web/keep.txt", "k");
	assert_return_code(symlink("../elsewhere/web", folder_at(&s.f, "site/public")), 0);
	BUILT(&s, "index.html", "1");
	BUILT(&s, "index.html", "2");
	assert_return_code(lstat(folder_at(&s.f, "site/public"), &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_string_equal(folder_list(&s.f, "elsewhere"), "web/ web/index.html web/keep.txt");
	assert_string_equal(folder_get(&s.f, "elsewhere/web/index.html"), "2");
	close_site(&s);
}

static void
output_folder_that_has_to_be_made(void **state)
{
	struct site_folder s;

	(void)state;
	open_site(&s);
	s.out = str_of(folder_at(&s.f, "x/./y//z/"));
	BUILT(&s, "index.html", "1");
	assert_string_equal(folder_list(&s.f, "x"), "y/ y/z/ y/z/index.html");
	close_site(&s);
}

/* -- in the way -- */

static void
blocked(struct site_folder *s, const char *path, const char *text, const char *page)
{
	struct diags d = DIAGS_INIT;
	const char *before;

	folder_put(&s->f, arena_fmt(&s->f.a, "site/public/%s", path).p, text);
	before = folder_list(&s->f, "site/public");
	assert_int_equal(BUILD(s, &d, "index.html", "new", page, "page"), -1);
	detail_has(told(&d, DIAG_OUTPUT_FOREIGN, 0, 0, 0), path);
	assert_string_equal(folder_list(&s->f, "site/public"), before);
	assert_string_equal(folder_get(&s->f, arena_fmt(&s->f.a, "site/public/%s", path).p), text);
	assert_string_equal(folder_get(&s->f, "site/public/index.html"), "old");
	assert_int_equal(fs_kind(folder_at(&s->f, "site/.public.pensum-stage")), FS_NONE);
	assert_return_code(fs_remove_tree(folder_at(&s->f, arena_fmt(&s->f.a, "site/public/%s", path).p)), 0);
	diags_free(&d);
}

static void
file_of_others_in_the_way(void **state)
{
	struct site_folder s;

	(void)state;
	open_site(&s);
	BUILT(&s, "index.html", "old");
	blocked(&s, "nb/index.html", "by hand", "nb/index.html");
	assert_return_code(fs_remove_tree(folder_at(&s.f, "site/public/nb")), 0);
	blocked(&s, "nb", "a file where a folder must be", "nb/index.html");
	blocked(&s, "nb/index.html/deep/own.txt", "a folder where a page must be", "nb/index.html");
	close_site(&s);
}

static void
link_in_the_way(void **state)
{
	struct site_folder s;
	struct diags d = DIAGS_INIT;

	(void)state;
	open_site(&s);
	folder_put(&s.f, "other/index.html", "theirs");
	BUILT(&s, "index.html", "old");
	assert_return_code(symlink("../../other", folder_at(&s.f, "site/public/nb")), 0);
	assert_int_equal(BUILD(&s, &d, "nb/index.html", "1"), -1);
	detail_has(told(&d, DIAG_OUTPUT_FOREIGN, 0, 0, 0), "public/nb");
	assert_string_equal(folder_get(&s.f, "other/index.html"), "theirs");
	diags_free(&d);
	close_site(&s);
}

static void
equal_or_marked_is_ours(void **state)
{
	struct site_folder s;

	(void)state;
	open_site(&s);
	folder_put(&s.f, "site/public/same.css", "same");
	folder_put(&s.f, "site/public/nb/index.html", "<html>" PAGE "old");
	folder_put(&s.f, "site/public/robots.txt", "# Made by Pensum\nold");
	BUILT(&s, "same.css", "same", "nb/index.html", "new", "robots.txt", "new");
	assert_string_equal(folder_get(&s.f, "site/public/nb/index.html"), "new");
	assert_string_equal(folder_get(&s.f, "site/public/robots.txt"), "new");
	close_site(&s);
}

/* -- without memory -- */

static void
forget(struct site_folder *s)
{
	assert_return_code(fs_remove_tree(folder_at(&s->f, "site/.pensum")), 0);
}

static void
lost_manifest(void **state)
{
	struct site_folder s;
	const char *asset;
	char hex[17];

	(void)state;
	open_site(&s);
	hash_hex(hash_bytes(STR("bytes")), hex);
	asset = arena_fmt(&s.f.a, "assets/map-%s.svg", hex).p;
	BUILT(&s, "index.html", PAGE, "nb/gone.html", PAGE, asset, "bytes");
	folder_put(&s.f, "site/public/assets/map-0123456789abcdef.svg", "by hand");
	folder_put(&s.f, "site/public/about Pensum.txt", "Pensum is a program");
	forget(&s);
	BUILT(&s, "index.html", PAGE);
	assert_string_equal(
	    folder_list(&s.f, "site/public"), "about Pensum.txt assets/ assets/map-0123456789abcdef.svg index.html");
	close_site(&s);
}

/* A folder with the sites of several projects in it is not ours as a whole. */
static void
lost_manifest_in_a_foreign_folder(void **state)
{
	struct site_folder s;

	(void)state;
	open_site(&s);
	folder_put(&s.f, "site/public/index.html", "by hand, the list of courses");
	folder_put(&s.f, "site/public/other/index.html", PAGE);
	BUILT(&s, "nb/index.html", PAGE);
	assert_string_equal(folder_list(&s.f, "site/public"), "index.html nb/ nb/index.html other/ other/index.html");
	close_site(&s);
}

static void
damaged_manifest(void **state)
{
	static const char *const texts[] = { "", "x", "pensum manifest 1\n", "pensum manifest 1\nold.txt\n",
		"pensum manifest 1\nold.txt\nend 2\n", "pensum manifest 1\nold.txt\nend 1",
		"pensum manifest 2\nold.txt\nend 1\n", "pensum manifest 1\nend 1\nold.txt\n" };
	struct site_folder s;

	(void)state;
	open_site(&s);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		BUILT(&s, "index.html", "1");
		folder_put(&s.f, "site/public/old.txt", "foreign");
		folder_put(&s.f, notes(&s, "manifest"), texts[i]);
		BUILT(&s, "index.html", "1");
		assert_string_equal(folder_list(&s.f, "site/public"), "index.html old.txt");
	}
	close_site(&s);
}

/* -- killed runs, step by step -- */

static void
killed_while_staging(void **state)
{
	struct site_folder s;

	(void)state;
	open_site(&s);
	BUILT(&s, "index.html", "1");
	folder_put(&s.f, "site/.public.pensum-stage/nb/index.html", "half a si");
	BUILT(&s, "index.html", "2");
	assert_string_equal(folder_list(&s.f, "site/public"), "index.html");
	assert_int_equal(fs_kind(folder_at(&s.f, "site/.public.pensum-stage")), FS_NONE);
	close_site(&s);
}

/* The manifest names both; the old tree is in place. A page of the new one must not look foreign later. */
static void
killed_before_the_exchange(void **state)
{
	struct site_folder s;

	(void)state;
	open_site(&s);
	BUILT(&s, "index.html", "1", "old.html", "o");
	folder_put(&s.f, notes(&s, "manifest"), "pensum manifest 1\nindex.html\nnew.html\nold.html\nend 3\n");
	folder_put(&s.f, "site/.public.pensum-stage/new.html", "n");
	BUILT(&s, "index.html", "3");
	assert_string_equal(folder_list(&s.f, "site/public"), "index.html");
	close_site(&s);
}

/* The new tree is in place, the old one at the stage, with links to the files of others. */
static void
killed_after_the_exchange(void **state)
{
	struct site_folder s;

	(void)state;
	open_site(&s);
	BUILT(&s, "index.html", "2", "new.html", "n");
	folder_put(&s.f, "site/public/.gitignore", "*\n");
	folder_put(&s.f, "site/.public.pensum-stage/old.html", "o");
	assert_return_code(
	    link(folder_at(&s.f, "site/public/.gitignore"), folder_at(&s.f, "site/.public.pensum-stage/.gitignore")),
	    0);
	folder_put(&s.f, notes(&s, "manifest"), "pensum manifest 1\nindex.html\nnew.html\nold.html\nend 3\n");
	folder_put(&s.f, notes(&s, "manifest.new"), "pensum mani");
	BUILT(&s, "index.html", "3");
	assert_string_equal(folder_list(&s.f, "site/public"), ".gitignore index.html");
	assert_string_equal(folder_get(&s.f, "site/public/.gitignore"), "*\n");
	close_site(&s);
}

enum { KILL_FILES = 200 };

static int
build_many(struct site_folder *s, char letter, struct diags *d)
{
	struct stage *stage = stage_open(s->root, s->out, d);
	char path[64], text[2] = { letter };

	if (stage == NULL)
		return -1;
	for (int i = 0; i < KILL_FILES; i++) {
		snprintf(path, sizeof path, "%d/%d%c.html", i % 20, i, i < 100 ? 'x' : letter);
		if (stage_write(stage, str_of(path), str_of(text), d) < 0)
			break;
	}
	return stage_commit(stage, NULL, d);
}

/* Which of the two sites is in public/, whole; fails where it is neither. */
static char
whole_site(struct site_folder *s)
{
	char letter = '\0';
	int n = 0;

	for (int dir = 0; dir < 20; dir++) {
		const char *name = arena_fmt(&s->f.a, "site/public/%d", dir).p;
		struct fs_entries es = { 0 };

		assert_return_code(fs_list(&s->f.a, folder_at(&s->f, name), &es), 0);
		for (size_t i = 0; i < es.n; i++, n++) {
			const char *text =
			    folder_get(&s->f, arena_fmt(&s->f.a, "%s/%.*s", name, STR_ARG(es.v[i].name)).p);

			letter = letter == '\0' ? *text : letter;
			assert_int_equal(*text, letter);
		}
		VEC_FREE(&es);
	}
	assert_int_equal(n, KILL_FILES);
	return letter;
}

static void
killed_at_any_time(void **state)
{
	struct site_folder s;
	struct diags d = DIAGS_INIT;

	(void)state;
	open_site(&s);
	folder_put(&s.f, "site/public/.gitignore", "*\n");
	assert_int_equal(build_many(&s, 'a', &d), 0);
	for (int i = 0; i < 60; i++) {
		char letter = i % 2 == 0 ? 'b' : 'a';
		pid_t child = fork();
		int status;

		assert_return_code(child, errno);
		if (child == 0)
			_exit(build_many(&s, letter, &d) == 0 ? 0 : 1);
		usleep((useconds_t)(i * 200));
		kill(child, SIGKILL);
		assert_return_code(waitpid(child, &status, 0), errno);
		whole_site(&s);
		assert_string_equal(folder_get(&s.f, "site/public/.gitignore"), "*\n");
		assert_int_equal(build_many(&s, letter, &d), 0);
		told_nothing(&d);
		assert_int_equal(whole_site(&s), letter);
		assert_string_equal(folder_get(&s.f, "site/public/.gitignore"), "*\n");
		assert_int_equal(fs_kind(folder_at(&s.f, "site/.public.pensum-stage")), FS_NONE);
		arena_reset(&d.arena);
	}
	diags_free(&d);
	close_site(&s);
}

/* -- two at once -- */

static void
second_build_is_refused(void **state)
{
	struct site_folder s;
	struct diags d = DIAGS_INIT;
	struct stage *first;

	(void)state;
	open_site(&s);
	first = stage_open(s.root, s.out, &d);
	assert_non_null(first);
	assert_null(stage_open(s.root, s.out, &d));
	detail_has(told(&d, DIAG_OUTPUT_BUSY, 0, 0, 0), "public");
	assert_int_equal(stage_write(first, STR("index.html"), STR("1"), &d), 0);
	assert_int_equal(stage_commit(first, NULL, &d), 0);
	assert_string_equal(folder_get(&s.f, "site/public/index.html"), "1");
	diags_free(&d);
	BUILT(&s, "index.html", "2");
	close_site(&s);
}

static void
another_site_with_the_same_output_is_refused(void **state)
{
	struct site_folder s;
	struct diags d = DIAGS_INIT;
	struct stage *first;

	(void)state;
	open_site(&s);
	folder_put(&s.f, "second/site.yaml", "title: y\n");
	s.out = str_of(folder_at(&s.f, "web"));
	first = stage_open(s.root, s.out, &d);
	assert_null(stage_open(str_of(folder_at(&s.f, "second")), s.out, &d));
	told(&d, DIAG_OUTPUT_BUSY, 0, 0, 0);
	stage_drop(first);
	diags_free(&d);
	close_site(&s);
}

struct many {
	struct stage *stage;
	struct diags d[8];
};

static void
write_one(void *ctx, size_t worker, size_t i)
{
	struct many *m = ctx;
	char path[64];

	snprintf(path, sizeof path, "nb/%zu/%zu/index.html", i % 7, i);
	stage_write(m->stage, str_of(path), str_of(path), &m->d[worker]);
}

static void
many_workers(void **state)
{
	struct site_folder s;
	struct many m = { 0 };
	struct pool *p = pool_open(8);

	(void)state;
	open_site(&s);
	m.stage = stage_open(s.root, s.out, &m.d[0]);
	pool_each(p, 2000, write_one, &m);
	assert_int_equal(stage_commit(m.stage, NULL, &m.d[0]), 0);
	for (size_t i = 0; i < 8; i++) {
		told_nothing(&m.d[i]);
		diags_free(&m.d[i]);
	}
	assert_string_equal(folder_get(&s.f, "site/public/nb/3/1998/index.html"), "nb/3/1998/index.html");
	pool_close(p);
	close_site(&s);
}

static void
same_path_twice(void **state)
{
	struct site_folder s;
	struct diags d = DIAGS_INIT;
	struct stage *stage;

	(void)state;
	open_site(&s);
	stage = stage_open(s.root, s.out, &d);
	for (int i = 0; i < 3; i++)
		assert_int_equal(stage_write(stage, STR("a/index.html"), STR("1"), &d), 0);
	folder_put(&s.f, "site/one.svg", "1");
	folder_put(&s.f, "site/two.svg", "2");
	assert_int_equal(
	    stage_copy(stage, STR("a/index.html"),
		&(struct stage_source){ .file = str_of(folder_at(&s.f, "site/one.svg")), .path = STR("site/one.svg") },
		&d),
	    0);
	assert_int_equal(stage_commit(stage, NULL, &d), 0);
	told_nothing(&d);
	assert_string_equal(folder_get(&s.f, "site/public/a/index.html"), "1");
	stage = stage_open(s.root, s.out, &d);
	assert_int_equal(stage_write(stage, STR("d"), STR("1"), &d), 0);
	assert_int_equal(
	    stage_copy(stage, STR("d"),
		&(struct stage_source){ .file = str_of(folder_at(&s.f, "site/two.svg")), .path = STR("site/two.svg") },
		&d),
	    0);
	assert_int_equal(stage_commit(stage, NULL, &d), -1);
	detail_has(told(&d, DIAG_OUTPUT_COLLISION, 0, 0, 0), "d");
	diags_free(&d);
	d = (struct diags)DIAGS_INIT;
	assert_int_equal(BUILD(&s, &d, "b", "1", "b", "2", "c", "1"), -1);
	detail_has(told(&d, DIAG_OUTPUT_COLLISION, 0, 0, 0), "b");
	assert_string_equal(folder_list(&s.f, "site/public"), "a/ a/index.html");
	diags_free(&d);
	close_site(&s);
}

static void
page_where_a_folder_is(void **state)
{
	struct site_folder s;
	struct diags d = DIAGS_INIT;
	struct stage *stage;

	(void)state;
	open_site(&s);
	stage = stage_open(s.root, s.out, &d);
	assert_int_equal(stage_write(stage, STR("a/index.html"), STR("1"), &d), 0);
	assert_int_equal(stage_write(stage, STR("a/index.html/x"), STR("2"), &d), 0); /* told in the end */
	assert_int_equal(stage_write(stage, STR("a"), STR("2"), &d), 0);
	told_nothing(&d);
	assert_int_equal(stage_commit(stage, NULL, &d), -1);
	diags_sort(&d);
	assert_int_equal(d.all.n, 3);
	is_text(d.all.v[0].detail, "a");
	is_text(d.all.v[1].detail, "a/index.html");
	is_text(d.all.v[2].detail, "a/index.html/x");
	assert_int_equal(fs_kind(folder_at(&s.f, "site/public")), FS_NONE);
	diags_free(&d);
	close_site(&s);
}

/* -- in memory -- */

static void
in_memory(void **state)
{
	struct folder f;
	struct diags d = DIAGS_INIT;
	struct stage *stage = stage_memory();
	struct str bytes;

	(void)state;
	folder_open(&f);
	folder_put(&f, "x.svg", "<svg>");
	assert_int_equal(stage_write(stage, STR("a/index.html"), STR("A"), &d), 0);
	assert_int_equal(stage_write(stage, STR("a/index.html"), STR("A"), &d), 0);
	assert_int_equal(stage_write(stage, STR("empty"), STR_EMPTY, &d), 0);
	assert_int_equal(
	    stage_copy(stage, STR("x-1.svg"),
		&(struct stage_source){ .file = str_of(folder_at(&f, "x.svg")), .path = STR("x.svg") }, &d),
	    0);
	assert_int_equal(stage_settle(stage, &d), 0);
	told_nothing(&d);
	assert_true(stage_keep(stage, STR("a/index.html"), 0));  /* it is there */
	assert_false(stage_keep(stage, STR("a/index.html"), 1)); /* with other bytes */
	assert_false(stage_find(stage, STR("a"), &bytes));
	assert_true(stage_find(stage, STR("a/index.html"), &bytes));
	is_text(bytes, "A");
	assert_true(stage_find(stage, STR("empty"), &bytes));
	is_text(bytes, "");
	folder_put(&f, "x.svg", "changed since");
	assert_true(stage_find(stage, STR("x-1.svg"), &bytes));
	is_text(bytes, "<svg>");
	assert_int_equal(
	    stage_copy(stage, STR("y"),
		&(struct stage_source){ .file = str_of(folder_at(&f, "nothing")), .path = STR("nothing") }, &d),
	    -1);
	detail_has(told(&d, DIAG_FILE_UNREADABLE, 0, 0, 0), "No such file");
	stage_drop(stage);
	diags_free(&d);
	folder_close(&f);
}

static void
in_memory_after_another(void **state)
{
	struct diags d = DIAGS_INIT;
	struct stage *last = stage_memory(), *stage;
	struct str bytes;

	(void)state;
	assert_int_equal(stage_write(last, STR("a"), STR("A"), &d), 0);
	assert_int_equal(stage_write(last, STR("b"), STR("B"), &d), 0);
	stage = stage_memory_after(last);
	assert_false(stage_find(stage, STR("a"), &bytes));
	assert_true(stage_keep(stage, STR("a"), digest_bytes(STR("A"))));
	assert_true(stage_keep(stage, STR("a"), 0)); /* twice is fine */
	assert_false(stage_keep(stage, STR("b"), digest_bytes(STR("other"))));
	assert_false(stage_keep(stage, STR("c"), 0));
	stage_forget_last(stage);
	assert_true(stage_find(stage, STR("a"), &bytes));
	is_text(bytes, "A");
	assert_false(stage_keep(stage, STR("b"), 0)); /* gone with the other one */
	assert_false(stage_find(stage, STR("b"), &bytes));
	stage_drop(stage);
	diags_free(&d);
}

static void
in_memory_outdated(void **state)
{
	struct diags d = DIAGS_INIT;
	struct stage *stage = stage_memory();
	struct str bytes;

	(void)state;
	stage_outdate(stage, STR("nothing"));
	assert_int_equal(stage_write(stage, STR("a"), STR("A"), &d), 0);
	assert_int_equal(stage_write(stage, STR("b"), STR("B"), &d), 0);
	stage_outdate(stage, STR("a"));
	assert_false(stage_find(stage, STR("a"), &bytes));
	assert_false(stage_keep(stage, STR("a"), 0));
	stage_restore(stage, STR("a"));
	assert_true(stage_find(stage, STR("a"), &bytes));
	stage_outdate(stage, STR("a"));
	stage_outdate(stage, STR("b"));
	assert_int_equal(stage_write(stage, STR("a"), STR("other"), &d), 0);
	assert_true(stage_find(stage, STR("a"), &bytes));
	is_text(bytes, "other");
	assert_false(stage_find(stage, STR("b"), &bytes));
	assert_true(stage_keep(stage, STR("b"), digest_bytes(STR("B")))); /* these bytes are wanted */
	assert_true(stage_find(stage, STR("b"), &bytes));
	stage_outdate(stage, STR("b"));
	stage_restore_all(stage);
	assert_true(stage_find(stage, STR("b"), &bytes));
	assert_int_equal(stage_settle(stage, &d), 0); /* no collision */
	told_nothing(&d);
	stage_drop(stage);
	diags_free(&d);
}

static void
in_memory_collides(void **state)
{
	static const char *const files[][4] = { { "a", "1", "a", "2" }, { "a", "1", "a/b", "2" },
		{ "a/b", "1", "a", "2" } };

	(void)state;
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		struct diags d = DIAGS_INIT;
		struct stage *stage = stage_memory();

		assert_int_equal(stage_write(stage, str_of(files[i][0]), str_of(files[i][1]), &d), 0);
		assert_int_equal(stage_write(stage, str_of(files[i][2]), str_of(files[i][3]), &d), 0);
		told_nothing(&d);
		assert_int_equal(stage_settle(stage, &d), -1);
		assert_int_equal(d.all.v[0].code, DIAG_OUTPUT_COLLISION);
		stage_drop(stage);
		diags_free(&d);
	}
}

/* -- what stays -- */

struct look {
	ino_t ino;
	struct timespec mtime;
};

static struct look
look(struct site_folder *s, const char *name)
{
	struct stat st;

	assert_return_code(stat(folder_at(&s->f, name), &st), errno);
	return (struct look){ st.st_ino, st.st_mtim };
}

static bool
is_same(struct look a, struct look b)
{
	return a.ino == b.ino && a.mtime.tv_sec == b.mtime.tv_sec && a.mtime.tv_nsec == b.mtime.tv_nsec;
}

/* Equal bytes keep their file, with memory and without. */
static void
equal_bytes_stay(void **state)
{
	struct site_folder s;
	struct look was;

	(void)state;
	open_site(&s);
	BUILT(&s, "nb/index.html", "1", "index.html", PAGE);
	was = look(&s, "site/public/nb/index.html");
	for (int i = 0; i < 3; i++) {
		BUILT(&s, "nb/index.html", "1", "index.html", i % 2 == 0 ? PAGE "2" : PAGE, "new", "n");
		assert_true(is_same(was, look(&s, "site/public/nb/index.html")));
		assert_string_equal(folder_get(&s.f, "site/public/index.html"), i % 2 == 0 ? PAGE "2" : PAGE);
		if (i == 1)
			assert_return_code(fs_remove_tree(folder_at(&s.f, "site/.pensum")), 0);
	}
	close_site(&s);
}

static void
kept_outputs_stay(void **state)
{
	struct site_folder s;
	struct diags d = DIAGS_INIT;
	struct commit_result r;
	struct stage *stage;
	struct look was, folder;

	(void)state;
	open_site(&s);
	BUILT(&s, "a/index.html", "A", "b/index.html", "B", "c/index.html", "C");
	was = look(&s, "site/public/a/index.html");
	folder = look(&s, "site/public");
	stage = stage_open(s.root, s.out, &d);
	assert_true(stage_keep(stage, STR("a/index.html"), 0));
	assert_true(stage_keep(stage, STR("b/index.html"), 0));
	assert_false(stage_keep(stage, STR("d/index.html"), 0));
	assert_int_equal(stage_write(stage, STR("c/index.html"), STR("C"), &d), 0);
	assert_int_equal(stage_commit(stage, &r, &d), 0);
	assert_int_equal(r.way, COMMIT_NOTHING);
	assert_int_equal(r.kept, 3);
	assert_int_equal(r.written + r.removed, 0);
	assert_true(is_same(folder, look(&s, "site/public")));
	assert_true(is_same(was, look(&s, "site/public/a/index.html")));
	stage = stage_open(s.root, s.out, &d);
	assert_true(stage_keep(stage, STR("a/index.html"), 0));
	assert_int_equal(stage_write(stage, STR("c/index.html"), STR("C2"), &d), 0);
	assert_int_equal(stage_commit(stage, &r, &d), 0);
	told_nothing(&d);
	assert_int_equal(r.kept, 1);
	assert_int_equal(r.written, 1);
	assert_int_equal(r.removed, 1);
	assert_true(is_same(was, look(&s, "site/public/a/index.html")));
	assert_string_equal(folder_list(&s.f, "site/public"), "a/ a/index.html c/ c/index.html");
	assert_string_equal(folder_get(&s.f, "site/public/c/index.html"), "C2");
	close_site(&s);
}

/* Whatever was done to a published file by hand: it is not kept, and the same bytes make it good. */
static void
spoilt_files_are_made_good(void **state)
{
	struct site_folder s;
	struct diags d = DIAGS_INIT;
	struct stage *stage;

	(void)state;
	open_site(&s);
	for (int i = 0; i < 6; i++) {
		const char *file = folder_at(&s.f, "site/public/a/index.html");
		struct timespec times[2] = { { .tv_nsec = UTIME_OMIT }, { .tv_sec = 1000 } };

		BUILT(&s, "a/index.html", "right", "b", "B");
		if (i == 0)
			assert_return_code(unlink(file), errno);
		else if (i == 1)
			assert_return_code(fs_remove_tree(folder_at(&s.f, "site/public/a")), errno);
		else if (i == 2)
			folder_put(&s.f, "site/public/a/index.html", "WRONG"); /* as long, in the same tick perhaps */
		else if (i == 3)
			folder_put(&s.f, "site/public/a/index.html", "longer than it was");
		else if (i == 4)
			assert_return_code(utimensat(AT_FDCWD, file, times, 0), errno);
		else
			assert_return_code(fs_remove_tree(folder_at(&s.f, "site/public")), errno);
		stage = stage_open(s.root, s.out, &d);
		assert_false(stage_keep(stage, STR("a/index.html"), 0));
		assert_int_equal(stage_keep(stage, STR("b"), 0), i < 5);
		assert_int_equal(stage_write(stage, STR("a/index.html"), STR("right"), &d), 0);
		assert_int_equal(stage_write(stage, STR("b"), STR("B"), &d), 0);
		assert_int_equal(stage_commit(stage, NULL, &d), 0);
		told_nothing(&d);
		assert_string_equal(folder_get(&s.f, "site/public/a/index.html"), "right");
		assert_string_equal(folder_list(&s.f, "site/public"), "a/ a/index.html b");
	}
	close_site(&s);
}

/* -- back -- */

static int
roll_back(struct site_folder *s, struct commit_result *r, struct diags *d)
{
	struct stage *stage = stage_open(s->root, s->out, d);

	assert_non_null(stage);
	return stage_rollback(stage, r, d);
}

static void
nothing_to_go_back_to(void **state)
{
	struct site_folder s;
	struct commit_result r;

	(void)state;
	open_site(&s);
	for (int i = 0; i < 3; i++) {
		struct diags d = DIAGS_INIT;

		assert_int_equal(roll_back(&s, &r, &d), -1);
		told(&d, DIAG_ROLLBACK_NONE, 0, 0, 0);
		diags_free(&d);
		if (i == 0)
			BUILT(&s, "index.html", "1", "a", "1", "b", "1");
		if (i == 1) {
			BUILT(&s, "index.html", "2", "a", "2", "b", "1");
			assert_return_code(fs_remove_tree(folder_at(&s.f, "site/.public.pensum-twin")), 0);
		}
		assert_string_equal(folder_list(&s.f, "site/public"), "a b index.html");
	}
	close_site(&s);
}

/* What others put there meanwhile stays; what is old is not taken for what would be made now. */
static void
back_and_forth(void **state)
{
	struct site_folder s;
	struct diags d = DIAGS_INIT;
	struct commit_result r;
	struct stage *stage;

	(void)state;
	open_site(&s);
	BUILT(&s, "index.html", "1", "a", "1", "b", "1", "old", "1", "c/d", "1");
	BUILT(&s, "index.html", "2", "a", "2", "b", "1", "new", "2", "c/d", "1");
	folder_put(&s.f, "site/public/c/own.txt", "mine");
	assert_int_equal(roll_back(&s, &r, &d), 0);
	assert_int_equal(r.written, 3);
	assert_int_equal(r.removed, 1);
	assert_string_equal(folder_list(&s.f, "site/public"), "a b c/ c/d c/own.txt index.html old");
	assert_string_equal(folder_get(&s.f, "site/public/index.html"), "1");
	stage = stage_open(s.root, s.out, &d);
	assert_false(stage_keep(stage, STR("a"), 0));
	assert_true(stage_keep(stage, STR("b"), 0));
	stage_drop(stage);
	assert_int_equal(roll_back(&s, &r, &d), 0);
	assert_string_equal(folder_list(&s.f, "site/public"), "a b c/ c/d c/own.txt index.html new");
	assert_string_equal(folder_get(&s.f, "site/public/a"), "2");
	assert_int_equal(roll_back(&s, &r, &d), 0);
	BUILT(&s, "index.html", "2", "a", "2", "b", "1", "new", "2", "c/d", "1");
	assert_string_equal(folder_list(&s.f, "site/public"), "a b c/ c/d c/own.txt index.html new");
	assert_string_equal(folder_get(&s.f, "site/public/a"), "2");
	told_nothing(&d);
	close_site(&s);
}

/* A page would come back where somebody put a file of their own. */
static void
no_way_back(void **state)
{
	struct site_folder s;
	struct diags d = DIAGS_INIT;
	struct commit_result r;

	(void)state;
	open_site(&s);
	BUILT(&s, "index.html", "1", "a", "1", "b", "1", "old", "1");
	BUILT(&s, "index.html", "2", "a", "2", "b", "1");
	folder_put(&s.f, "site/public/old", "mine");
	assert_int_equal(roll_back(&s, &r, &d), -1);
	detail_has(told(&d, DIAG_OUTPUT_FOREIGN, 0, 0, 0), "public/old");
	assert_string_equal(folder_get(&s.f, "site/public/old"), "mine");
	assert_string_equal(folder_get(&s.f, "site/public/a"), "2");
	diags_free(&d);
	close_site(&s);
}

/* -- the disk says no -- */

static void
write_fails(void **state)
{
	struct site_folder s;
	struct diags d = DIAGS_INIT;
	struct rlimit was, small = { 4096, 4096 };
	struct stage *stage;
	char *big = mem_alloc(8192);

	(void)state;
	open_site(&s);
	BUILT(&s, "index.html", "old");
	assert_return_code(getrlimit(RLIMIT_FSIZE, &was), errno);
	small.rlim_max = was.rlim_max;
	signal(SIGXFSZ, SIG_IGN);
	stage = stage_open(s.root, s.out, &d);
	setrlimit(RLIMIT_FSIZE, &small);
	assert_int_equal(stage_write(stage, STR("index.html"), (struct str){ big, 8192 }, &d), -1);
	assert_int_equal(stage_write(stage, STR("other.html"), (struct str){ big, 8192 }, &d), -1);
	setrlimit(RLIMIT_FSIZE, &was);
	detail_has(told(&d, DIAG_IO, 0, 0, 0), "index.html: File too large");
	assert_int_equal(stage_commit(stage, NULL, &d), -1);
	assert_string_equal(folder_get(&s.f, "site/public/index.html"), "old");
	assert_int_equal(fs_kind(folder_at(&s.f, "site/.public.pensum-stage")), FS_NONE);
	free(big);
	diags_free(&d);
	close_site(&s);
}

/* Runs ${body} in a child, so that rights and mounts end with it; 77 means that the machine does not let us. */
static void
in_a_child(void (*body)(struct site_folder *), struct site_folder *s)
{
	pid_t child = fork();
	int status;

	assert_return_code(child, errno);
	if (child == 0) {
		body(s);
		_exit(0);
	}
	assert_return_code(waitpid(child, &status, 0), errno);
	assert_true(WIFEXITED(status));
	if (WEXITSTATUS(status) == 77)
		skip();
	assert_int_equal(WEXITSTATUS(status), 0);
}

static void
wanted(bool ok, int status)
{
	if (!ok)
		_exit(status);
}

/* What both ways of publishing in place must have made of the site. */
static void
expect_in_place(struct site_folder *s)
{
	struct diags d = DIAGS_INIT;

	folder_put(&s->f, "site/public/keep.txt", "k");
	wanted(BUILD(s, &d, "index.html", "1", "a", "file", "old/deep/x.html", "x", "same.html", "s") == 0, 2);
	wanted(BUILD(s, &d, "index.html", "2", "a/x", "folder", "same.html", "s") == 0, 3);
	wanted(d.all.n == 0, 4);
	wanted(strcmp(folder_list(&s->f, "site/public"), "a/ a/x index.html keep.txt same.html") == 0, 5);
	wanted(strcmp(folder_get(&s->f, "site/public/index.html"), "2") == 0, 6);
	folder_put(&s->f, "site/public/nb/index.html", "foreign");
	wanted(BUILD(s, &d, "nb/index.html", "1") == -1, 7);
	wanted(d.all.n == 1 && d.all.v[0].code == DIAG_OUTPUT_FOREIGN, 8);
	wanted(strcmp(folder_get(&s->f, "site/public/index.html"), "2") == 0, 9);
	diags_free(&d);
}

static void
on_a_mount_point(struct site_folder *s)
{
	uid_t uid = geteuid();
	gid_t gid = getegid();

	wanted(unshare(CLONE_NEWNS | (uid != 0 ? CLONE_NEWUSER : 0)) == 0, 77);
	if (uid != 0) {
		wanted(fs_write("/proc/self/setgroups", STR("deny")) == 0, 77);
		wanted(fs_write("/proc/self/uid_map", arena_fmt(&s->f.a, "0 %d 1", (int)uid)) == 0, 77);
		wanted(fs_write("/proc/self/gid_map", arena_fmt(&s->f.a, "0 %d 1", (int)gid)) == 0, 77);
	}
	wanted(mount("none", "/", "none", MS_REC | MS_PRIVATE, NULL) == 0, 77);
	wanted(mkdir(folder_at(&s->f, "site/public"), 0777) == 0, 77);
	wanted(mount("none", folder_at(&s->f, "site/public"), "tmpfs", 0, NULL) == 0, 77);
	expect_in_place(s);
	wanted(fs_kind(folder_at(&s->f, "site/.public.pensum-stage")) == FS_NONE, 10);
}

static void
mount_point(void **state)
{
	struct site_folder s;

	(void)state;
	open_site(&s);
	in_a_child(on_a_mount_point, &s);
	close_site(&s);
}

/* The folder around the output folder is not ours to write into. */
static void
without_rights_around(struct site_folder *s)
{
	const char *const ours[] = { "", "site", "site/.pensum", "site/content", "web", "web/out" };

	folder_put(&s->f, "web/out/keep.txt", "k");
	mkdir(folder_at(&s->f, "site/.pensum"), 0777);
	wanted(symlink("../web/out", folder_at(&s->f, "site/public")) == 0, 77);
	chmod(folder_at(&s->f, ""), 0755);
	for (size_t i = 0; geteuid() == 0 && i < sizeof ours / sizeof *ours; i++)
		wanted(chown(folder_at(&s->f, ours[i]), 65534, 65534) == 0, 77);
	wanted(geteuid() != 0 ||
		(chown(folder_at(&s->f, "web/out/keep.txt"), 65534, 65534) == 0 && setegid(65534) == 0 &&
		    seteuid(65534) == 0),
	    77);
	wanted(chmod(folder_at(&s->f, "web"), 0555) == 0, 77);
	wanted(access(folder_at(&s->f, "site"), R_OK) == 0, 77);
	expect_in_place(s);
	wanted(chmod(folder_at(&s->f, "web"), 0755) == 0, 10);
}

static void
no_rights_around(void **state)
{
	struct site_folder s;

	(void)state;
	open_site(&s);
	in_a_child(without_rights_around, &s);
	close_site(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(first_build),
		cmocka_unit_test(next_build_drops_what_is_no_more),
		cmocka_unit_test(page_and_folder_change_places),
		cmocka_unit_test(files_of_others_survive),
		cmocka_unit_test(page_of_a_reader_stays_though_its_page_is_gone),
		cmocka_unit_test(copies),
		cmocka_unit_test(dropped_stage_leaves_nothing),
		cmocka_unit_test(output_folder_behind_a_link),
		cmocka_unit_test(output_folder_that_has_to_be_made),
		cmocka_unit_test(file_of_others_in_the_way),
		cmocka_unit_test(link_in_the_way),
		cmocka_unit_test(equal_or_marked_is_ours),
		cmocka_unit_test(lost_manifest),
		cmocka_unit_test(lost_manifest_in_a_foreign_folder),
		cmocka_unit_test(damaged_manifest),
		cmocka_unit_test(killed_while_staging),
		cmocka_unit_test(killed_before_the_exchange),
		cmocka_unit_test(killed_after_the_exchange),
		cmocka_unit_test(killed_at_any_time),
		cmocka_unit_test(second_build_is_refused),
		cmocka_unit_test(another_site_with_the_same_output_is_refused),
		cmocka_unit_test(many_workers),
		cmocka_unit_test(same_path_twice),
		cmocka_unit_test(page_where_a_folder_is),
		cmocka_unit_test(in_memory),
		cmocka_unit_test(in_memory_after_another),
		cmocka_unit_test(in_memory_outdated),
		cmocka_unit_test(in_memory_collides),
		cmocka_unit_test(equal_bytes_stay),
		cmocka_unit_test(kept_outputs_stay),
		cmocka_unit_test(spoilt_files_are_made_good),
		cmocka_unit_test(nothing_to_go_back_to),
		cmocka_unit_test(back_and_forth),
		cmocka_unit_test(no_way_back),
		cmocka_unit_test(write_fails),
		cmocka_unit_test(mount_point),
		cmocka_unit_test(no_rights_around),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
