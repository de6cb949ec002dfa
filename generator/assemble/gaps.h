/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_GAPS_H
#define ASSEMBLE_GAPS_H

#include "assemble/asking.h"

/*
 * gaps_read(as): the gaps in the text of a `gap`, in order, each with what stands between its brackets or below its name in the list
 * as->q->answers. Those of a translation are in the order of the source, with its ids and weights. False where they cannot
 * be scored (diagnosed).
 */
bool gaps_read(struct asking *as);

#endif
