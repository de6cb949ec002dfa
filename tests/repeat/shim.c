/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Preloaded into the program: folders are read backwards, and with KILL_AT=n the program is killed in front of
 * the n-th call that changes the file system; with FAIL_AT=n that call fails. With COUNT=file the number of these calls is written there at the end.
 */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static atomic_long calls;
static long kill_at, fail_at;

__attribute__((constructor)) static void
begin(void)
{
	const char *at = getenv("KILL_AT"), *fail = getenv("FAIL_AT");

	kill_at = at ? atol(at) : 0;
	fail_at = fail ? atol(fail) : 0;
}

__attribute__((destructor)) static void
end(void)
{
	const char *name = getenv("COUNT");
	FILE *f = name ? fopen(name, "w") : NULL;

	if (f) {
		fprintf(f, "%ld\n", (long)atomic_load(&calls));
		fclose(f);
	}
}

/* Whether the call is to fail, as on a disk that is full. */
static int
fails(void)
{
	long n = atomic_fetch_add(&calls, 1) + 1;

	if (n == kill_at)
		kill(getpid(), SIGKILL);
	if (n != fail_at)
		return 0;
	errno = ENOSPC;
	return -1;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define CALL(name, ...) fails() ? -1 : NEXT(name)(__VA_ARGS__)

int
mkdir(const char *path, mode_t mode)
{
	return CALL(mkdir, path, mode);
}
int
mkdirat(int fd, const char *path, mode_t mode)
{
	return CALL(mkdirat, fd, path, mode);
}
int
rmdir(const char *path)
{
	return CALL(rmdir, path);
}
int
unlink(const char *path)
{
	return CALL(unlink, path);
}
int
unlinkat(int fd, const char *path, int flags)
{
	return CALL(unlinkat, fd, path, flags);
}
int
link(const char *from, const char *to)
{
	return CALL(link, from, to);
}
int
linkat(int a, const char *from, int b, const char *to, int flags)
{
	return CALL(linkat, a, from, b, to, flags);
}
int
rename(const char *from, const char *to)
{
	return CALL(rename, from, to);
}
int
renameat(int a, const char *from, int b, const char *to)
{
	return CALL(renameat, a, from, b, to);
}
int
renameat2(int a, const char *from, int b, const char *to, unsigned f)
{
	return CALL(renameat2, a, from, b, to, f);
}
ssize_t
write(int fd, const void *bytes, size_t n)
{
	return CALL(write, fd, bytes, n);
}

/* -- folders, backwards -- */

static struct backwards {
	DIR *dir;
	struct dirent **v;
	size_t n, at;
} open_dirs[256];

static struct backwards *
slurp(DIR *dir)
{
	struct backwards *b = NULL;
	struct dirent *e;

	for (size_t i = 0; i < 256 && !b; i++)
		if (open_dirs[i].dir == dir)
			return &open_dirs[i];
	for (size_t i = 0; i < 256 && !b; i++)
		if (!open_dirs[i].dir)
			b = &open_dirs[i];
	if (!b)
		abort();
	b->dir = dir;
	while ((e = NEXT(readdir)(dir)) != NULL) {
		b->v = realloc(b->v, (b->n + 1) * sizeof *b->v);
		b->v[b->n] = malloc(sizeof *e);
		memcpy(b->v[b->n++], e, e->d_reclen < sizeof *e ? e->d_reclen : sizeof *e);
	}
	b->at = b->n;
	return b;
}

struct dirent *
readdir(DIR *dir)
{
	struct backwards *b = slurp(dir);

	return b->at ? b->v[--b->at] : NULL;
}

int
closedir(DIR *dir)
{
	for (size_t i = 0; i < 256; i++) {
		struct backwards *b = &open_dirs[i];

		if (b->dir != dir)
			continue;
		for (size_t k = 0; k < b->n; k++)
			free(b->v[k]);
		free(b->v);
		*b = (struct backwards){ 0 };
	}
	return NEXT(closedir)(dir);
}
