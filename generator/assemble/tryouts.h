/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_TRYOUTS_H
#define ASSEMBLE_TRYOUTS_H

#include "assemble/asking.h"

/*
 * tryouts_read(as): the answers in `samples` of as->q, whose own answers have been read, with what each must get. score/samples.c
 * tries them out.
 */
void tryouts_read(struct asking *as);

#endif
