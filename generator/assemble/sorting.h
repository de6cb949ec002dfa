/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_SORTING_H
#define ASSEMBLE_SORTING_H

#include "assemble/asking.h"

/* sorting_read(as): the groups of a `sort` and what belongs into each, from the list of lists as->q->answers. False where they cannot be scored (diagnosed). */
bool sorting_read(struct asking *as);

#endif
