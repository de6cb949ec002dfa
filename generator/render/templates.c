/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/compiler.h"
#include "render/emit.h"
#include "render/fault.h"
#include "render/limit.h"
#include "render/lookup.h"
#include "render/opening.h"
#include "render/sandbox.h"
#include "render/templates.h"
#include "render/view.h"

/*
 * The Lua text of a template is made when it is first used, if the program does not hold what it becomes, and loaded once for each room in which it is used.
 */

static void include_functions(lua_State *L, enum room room);

/* load(l, t, room): pushes the function of the template. */
static void
load(struct lua *l, struct template_file *t, enum room room)
{
	lua_State *L = l->L;
	int top = lua_gettop(L), n;
	struct str text, recipe;

	t->known = compiler_kept(l, t, &text, &recipe);
	if (!t->known) {
		if (!compiler_run(l, t))
			luaL_error(L, "%s cannot be compiled", t->name.p);
		text = state_str(L, -1);
	}
	lua_pushfstring(L, "@%s", t->name.p);
	if (!sandbox_load(l, text, lua_tostring(L, -1), t->known, l->env[room])) {
		compiler_blame(l, t);
		luaL_error(L, "%s cannot be compiled", t->name.p);
	}
	n = emit_functions(L);
	include_functions(L, room);
	lua_call(L, n + 3, 1);
	lua_replace(L, top + 1);
	lua_settop(L, top + 1);
}

/* The names of the page, and none of the page before. */
static void
set_globals(struct lua *l)
{
	lua_State *L = l->L;

	lua_rawgeti(L, LUA_REGISTRYINDEX, l->globals);
	for (lua_pushnil(L); lua_next(L, -2);) {
		lua_pop(L, 1);
		lua_pushvalue(L, -1);
		lua_pushnil(L);
		lua_rawset(L, -4);
	}
	for (const struct lua_global *g = l->call->globals; g && g->name; g++) {
		lua_pushstring(L, g->name);
		view_push(L, g->object, g->of);
		lua_rawset(L, -3);
	}
	lua_pop(L, 1);
	l->named = l->life;
}

void
templates_push(struct lua *l, struct str name, enum room room)
{
	lua_State *L = l->L;
	struct template_file *t = lookup_template(l, name);

	opening_need(l);
	if (l->named != l->life)
		set_globals(l);
	facts_note(l->call->facts, FACT_TEMPLATE, t->name);
	if (t->run[room] != LUA_NOREF) {
		if (!t->known)
			limit_watch(l);
		lua_rawgeti(L, LUA_REGISTRYINDEX, t->run[room]);
		return;
	}
	if (t->broken) {
		fault_again(l, t);
		luaL_error(L, "%s cannot be compiled", t->name.p);
	}
	if (t->state == TEMPLATE_MISSING || t->state == TEMPLATE_UNREADABLE) {
		fault_missing(l, t);
		luaL_error(L, "there is no template `%s`", t->name.p);
	}
	load(l, t, room);
	if (!t->known)
		limit_watch(l);
	lua_pushvalue(L, -1);
	t->run[room] = luaL_ref(L, LUA_REGISTRYINDEX);
}

struct str
templates_recipe(struct lua *l, struct template_file *t)
{
	struct str text, recipe;

	if (compiler_kept(l, t, &text, &recipe))
		return recipe;
	if (!l->compiler_known || t->state == TEMPLATE_MISSING || t->state == TEMPLATE_UNREADABLE)
		return STR_EMPTY;
	luaL_checkstack(l->L, 16, "too many templates in templates");
	templates_push(l, t->name, ROOM_PAGE);
	lua_pop(l->L, 1);
	return compiler_recipe(l, t);
}

/* -- templates in templates -- */

static void
enter(lua_State *L, struct lua *l)
{
	if (++l->depth > LIMIT_DEPTH)
		luaL_error(L, "templates are nested more than %d deep: does one include itself?", LIMIT_DEPTH);
	luaL_checkstack(L, 16, "too many templates in templates");
}

/* `{% include "name" with it %}`; upvalue 1: enum room. */
static int
print_include(lua_State *L)
{
	struct lua *l = state_of(L);

	lua_settop(L, 2);
	enter(L, l);
	templates_push(l, state_str(L, 1), (enum room)lua_tointeger(L, lua_upvalueindex(1)));
	lua_pushvalue(L, 2);
	lua_rawgeti(L, LUA_REGISTRYINDEX, l->none);
	lua_call(L, 2, 0);
	l->depth--;
	return 0;
}

/* `{% cached "name" with it %}` */
static int
print_cached(lua_State *L)
{
	struct lua *l = state_of(L);
	struct emit_from from;
	struct str key;

	lua_settop(L, 2);
	if (!view_field(L, 2, "key") || lua_type(L, -1) != LUA_TSTRING || !lua_rawlen(L, -1))
		luaL_error(L, "`cached` needs an argument with a text `key`, which says what the partial hangs on");
	key = emit_key(l, state_str(L, 1), state_str(L, -1));
	if (emit_kept(l, key))
		return 0;
	key = arena_str(&l->scratch, key);
	enter(L, l);
	from = emit_keep_begin(l);
	templates_push(l, state_str(L, 1), ROOM_PARTIAL);
	lua_pushvalue(L, 2);
	lua_rawgeti(L, LUA_REGISTRYINDEX, l->none);
	lua_call(L, 2, 0);
	emit_keep_end(l, key, from);
	l->depth--;
	return 0;
}

/* The end of a template that extends another: name, it, blocks that were given, blocks of its own. */
static int
print_extends(lua_State *L)
{
	struct lua *l = state_of(L);

	lua_settop(L, 4);
	enter(L, l);
	for (lua_pushnil(L); lua_next(L, 3);) { /* those given stand in for its own */
		lua_pushvalue(L, -2);
		lua_insert(L, -2);
		lua_rawset(L, 4);
	}
	templates_push(l, state_str(L, 1), (enum room)lua_tointeger(L, lua_upvalueindex(1)));
	lua_pushvalue(L, 2);
	lua_pushvalue(L, 4);
	lua_call(L, 2, 0);
	l->depth--;
	return 0;
}

static void
include_functions(lua_State *L, enum room room)
{
	static const lua_CFunction all[] = { print_include, print_cached, print_extends };

	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		lua_pushinteger(L, room);
		lua_pushcclosure(L, all[i], 1);
	}
}
