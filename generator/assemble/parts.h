/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_PARTS_H
#define ASSEMBLE_PARTS_H

#include "assemble/asking.h"

/* What stands in a question: text, then answers, then directives. */

/* parts_read(as): finds `hint`, `feedback` and `explanation` of as->q->node. */
void parts_read(struct asking *as);

/*
 * parts_answers(as): finds the list that holds the answers, as->q->answers, unless the answer stands in the head.
 * False where there is none, or lists were torn apart, or nothing is asked (diagnosed).
 */
bool parts_answers(struct asking *as);

#endif
