/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PACKAGE_GRADES_H
#define PACKAGE_GRADES_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"
#include "model/ratio.h"

/* The credits that Moodle knows: no other fraction of full marks is accepted there. In files they are percentages with five decimals. */

/* grades_nearest(r): the one that is nearest to ${r}; between two the smaller. */
struct ratio grades_nearest(struct ratio r);

/*
 * grades_snap(r, out): the one that ${r} stands for: less than 1/100,000 away, as Moodle compares them. False, and ${out}
 * is ${r}, where there is none.
 */
bool grades_snap(struct ratio r, struct ratio *out);

/* grades_percent(b, r): "33.33333", "-50": ${r} of full marks as a file has it. Whether grades_snap() finds ${r} in it again. */
bool grades_percent(struct buf *b, struct ratio r);

/* grades_read(s, out): a percentage as a file has it, without its sign, snapped where it can be. False where it is no number. */
bool grades_read(struct str s, struct ratio *out);

#endif
