/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_MATCHING_H
#define ASSEMBLE_MATCHING_H

#include "assemble/asking.h"

/* matching_read(as): the rows of a `match`, from the table as->q->answers: left, right, feedback if wanted. False where they cannot be scored (diagnosed). */
bool matching_read(struct asking *as);

#endif
