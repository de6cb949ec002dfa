/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/mapped.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static int
map_file(int fd, struct str *bytes)
{
	struct stat st;
	void *p;

	if (fstat(fd, &st) < 0)
		return -1;
	if (!S_ISREG(st.st_mode)) {
		errno = EINVAL;
		return -1;
	}
	*bytes = STR_EMPTY;
	if (st.st_size == 0)
		return 0;
	p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, fd, 0);
	if (p == MAP_FAILED)
		return -1;
	*bytes = (struct str){ p, (size_t)st.st_size };
	return 0;
}

int
mapped_open(const char *path, struct str *bytes)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK), rc, why;

	if (fd < 0)
		return -1;
	rc = map_file(fd, bytes);
	why = errno;
	close(fd);
	errno = why;
	return rc;
}

void
mapped_close(struct str bytes)
{
	if (bytes.n > 0)
		munmap((void *)(uintptr_t)bytes.p, bytes.n);
}
