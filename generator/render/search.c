/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "render/limit.h"
#include "render/pattern.h"
#include "render/search.h"
#include "render/view.h"

enum { RATE = 8 }; /* steps of a match for one of Lua */

static struct str
check_str(lua_State *L, int i)
{
	struct str s = STR_EMPTY;

	s.p = luaL_checklstring(L, i, &s.n);
	return s;
}

static void
prepare(lua_State *L, struct pattern *m, struct str text, struct str pattern)
{
	const struct lua *l = state_of(L);
	uint64_t left = l->steps_max > l->steps ? l->steps_max - l->steps : 1;

	m->text = text;
	m->pattern = pattern;
	m->left = left < UINT64_MAX / RATE ? left * RATE : UINT64_MAX;
	m->error = NULL;
}

/* at(L, m, from): a match at that place; what it cost is counted. */
static const char *
at(lua_State *L, struct pattern *m, size_t from)
{
	uint64_t before = m->left;
	const char *end = pattern_match(m, from);

	if (m->error)
		luaL_error(L, "%s", m->error);
	limit_charge(L, (size_t)((before - m->left) / RATE) + (m->left == 0));
	return end;
}

/* push_one(L, m, k, s, end): capture ${k}, or the whole match where the pattern has none. */
static void
push_one(lua_State *L, const struct pattern *m, int k, const char *s, const char *end)
{
	if (k >= m->level) {
		if (k)
			luaL_error(L, "invalid capture index %%%d", k + 1);
		lua_pushlstring(L, s, (size_t)(end - s));
	} else if (m->capture[k].n == PATTERN_POSITION) {
		lua_pushinteger(L, m->capture[k].p - m->text.p + 1);
	} else if (m->capture[k].n == PATTERN_OPEN) {
		luaL_error(L, "unfinished capture");
	} else {
		lua_pushlstring(L, m->capture[k].p, (size_t)m->capture[k].n);
	}
}

/* push_all(L, m, s, end): all captures; ${s} NULL: not even the whole match where there are none. */
static int
push_all(lua_State *L, const struct pattern *m, const char *s, const char *end)
{
	int n = m->level || !s ? m->level : 1;

	luaL_checkstack(L, n, "too many captures");
	for (int k = 0; k < n; k++)
		push_one(L, m, k, s, end);
	return n;
}

/* The place, from 0, that the argument at ${i} names; more than ${n} where it is behind the end. */
static size_t
start_of(lua_State *L, int i, size_t n)
{
	lua_Integer k = luaL_optinteger(L, i, 1);

	if (k > 0)
		return (size_t)k - 1;
	if (k == 0 || k < -(lua_Integer)n)
		return 0;
	return n - (size_t)-k;
}

static bool
no_specials(struct str p)
{
	for (size_t i = 0; i < p.n; i++)
		if (p.p[i] && strchr("^$*+?.([%-", p.p[i]))
			return false;
	return true;
}

static int
find_plain(lua_State *L, struct str s, struct str p, size_t from)
{
	const char *r = p.n ? memmem(s.p + from, s.n - from, p.p, p.n) : s.p + from;

	limit_charge(L, (r ? (size_t)(r - s.p) - from : s.n - from) / 32);
	if (!r) {
		lua_pushnil(L);
		return 1;
	}
	lua_pushinteger(L, r - s.p + 1);
	lua_pushinteger(L, r - s.p + (lua_Integer)p.n);
	return 2;
}

static int
find(lua_State *L, bool places)
{
	struct str s = check_str(L, 1), p = check_str(L, 2);
	size_t from = start_of(L, 3, s.n);
	struct pattern m;
	bool anchored;

	if (from > s.n) {
		lua_pushnil(L);
		return 1;
	}
	if (places && (lua_toboolean(L, 4) || no_specials(p)))
		return find_plain(L, s, p, from);
	anchored = p.n && p.p[0] == '^';
	prepare(L, &m, s, str_sub(p, anchored, p.n));
	for (; from <= s.n; from++) {
		const char *end = at(L, &m, from);

		if (end && places) {
			lua_pushinteger(L, (lua_Integer)from + 1);
			lua_pushinteger(L, end - s.p);
			return 2 + push_all(L, &m, NULL, NULL);
		}
		if (end)
			return push_all(L, &m, s.p + from, end);
		if (anchored)
			break;
	}
	lua_pushnil(L);
	return 1;
}

int
search_find(lua_State *L)
{
	return find(L, true);
}

int
search_match(lua_State *L)
{
	return find(L, false);
}

/* upvalues: text, pattern, where to go on, end of the match before (-1: none). */
static int
gmatch_next(lua_State *L)
{
	struct str s = state_str(L, lua_upvalueindex(1)), p = state_str(L, lua_upvalueindex(2));
	lua_Integer last = lua_tointeger(L, lua_upvalueindex(4));
	struct pattern m;

	prepare(L, &m, s, p);
	for (size_t from = (size_t)lua_tointeger(L, lua_upvalueindex(3)); from <= s.n; from++) {
		const char *end = at(L, &m, from);

		if (!end || end - s.p == last)
			continue;
		lua_pushinteger(L, end - s.p);
		lua_pushvalue(L, -1);
		lua_replace(L, lua_upvalueindex(3));
		lua_replace(L, lua_upvalueindex(4));
		return push_all(L, &m, s.p + from, end);
	}
	return 0;
}

int
search_gmatch(lua_State *L)
{
	struct str s = check_str(L, 1);
	size_t from = start_of(L, 3, s.n);

	check_str(L, 2);
	lua_settop(L, 2);
	lua_pushinteger(L, from > s.n ? (lua_Integer)s.n + 1 : (lua_Integer)from);
	lua_pushinteger(L, -1);
	lua_pushcclosure(L, gmatch_next, 4);
	return 1;
}

/* The replacement as text, with `%1` in it. */
static void
add_text(lua_State *L, const struct pattern *m, luaL_Buffer *b, const char *s, const char *end)
{
	struct str r = state_str(L, 3);

	for (size_t i = 0; i < r.n; i++) {
		if (r.p[i] != '%') {
			luaL_addchar(b, r.p[i]);
			continue;
		}
		i++;
		if (i < r.n && r.p[i] == '%') {
			luaL_addchar(b, '%');
		} else if (i < r.n && r.p[i] >= '0' && r.p[i] <= '9') {
			if (r.p[i] == '0')
				lua_pushlstring(L, s, (size_t)(end - s));
			else
				push_one(L, m, r.p[i] - '1', s, end);
			luaL_tolstring(L, -1, NULL);
			lua_remove(L, -2);
			luaL_addvalue(b);
		} else {
			luaL_error(L, "invalid use of '%%' in replacement string");
		}
	}
}

/* What stands for the match from ${s} to ${end}. */
static void
add_value(lua_State *L, const struct pattern *m, luaL_Buffer *b, const char *s, const char *end)
{
	int type = lua_type(L, 3);

	if (type == LUA_TNUMBER || type == LUA_TSTRING) {
		add_text(L, m, b, s, end);
		return;
	}
	if (type == LUA_TFUNCTION) {
		lua_pushvalue(L, 3);
		lua_call(L, push_all(L, m, s, end), 1);
	} else {
		push_one(L, m, 0, s, end);
		lua_gettable(L, 3);
	}
	if (!lua_toboolean(L, -1)) {
		lua_pop(L, 1);
		luaL_addlstring(b, s, (size_t)(end - s));
	} else if (!lua_isstring(L, -1)) {
		luaL_error(L, "invalid replacement value: %s", view_name(L, -1));
	} else {
		luaL_addvalue(b);
	}
}

int
search_gsub(lua_State *L)
{
	struct str s = check_str(L, 1), p = check_str(L, 2);
	int type = lua_type(L, 3);
	bool anchored = p.n && p.p[0] == '^';
	lua_Integer max, n = 0;
	const char *here = s.p, *last = NULL;
	struct pattern m;
	luaL_Buffer b;

	if (type != LUA_TNUMBER && type != LUA_TSTRING && type != LUA_TTABLE && type != LUA_TFUNCTION)
		return luaL_error(
		    L, "what gsub() puts in must be a text, a table or a function, and is %s", view_name(L, 3));
	max = luaL_optinteger(L, 4, (lua_Integer)s.n + 1);
	lua_settop(L, 3);
	if (type == LUA_TNUMBER)
		lua_tostring(L, 3);
	prepare(L, &m, s, str_sub(p, anchored, p.n));
	luaL_buffinit(L, &b);
	while (n < max) {
		const char *end = at(L, &m, (size_t)(here - s.p));

		if (end && end != last) {
			n++;
			add_value(L, &m, &b, here, end);
			here = last = end;
		} else if (here < s.p + s.n) {
			luaL_addchar(&b, *here++);
		} else {
			break;
		}
		if (anchored)
			break;
	}
	luaL_addlstring(&b, here, (size_t)(s.p + s.n - here));
	luaL_pushresult(&b);
	lua_pushinteger(L, n);
	return 2;
}
