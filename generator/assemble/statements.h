/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_STATEMENTS_H
#define ASSEMBLE_STATEMENTS_H

#include "assemble/asking.h"

/* statements_read(as): the rows and columns of a `matrix`, or of a survey that is a table, from as->q->answers. False where they cannot be scored (diagnosed). */
bool statements_read(struct asking *as);

#endif
