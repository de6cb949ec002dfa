/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_ATTEMPTS_H
#define ASSEMBLE_ATTEMPTS_H

#include "assemble/setting.h"
#include "model/quiz.h"

/*
 * attempts_read(a, r, q): what concerns a whole attempt at a quiz page: `attempts`, `grade`, `shuffle`, and `draw` with the
 * questions that each attempt is made of. What is drawn lives in ${a}.
 */
void attempts_read(struct arena *a, struct setting *r, struct quiz *q);

#endif
