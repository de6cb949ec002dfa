/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_AUDIENCE_H
#define ASSEMBLE_AUDIENCE_H

#include "base/arena.h"
#include "model/body.h"

/*
 * audience_prune(a, body, audience): takes out what readers of this build may not see: `facilitator` and `only{audience=…}`,
 * blocks and inlines, and what footnotes say that nothing refers to any more. What is taken out leaves no id, link,
 * question, definition or word anywhere.
 */
void audience_prune(struct arena *a, struct body *body, struct str audience);

#endif
