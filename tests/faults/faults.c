/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * faults FOLDER: publishes small sites in FOLDER; at each call that asks the file system for something, a publication is killed, or
 * the call fails. Afterwards the output folder must be whole, old or new, as was told, and the next build must make it
 * right. The calls are this program's own: those of the C library stand behind them.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/hash.h"
#include "publish/journal.h"
#include "publish/stage.h"

/* -- calls that fail -- */

enum fault { KILLED, FULL, BROKEN, FAULTS };

static long at, calls; /* where the fault is, 0: nowhere; how many calls there were */
static enum fault fault;

static int
fails(void)
{
	if (at == 0 || ++calls != at)
		return 0;
	if (fault == KILLED)
		kill(getpid(), SIGKILL);
	errno = fault == FULL ? ENOSPC : EIO;
	return 1;
}

#define CALL(number, ...) fails() ? -1 : (int)syscall(number, __VA_ARGS__)

int
openat(int dir, const char *path, int flags, ...)
{
	va_list ap;
	int mode;

	va_start(ap, flags);
	mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(ap, int) : 0;
	va_end(ap);
	return CALL(SYS_openat, dir, path, flags, mode);
}

int
open(const char *path, int flags, ...)
{
	va_list ap;
	int mode;

	va_start(ap, flags);
	mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(ap, int) : 0;
	va_end(ap);
	return CALL(SYS_openat, AT_FDCWD, path, flags, mode);
}

int
mkdir(const char *path, mode_t mode)
{
	return CALL(SYS_mkdirat, AT_FDCWD, path, mode);
}

int
mkdirat(int dir, const char *path, mode_t mode)
{
	return CALL(SYS_mkdirat, dir, path, mode);
}

int
unlink(const char *path)
{
	return CALL(SYS_unlinkat, AT_FDCWD, path, 0);
}

int
rmdir(const char *path)
{
	return CALL(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR);
}

int
unlinkat(int dir, const char *path, int flags)
{
	return CALL(SYS_unlinkat, dir, path, flags);
}

int
remove(const char *path)
{
	int rc = CALL(SYS_unlinkat, AT_FDCWD, path, 0);

	return rc < 0 && errno == EISDIR ? (int)syscall(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR) : rc;
}

int
linkat(int a, const char *from, int b, const char *to, int flags)
{
	return CALL(SYS_linkat, a, from, b, to, flags);
}

int
rename(const char *from, const char *to)
{
	return CALL(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int
renameat(int a, const char *from, int b, const char *to)
{
	return CALL(SYS_renameat2, a, from, b, to, 0);
}

int
renameat2(int a, const char *from, int b, const char *to, unsigned flags)
{
	return CALL(SYS_renameat2, a, from, b, to, flags);
}

int
fchmod(int fd, mode_t mode)
{
	return CALL(SYS_fchmod, fd, mode);
}

int
fchmodat(int dir, const char *path, mode_t mode, int flags)
{
	(void)flags;
	return CALL(SYS_fchmodat, dir, path, mode);
}

ssize_t
read(int fd, void *bytes, size_t n)
{
	return CALL(SYS_read, fd, bytes, n);
}

ssize_t
write(int fd, const void *bytes, size_t n)
{
	return CALL(SYS_write, fd, bytes, n);
}

/* -- sites -- */

enum { PAGES = 14 };

/* An edition of the site: a letter a page, '-' where there is none. */
struct site {
	struct str root, out;
	const char *folder;
	bool in_place;
	bool own; /* somebody else put files there */
};

static char *
path_of(size_t page)
{
	static char path[64];

	snprintf(path, sizeof path,
	    page == 0           ? "index.html"
		: page % 3 == 0 ? "m%zu/index.html"
				: "m/%zu/index.html",
	    page);
	return path;
}

/* Pages that are the same in the edition ${other} are kept, or written again. 0: published; 1: not, and told why; 2: not, and nobody knows why. */
static int
publish(const struct site *s, const char *edition, const char *other)
{
	struct diags d = DIAGS_INIT;
	struct stage *stage = stage_open(s->root, s->out, &d);
	bool fine = stage != NULL;
	int rc = -1;

	if (fine && s->in_place)
		stage_in_place(stage);
	for (size_t i = 0; fine && edition[i] != '\0'; i++) {
		char text[64];

		if (edition[i] == '-' ||
		    (i % 2 == 0 && edition[i] == other[i] && stage_keep(stage, str_of(path_of(i)), 0)))
			continue;
		snprintf(text, sizeof text, "<meta name=\"generator\" content=\"Pensum\">%c", edition[i]);
		fine = stage_write(stage, str_of(path_of(i)), str_of(text), &d) == 0;
	}
	if (fine)
		rc = stage_commit(stage, NULL, &d);
	else
		stage_drop(stage);
	rc = rc == 0 ? 0 : d.all.n > 0 ? 1 : 2;
	diags_free(&d);
	return rc;
}

static int
roll_back(const struct site *s)
{
	struct diags d = DIAGS_INIT;
	struct commit_result r;
	struct stage *stage = stage_open(s->root, s->out, &d);
	int rc = stage == NULL ? -1 : stage_rollback(stage, &r, &d);

	rc = rc == 0 ? 0 : d.all.n > 0 ? 1 : 2;
	diags_free(&d);
	return rc;
}

static size_t
count_files(const char *folder)
{
	struct arena a = ARENA_INIT;
	struct fs_entries es = { 0 };
	size_t n = 0;

	if (fs_list(&a, folder, &es) == 0)
		for (size_t i = 0; i < es.n; i++) {
			const char *path = arena_fmt(&a, "%s/%.*s", folder, STR_ARG(es.v[i].name)).p;

			n += es.v[i].kind == FS_DIR ? count_files(path) : 1;
		}
	VEC_FREE(&es);
	arena_free(&a);
	return n;
}

static const char *const owns[] = { "own.txt", "m/1/own.txt", "theirs/deep/own.txt" };

/* Whether the output folder is this edition, with all that others put there, and nothing else. */
static bool
is_edition(const struct site *s, const char *edition)
{
	struct arena a = ARENA_INIT;
	size_t n = 0;
	bool same = true;

	for (size_t i = 0; same && edition[i] != '\0'; i++) {
		struct str text;

		if (edition[i] == '-')
			continue;
		n++;
		same = fs_read(&a, arena_fmt(&a, "%s/%s", s->out.p, path_of(i)).p, &text) == 0 && text.n > 0 &&
		    text.p[text.n - 1] == edition[i];
	}
	for (size_t i = 0; s->own && i < 3; i++, n++)
		same = same && fs_kind(arena_fmt(&a, "%s/%s", s->out.p, owns[i]).p) == FS_FILE;
	same = same && count_files(s->out.p) == n;
	arena_free(&a);
	return same;
}

/* A tidy end: no stage, nothing half written. */
static bool
is_tidy(const struct site *s)
{
	struct arena a = ARENA_INIT;
	char hex[17];
	const char *notes;
	bool tidy;

	hash_hex(hash_bytes(s->out), hex);
	notes = arena_fmt(&a, "%s/.pensum/%s", s->root.p, hex).p;
	tidy = fs_kind(arena_fmt(&a, "%s/.public.pensum-stage", s->root.p).p) == FS_NONE &&
	    fs_kind(arena_fmt(&a, "%s/.pensum-new", s->out.p).p) == FS_NONE &&
	    fs_kind(arena_fmt(&a, "%s/manifest.new", notes).p) == FS_NONE &&
	    fs_kind(arena_fmt(&a, "%s/journal.new", notes).p) == FS_NONE;
	arena_free(&a);
	return tidy;
}

/* -- what is tried -- */

struct scenario {
	const char *name;
	const char *before[4]; /* editions up to the one that is published when the fault comes */
	bool again;            /* goes on from where the last fault was mended; else from nothing */
	bool in_place, own, forget, rollback;
};

static const struct scenario scenarios[] = {
	{ "the first build", { "aaaaaaaa" }, .own = true },
	{ "nothing changed", { "aaaaaaaa", "aaaaaaaa" }, .again = true },
	{ "one page", { "aaaaaaaa", "aaabaaaa" }, .again = true },
	{ "one page, beside a twin", { "aaaaaaaaaaaaaa", "bbaaaaaaaaaaaa", "bbacaaaaaaaaaa" }, .own = true },
	{ "several, and no twin", { "aaaaaaaaaaa-aa", "aababaaaa-aaaa" }, .own = true },
	{ "several, and a twin", { "aaaaaaaaaaa-aa", "aababaaaa-aaaa" }, .again = true, .own = true },
	{ "all pages", { "aaaaaaaa", "bbbbbbb-" }, .again = true },
	{ "nothing remembered", { "aaaaaaaa", "aababbaa" }, .forget = true },
	{ "back to the twin", { "aaaaaaaaaaa-aa", "aababaaaa-aaaa", "aaaaaaaaaaa-aa" }, .again = true, .own = true,
	    .rollback = true },
	{ "in place", { "aaaaaaaaaaa-aa", "aababaaaa-aaaa" }, .again = true, .in_place = true, .own = true },
};

static void
put(const char *path, const char *text)
{
	struct arena a = ARENA_INIT;
	struct str dir = str_sub(str_of(path), 0, str_rfind(str_of(path), '/'));

	if (fs_mkdirs(arena_str(&a, dir).p) < 0 || fs_write(path, str_of(text)) < 0)
		abort();
	arena_free(&a);
}

static void
start(const struct site *s, const struct scenario *sc)
{
	struct arena a = ARENA_INIT;

	if (fs_remove_tree(s->root.p) < 0)
		abort();
	put(arena_fmt(&a, "%s/site.yaml", s->root.p).p, "title: x\n");
	for (size_t i = 0; sc->own && i < 3; i++)
		put(arena_fmt(&a, "%s/%s", s->out.p, owns[i]).p, "theirs");
	for (size_t i = 0; sc->before[i + 1] != NULL; i++)
		if (publish(s, sc->before[i], sc->before[i == 0 ? 0 : i - 1]) != 0)
			abort();
	if (sc->forget && fs_remove_tree(arena_fmt(&a, "%s/.pensum", s->root.p).p) < 0)
		abort();
	arena_free(&a);
}

/* Publishes in a child that the fault meets at its ${n}-th call: 0 .. 2 as publish(), 4: killed; 5: there are fewer calls. */
static int
strike(const struct site *s, const struct scenario *sc, const char *edition, const char *other, enum fault f, long n)
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		int rc;

		fault = f;
		at = n;
		rc = sc->rollback ? roll_back(s) : publish(s, edition, other);
		at = 0;
		_exit(calls < n ? 5 : rc);
	}
	if (child < 0 || waitpid(child, &status, 0) < 0)
		abort();
	return WIFEXITED(status) ? WEXITSTATUS(status) : 4;
}

static const char *
judge(const struct site *s, const char *old, const char *new, int end)
{
	bool is_old = is_edition(s, old), is_new = is_edition(s, new);
	struct diags d = DIAGS_INIT;

	if (end == 2)
		return "it failed and did not say why";
	if (end == 0 && !is_new)
		return "it said that it was published, and it was not";
	if (end == 1 && !is_old && !s->in_place)
		return "it said that nothing was published, and it is not as it was";
	if (end == 4 && s->in_place) {
		stage_drop(stage_open(s->root, s->out, &d)); /* finishes it */
		is_old = is_edition(s, old);
		is_new = is_edition(s, new);
		diags_free(&d);
	}
	if (end == 4 && !is_old && !is_new)
		return "it is neither old nor new";
	if (publish(s, new, old) != 0)
		return "the next build fails";
	if (!is_edition(s, new))
		return "the next build does not make it right";
	if (!is_tidy(s))
		return "the next build leaves something behind";
	return NULL;
}

static bool
try(const struct site *s, const struct scenario *sc, enum fault f, long *n)
{
	const char *last[2] = { "--------------", sc->before[0] }, *why = NULL;
	size_t nbefore = 0;

	while (nbefore < 4 && sc->before[nbefore] != NULL)
		nbefore++;
	if (nbefore > 1) {
		last[0] = sc->before[nbefore - 2];
		last[1] = sc->before[nbefore - 1];
	}
	start(s, sc);
	for (*n = 1;; (*n)++) {
		bool back = sc->again && *n % 2 == 0; /* from the new to the old, then */
		int end;

		if (!sc->again && *n > 1)
			start(s, sc);
		end = strike(s, sc, last[!back], last[back], f, *n);
		if (end == 5)
			return true;
		why = judge(s, last[back], last[!back], end);
		if (why != NULL)
			break;
	}
	printf("    %s at call %ld: %s\n",
	    f == KILLED     ? "killed"
		: f == FULL ? "no space left"
			    : "input/output error",
	    *n, why);
	return false;
}

int
main(int argc, char **argv)
{
	static const char *const faults[] = { "killed at any call", "no space left at any call",
		"an error at any call" };
	struct arena a = ARENA_INIT;
	char *real = argc == 2 ? realpath(argv[1], NULL) : NULL;

	if (real == NULL)
		return 2;
	for (size_t i = 0; i < sizeof scenarios / sizeof *scenarios; i++)
		for (int f = 0; f < FAULTS; f++) {
			const struct scenario *sc = &scenarios[i];
			struct site s = { .in_place = sc->in_place, .own = sc->own };
			long n;
			bool fine;

			s.root = arena_fmt(&a, "%s/site", real);
			s.out = arena_fmt(&a, "%s/site/public", real);
			fine = try(&s, sc, (enum fault)f, &n);
			printf("%s %s: %s\n", fine && n > 10 ? "ok" : "not ok", sc->name, faults[f]);
			fflush(stdout);
		}
	free(real);
	arena_free(&a);
	return 0;
}
