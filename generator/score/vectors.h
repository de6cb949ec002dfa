/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_VECTORS_H
#define SCORE_VECTORS_H

#include <stdbool.h>
#include <stdio.h>

#include "base/buf.h"
#include "base/str.h"

/*
 * Lists of vectors in the notation of docs/vectors.md. Both functions write one line a vector, in the order of the list, and one
 * line alone where ${json} is no JSON or no list; they return how many lines tell an error. A write that fails is seen at ${f}.
 */

/* vectors_score(json, f): what the reference scorer makes of them: `{"id": "x1", "score": "5/12", "max": "1"}`. */
size_t vectors_score(struct str json, FILE *f);

/* vectors_settle(json, f): for engine/vectors.js: each one settled, as JSON; a line that tells an error, with `=` in front. */
size_t vectors_settle(struct str json, FILE *f);

/* vectors_fault(f, what): the line for a list that cannot be read. */
void vectors_fault(FILE *f, struct str what);

/* vectors_script(b): the pieces of score/js/engine/ as one script for Node.js, which reads lines of vectors_settle(). */
void vectors_script(struct buf *b);

#endif
