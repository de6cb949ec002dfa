/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_ANSWERKEY_H
#define ASSEMBLE_ANSWERKEY_H

#include "assemble/asking.h"

/*
 * answerkey_check(as): whether the options of as->q can be scored: no two alike, something right, full marks
 * within reach; else diagnosed. Fills in the credits that `score=` leaves open. Of a translation only the texts are
 * looked at: the rest is its source's.
 */
bool answerkey_check(struct asking *as);

#endif
