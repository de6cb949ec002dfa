/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PACKAGE_ANSWERED_H
#define PACKAGE_ANSWERED_H

#include "package/exchange.h"

/* What is typed, or chosen in the text: x->it has its kind and gets the rest. False (told) where nothing of it can be said there. */

bool answered_text(struct exchange *x);
bool answered_number(struct exchange *x);
bool answered_gaps(struct exchange *x);

#endif
