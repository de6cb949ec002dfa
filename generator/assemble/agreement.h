/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_AGREEMENT_H
#define ASSEMBLE_AGREEMENT_H

#include "base/diag.h"
#include "model/body.h"

/*
 * agreement_check(a, body, d): what a translation's front matter repeats of its source must be the same, and its objectives
 * must have ids that the source has. Settings of quizzes are compared in quiz.c.
 */
void agreement_check(struct arena *a, const struct body *body, struct diags *d);

#endif
