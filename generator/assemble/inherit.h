/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_INHERIT_H
#define ASSEMBLE_INHERIT_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/body.h"

/*
 * What a translation leaves unsaid is the source's: attributes, classes and marks of directives, items and headings.
 * What it says must agree.
 */

/* inherit_skeleton(a, body): lists the directives, items and headings of ${body}, before anything is left out for a reader. */
void inherit_skeleton(struct arena *a, struct body *body);

/*
 * inherit_attributes(a, body, source, d): gives each of them what the one of the same kind and id has in ${source}, or the one at the
 * same place where both languages have as many. Tells of attributes and ids that differ; of those in questions question.c tells.
 */
void inherit_attributes(struct arena *a, struct body *body, const struct body *source, struct diags *d);

#endif
