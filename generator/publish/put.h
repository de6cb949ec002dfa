/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PUBLISH_PUT_H
#define PUBLISH_PUT_H

#include <sys/stat.h>

#include "base/str.h"

/*
 * Files below an open folder, with the folders they lie in. Safe from many threads at once: a folder is made when
 * opening the file fails for want of it, and it does not matter who is first. ${path} must be writable while the
 * call lasts. All return -1 with errno; EEXIST where there is such a file. ${st} is what the new file is told by.
 */
int put_bytes(int dirfd, char *path, struct str bytes, struct stat *st);

/* put_copy(dirfd, path, from, st): what can be read from ${from}, shared on disk where the file system knows how. */
int put_copy(int dirfd, char *path, int from, struct stat *st);

/* put_link(dirfd, path, from): the file ${path} of the folder ${from}, as another name of the same. */
int put_link(int dirfd, char *path, int from);

/* put_move(dirfd, path, from): the file ${path} of the folder ${from}, moved; what has its name is replaced. */
int put_move(int dirfd, char *path, int from);

/* put_away(dirfd, path): deletes what is no folder, and the folders around it that are empty then; fine where it is not there. */
int put_away(int dirfd, char *path);

#endif
