/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AUTHOR_WHOLE_H
#define AUTHOR_WHOLE_H

#include <stdbool.h>

#include "base/str.h"

/*
 * whole_write(path, bytes, replace): the file appears with all of ${bytes} in it, or not at all. One that is there is replaced if
 * ${replace}, else it is -1 with EEXIST. -1 with errno where it cannot be written; what was there is then as it was. What is no
 * plain file (a pipe, a terminal) is written to as it is.
 */
int whole_write(const char *path, struct str bytes, bool replace);

#endif
