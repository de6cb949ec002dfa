/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_MAPPED_H
#define BASE_MAPPED_H

#include "base/str.h"

/* A file as memory, read only. */

/*
 * mapped_open(path, bytes): -1 with errno; an empty file is empty bytes. The file must never be written in place while it is mapped: replace it by
 * renaming.
 */
int mapped_open(const char *path, struct str *bytes);

void mapped_close(struct str bytes); /* empty ones are harmless */

#endif
