/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AUTHOR_REWRITE_H
#define AUTHOR_REWRITE_H

#include "base/str.h"

/*
 * rewrite_file(path, bytes): the file, which exists, holds ${bytes}: at every moment its old text or its new one, whole.
 * Its mode stays; a symbolic link stays, and what it leads to is written. -1 with errno where that cannot be; the file is
 * then what it was.
 */
int rewrite_file(const char *path, struct str bytes);

#endif
