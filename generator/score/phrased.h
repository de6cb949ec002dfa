/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_PHRASED_H
#define SCORE_PHRASED_H

#include "base/buf.h"
#include "model/question.h"

/*
 * Members of the settled notation of what is typed. The decimal mark of numbers is not among them: it is the reader's language
 * that has it, and a question is the same in all.
 */
void phrased_answers(struct buf *b, const struct question *q); /* `text`, `number`: of its one gap */
void phrased_gaps(struct buf *b, const struct question *q);
void phrased_scoring(struct buf *b, const struct question *q);

#endif
