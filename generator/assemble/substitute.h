/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_SUBSTITUTE_H
#define ASSEMBLE_SUBSTITUTE_H

#include "assemble/asking.h"
#include "model/site.h"

/*
 * substitute_question(a, n, ctx, t): what readers get in the place of ${n}, a question of the translation ${t} that does not agree with its source
 * ctx->source (which was told): the question of the source, its words marked as in that language. It stands where ${n} stood; *n is its node.
 */
struct question *substitute_question(
    struct arena *a, struct node **n, const struct question_context *ctx, const struct text *t);

#endif
