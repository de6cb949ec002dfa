/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "render/limit.h"
#include "render/order.h"
#include "render/view.h"

struct key {
	int type;
	lua_Number n;
	struct str s;
	int at; /* on which place it is in the unsorted sequence */
};

static int
key_cmp(const void *x, const void *y)
{
	static const int rank[] = { [LUA_TNUMBER] = 0, [LUA_TSTRING] = 1, [LUA_TBOOLEAN] = 2 };
	const struct key *a = x, *b = y;

	if (a->type != b->type)
		return rank[a->type] - rank[b->type];
	if (a->type == LUA_TSTRING)
		return str_cmp(a->s, b->s);
	return a->n < b->n ? -1 : a->n > b->n;
}

/* The keys as Lua gives them: a sequence, and an array that Lua owns, both left on the stack. */
static struct key *
keys_collect(lua_State *L, int i, int *n)
{
	struct key *keys;

	*n = 0;
	for (lua_pushnil(L); lua_next(L, i); lua_pop(L, 1))
		(*n)++;
	keys = lua_newuserdatauv(L, (size_t)*n * sizeof *keys + 1, 0);
	lua_createtable(L, *n, 0);
	*n = 0;
	for (lua_pushnil(L); lua_next(L, i); lua_pop(L, 1)) {
		struct key *k = &keys[(*n)++];
		int type = lua_type(L, -2);

		if (type != LUA_TNUMBER && type != LUA_TSTRING && type != LUA_TBOOLEAN)
			luaL_error(L, "the keys of this table have no order: one of them is %s", view_name(L, -2));
		*k = (struct key){ type, 0, STR_EMPTY, *n };
		if (type == LUA_TSTRING)
			k->s = state_str(L, -2);
		else
			k->n = type == LUA_TBOOLEAN ? lua_toboolean(L, -2) : lua_tonumber(L, -2);
		lua_pushvalue(L, -2);
		lua_rawseti(L, -4, *n);
	}
	return keys;
}

void
order_keys(lua_State *L, int i)
{
	struct key *keys;
	int n;

	luaL_checkstack(L, 8, "keys");
	i = lua_absindex(L, i);
	keys = keys_collect(L, i, &n); /* array, sequence */
	limit_charge(L, (size_t)n);
	if (n)
		qsort(keys, (size_t)n, sizeof *keys, key_cmp);
	lua_createtable(L, n, 0);
	for (int k = 0; k < n; k++) {
		lua_rawgeti(L, -2, keys[k].at);
		lua_rawseti(L, -2, k + 1);
	}
	lua_replace(L, -3);
	lua_pop(L, 1);
}

/* upvalues: the table, its keys in order, how many of them were given. */
static int
pairs_next(lua_State *L)
{
	lua_Integer k = lua_tointeger(L, lua_upvalueindex(3)) + 1;

	lua_pushinteger(L, k);
	lua_replace(L, lua_upvalueindex(3));
	if (lua_rawgeti(L, lua_upvalueindex(2), k) == LUA_TNIL)
		return 1;
	lua_pushvalue(L, -1);
	lua_rawget(L, lua_upvalueindex(1));
	return 2;
}

int
order_pairs(lua_State *L)
{
	lua_settop(L, 1);
	if (view_items(L, 1))
		return view_each(L);
	if (!lua_istable(L, 1))
		return luaL_error(L, "pairs() needs a table, and this is %s", view_name(L, 1));
	order_keys(L, 1);
	lua_pushinteger(L, 0);
	lua_pushcclosure(L, pairs_next, 3);
	return 1;
}

/* less(L, a, b): by the function at 2, if there is one. */
static bool
less(lua_State *L, int a, int b)
{
	bool r;

	limit_charge(L, 1);
	if (lua_isnil(L, 2))
		return lua_compare(L, a, b, LUA_OPLT);
	lua_pushvalue(L, 2);
	lua_pushvalue(L, a);
	lua_pushvalue(L, b);
	lua_call(L, 2, 1);
	r = lua_toboolean(L, -1);
	lua_pop(L, 1);
	return r;
}

/* Merges [lo, mid) and [mid, hi) of the table at ${from} into the one at ${to}. */
static void
merge(lua_State *L, int from, int to, lua_Integer lo, lua_Integer mid, lua_Integer hi)
{
	lua_Integer i = lo, j = mid;

	for (lua_Integer k = lo; k < hi; k++) {
		bool right = i >= mid;

		if (i < mid && j < hi) {
			lua_rawgeti(L, from, i);
			lua_rawgeti(L, from, j);
			right = less(L, lua_gettop(L), lua_gettop(L) - 1);
			lua_pop(L, 2);
		}
		lua_rawgeti(L, from, right ? j++ : i++);
		lua_rawseti(L, to, k);
	}
}

/* Stable, so that equal items keep their order; Lua's own asks the clock where to cut. */
int
order_sort(lua_State *L)
{
	lua_Integer n;
	int from = 1, to = 3;

	luaL_checktype(L, 1, LUA_TTABLE);
	if (!lua_isnoneornil(L, 2))
		luaL_checktype(L, 2, LUA_TFUNCTION);
	lua_settop(L, 2);
	n = (lua_Integer)lua_rawlen(L, 1);
	limit_charge(L, (size_t)n);
	lua_createtable(L, (int)n, 0);
	for (lua_Integer w = 1; w < n; w *= 2) {
		for (lua_Integer lo = 1; lo <= n; lo += 2 * w)
			merge(L, from, to, lo, lo + w > n ? n + 1 : lo + w, lo + 2 * w > n ? n + 1 : lo + 2 * w);
		from = from == 1 ? 3 : 1;
		to = to == 1 ? 3 : 1;
	}
	for (lua_Integer k = 1; from == 3 && k <= n; k++) {
		lua_rawgeti(L, 3, k);
		lua_rawseti(L, 1, k);
	}
	return 0;
}
