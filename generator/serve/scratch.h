/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_SCRATCH_H
#define SERVE_SCRATCH_H

#include <stdbool.h>

#include "base/str.h"

/*
 * scratch_is(name): whether a file or folder of this name is no part of a site: hidden, or an editor's own (`.x.md.swp`, `x.md~`, `#x.md#`, Vim's `4913`).
 * Any other that is none either costs a look at the sources, nothing else.
 */
bool scratch_is(struct str name);

#endif
