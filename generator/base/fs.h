/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_FS_H
#define BASE_FS_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"

/*
 * The file system. Every call that can fail returns -1 with errno set and leaves
 * nothing half done that it can undo; paths are NUL-terminated.
 */

enum fs_kind { FS_NONE, FS_FILE, FS_DIR, FS_OTHER };

struct fs_entry {
	struct str name;   /* in the arena given */
	enum fs_kind kind; /* links are followed; a dangling or looping one is FS_NONE */
	bool link;
};
struct fs_entries VEC_OF(struct fs_entry);

/*
 * fs_read(a, path, out): the whole file, ending in NUL behind out->n. -1 also for a folder (EISDIR), for
 * what else is no plain file (EINVAL: it never waits for a FIFO), and above 64 MB (EFBIG).
 */
int fs_read(struct arena *a, const char *path, struct str *out);

/*
 * fs_write(path, bytes): creates or truncates; the folder must exist. Where writing fails, no file stays.
 * It writes through links, hard ones too: remove the name first where the file may have another.
 */
int fs_write(const char *path, struct str bytes);

/* fs_write_new(path, bytes): creates; -1 with EEXIST where there is one. */
int fs_write_new(const char *path, struct str bytes);

/*
 * fs_read_fd(fd, p, n): up to ${n} bytes, fewer only at the end of the file; how many. fs_write_fd(fd, p, n): all of
 * them. Both go on where a signal came in between.
 */
ssize_t fs_read_fd(int fd, char *p, size_t n);
int fs_write_fd(int fd, const char *p, size_t n);

enum fs_kind fs_kind(const char *path);

/* fs_identity(path, dev, ino): what tells two ways to one folder apart from two folders. */
int fs_identity(const char *path, uint64_t *dev, uint64_t *ino);

/* fs_list(a, dir, out): entries but `.` and `..`, sorted by bytes; caller frees out->v. */
int fs_list(struct arena *a, const char *dir, struct fs_entries *out);

int fs_mkdirs(const char *path);      /* mkdir -p, 0777 through the umask */
int fs_remove_tree(const char *path); /* rm -rf; fine where there is none; never follows a link */

/* fs_exchange(a, b): swaps two names in one step (renameat2). -1 with ENOSYS, EINVAL or EXDEV where it can't be. */
int fs_exchange(const char *a, const char *b);

/*
 * fs_clone(from, to): a hard link, or a copy of bytes and mode where links can't be; -1 with EEXIST where
 * ${to} exists. Symbolic links are copied as links.
 */
int fs_clone(const char *from, const char *to);

#endif
