/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_REACH_H
#define ASSEMBLE_REACH_H

#include "assemble/asking.h"
#include "model/scenario.h"

/*
 * reach_check(as, s): from the start of ${s}, whose choices all lead somewhere, every step and ending can be reached, and from every step an
 * ending. False where not (diagnosed).
 */
bool reach_check(struct asking *as, const struct scenario *s);

#endif
