/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_VECTORFILE_H
#define CLI_VECTORFILE_H

#include "base/buf.h"

/*
 * vectorfile_read(path, b): appends all of a file (`-`: standard input) to ${b}; also of what is no plain file, for vectors may come
 * through a pipe, and be many. -1 with errno where it cannot be read.
 */
int vectorfile_read(const char *path, struct buf *b);

#endif
