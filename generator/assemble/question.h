/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_QUESTION_H
#define ASSEMBLE_QUESTION_H

#include "assemble/asking.h"
#include "base/arena.h"
#include "base/diag.h"
#include "model/question.h"

/*
 * question_read(a, directive, ctx, d): (ctx: see asking.h) the question that a `question` directive is. Feedback in its options is
 * moved about inside the tree, so that each part has a node of its own. NULL where it cannot be scored
 * (diagnosed): it is then shown as a plain container.
 */
struct question *question_read(
    struct arena *a, struct node *directive, const struct question_context *ctx, struct diags *d);

#endif
