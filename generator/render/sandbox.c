/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <lualib.h>

#include "base/near.h"
#include "render/limit.h"
#include "render/order.h"
#include "render/sandbox.h"
#include "render/search.h"
#include "render/view.h"

/* -- texts of values -- */

void
sandbox_tostring(lua_State *L, int i)
{
	const struct view_html *h;

	switch (lua_type(L, i)) {
	case LUA_TNIL:
	case LUA_TNONE:
	case LUA_TBOOLEAN:
	case LUA_TNUMBER:
	case LUA_TSTRING: luaL_tolstring(L, i, NULL); return;
	case LUA_TUSERDATA:
		h = view_html(L, i);
		if (h)
			lua_pushlstring(L, h->html.p, h->html.n);
		else
			lua_pushstring(L, view_name(L, i));
		return;
	default: lua_pushstring(L, lua_typename(L, lua_type(L, i))); return; /* Lua's own would tell an address */
	}
}

static int
base_tostring(lua_State *L)
{
	luaL_checkany(L, 1);
	sandbox_tostring(L, 1);
	return 1;
}

/* `%p` would print an address, and so would `%s` of a table. */
static int
string_format(lua_State *L)
{
	const char *p = luaL_checkstring(L, 1);

	for (; (p = strchr(p, '%')) != NULL; p++) {
		p += 1 + strspn(p + 1, "-+ #0123456789.");
		if (*p == 'p')
			return luaL_error(L, "`%%p` is not offered: an address differs from run to run");
		if (!*p)
			break;
	}
	for (int i = 2; i <= lua_gettop(L); i++) {
		if (lua_type(L, i) < LUA_TTABLE)
			continue;
		sandbox_tostring(L, i);
		lua_replace(L, i);
	}
	return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

/* Lua's own loops over nothing a million million times when asked to. */
static int
string_rep(lua_State *L)
{
	size_t n = 0, sep = 0;
	lua_Integer times = luaL_checkinteger(L, 2);

	luaL_checklstring(L, 1, &n);
	luaL_optlstring(L, 3, "", &sep);
	if (times <= 0 || n + sep == 0) {
		lua_pushliteral(L, "");
		return 1;
	}
	if ((lua_Unsigned)times > LIMIT_MEMORY / (n + sep))
		return luaL_error(L, "this text would be larger than %d MB", LIMIT_MEMORY >> 20);
	return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

/* -- what costs more than one step -- */

/* upvalue 1: the function of Lua's own. Its first argument is what it walks over. */
static int
charged(lua_State *L)
{
	limit_charge(L,
	    lua_type(L, 1) == LUA_TSTRING      ? lua_rawlen(L, 1) / 32
		: lua_type(L, 1) == LUA_TTABLE ? lua_rawlen(L, 1) / 4
					       : 0);
	return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

enum { MANY = 1000000 };

static int
table_move(lua_State *L)
{
	lua_Integer from = luaL_checkinteger(L, 2), to = luaL_checkinteger(L, 3);

	if (to >= from && (lua_Unsigned)to - (lua_Unsigned)from >= MANY)
		return luaL_error(L, "too many items to move");
	if (to >= from)
		limit_charge(L, (size_t)(to - from));
	return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

static int
table_unpack(lua_State *L)
{
	lua_Integer from = luaL_optinteger(L, 2, 1),
		    to = lua_isnoneornil(L, 3) ? luaL_len(L, 1) : luaL_checkinteger(L, 3);

	if (to >= from && (lua_Unsigned)to - (lua_Unsigned)from >= MANY)
		return luaL_error(L, "too many items to unpack");
	if (to >= from)
		limit_charge(L, (size_t)(to - from));
	return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

/* A pcall() that cannot hold back what the limits say. */
static int
base_pcall(lua_State *L)
{
	int r;

	luaL_checkany(L, 1);
	r = lua_pcall(L, lua_gettop(L) - 1, LUA_MULTRET, 0);
	if (r != LUA_OK && state_of(L)->over)
		return limit_raise(L);
	lua_pushboolean(L, r == LUA_OK);
	lua_insert(L, 1);
	return lua_gettop(L);
}

/* -- the environment -- */

static int
refuse_set(lua_State *L)
{
	if (lua_type(L, 2) != LUA_TSTRING)
		return luaL_error(L, "this table is read-only");
	return luaL_error(L,
	    "`%s` cannot be set here: write `local` in front of it, or `{%% set %s = … %%}` in a template",
	    lua_tostring(L, 2), lua_tostring(L, 2));
}

static void
try_keys(lua_State *L, struct near *n)
{
	for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1))
		if (lua_type(L, -2) == LUA_TSTRING)
			near_try(n, state_str(L, -2));
}

static const struct lua_global *
declared(const struct lua *l, struct str name)
{
	const struct lua_global *g = l->call ? l->call->globals : NULL;

	for (; g && g->name; g++)
		if (str_is(name, g->name))
			return g;
	return NULL;
}

/* __index behind all names. upvalue 1: enum room. */
static int
miss(lua_State *L)
{
	struct lua *l = state_of(L);
	enum room room = (enum room)lua_tointeger(L, lua_upvalueindex(1));
	struct str name = lua_type(L, 2) == LUA_TSTRING ? state_str(L, 2) : STR("?");
	const struct lua_global *g = declared(l, name);
	struct near n;

	if (g && room == ROOM_PAGE)
		return 0; /* known, but this page has none: nil */
	if (g)
		return luaL_error(
		    L, "`%s` cannot be seen here: a cached partial or a helper gets what it needs as argument", name.p);
	near_begin(&n, name);
	try_keys(L, (lua_settop(L, 1), &n));
	for (g = room == ROOM_PAGE && l->call ? l->call->globals : NULL; g && g->name; g++)
		near_try(&n, str_of(g->name));
	lua_pushlstring(L, name.p, name.n);
	if (!near_best(&n).n)
		return luaL_error(L, "there is no name `%s`", lua_tostring(L, -1));
	lua_pushlstring(L, near_best(&n).p, near_best(&n).n);
	return luaL_error(L, "there is no name `%s`; did you mean `%s`?", lua_tostring(L, -2), lua_tostring(L, -1));
}

/* freeze(L): the table on top becomes one that reads through to it and cannot be written. */
static void
freeze(lua_State *L)
{
	lua_newtable(L);
	lua_createtable(L, 0, 2);
	lua_rotate(L, -3, -1);
	lua_setfield(L, -2, "__index");
	lua_pushcfunction(L, refuse_set);
	lua_setfield(L, -2, "__newindex");
	lua_setmetatable(L, -2);
}

/* copy_keys(L, names): from the table on top into a new one in its place: names with blanks between. */
static void
copy_keys(lua_State *L, const char *names)
{
	struct str rest = str_of(names);

	lua_newtable(L);
	while (rest.n) {
		struct str name = str_cut(&rest, ' ');

		lua_pushlstring(L, name.p, name.n);
		lua_pushvalue(L, -1);
		lua_gettable(L, -4);
		lua_rawset(L, -3);
	}
	lua_replace(L, -2);
}

struct wrap {
	const char *name;
	lua_CFunction fn;
};

/* wrap_all(L, w): functions of the table on top get ours in front; Lua's own is upvalue 1. */
static void
wrap_all(lua_State *L, const struct wrap *w)
{
	for (; w->name; w++) {
		lua_getfield(L, -1, w->name);
		lua_pushcclosure(L, w->fn, 1);
		lua_setfield(L, -2, w->name);
	}
}

/* library(L, name, open, keys, w): the chosen functions of a library, left on the stack. */
static void
library(lua_State *L, const char *name, lua_CFunction open, const char *keys, const struct wrap *w)
{
	luaL_requiref(L, name, open, 0);
	copy_keys(L, keys);
	wrap_all(L, w);
}

static const struct wrap none[] = { { NULL, NULL } };
static const struct wrap base_wraps[] = { { "tostring", base_tostring }, { "pairs", order_pairs },
	{ "pcall", base_pcall }, { NULL, NULL } };
static const struct wrap string_wraps[] = { { "format", string_format }, { "rep", string_rep }, { "byte", charged },
	{ "find", search_find }, { "match", search_match }, { "gmatch", search_gmatch }, { "gsub", search_gsub },
	{ NULL, NULL } };
static const struct wrap table_wraps[] = { { "insert", charged }, { "remove", charged }, { "concat", charged },
	{ "sort", order_sort }, { "move", table_move }, { "unpack", table_unpack }, { NULL, NULL } };
static const struct wrap utf8_wraps[] = { { "len", charged }, { "codepoint", charged }, { "offset", charged },
	{ NULL, NULL } };

/* The strings' own metatable reads the chosen functions, too. */
static void
string_library(lua_State *L)
{
	library(L, LUA_STRLIBNAME, luaopen_string,
	    "byte char find format gmatch gsub len lower match rep reverse sub upper", string_wraps);
	lua_pushliteral(L, "");
	lua_getmetatable(L, -1);
	lua_pushvalue(L, -3);
	lua_setfield(L, -2, "__index");
	lua_pop(L, 2);
}

void
sandbox_open(struct lua *l)
{
	lua_State *L = l->L;

	library(
	    L, LUA_GNAME, luaopen_base, "assert error ipairs pairs pcall select tonumber tostring type", base_wraps);
	string_library(L);
	freeze(L);
	lua_setfield(L, -2, "string");
	library(L, LUA_TABLIBNAME, luaopen_table, "concat insert move pack remove sort unpack", table_wraps);
	freeze(L);
	lua_setfield(L, -2, "table");
	library(L, LUA_MATHLIBNAME, luaopen_math,
	    "abs ceil floor fmod huge max maxinteger min mininteger modf pi sqrt tointeger type ult", none);
	freeze(L);
	lua_setfield(L, -2, "math");
	library(L, LUA_UTF8LIBNAME, luaopen_utf8, "char charpattern codepoint codes len offset", utf8_wraps);
	freeze(L);
	lua_setfield(L, -2, "utf8");

	lua_createtable(L, 0, 1);
	lua_pushinteger(L, ROOM_PARTIAL);
	lua_pushcclosure(L, miss, 1);
	lua_setfield(L, -2, "__index");
	lua_setmetatable(L, -2);
	lua_pushvalue(L, -1);
	l->base = luaL_ref(L, LUA_REGISTRYINDEX);
	freeze(L);
	l->env[ROOM_PARTIAL] = luaL_ref(L, LUA_REGISTRYINDEX);
}

/* with_index(L): the table below the top reads on in the value on top, which is popped. */
static void
with_index(lua_State *L)
{
	lua_createtable(L, 0, 1);
	lua_insert(L, -2);
	lua_setfield(L, -2, "__index");
	lua_setmetatable(L, -2);
}

void
sandbox_seal(struct lua *l)
{
	lua_State *L = l->L;

	lua_newtable(L);
	l->none = luaL_ref(L, LUA_REGISTRYINDEX);
	lua_newtable(L); /* the page's own names */
	lua_pushvalue(L, -1);
	l->globals = luaL_ref(L, LUA_REGISTRYINDEX);
	lua_newtable(L); /* behind them, a copy of the base, which ends in another miss() */
	lua_rawgeti(L, LUA_REGISTRYINDEX, l->base);
	for (lua_pushnil(L); lua_next(L, -2);) {
		lua_pushvalue(L, -2);
		lua_insert(L, -2);
		lua_rawset(L, -5);
	}
	lua_pop(L, 1);
	lua_pushinteger(L, ROOM_PAGE);
	lua_pushcclosure(L, miss, 1);
	with_index(L);
	with_index(L);
	freeze(L);
	l->env[ROOM_PAGE] = luaL_ref(L, LUA_REGISTRYINDEX);
}

bool
sandbox_load(struct lua *l, struct str code, const char *chunk, bool ours, int env)
{
	if (luaL_loadbufferx(l->L, code.p, code.n, chunk, ours ? "bt" : "t") != LUA_OK)
		return false;
	lua_rawgeti(l->L, LUA_REGISTRYINDEX, env);
	lua_setupvalue(l->L, -2, 1);
	return true;
}

void
sandbox_run(struct lua *l, const struct source *src, int n)
{
	lua_State *L = l->L;

	lua_pushfstring(L, "=%s", src->path.p);
	if (!sandbox_load(l, src->bytes, lua_tostring(L, -1), false, l->env[ROOM_PARTIAL]))
		lua_error(L);
	lua_remove(L, -2);
	for (int i = 0; i < n; i++)
		lua_pushvalue(L, -n - 1);
	lua_call(L, n, 1);
	if (!lua_istable(L, -1))
		luaL_error(L, "%s must return a table", src->path.p);
}
