/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef IMPORT_GIFTREAD_H
#define IMPORT_GIFTREAD_H

#include "import/taking.h"

/* giftread_all(t): the questions of a GIFT file, t->src, as items. -1 where it cannot be read (told). */
int giftread_all(struct taking *t);

#endif
