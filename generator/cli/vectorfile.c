/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/vectorfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "base/fs.h"

static int
read_all(int fd, struct buf *b)
{
	char piece[1 << 16];
	ssize_t n;

	while ((n = fs_read_fd(fd, piece, sizeof piece)) > 0)
		buf_put(b, piece, (size_t)n);
	return n < 0 ? -1 : 0;
}

int
vectorfile_read(const char *path, struct buf *b)
{
	bool standard = strcmp(path, "-") == 0;
	int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC), rc, why;

	if (fd < 0)
		return -1;
	rc = read_all(fd, b);
	why = errno;
	if (!standard)
		close(fd);
	errno = why;
	return rc;
}
