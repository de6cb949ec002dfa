/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPAIR_STRAIGHT_H
#define REPAIR_STRAIGHT_H

#include "repair/edits.h"
#include "repair/trial.h"
#include "base/arena.h"

/* Values of attributes in curly quotation marks, as word processors write them: key=“two words”. */

/* straight_find(a, t, out): straight marks in place of the curly ones that reading ${t} complained of. */
void straight_find(struct arena *a, const struct trial *t, struct changes *out);

/* straight_rule: reading complains less about attributes, and of nothing that was fine before. */
trial_rule straight_rule;

#endif
