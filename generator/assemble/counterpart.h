/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_COUNTERPART_H
#define ASSEMBLE_COUNTERPART_H

#include "assemble/asking.h"

/*
 * counterpart_adopt(as): entries and targets of a translation get ids, weights and right answers of their counterparts in as->ctx->source:
 * those of the same id, else at the same place; targets are put in the order of the source. False where they do not agree (diagnosed).
 */
bool counterpart_adopt(struct asking *as);

#endif
