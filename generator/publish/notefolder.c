/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/notefolder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/hash.h"
#include "base/path.h"

int
notefolder_lock(const char *path, int flags)
{
	int fd = open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0666), why;

	if (fd < 0 || flock(fd, LOCK_EX | LOCK_NB) == 0)
		return fd;
	why = errno;
	close(fd);
	errno = why;
	return -1;
}

static int
open_lasting(struct notefolder *n, struct arena *a, struct str root, struct str out)
{
	struct str notes = path_join(a, root, STR(".pensum"));
	char hex[17];

	hash_hex(hash_bytes(out), hex);
	n->path = arena_fmt(a, "%.*s/%s", STR_ARG(notes), hex);
	if (fs_mkdirs(n->path.p) < 0 || access(n->path.p, W_OK) < 0)
		return -1;
	(void)fs_write_new(arena_fmt(a, "%.*s/.gitignore", STR_ARG(notes)).p, STR("*\n"));
	n->lock = notefolder_lock(arena_fmt(a, "%.*s/lock-%s", STR_ARG(notes), hex).p, O_RDWR | O_CREAT);
	return n->lock < 0 ? -1 : 0;
}

static int
open_passing(struct notefolder *n, struct arena *a)
{
	const char *dir = getenv("TMPDIR");
	struct str path = arena_fmt(a, "%s/pensum-notes.XXXXXX", dir != NULL && *dir != '\0' ? dir : "/tmp");

	if (mkdtemp((char *)(uintptr_t)path.p) == NULL)
		return -1;
	n->path = path;
	n->passing = true;
	return 0;
}

int
notefolder_open(struct notefolder *n, struct arena *a, struct str root, struct str out)
{
	*n = (struct notefolder){ .lock = -1 };
	if (open_lasting(n, a, root, out) == 0)
		return 0;
	switch (errno) {
	case EACCES:
	case EPERM:
	case EROFS:
	case ENOSPC:
	case EDQUOT: return open_passing(n, a);
	default: return -1;
	}
}

void
notefolder_close(struct notefolder *n)
{
	if (n->lock >= 0)
		close(n->lock);
	if (n->passing)
		(void)fs_remove_tree(n->path.p);
	*n = (struct notefolder){ .lock = -1 };
}
