/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "author/rewrite.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fs.h"

/* Who may not write a file may still replace it where the folder is theirs: that is not meant. */
static int
may_write(const char *path, struct stat *st)
{
	return access(path, W_OK) == 0 && stat(path, st) == 0 ? 0 : -1;
}

/* Fills the new file; its owner is kept where that is allowed. */
static int
fill(int fd, const struct stat *st, struct str bytes)
{
	if (fs_write_fd(fd, bytes.p, bytes.n) < 0)
		return -1;
	if (fchown(fd, st->st_uid, st->st_gid) < 0 && errno != EPERM)
		return -1;
	return fchmod(fd, st->st_mode & 07777) < 0 || fsync(fd) < 0 ? -1 : 0;
}

int
rewrite_file(const char *path, struct str bytes)
{
	char real[PATH_MAX], temp[PATH_MAX + 16];
	struct stat st;
	int fd, rc, why;

	if (realpath(path, real) == NULL || may_write(real, &st) < 0)
		return -1;
	snprintf(temp, sizeof temp, "%s.XXXXXX", real);
	fd = mkostemp(temp, O_CLOEXEC);
	if (fd < 0)
		return -1;
	rc = fill(fd, &st, bytes);
	why = errno;
	if (close(fd) < 0 && rc == 0) {
		rc = -1;
		why = errno;
	}
	if (rc == 0 && (rc = rename(temp, real)) < 0)
		why = errno;
	if (rc < 0) {
		unlink(temp);
		errno = why;
	}
	return rc;
}
