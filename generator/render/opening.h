/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_OPENING_H
#define RENDER_OPENING_H

#include "render/state.h"

/*
 * What Lua has before it runs anything: the functions that templates see, the compiler, the helpers of lua/. A site whose
 * templates are all followed without Lua never needs it.
 */

/* opening_run(L): under lua_pcall, since a site's own files may raise errors. */
int opening_run(lua_State *L);

/* opening_need(l): the same within a run, if it has not been; only where the files are the program's own, which raise none. */
void opening_need(struct lua *l);

#endif
