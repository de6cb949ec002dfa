/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PACKAGE_TICKED_H
#define PACKAGE_TICKED_H

#include "package/exchange.h"

/* Options as answers with fractions: x->it has its kind and gets the rest. False (told) where no rule there comes near. */

bool ticked_truefalse(struct exchange *x);
bool ticked_options(struct exchange *x); /* single, multiple, the areas of a hotspot */

#endif
