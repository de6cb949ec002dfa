/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/whole.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fs.h"

/*
 * A new file, named in the place of the X. The umask cannot be asked for without changing it for all threads: where the file is
 * to have the mode of any other, it is the system that has to make it so.
 */
static int
make(char *temp, const struct stat *old)
{
	int fd = mkostemp(temp, O_CLOEXEC);

	if (fd < 0 || old != NULL)
		return fd;
	close(fd);
	if (unlink(temp) < 0)
		return -1;
	return open(temp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
}

/* ${old}: whose mode and owner it gets; NULL: those of a new file. */
static int
fill(int fd, const struct stat *old, struct str bytes)
{
	if (fs_write_fd(fd, bytes.p, bytes.n) < 0)
		return -1;
	if (old == NULL)
		return fsync(fd);
	if (fchown(fd, old->st_uid, old->st_gid) < 0 && errno != EPERM)
		return -1;
	return fchmod(fd, old->st_mode & 07777) < 0 || fsync(fd) < 0 ? -1 : 0;
}

/* Where the file system has no such renaming, a second name does the same. */
static int
appear(const char *temp, const char *path)
{
	int rc = renameat2(AT_FDCWD, temp, AT_FDCWD, path, RENAME_NOREPLACE);

	if (rc == 0 || (errno != EINVAL && errno != ENOSYS))
		return rc;
	rc = link(temp, path);
	if (rc == 0)
		unlink(temp);
	return rc;
}

/* Beside the place, and then into it: over what is there where that is ${old}. */
static int
put(const char *path, const struct stat *old, struct str bytes)
{
	char temp[PATH_MAX + 16];
	int fd, rc, why;

	if (snprintf(temp, sizeof temp, "%s.XXXXXX", path) >= (int)sizeof temp) {
		errno = ENAMETOOLONG;
		return -1;
	}
	fd = make(temp, old);
	if (fd < 0)
		return -1;
	rc = fill(fd, old, bytes);
	why = errno;
	if (close(fd) < 0 && rc == 0) {
		rc = -1;
		why = errno;
	}
	if (rc == 0 && (rc = old != NULL ? rename(temp, path) : appear(temp, path)) < 0)
		why = errno;
	if (rc < 0) {
		unlink(temp);
		errno = why;
	}
	return rc;
}

int
whole_new(const char *path, struct str bytes)
{
	return put(path, NULL, bytes);
}

/* Who may not write a file may still replace it where the folder is theirs: that is not meant. */
int
whole_write(const char *path, struct str bytes)
{
	char real[PATH_MAX];
	struct stat old;

	if (lstat(path, &old) < 0)
		return errno == ENOENT ? put(path, NULL, bytes) : -1;
	if (realpath(path, real) == NULL || stat(real, &old) < 0)
		return -1;
	if (!S_ISREG(old.st_mode))
		return fs_write(path, bytes);
	return access(real, W_OK) < 0 ? -1 : put(real, &old, bytes);
}
