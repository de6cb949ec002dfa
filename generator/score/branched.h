/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_BRANCHED_H
#define SCORE_BRANCHED_H

#include "base/buf.h"
#include "model/body.h"

/* branched_scored(body): whether a scenario of ${body} has points. */
bool branched_scored(const struct body *body);

/*
 * branched_write(b, body): the scenarios that have points, as an object: by id, in the settled form of docs/vectors.md, full marks
 * included, so that the browser need not look for them. Where these cannot be found they are 0: then no points are shown.
 */
void branched_write(struct buf *b, const struct body *body);

#endif
