/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_SEQUENCE_H
#define ASSEMBLE_SEQUENCE_H

#include "assemble/asking.h"

/* sequence_read(as): the items of an `order`, from the numbered list as->q->answers. False where they cannot be scored (diagnosed). */
bool sequence_read(struct asking *as);

#endif
