/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/fs.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

/* Above this a file is not read: no source of a site is that large. */
#define READ_MAX ((size_t)64 << 20)
#define PIECE ((size_t)64 << 10)

/* -- reading and writing -- */

/* Closes and keeps the errno of what went wrong before. */
static int
fail(int fd)
{
	int e = errno;

	close(fd);
	errno = e;
	return -1;
}

/* 0 where ${fd} is a plain file; else the reason why it is not read or written. */
static int
refuse(int fd, struct stat *st)
{
	if (fstat(fd, st) < 0)
		return -1;
	if (S_ISREG(st->st_mode))
		return 0;
	errno = S_ISDIR(st->st_mode) ? EISDIR : EINVAL;
	return -1;
}

ssize_t
fs_read_fd(int fd, char *p, size_t n)
{
	size_t have = 0;

	while (have < n) {
		ssize_t got = read(fd, p + have, n - have);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -1;
		if (got == 0)
			break;
		have += (size_t)got;
	}
	return (ssize_t)have;
}

int
fs_write_fd(int fd, const char *p, size_t n)
{
	while (n > 0) {
		ssize_t put = write(fd, p, n);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return -1;
		p += put;
		n -= (size_t)put;
	}
	return 0;
}

/* One byte more is asked for than there should be. Where it is not there, that was all; nobody has to ask again. */
static ssize_t
read_guessed(int fd, char *p, size_t guess)
{
	ssize_t got = guess > 0 ? read(fd, p, guess + 1) : 0, more;

	if (got > 0 && (size_t)got == guess)
		return got;
	if (got < 0 && errno != EINTR)
		return -1;
	if (got < 0)
		got = 0;
	more = fs_read_fd(fd, p + got, guess + 1 - (size_t)got);
	return more < 0 ? -1 : got + more;
}

/* The size that stat told is a guess: the file may grow meanwhile, and those of /proc say 0. */
static int
read_all(struct arena *a, int fd, size_t guess, struct str *out)
{
	size_t cap = guess + 1, n = 0;
	char *p = arena_bytes(a, cap);

	for (;;) {
		ssize_t got = n == 0 ? read_guessed(fd, p, guess) : fs_read_fd(fd, p + n, cap - n);
		char *more;

		if (got < 0)
			return -1;
		n += (size_t)got;
		if (n < cap)
			break;
		if (n > READ_MAX) {
			errno = EFBIG;
			return -1;
		}
		cap = 2 * cap < PIECE ? PIECE : 2 * cap;
		more = arena_bytes(a, cap);
		memcpy(more, p, n);
		p = more;
	}
	if (n > READ_MAX) {
		errno = EFBIG;
		return -1;
	}
	p[n] = '\0';
	*out = (struct str){ p, n };
	return 0;
}

int
fs_read(struct arena *a, const char *path, struct str *out)
{
	/* O_NONBLOCK: a FIFO would wait for somebody who writes. */
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	struct stat st;

	*out = STR_EMPTY;
	if (fd < 0)
		return -1;
	if (refuse(fd, &st) < 0)
		return fail(fd);
	if (st.st_size > (off_t)READ_MAX) {
		errno = EFBIG;
		return fail(fd);
	}
	if (read_all(a, fd, (size_t)st.st_size, out) < 0)
		return fail(fd);
	close(fd);
	return 0;
}

/* Writes ${bytes} to the empty plain file ${fd} and closes it; removes ${path} where that fails. */
static int
write_out(int fd, const char *path, struct str bytes)
{
	int e;

	if (fs_write_fd(fd, bytes.p, bytes.n) == 0) {
		if (close(fd) == 0 || errno == EINTR)
			return 0;
		fd = -1;
	}
	e = errno;
	if (fd >= 0)
		close(fd);
	unlink(path);
	errno = e;
	return -1;
}

int
fs_write(const char *path, struct str bytes)
{
	/* Cut only when it is known to be a plain file. */
	int fd = open(path, O_WRONLY | O_CREAT | O_NONBLOCK | O_CLOEXEC, 0666);
	struct stat st;

	if (fd < 0)
		return -1;
	if (refuse(fd, &st) < 0 || (st.st_size > 0 && ftruncate(fd, 0) < 0))
		return fail(fd);
	return write_out(fd, path, bytes);
}

int
fs_write_new(const char *path, struct str bytes)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);

	if (fd < 0)
		return -1;
	return write_out(fd, path, bytes);
}

/* -- what is there -- */

static enum fs_kind
kind_of_mode(mode_t mode)
{
	if (S_ISREG(mode))
		return FS_FILE;
	return S_ISDIR(mode) ? FS_DIR : FS_OTHER;
}

enum fs_kind
fs_kind(const char *path)
{
	struct stat st;

	return stat(path, &st) < 0 ? FS_NONE : kind_of_mode(st.st_mode);
}

int
fs_identity(const char *path, uint64_t *dev, uint64_t *ino)
{
	struct stat st;

	if (stat(path, &st) < 0)
		return -1;
	*dev = (uint64_t)st.st_dev;
	*ino = (uint64_t)st.st_ino;
	return 0;
}

/* The kernel mostly tells the kind with the name; else, and for links, it is asked. */
static struct fs_entry
entry_of(struct arena *a, int dir, const struct dirent *e)
{
	struct fs_entry entry = { arena_str(a, str_of(e->d_name)), FS_OTHER, e->d_type == DT_LNK };
	struct stat st;

	if (e->d_type == DT_REG) {
		entry.kind = FS_FILE;
	} else if (e->d_type == DT_DIR) {
		entry.kind = FS_DIR;
	} else if (e->d_type == DT_LNK || e->d_type == DT_UNKNOWN) {
		if (e->d_type == DT_UNKNOWN && fstatat(dir, e->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0)
			entry.link = S_ISLNK(st.st_mode);
		entry.kind = fstatat(dir, e->d_name, &st, 0) < 0 ? FS_NONE : kind_of_mode(st.st_mode);
	}
	return entry;
}

static int
by_name(const void *a, const void *b)
{
	return str_cmp(((const struct fs_entry *)a)->name, ((const struct fs_entry *)b)->name);
}

int
fs_list(struct arena *a, const char *dir, struct fs_entries *out)
{
	DIR *d = opendir(dir);
	struct dirent *e;
	int error;

	*out = (struct fs_entries){ 0 };
	if (!d)
		return -1;
	while (errno = 0, (e = readdir(d))) {
		if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
			VEC_PUSH(out, entry_of(a, dirfd(d), e));
	}
	error = errno;
	closedir(d);
	if (error) {
		VEC_FREE(out);
		errno = error;
		return -1;
	}
	if (out->n)
		qsort(out->v, out->n, sizeof *out->v, by_name);
	return 0;
}

/* -- trees -- */

static int
mkdir_one(const char *path)
{
	if (mkdir(path, 0777) == 0)
		return 0;
	/* Not only EEXIST: some systems say EROFS of a folder that is there. */
	if (errno != ENOENT && fs_kind(path) == FS_DIR)
		return 0;
	if (errno == EEXIST)
		errno = ENOTDIR;
	return -1;
}

/* ${path} is cut at a slash and mended for each folder above it. */
static int
mkdir_above(char *path)
{
	for (char *slash = path + 1; (slash = strchr(slash, '/')); slash++) {
		int made;

		if (slash[-1] == '/')
			continue;
		*slash = '\0';
		made = mkdir_one(path);
		*slash = '/';
		if (made < 0)
			return -1;
	}
	return 0;
}

/* A copy for free(), without slashes at its end (but "/" stays), where a link would be followed. */
static char *
bare(const char *path)
{
	size_t n = strlen(path);
	char *copy;

	while (n > 1 && path[n - 1] == '/')
		n--;
	copy = mem_alloc(n + 1);
	memcpy(copy, path, n);
	return copy;
}

int
fs_mkdirs(const char *path)
{
	char *copy;
	int made = mkdir_one(path);

	if (made == 0 || errno != ENOENT || !*path)
		return made;
	copy = bare(path);
	made = mkdir_above(copy) < 0 ? -1 : mkdir_one(copy);
	free(copy);
	return made;
}

static int
remove_one(const char *path, const struct stat *st, int what, struct FTW *at)
{
	(void)st;
	(void)what;
	(void)at;
	return remove(path) < 0 && errno != ENOENT ? -1 : 0;
}

int
fs_remove_tree(const char *path)
{
	char *copy = bare(path);
	int gone = nftw(copy, remove_one, 32, FTW_DEPTH | FTW_PHYS);

	free(copy);
	if (gone < 0 && (errno == ENOENT || errno == ENOTDIR))
		return 0;
	return gone < 0 ? -1 : 0;
}

int
fs_exchange(const char *a, const char *b)
{
	return renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE);
}

/* -- cloning -- */

static int
clone_link(const char *from, const char *to)
{
	char target[4096];
	ssize_t n = readlink(from, target, sizeof target - 1);

	if (n < 0)
		return -1;
	if ((size_t)n == sizeof target - 1) {
		errno = ENAMETOOLONG;
		return -1;
	}
	target[n] = '\0';
	return symlink(target, to);
}

static int
copy_bytes(int from, int to)
{
	char *piece = mem_alloc(PIECE);
	ssize_t n;

	while ((n = fs_read_fd(from, piece, PIECE)) > 0) {
		if (fs_write_fd(to, piece, (size_t)n) < 0) {
			n = -1;
			break;
		}
	}
	free(piece);
	return n < 0 ? -1 : 0;
}

static int
clone_file(int in, const char *to)
{
	struct stat st;
	int out, e;

	if (refuse(in, &st) < 0)
		return -1;
	out = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (out < 0)
		return -1;
	if (copy_bytes(in, out) == 0 && fchmod(out, st.st_mode & 07777) == 0) {
		if (close(out) == 0 || errno == EINTR)
			return 0;
		out = -1;
	}
	e = errno;
	if (out >= 0)
		close(out);
	unlink(to);
	errno = e;
	return -1;
}

/* Whether another way than a hard link may still lead to the copy. */
static bool
links_refused(int e)
{
	return e == EXDEV || e == EPERM || e == EMLINK || e == EOPNOTSUPP || e == ENOSYS || e == EINVAL;
}

int
fs_clone(const char *from, const char *to)
{
	struct stat st;
	int in;

	if (linkat(AT_FDCWD, from, AT_FDCWD, to, 0) == 0)
		return 0;
	if (!links_refused(errno) || lstat(from, &st) < 0)
		return -1;
	if (S_ISLNK(st.st_mode))
		return clone_link(from, to);
	in = open(from, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	if (in < 0)
		return -1;
	if (clone_file(in, to) < 0)
		return fail(in);
	close(in);
	return 0;
}
