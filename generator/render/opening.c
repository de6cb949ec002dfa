/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/compiler.h"
#include "render/helper.h"
#include "render/opening.h"
#include "render/sandbox.h"
#include "render/view.h"

static void
add_helpers(lua_State *L, struct lua *l, const struct source *src)
{
	lua_rawgeti(L, LUA_REGISTRYINDEX, l->base);
	sandbox_run(l, src, 0);
	for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
		if (lua_type(L, -2) != LUA_TSTRING)
			luaL_error(L, "%s: what it returns has names, not items", src->path.p);
		lua_pushvalue(L, -2);
		if (lua_rawget(L, -5) != LUA_TNIL)
			luaL_error(L, "%s: there is a `%s` already", src->path.p, lua_tostring(L, -3));
		lua_pop(L, 1);
		lua_pushvalue(L, -2);
		lua_pushvalue(L, -2);
		lua_rawset(L, -6);
	}
	lua_pop(L, 2);
}

int
opening_run(lua_State *L)
{
	struct lua *l = state_of(L);

	l->opened = true;
	view_open(L);
	sandbox_open(l);
	helper_open(l);
	compiler_open(l);
	add_helpers(L, l, &l->files[LUA_HELPERS]);
	sandbox_seal(l);
	return 0;
}

void
opening_need(struct lua *l)
{
	if (l->opened)
		return;
	lua_pushcfunction(l->L, opening_run);
	lua_call(l->L, 0, 0);
}
