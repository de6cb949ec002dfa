/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AUTHOR_GIFTREAD_H
#define AUTHOR_GIFTREAD_H

#include "author/taking.h"

/* giftread_all(t): the questions of a GIFT file, t->src, as items. -1 where it cannot be read (told). */
int giftread_all(struct taking *t);

#endif
