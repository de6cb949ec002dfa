/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_CONDITION_H
#define MODEL_CONDITION_H

#include <stdbool.h>

#include "base/str.h"
#include "model/attrs.h"

/*
 * condition_holds(values, actual): whether ${actual} meets an attribute such as `edition="riga bergen"`: several values (blanks, commas or
 * bars between) are alternatives, `!` in front of one means "not that". An empty ${values} is met by anything.
 */
bool condition_holds(struct str values, struct str actual);

/*
 * condition_met(a, lang, audience): whether all of `edition= country= language= audience= output=` let what has them into a page of
 * the site for readers of ${lang}; an empty ${audience} is learners. Editions are not built yet: a page is of none, and of no country.
 */
bool condition_met(const struct attrs *a, struct str lang, struct str audience);

/* condition_next(rest): the first of several values, taken off *rest; empty where there is none left. */
struct str condition_next(struct str *rest);

#endif
