/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_CONDITION_H
#define MODEL_CONDITION_H

#include <stdbool.h>

#include "base/str.h"

/*
 * condition_holds(values, actual): whether ${actual} meets an attribute such as `edition="riga bergen"`: several values (blanks, commas or
 * bars between) are alternatives, `!` in front of one means "not that". An empty ${values} is met by anything.
 */
bool condition_holds(struct str values, struct str actual);

/* condition_next(rest): the first of several values, taken off *rest; empty where there is none left. */
struct str condition_next(struct str *rest);

#endif
