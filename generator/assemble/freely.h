/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_FREELY_H
#define ASSEMBLE_FREELY_H

#include "assemble/asking.h"

/* freely_read(as): a `reflect`, or a `survey` of either kind: nothing in it is right or wrong. False where it cannot be asked (diagnosed). */
bool freely_read(struct asking *as);

#endif
