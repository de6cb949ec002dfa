/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "author/whole.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <unistd.h>

#include "base/fs.h"

static int
fill(const char *temp, struct str bytes)
{
	int fd = open(temp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666), rc, why;

	if (fd < 0)
		return -1;
	rc = fs_write_fd(fd, bytes.p, bytes.n) < 0 || fsync(fd) < 0 ? -1 : 0;
	why = errno;
	if (close(fd) < 0 && rc == 0) {
		rc = -1;
		why = errno;
	}
	if (rc < 0) {
		unlink(temp);
		errno = why;
	}
	return rc;
}

/* Where the file system has no such renaming, a second name does the same. */
static int
appear(const char *temp, const char *path, bool replace)
{
	int rc;

	if (replace)
		return rename(temp, path);
	rc = renameat2(AT_FDCWD, temp, AT_FDCWD, path, RENAME_NOREPLACE);
	if (rc == 0 || (errno != EINVAL && errno != ENOSYS))
		return rc;
	rc = link(temp, path);
	if (rc == 0)
		unlink(temp);
	return rc;
}

int
whole_write(const char *path, struct str bytes, bool replace)
{
	char temp[PATH_MAX];
	int why;

	if (fs_kind(path) == FS_OTHER)
		return fs_write(path, bytes);
	if (snprintf(temp, sizeof temp, "%s.%ld.part", path, (long)getpid()) >= (int)sizeof temp) {
		errno = ENAMETOOLONG;
		return -1;
	}
	if (fill(temp, bytes) < 0)
		return -1;
	if (appear(temp, path, replace) == 0)
		return 0;
	why = errno;
	unlink(temp);
	errno = why;
	return -1;
}
