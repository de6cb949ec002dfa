/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/commit.h"

#include <errno.h>
#include <fcntl.h>

#include "base/hash.h"
#include "folder.h"
#include "publish/journal.h"
#include "publish/published.h"
#include "publish/stage.h"
#include "told.h"

#define MARK "<meta name=\"generator\" content=\"Pensum 0.1.0\">"

/* Outputs that want each other's places, too. */
static const char *const paths[] = { "index.html", "a.html", "a/index.html", "a/b/index.html", "a/b.html", "b",
	"b/index.html", "b/c/d/index.html", "b-c", "e.html/x", "e.html", "f/1.html", "f/2.html", "f/3.html",
	"f/4.html" };
/* What others may put there. */
static const char *const strange[] = { "own.txt", "a/own.txt", "a/b/own/deep/own.txt", "f/own.txt", "z/own.txt" };

enum { PATHS = sizeof paths / sizeof *paths, STRANGE = sizeof strange / sizeof *strange };

struct world {
	struct folder f;
	struct str root, out;
	uint64_t chance;
	char text[PATHS][64];  /* what each output is to be; empty: not made */
	char own[STRANGE][64]; /* likewise */
	bool meddled[PATHS];   /* since the last build */
	bool forgotten;        /* so was the manifest */
	uint64_t ino[PATHS];   /* after the last build */
	int64_t mtime[PATHS];  /* likewise */
	char last[PATHS][64];  /* likewise */
	size_t ways[5];
	bool in_place;
};

static size_t
chance(struct world *w, size_t n)
{
	w->chance = w->chance * 6364136223846793005u + 1442695040888963407u;
	return (size_t)(w->chance >> 33) % n;
}

static char *
in_out(struct world *w, const char *path)
{
	return folder_at(&w->f, arena_fmt(&w->f.a, "site/public/%s", path).p);
}

static const char *
notes(struct world *w, const char *name)
{
	char hex[17];

	hash_hex(hash_bytes(w->out), hex);
	return arena_fmt(&w->f.a, "site/.pensum/%s/%s", hex, name).p;
}

/* -- a step of the author -- */

/* Whether ${path} cannot be a file beside what is there: a folder is wanted there, or one of its folders is a file. */
static bool
conflicts(const struct world *w, const char *path)
{
	for (size_t i = 0; i < PATHS; i++) {
		size_t n = strlen(path), m = strlen(paths[i]);

		if (w->text[i][0] == '\0')
			continue;
		if ((strncmp(paths[i], path, n) == 0 && paths[i][n] == '/') ||
		    (strncmp(paths[i], path, m) == 0 && path[m] == '/'))
			return true;
	}
	for (size_t i = 0; i < STRANGE; i++)
		if (w->own[i][0] != '\0' && strncmp(strange[i], path, strlen(path)) == 0 &&
		    strange[i][strlen(path)] == '/')
			return true;
	return false;
}

static void
edit(struct world *w, size_t changes)
{
	while (changes-- > 0) {
		size_t i = chance(w, PATHS);

		if (chance(w, 4) == 0 && i > 0)
			w->text[i][0] = '\0';
		else if (!conflicts(w, paths[i]))
			snprintf(w->text[i], sizeof w->text[i], MARK "%zu", chance(w, 5));
	}
}

/* -- a step of somebody else -- */

static void
own(struct world *w)
{
	size_t i = chance(w, STRANGE);
	char *path = in_out(w, strange[i]);

	if (w->own[i][0] != '\0' && chance(w, 2) == 0) {
		assert_return_code(unlink(path), errno);
		w->own[i][0] = '\0';
		return;
	}
	for (const char *slash = strchr(strange[i], '/'); slash != NULL; slash = strchr(slash + 1, '/'))
		for (size_t k = 0; k < PATHS; k++)
			if (w->text[k][0] != '\0' && strlen(paths[k]) == (size_t)(slash - strange[i]) &&
			    strncmp(paths[k], strange[i], strlen(paths[k])) == 0)
				return;
	snprintf(w->own[i], sizeof w->own[i], "own %zu", chance(w, 100));
	unlink(path);
	folder_put(&w->f, path, w->own[i]);
}

/* Something happens to a published file. */
static void
meddle(struct world *w)
{
	size_t i = chance(w, PATHS);
	char *path = in_out(w, paths[i]);
	struct timespec times[2] = { { .tv_nsec = UTIME_OMIT }, { .tv_sec = (time_t)chance(w, 1000) } };
	const char *was;

	if (w->last[i][0] == '\0')
		return;
	w->meddled[i] = true;
	was = folder_get(&w->f, path);
	switch (chance(w, 4)) {
	case 0: unlink(path); return;
	case 1: utimensat(AT_FDCWD, path, times, 0); return;
	case 2: folder_put(&w->f, path, MARK "by hand"); return;
	default: /* the same bytes in another file */
		unlink(path);
		if (was != NULL)
			folder_put(&w->f, path, was);
	}
}

static void
forget(struct world *w)
{
	const char *name = notes(w, chance(w, 2) == 0 ? "manifest" : "journal");

	switch (chance(w, 6)) {
	case 0: folder_put(&w->f, name, "damaged"); break;
	case 1: unlink(folder_at(&w->f, name)); break;
	case 2: fs_remove_tree(folder_at(&w->f, "site/.public.pensum-twin")); break;
	default: return;
	}
	w->forgotten = true;
}

/* -- a build -- */

static void
build(struct world *w)
{
	struct diags d = DIAGS_INIT;
	struct commit_result r;
	struct stage *stage = stage_open(w->root, w->out, &d);

	assert_non_null(stage);
	if (w->in_place)
		stage_in_place(stage);
	for (size_t i = 0; i < PATHS; i++) {
		if (w->text[i][0] == '\0')
			continue;
		if (strcmp(w->text[i], w->last[i]) == 0 && chance(w, 2) == 0 &&
		    stage_keep(stage, str_of(paths[i]), 0)) {
			assert_false(w->meddled[i]);
			continue;
		}
		assert_int_equal(stage_write(stage, str_of(paths[i]), str_of(w->text[i]), &d), 0);
	}
	if (stage_commit(stage, &r, &d) < 0)
		fail_msg("%s", d.all.v[0].detail.p);
	told_nothing(&d);
	w->ways[r.way]++;
	diags_free(&d);
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Every file in ${dir}, without folders. */
static const char *
files(struct world *w, const char *dir)
{
	const char *rest = folder_list(&w->f, dir);
	struct str all = str_of(rest), some = STR_EMPTY;

	while (all.n > 0) {
		struct str word = str_cut(&all, ' ');

		if (!str_ends(word, "/"))
			some = arena_fmt(&w->f.a, "%.*s %.*s", STR_ARG(some), STR_ARG(word));
	}
	return some.p;
}

static void
check_files(struct world *w)
{
	const char *want[PATHS + STRANGE];
	size_t n = 0;

	for (size_t i = 0; i < PATHS; i++)
		if (w->text[i][0] != '\0') {
			want[n++] = paths[i];
			assert_string_equal(folder_get(&w->f, in_out(w, paths[i])), w->text[i]);
		}
	for (size_t i = 0; i < STRANGE; i++)
		if (w->own[i][0] != '\0') {
			want[n++] = strange[i];
			assert_string_equal(folder_get(&w->f, in_out(w, strange[i])), w->own[i]);
		}
	qsort(want, n, sizeof *want, by_text);
	for (size_t i = 0; i < n; i++)
		assert_non_null(strstr(files(w, "site/public"), want[i]));
	{
		struct str have = str_of(files(w, "site/public"));
		size_t words = 0;

		while (have.n > 0)
			words += str_cut(&have, ' ').n > 0;
		if (words != n)
			fail_msg("%zu files instead of %zu:%s", words, n, files(w, "site/public"));
	}
}

/* What was not touched is the same file as before. */
static void
check_kept(struct world *w)
{
	for (size_t i = 0; i < PATHS; i++) {
		struct stat st = { 0 };
		int64_t mtime;

		(void)stat(in_out(w, paths[i]), &st);
		mtime = (int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec;
		if (w->text[i][0] != '\0' && strcmp(w->text[i], w->last[i]) == 0 && !w->meddled[i] &&
		    (w->ino[i] != st.st_ino || w->mtime[i] != mtime))
			fail_msg("%s was written again", paths[i]);
		w->ino[i] = w->text[i][0] == '\0' ? 0 : st.st_ino;
		w->mtime[i] = mtime;
		memcpy(w->last[i], w->text[i], sizeof w->last[i]);
		w->meddled[i] = false;
	}
}

static uint64_t
folder_of(struct world *w, const char *name)
{
	int fd = open(folder_at(&w->f, name), O_RDONLY | O_DIRECTORY);
	uint64_t id = fd >= 0 ? published_folder(fd) : 0;

	close(fd);
	return id;
}

static bool
same_file(const char *a, const char *b)
{
	struct stat x, y;
	bool is_a = lstat(a, &x) == 0, is_b = lstat(b, &y) == 0;

	return is_a == is_b && (!is_a || (S_ISDIR(x.st_mode) && S_ISDIR(y.st_mode)) || x.st_ino == y.st_ino);
}

/* In all paths that the journal does not name, output folder and twin have the same files; those of others are looked at later. */
static void
check_twin(struct world *w)
{
	const char *dirs[] = { "site/public", "site/.public.pensum-twin" };
	struct journal j;

	journal_read(&j, folder_at(&w->f, notes(w, "journal")));
	if (journal_holds(&j, folder_of(w, dirs[0]), folder_of(w, dirs[1])))
		for (size_t k = 0; k < 2; k++) {
			struct str all = str_of(files(w, dirs[k]));

			while (all.n > 0) {
				struct str path = str_cut(&all, ' ');

				if (path.n == 0 || str_ends(path, "own.txt") ||
				    journal_has(&j, JOURNAL_DIFFERS, path, 0))
					continue;
				if (!same_file(
					folder_at(&w->f, arena_fmt(&w->f.a, "%s/%.*s", dirs[0], STR_ARG(path)).p),
					folder_at(&w->f, arena_fmt(&w->f.a, "%s/%.*s", dirs[1], STR_ARG(path)).p)))
					fail_msg("%.*s differs, and the journal does not know", STR_ARG(path));
			}
		}
	journal_close(&j);
}

static void
open_world(struct world *w, uint64_t seed)
{
	*w = (struct world){ .chance = seed };
	folder_open(&w->f);
	folder_put(&w->f, "site/site.yaml", "title: x\n");
	w->root = arena_str(&w->f.a, str_of(folder_at(&w->f, "site")));
	w->out = arena_str(&w->f.a, str_of(folder_at(&w->f, "site/public")));
	snprintf(w->text[0], sizeof w->text[0], MARK);
}

static void
close_world(struct world *w)
{
	folder_close(&w->f);
}

/* A life of a site: whatever happened before, a build makes the output folder what it is to be. */
static void
live(struct world *w, size_t rounds)
{
	for (size_t round = 0; round < rounds; round++) {
		edit(w, chance(w, 3) == 0 ? chance(w, 8) : chance(w, 3));
		if (round > 0 && chance(w, 3) == 0)
			own(w);
		if (chance(w, 4) == 0)
			meddle(w);
		if (chance(w, 8) == 0)
			forget(w);
		build(w);
		check_files(w);
		check_kept(w);
		check_twin(w);
	}
}

static void
any_life(void **state)
{
	size_t ways[5] = { 0 };

	(void)state;
	for (uint64_t seed = 1; seed <= 4; seed++) {
		struct world w;

		open_world(&w, seed);
		live(&w, 100);
		for (size_t i = 0; i < 5; i++)
			ways[i] += w.ways[i];
		close_world(&w);
	}
	assert_true(ways[COMMIT_NOTHING] > 10);
	assert_true(ways[COMMIT_ONE] > 10);
	assert_true(ways[COMMIT_TWIN] > 10);
	assert_true(ways[COMMIT_WHOLE] > 10);
	assert_int_equal(ways[COMMIT_IN_PLACE], 0);
}

static void
any_life_in_place(void **state)
{
	struct world w;

	(void)state;
	open_world(&w, 5);
	live(&w, 2); /* it has a twin, which goes */
	w.in_place = true;
	memset(w.ways, 0, sizeof w.ways);
	live(&w, 100);
	assert_true(w.ways[COMMIT_IN_PLACE] > 10);
	assert_int_equal(w.ways[COMMIT_TWIN] + w.ways[COMMIT_WHOLE], 0);
	assert_int_equal(fs_kind(folder_at(&w.f, "site/.public.pensum-twin")), FS_NONE);
	close_world(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_life),
		cmocka_unit_test(any_life_in_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
