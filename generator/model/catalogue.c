/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/catalogue.h"

const char *const catalogue_plurals[PLURALS] = {
	[PLURAL_ZERO] = "zero",
	[PLURAL_ONE] = "one",
	[PLURAL_TWO] = "two",
	[PLURAL_FEW] = "few",
	[PLURAL_MANY] = "many",
	[PLURAL_OTHER] = "other",
};

void
catalogue_free(struct catalogue *c)
{
	if (c)
		map_free(&c->messages);
}
