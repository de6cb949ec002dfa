/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_FINGERPRINT_H
#define SCORE_FINGERPRINT_H

#include "model/question.h"

/* What answers on a reader's device are kept by, beside the page that they were given on: model/pagekey.h. */

enum { FINGERPRINT_QUESTION = 5 };

/*
 * fingerprint_question(q, out): of what ${q} asks, in its source language, and of how it is scored: five lower-case letters and
 * digits, and a NUL. Another one says that an answer given before may no longer fit. Ids, order of options and
 * feedback do not count; nor does the language it is read in.
 */
void fingerprint_question(const struct question *q, char out[FINGERPRINT_QUESTION + 1]);

#endif
