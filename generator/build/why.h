/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_WHY_H
#define BUILD_WHY_H

#include <stdbool.h>

#include "base/buf.h"
#include "build/making.h"

/*
 * why_tell(b, m, state, path): a page or a source in plain words, a line each: whether it was made again, and because of what; of one that stayed what it rests
 * on. ${path} is that of a page below the output folder, or of a source below the site's. ${state}: of the store of the build before. False where there is
 * no such page.
 */
bool why_tell(struct buf *b, const struct making *m, enum store_state state, struct str path);

#endif
