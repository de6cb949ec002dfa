/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "base/stock.h"
#include "render/compiler.h"
#include "render/fault.h"
#include "render/limit.h"
#include "render/lookup.h"
#include "render/sandbox.h"

/* -- what the compiler may ask -- */

/* check(code): the message of Lua's parser, or nil. */
static int
host_check(lua_State *L)
{
	struct str code;

	luaL_checkstring(L, 1);
	code = state_str(L, 1);
	if (luaL_loadbufferx(L, code.p, code.n, "=x", "t") != LUA_OK)
		return 1;
	lua_pushnil(L);
	return 1;
}

static int
host_exists(lua_State *L)
{
	luaL_checkstring(L, 1);
	lua_pushboolean(L, lookup_template(state_of(L), state_str(L, 1))->state != TEMPLATE_MISSING);
	return 1;
}

static bool compile(struct lua *l, struct template_file *t);

/* parent(name): what the compiler said of the template that is extended; or nil and the error. */
static int
host_parent(lua_State *L)
{
	struct lua *l = state_of(L);
	struct template_file *t;

	luaL_checkstring(L, 1);
	t = lookup_template(l, state_str(L, 1));
	if (t->state == TEMPLATE_COMPILING || l->depth >= LIMIT_DEPTH) {
		lua_pushnil(L);
		lua_createtable(L, 0, 1);
		lua_pushboolean(L, 1);
		lua_setfield(L, -2, "cycle");
		return 2;
	}
	if (t->info == LUA_NOREF) {
		l->depth++;
		if (!compile(l, t)) {
			l->depth--;
			lua_pushnil(L);
			lua_insert(L, -2);
			return 2;
		}
		l->depth--;
	}
	lua_rawgeti(L, LUA_REGISTRYINDEX, t->info);
	return 1;
}

/* -- loading it -- */

static void
load(struct lua *l)
{
	static const luaL_Reg host[] = { { "check", host_check }, { "exists", host_exists }, { "parent", host_parent },
		{ NULL, NULL } };
	lua_State *L = l->L;
	int top = lua_gettop(L);

	for (int i = 0; i < LUA_HELPERS; i++)
		sandbox_run(l, &l->files[i], i);
	l->compiler = luaL_ref(L, LUA_REGISTRYINDEX);
	lua_settop(L, top);
	luaL_newlib(L, host);
	l->host = luaL_ref(L, LUA_REGISTRYINDEX);
}

void
compiler_open(struct lua *l)
{
	l->compiler = LUA_NOREF;
	if (!l->compiler_known)
		load(l);
}

/* function(l, name): pushes the function ${name} of lua/template.lua. */
static void
function(struct lua *l, const char *name)
{
	lua_rawgeti(l->L, LUA_REGISTRYINDEX, l->compiler);
	lua_getfield(l->L, -1, name);
	lua_replace(l->L, -2);
}

/* -- compiling -- */

/* A compile is no part of the page's steps. The built-in compiler is known to end, so it runs unwatched, twice as fast. */
struct steps {
	uint64_t done, max;
};

static struct steps
begin(struct lua *l)
{
	struct steps before = { l->steps, l->steps_max };

	limit_start(l, l->compiler_known ? LIMIT_NONE : LIMIT_COMPILE);
	if (l->compiler == LUA_NOREF)
		load(l);
	return before;
}

static void
end(struct lua *l, struct steps before)
{
	limit_start(l, before.max);
	l->steps = before.done;
}

/* The table about what is wrong is on top: it says which file it is about, unless the compiler did. */
static void
name_file(lua_State *L, const struct template_file *t)
{
	if (lua_getfield(L, -1, "file") == LUA_TNIL) {
		lua_pushlstring(L, t->name.p, t->name.n);
		lua_setfield(L, -3, "file");
	}
	lua_pop(L, 1);
}

/* compile(l, t): pushes the Lua text of ${t}; false: an error table is pushed. Notes what the compiler says of it. */
static bool
compile(struct lua *l, struct template_file *t)
{
	lua_State *L = l->L;
	struct steps before;

	if (!fault_bytes(l, t))
		luaL_error(L, "%s is no text", t->name.p);
	before = begin(l);
	t->state = TEMPLATE_COMPILING;
	function(l, "compile");
	lua_pushlstring(L, t->src.bytes.p, t->src.bytes.n);
	lua_pushlstring(L, t->name.p, t->name.n);
	lua_rawgeti(L, LUA_REGISTRYINDEX, l->host);
	lua_call(L, 3, 2);
	t->state = TEMPLATE_READY;
	end(l, before);
	if (!lua_istable(L, -1))
		luaL_error(L, "lua/template.lua: compile() must return a text and a table, or nil and a table");
	if (lua_type(L, -2) != LUA_TSTRING) {
		name_file(L, t);
		lua_remove(L, -2);
		return false;
	}
	if (t->info == LUA_NOREF)
		t->info = luaL_ref(L, LUA_REGISTRYINDEX);
	else
		lua_pop(L, 1);
	return true;
}

/* On top: the compiler's table about what is wrong; popped. */
static void
refuse(struct lua *l, struct template_file *t)
{
	if (!lua_istable(l->L, -1))
		luaL_error(l->L, "lua/template.lua: an error must be told by a table");
	fault_compile(l, t);
	fault_keep(l, t);
}

bool
compiler_run(struct lua *l, struct template_file *t)
{
	if (compile(l, t))
		return true;
	refuse(l, t);
	return false;
}

struct str
compiler_recipe(struct lua *l, const struct template_file *t)
{
	lua_State *L = l->L;
	struct str recipe = STR_EMPTY;

	if (t->info == LUA_NOREF)
		return recipe;
	lua_rawgeti(L, LUA_REGISTRYINDEX, t->info);
	if (lua_getfield(L, -1, "recipe") == LUA_TSTRING)
		recipe = state_str(L, -1); /* the table keeps it */
	lua_pop(L, 2);
	return recipe;
}

void
compiler_blame(struct lua *l, struct template_file *t)
{
	lua_State *L = l->L;

	if (t->info == LUA_NOREF) /* what the program holds was compiled before: only memory can be at fault */
		lua_error(L);
	function(l, "blame");
	lua_rawgeti(L, LUA_REGISTRYINDEX, t->info);
	lua_pushvalue(L, -3);
	lua_rawgeti(L, LUA_REGISTRYINDEX, l->host);
	lua_call(L, 3, 1);
	refuse(l, t);
}

void
compiler_recover(struct lua *l)
{
	for (size_t i = 0; i < l->templates.n; i++) {
		struct template_file *t = l->templates.v[i].value;

		if (t->state == TEMPLATE_COMPILING)
			t->state = TEMPLATE_READ;
	}
}

/* -- what was compiled when the program was made -- */

/* builtin(l, under, t): the embedded file of that template, or NULL. */
static const struct stock_file *
builtin(struct lua *l, const char *under, const struct template_file *t)
{
	return stock_builtin(arena_fmt(&l->arena, "%sthemes/default/%.*s", under, STR_ARG(t->name)));
}

/* answered(l, line): whether what the compiler asked then, "exists nav.html" or "parent layout.html", is answered so now. */
static bool
answered(struct lua *l, struct str line)
{
	struct str question = str_cut(&line, ' ');
	const struct template_file *t = lookup_template(l, line);
	struct str text, recipe;

	return str_is(question, "parent") ? compiler_kept(l, t, &text, &recipe) : t->state != TEMPLATE_MISSING;
}

bool
compiler_kept(struct lua *l, const struct template_file *t, struct str *text, struct str *recipe)
{
	const struct stock_file *source, *kept;

	if (!l->compiler_known || t->state == TEMPLATE_MISSING || t->state == TEMPLATE_UNREADABLE)
		return false;
	source = builtin(l, "", t);
	kept = builtin(l, "compiled/", t);
	if (!source || !kept || !str_eq(source->bytes, t->src.bytes))
		return false;
	*text = kept->bytes;
	*recipe = STR_EMPTY;
	for (struct str line; (line = str_cut(text, '\n')).n > 0;)
		if (str_starts(line, "recipe "))
			recipe->n =
			    (size_t)strtoul(line.p + sizeof "recipe", NULL, 10); /* the end of the line ends it */
		else if (!answered(l, line))
			return false;
	*recipe = str_sub(*text, 0, recipe->n);
	*text = str_sub(*text, recipe->n, text->n);
	return true;
}
