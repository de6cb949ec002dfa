/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/put.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fs.h"

/* Makes the folders that ${path} lies in, the innermost first: most often only that one is missing. */
static int
make_parents(int dirfd, char *path)
{
	char *slash = strrchr(path, '/');
	int rc;

	if (slash == NULL)
		return 0;
	*slash = '\0';
	rc = mkdirat(dirfd, path, 0777);
	if (rc < 0 && errno == ENOENT && make_parents(dirfd, path) == 0)
		rc = mkdirat(dirfd, path, 0777);
	*slash = '/';
	return rc < 0 && errno != EEXIST ? -1 : 0; /* another worker may be faster */
}

/* Most pages are alone in a folder of their own, which is not there then: it is made first. */
static int
create(int dirfd, char *path)
{
	const int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;
	bool alone = str_ends(str_of(path), "/index.html");
	int fd;

	if (alone && make_parents(dirfd, path) < 0)
		return -1;
	fd = openat(dirfd, path, flags, 0666);
	if (fd >= 0 || alone || errno != ENOENT || make_parents(dirfd, path) < 0)
		return fd;
	return openat(dirfd, path, flags, 0666);
}

/* Closes; returns ${rc}, or -1 where closing failed. errno is that of the first failure. */
static int
finish(int fd, int rc)
{
	int why = errno;

	if (close(fd) < 0 && rc == 0)
		return -1;
	errno = why;
	return rc;
}

/* copy_file_range may share blocks; where it can't serve, bytes are copied. -1 with errno. */
static int
copy_bytes(int from, int to)
{
	char block[65536];
	ssize_t n;

	while ((n = copy_file_range(from, NULL, to, NULL, (size_t)1 << 30, 0)) > 0)
		continue;
	if (n < 0 && errno != EXDEV && errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP)
		return -1;
	while ((n = read(from, block, sizeof block)) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0 || fs_write_fd(to, block, (size_t)n) < 0)
			return -1;
	}
	return 0;
}

int
put_bytes(int dirfd, char *path, struct str bytes, struct stat *st)
{
	int fd = create(dirfd, path);

	if (fd < 0)
		return -1;
	return finish(fd, fs_write_fd(fd, bytes.p, bytes.n) < 0 ? -1 : fstat(fd, st));
}

int
put_copy(int dirfd, char *path, int from, struct stat *st)
{
	int fd = create(dirfd, path);

	if (fd < 0)
		return -1;
	return finish(fd, copy_bytes(from, fd) < 0 ? -1 : fstat(fd, st));
}

int
put_link(int dirfd, char *path, int from)
{
	if (linkat(from, path, dirfd, path, 0) == 0)
		return 0;
	if (errno != ENOENT || make_parents(dirfd, path) < 0)
		return -1;
	return linkat(from, path, dirfd, path, 0);
}

int
put_move(int dirfd, char *path, int from)
{
	if (renameat(from, path, dirfd, path) == 0)
		return 0;
	if (errno != ENOENT || make_parents(dirfd, path) < 0)
		return -1;
	return renameat(from, path, dirfd, path);
}

int
put_away(int dirfd, char *path)
{
	char *slash = strrchr(path, '/');

	if (unlinkat(dirfd, path, 0) < 0 && errno != ENOENT && errno != ENOTDIR)
		return -1;
	if (slash == NULL)
		return 0;
	*slash = '\0';
	while (unlinkat(dirfd, path, AT_REMOVEDIR) == 0 || errno == ENOENT) {
		char *up = strrchr(path, '/');

		if (up == NULL)
			break;
		*up = '\0';
	}
	for (char *p = path; p < slash; p++) /* what was cut off */
		if (*p == '\0')
			*p = '/';
	*slash = '/';
	return 0;
}
