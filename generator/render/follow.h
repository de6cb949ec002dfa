/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_FOLLOW_H
#define RENDER_FOLLOW_H

#include "render/state.h"

/*
 * Pages without Lua. What a template's recipe (recipe.h) says is what its Lua text does, and twenty times as fast: values are
 * printed from where they are. Only what goes well is done here. Whatever is unusual ends in an error: then the page is
 * made by Lua from the beginning, which says what is wrong, and where.
 */

/* follow_template(l, name): prints the template ${name}; false where it has no recipe, and nothing was done. May raise an error. */
bool follow_template(struct lua *l, struct str name);

#endif
