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

#endif
