/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PACKAGE_PLACED_H
#define PACKAGE_PLACED_H

#include "package/exchange.h"

/* What is placed: x->it has its kind and gets the rest. False (told) where it cannot be said there. */

bool placed_pairs(struct exchange *x); /* match, sort, matrix */
bool placed_order(struct exchange *x);
bool placed_markers(struct exchange *x); /* hotspot with `scoring=markers` */

#endif
