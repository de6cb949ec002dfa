/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_LIFT_H
#define READ_LIFT_H

#include <stdbool.h>

#include "base/buf.h"
#include "read/marks.h"

/*
 * The first half of marks.h: one pass over the raw text of a block that lifts attributes, gaps and the
 * ends of roles out of it.
 */

/*
 * lift_marks(m, raw, owns, out): writes ${raw} with tokens to ${out}; false (and nothing written) where there is
 * nothing to lift. ${owns}: a list at the very end belongs to the block itself (not so in a label).
 */
bool lift_marks(struct marks *m, struct str raw, bool owns, struct buf *out);

#endif
