/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_SLIPANSWERS_H
#define SCORE_SLIPANSWERS_H

#include "score/keyfile.h"
#include "score/slipletters.h"

/* One response out of a code: the other side of score/js/page/slipcode.js, type by type. */
struct slipanswers_one {
	const struct jvalue *response; /* in the notation; JSON_NULL where there is none. In the arena */
	bool written;                  /* a reflection: something was written; what, the code does not say */
	bool cut;                      /* a typed text was longer than the code has of it */
	bool misfit;                   /* the code says something that the question does not have */
};

/* slipanswers_read(a, q, code): takes the bits of a response to ${q} off ${code}. */
struct slipanswers_one slipanswers_read(struct arena *a, const struct keyfile_question *q, struct slipletters *code);

#endif
