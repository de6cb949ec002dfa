/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_WHOLE_H
#define BASE_WHOLE_H

#include "base/str.h"

/* Files that are there with all of their bytes, or not: nobody finds half of one, whenever the program ends. */

/*
 * whole_new(path, bytes): a file that was not there. -1 with errno where it cannot be written, EEXIST where there is
 * something.
 */
int whole_new(const char *path, struct str bytes);

/*
 * whole_write(path, bytes): the same, in the place of what is there. Of a file that is replaced mode and owner stay, and a
 * symbolic link stays, and what it leads to is written. What is no plain file (a pipe, a terminal) is written to as it is. -1 with
 * errno; what was there is then as it was.
 */
int whole_write(const char *path, struct str bytes);

#endif
