/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <string.h>

#include "base/stock.h"
#include "render/emit.h"
#include "render/fault.h"
#include "render/helper.h"
#include "render/limit.h"
#include "render/lua.h"
#include "render/sandbox.h"
#include "render/view.h"

/*
 * A state's life: open() and run() are the only two places where Lua is entered, each under lua_pcall.
 * A template is compiled when it is first used: lua/template.lua makes Lua text of it, which is loaded once for
 * each room in which it is used.
 */

/* -- templates -- */

static struct template *
template_of(struct lua *l, struct str name)
{
	struct template *t = map_get(&l->templates, name);

	if (t) return t;
	t = ARENA_NEW(&l->arena, struct template);
	t->name = arena_str(&l->arena, name);
	t->info = t->run[ROOM_PAGE] = t->run[ROOM_PARTIAL] = LUA_NOREF;
	t->src.path = t->src.bytes = STR_EMPTY;
	if (theme_template(l->site, &l->arena, t->name, &t->src.path, &t->src.bytes) < 0) {
		t->error = errno;
		t->state = errno == ENOENT || errno == EINVAL ? TEMPLATE_MISSING : TEMPLATE_UNREADABLE;
		t->src.bytes = STR_EMPTY;
	}
	if (str_starts(t->src.bytes, "\xef\xbb\xbf")) t->src.bytes = str_sub(t->src.bytes, 3, t->src.bytes.n);
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
fail_compile(struct lua *l, const struct template *t)
{
	if (!lua_istable(l->L, -1)) return luaL_error(l->L, "lua/template.lua: an error must be told by a table");
	fault_compile(l, t);
	return luaL_error(l->L, "%s cannot be compiled", t->name.p);
}

/* The chunk is refused as a whole: the compiler finds out where. On top: Lua's message. */
static int
fail_load(struct lua *l, const struct template *t)
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
template_text(struct lua *l, struct template *t)
{
	lua_State *L = l->L;
	struct steps before;

	if (!fault_bytes(l, t)) luaL_error(L, "%s is no text", t->name.p);
	before = compile_begin(l);
	t->state = TEMPLATE_COMPILING;
	compiler(l, "compile");
	lua_pushlstring(L, t->src.bytes.p, t->src.bytes.n);
	lua_pushlstring(L, t->name.p, t->name.n);
	lua_rawgeti(L, LUA_REGISTRYINDEX, l->host);
	lua_call(L, 3, 2);
	t->state = TEMPLATE_READY;
	compile_end(l, before);
	if (!lua_istable(L, -1)) luaL_error(L, "lua/template.lua: compile() must return a text and a table, or nil and a table");
	if (lua_type(L, -2) != LUA_TSTRING) {
		if (lua_getfield(L, -1, "file") == LUA_TNIL) {
			lua_pushlstring(L, t->name.p, t->name.n);
			lua_setfield(L, -3, "file");
		}
		lua_pop(L, 1);
		lua_remove(L, -2);
		return false;
	}
	if (t->info == LUA_NOREF) t->info = luaL_ref(L, LUA_REGISTRYINDEX);
	else lua_pop(L, 1);
	return true;
}

static void include_functions(lua_State *L, enum room room);

/* template_push(l, name, room): pushes the function of a template. */
static void
template_push(struct lua *l, struct str name, enum room room)
{
	lua_State *L = l->L;
	struct template *t = template_of(l, name);
	int n;

	if (t->run[room] != LUA_NOREF) {
		lua_rawgeti(L, LUA_REGISTRYINDEX, t->run[room]);
		return;
	}
	if (t->state == TEMPLATE_MISSING || t->state == TEMPLATE_UNREADABLE) {
		fault_missing(l, t);
		luaL_error(L, "there is no template `%s`", t->name.p);
	}
	if (!template_text(l, t)) fail_compile(l, t);
	lua_pushfstring(L, "@%s", t->name.p);
	if (!sandbox_load(l, state_str(L, -2), lua_tostring(L, -1), l->env[room])) fail_load(l, t);
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
	if (++l->depth > LIMIT_DEPTH) luaL_error(L, "templates are nested more than %d deep: does one include itself?", LIMIT_DEPTH);
	luaL_checkstack(L, 16, "too many templates in templates");
}

/* `{% include "name" with it %}`; upvalue 1: enum room. */
static int
print_include(lua_State *L)
{
	struct lua *l = state_of(L);

	lua_settop(L, 2);
	enter(L, l);
	template_push(l, state_str(L, 1), (enum room)lua_tointeger(L, lua_upvalueindex(1)));
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
	if (emit_kept(l, key)) return 0;
	key = arena_str(&l->scratch, key);
	enter(L, l);
	template_push(l, state_str(L, 1), ROOM_PARTIAL);
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
	template_push(l, state_str(L, 1), (enum room)lua_tointeger(L, lua_upvalueindex(1)));
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
	if (luaL_loadbufferx(L, code.p, code.n, "=x", "t") != LUA_OK) return 1;
	lua_pushnil(L);
	return 1;
}

static int
host_exists(lua_State *L)
{
	luaL_checkstring(L, 1);
	lua_pushboolean(L, template_of(state_of(L), state_str(L, 1))->state != TEMPLATE_MISSING);
	return 1;
}

/* parent(name): what the compiler said of the template that is extended; or nil and the error. */
static int
host_parent(lua_State *L)
{
	struct lua *l = state_of(L);
	struct template *t;

	luaL_checkstring(L, 1);
	t = template_of(l, state_str(L, 1));
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

/* -- opening -- */

/* read_lua(l, name, d): the text of lua/${name}. */
static int
read_lua(struct lua *l, const char *path, struct source *src, struct diags *d)
{
	src->path = str_of(path);
	src->bytes = STR_EMPTY;
	if (stock_read(&l->arena, l->site->config->root, src->path, &src->bytes) == 0) return 0;
	diag_add(d, errno == ENOENT ? DIAG_TEMPLATE_MISSING : DIAG_FILE_UNREADABLE, src, (struct span){ 0 }, "%s", strerror(errno));
	return -1;
}

/* run_lua(L, l, src): runs a file of lua/, which must return a table; pushes that. */
static void
run_lua(lua_State *L, struct lua *l, const struct source *src)
{
	lua_pushfstring(L, "=%s", src->path.p);
	if (!sandbox_load(l, src->bytes, lua_tostring(L, -1), l->env[ROOM_PARTIAL])) lua_error(L);
	lua_remove(L, -2);
	lua_call(L, 0, 1);
	if (!lua_istable(L, -1)) luaL_error(L, "%s must return a table", src->path.p);
}

struct opening {
	struct source template, helpers;
};

static void
add_helpers(lua_State *L, struct lua *l, const struct source *src)
{
	lua_rawgeti(L, LUA_REGISTRYINDEX, l->base);
	run_lua(L, l, src);
	for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
		if (lua_type(L, -2) != LUA_TSTRING) luaL_error(L, "%s: what it returns has names, not items", src->path.p);
		lua_pushvalue(L, -2);
		if (lua_rawget(L, -5) != LUA_TNIL) luaL_error(L, "%s: there is a `%s` already", src->path.p, lua_tostring(L, -3));
		lua_pop(L, 1);
		lua_pushvalue(L, -2);
		lua_pushvalue(L, -2);
		lua_rawset(L, -6);
	}
	lua_pop(L, 2);
}

/* Under lua_pcall: everything that may raise an error while the state is made. */
static int
opening(lua_State *L)
{
	static const luaL_Reg host[] = { { "check", host_check }, { "exists", host_exists }, { "parent", host_parent }, { NULL, NULL } };
	struct lua *l = state_of(L);
	const struct opening *o = lua_touserdata(L, 1);

	view_open(L);
	sandbox_open(l);
	helper_open(l);
	run_lua(L, l, &o->template);
	l->compiler = luaL_ref(L, LUA_REGISTRYINDEX);
	luaL_newlib(L, host);
	l->host = luaL_ref(L, LUA_REGISTRYINDEX);
	add_helpers(L, l, &o->helpers);
	sandbox_seal(l);
	return 0;
}

/* "lua/helpers.lua:12: message" as a place in that file. */
static void
report_opening(struct lua *l, const struct opening *o, struct diags *d)
{
	struct str message = lua_type(l->L, -1) == LUA_TSTRING ? state_str(l->L, -1) : STR("too much memory");
	const struct source *src = str_starts(message, o->template.path.p) ? &o->template : &o->helpers;
	struct span at = { 0 };
	struct str rest = message;

	if (str_starts(message, src->path.p)) {
		rest = str_sub(message, src->path.n, message.n);
		if (str_starts(rest, ":"))
			for (rest = str_sub(rest, 1, rest.n); rest.n && rest.p[0] >= '0' && rest.p[0] <= '9' && at.line < 1000000; rest = str_sub(rest, 1, rest.n))
				at.line = at.line * 10 + (uint32_t)(rest.p[0] - '0');
		if (str_starts(rest, ": ")) rest = str_sub(rest, 2, rest.n);
	}
	diag_add(d, DIAG_TEMPLATE_RUN, src, at, "%.*s", STR_ARG(rest));
}

struct lua *
lua_open(const struct site *site, struct diags *d)
{
	struct lua *l = mem_alloc(sizeof *l);
	const struct stock_file *known;
	struct opening o;

	l->site = site;
	if (theme_load(site, &l->arena, &l->theme, d) < 0) goto err;
	if (read_lua(l, "lua/template.lua", &o.template, d) < 0 || read_lua(l, "lua/helpers.lua", &o.helpers, d) < 0) goto err;
	known = stock_builtin(o.template.path);
	l->compiler_known = known && str_eq(known->bytes, o.template.bytes);
	l->L = lua_newstate(limit_alloc, l);
	if (!l->L) mem_die(sizeof *l);
	*(struct lua **)lua_getextraspace(l->L) = l;
	limit_start(l, LIMIT_COMPILE);
	lua_pushcfunction(l->L, opening);
	lua_pushlightuserdata(l->L, &o);
	if (lua_pcall(l->L, 1, 0, 0) == LUA_OK) return l;
	report_opening(l, &o, d);
err:
	lua_shut(l);
	return NULL;
}

/* -- running -- */

/* The names of the page, and none of the page before. */
static void
set_globals(lua_State *L, const struct lua_global *g)
{
	for (lua_pushnil(L); lua_next(L, -2);) {
		lua_pop(L, 1);
		lua_pushvalue(L, -1);
		lua_pushnil(L);
		lua_rawset(L, -4);
	}
	for (; g && g->name; g++) {
		lua_pushstring(L, g->name);
		view_push(L, g->object, g->of);
		lua_rawset(L, -3);
	}
	lua_pop(L, 1);
}

/* Under lua_pcall: 1: the template's name. */
static int
running(lua_State *L)
{
	struct lua *l = state_of(L);

	lua_rawgeti(L, LUA_REGISTRYINDEX, l->globals);
	set_globals(L, l->call->globals);
	template_push(l, str_of(lua_touserdata(L, 1)), ROOM_PAGE);
	lua_pushnil(L);
	lua_newtable(L);
	lua_call(L, 2, 0);
	return 0;
}

/* Templates whose compiler was left in the middle, by an error. */
static void
forget_compiling(struct lua *l)
{
	for (size_t i = 0; i < l->templates.n; i++) {
		struct template *t = l->templates.v[i].value;

		if (t->state == TEMPLATE_COMPILING) t->state = TEMPLATE_READ;
	}
}

static void
run_begin(struct lua *l, const struct lua_call *call, struct buf *out)
{
	if (++l->life == 0) l->life = 1; /* 0 is HTML that Lua keeps itself */
	arena_reset(&l->scratch);
	l->call = call;
	l->out = out;
	l->out_from = out->n;
	l->depth = l->capturing = 0;
	l->marks.n = 0;
	if (l->fault.set) forget_compiling(l);
	l->fault.set = false;
	l->fault.nchain = 0;
	l->fault.at = (struct span){ 0 };
	l->fault.name = l->fault.message = l->fault.hint = l->fault.missing = STR_EMPTY;
	limit_start(l, LIMIT_STEPS);
}

int
lua_run(struct lua *l, const struct lua_call *call, const char *name, struct buf *out, struct diags *d)
{
	lua_State *L = l->L;
	int r;

	run_begin(l, call, out);
	lua_settop(L, 0);
	lua_pushcfunction(L, fault_handler);
	lua_pushcfunction(L, running);
	lua_pushlightuserdata(L, (void *)(uintptr_t)name);
	r = lua_pcall(L, 1, 0, 1);
	if (r != LUA_OK) {
		out->n = l->out_from;
		fault_report(l, name, r, d);
	}
	lua_settop(L, 0);
	l->call = NULL;
	l->out = NULL;
	l->life++;
	return r == LUA_OK ? 0 : -1;
}

bool
lua_has(struct lua *l, const char *name)
{
	return template_of(l, str_of(name))->state != TEMPLATE_MISSING;
}

void
lua_shut(struct lua *l)
{
	if (!l) return;
	if (l->L) {
		lua_State *L = l->L;

		l->L = NULL; /* no limit is to stop what is being freed */
		lua_close(L);
	}
	map_free(&l->templates);
	map_free(&l->cache);
	arena_free(&l->cache_arena);
	arena_free(&l->scratch);
	arena_free(&l->arena);
	buf_free(&l->work);
	VEC_FREE(&l->marks);
	free(l);
}
