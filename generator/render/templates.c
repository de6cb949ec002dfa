/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <string.h>

#include "render/emit.h"
#include "render/fault.h"
#include "render/limit.h"
#include "render/sandbox.h"
#include "render/templates.h"
#include "render/view.h"

/*
 * A template is compiled when it is first used: lua/template.lua makes Lua text of it, which is loaded once for
 * each room in which it is used.
 */

/* -- templates -- */

struct template_file *
templates_find(struct lua *l, struct str name)
{
	struct template_file *t = map_get(&l->templates, name);

	if (t)
		return t;
	t = ARENA_NEW(&l->arena, struct template_file);
	t->name = arena_str(&l->arena, name);
	t->info = t->run[ROOM_PAGE] = t->run[ROOM_PARTIAL] = LUA_NOREF;
	t->src.path = t->src.bytes = STR_EMPTY;
	if (theme_template(l->site, &l->arena, t->name, &t->src.path, &t->src.bytes) < 0) {
		t->error = errno;
		t->state = errno == ENOENT || errno == EINVAL ? TEMPLATE_MISSING : TEMPLATE_UNREADABLE;
		t->src.bytes = STR_EMPTY;
	}
	if (str_starts(t->src.bytes, "\xef\xbb\xbf"))
		t->src.bytes = str_sub(t->src.bytes, 3, t->src.bytes.n);
	map_put(&l->templates, t->name, t);
	return t;
}

/* compiler(l, name): pushes the function ${name} of lua/template.lua. */
static void
compiler(struct lua *l, const char *name)
{
	lua_rawgeti(l->L, LUA_REGISTRYINDEX, l->compiler);
	lua_getfield(l->L, -1, name);
	lua_replace(l->L, -2);
}

/* On top: the compiler's table about what is wrong. */
static int
fail_compile(struct lua *l, struct template_file *t)
{
	if (!lua_istable(l->L, -1))
		return luaL_error(l->L, "lua/template.lua: an error must be told by a table");
	fault_compile(l, t);
	fault_keep(l, t);
	return luaL_error(l->L, "%s cannot be compiled", t->name.p);
}

/* The chunk is refused as a whole: the compiler finds out where. On top: Lua's message. */
static int
fail_load(struct lua *l, struct template_file *t)
{
	lua_State *L = l->L;

	compiler(l, "blame");
	lua_rawgeti(L, LUA_REGISTRYINDEX, t->info);
	lua_pushvalue(L, -3);
	lua_rawgeti(L, LUA_REGISTRYINDEX, l->host);
	lua_call(L, 3, 1);
	return fail_compile(l, t);
}

/* A compile is no part of the page's steps. The built-in compiler is known to end, so it runs unwatched, twice as fast. */
struct steps {
	uint64_t done, max;
};

static struct steps
compile_begin(struct lua *l)
{
	struct steps before = { l->steps, l->steps_max };

	limit_start(l, l->compiler_known ? LIMIT_NONE : LIMIT_COMPILE);
	return before;
}

static void
compile_end(struct lua *l, struct steps before)
{
	limit_start(l, before.max);
	l->steps = before.done;
}

/* template_text(l, t): pushes the Lua text of ${t}; false: an error table is pushed. Notes what the compiler says of it. */
static bool
template_text(struct lua *l, struct template_file *t)
{
	lua_State *L = l->L;
	struct steps before;

	if (!fault_bytes(l, t))
		luaL_error(L, "%s is no text", t->name.p);
	before = compile_begin(l);
	t->state = TEMPLATE_COMPILING;
	compiler(l, "compile");
	lua_pushlstring(L, t->src.bytes.p, t->src.bytes.n);
	lua_pushlstring(L, t->name.p, t->name.n);
	lua_rawgeti(L, LUA_REGISTRYINDEX, l->host);
	lua_call(L, 3, 2);
	t->state = TEMPLATE_READY;
	compile_end(l, before);
	if (!lua_istable(L, -1))
		luaL_error(L, "lua/template.lua: compile() must return a text and a table, or nil and a table");
	if (lua_type(L, -2) != LUA_TSTRING) {
		if (lua_getfield(L, -1, "file") == LUA_TNIL) {
			lua_pushlstring(L, t->name.p, t->name.n);
			lua_setfield(L, -3, "file");
		}
		lua_pop(L, 1);
		lua_remove(L, -2);
		return false;
	}
	if (t->info == LUA_NOREF)
		t->info = luaL_ref(L, LUA_REGISTRYINDEX);
	else
		lua_pop(L, 1);
	return true;
}

static void include_functions(lua_State *L, enum room room);

void
templates_push(struct lua *l, struct str name, enum room room)
{
	lua_State *L = l->L;
	struct template_file *t = templates_find(l, name);
	int n;

	if (t->run[room] != LUA_NOREF) {
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
	if (!template_text(l, t))
		fail_compile(l, t);
	lua_pushfstring(L, "@%s", t->name.p);
	if (!sandbox_load(l, state_str(L, -2), lua_tostring(L, -1), l->env[room]))
		fail_load(l, t);
	lua_replace(L, -3);
	lua_pop(L, 1);
	n = emit_functions(L);
	include_functions(L, room);
	lua_call(L, n + 3, 1);
	lua_pushvalue(L, -1);
	t->run[room] = luaL_ref(L, LUA_REGISTRYINDEX);
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
	lua_newtable(L);
	lua_call(L, 2, 0);
	l->depth--;
	return 0;
}

/* cache_key(l): of the partial at 1 with its argument at 2: everything that its text hangs on. In the scratch arena. */
static struct str
cache_key(lua_State *L, struct lua *l)
{
	if (!view_field(L, 2, "key") || lua_type(L, -1) != LUA_TSTRING || !lua_rawlen(L, -1))
		luaL_error(L, "`cached` needs an argument with a text `key`, which says what the partial hangs on");
	buf_reset(&l->work);
	buf_str(&l->work, state_str(L, 1));
	buf_chr(&l->work, '\0');
	buf_str(&l->work, l->call->lang->tag);
	buf_chr(&l->work, '\0');
	buf_str(&l->work, l->call->root);
	buf_chr(&l->work, '\0');
	buf_str(&l->work, state_str(L, -1));
	return buf_view(&l->work);
}

/* `{% cached "name" with it %}` */
static int
print_cached(lua_State *L)
{
	struct lua *l = state_of(L);
	struct emit_from from;
	struct str key;

	lua_settop(L, 2);
	key = cache_key(L, l);
	if (emit_kept(l, key))
		return 0;
	key = arena_str(&l->scratch, key);
	enter(L, l);
	templates_push(l, state_str(L, 1), ROOM_PARTIAL);
	lua_pushvalue(L, 2);
	lua_newtable(L);
	from = emit_keep_begin(l);
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
	lua_pushboolean(L, templates_find(state_of(L), state_str(L, 1))->state != TEMPLATE_MISSING);
	return 1;
}

/* parent(name): what the compiler said of the template that is extended; or nil and the error. */
static int
host_parent(lua_State *L)
{
	struct lua *l = state_of(L);
	struct template_file *t;

	luaL_checkstring(L, 1);
	t = templates_find(l, state_str(L, 1));
	if (t->state == TEMPLATE_COMPILING || l->depth >= LIMIT_DEPTH) {
		lua_pushnil(L);
		lua_createtable(L, 0, 1);
		lua_pushboolean(L, 1);
		lua_setfield(L, -2, "cycle");
		return 2;
	}
	if (t->info == LUA_NOREF) {
		l->depth++;
		if (!template_text(l, t)) {
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

void
templates_open(struct lua *l)
{
	static const luaL_Reg host[] = { { "check", host_check }, { "exists", host_exists }, { "parent", host_parent },
		{ NULL, NULL } };

	l->compiler = luaL_ref(l->L, LUA_REGISTRYINDEX);
	luaL_newlib(l->L, host);
	l->host = luaL_ref(l->L, LUA_REGISTRYINDEX);
}

void
templates_recover(struct lua *l)
{
	for (size_t i = 0; i < l->templates.n; i++) {
		struct template_file *t = l->templates.v[i].value;

		if (t->state == TEMPLATE_COMPILING)
			t->state = TEMPLATE_READ;
	}
}
