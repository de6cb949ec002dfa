/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_TURNS_H
#define ASSEMBLE_TURNS_H

#include "assemble/asking.h"
#include "model/scenario.h"

/*
 * turns_read(as, s, p): the choices of the step ${p}: the items of its last list, each one link to a step or ending of ${s}. The links become
 * spans, so that nobody looks for their targets elsewhere. as->q is not used. False where a choice cannot be followed (diagnosed);
 * p->turns has all items in any case.
 */
bool turns_read(struct asking *as, const struct scenario *s, struct place *p);

#endif
