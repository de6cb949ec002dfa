/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <string.h>

#include "base/stock.h"
#include "render/compiler.h"
#include "render/fault.h"
#include "render/follow.h"
#include "render/limit.h"
#include "render/lookup.h"
#include "render/lua.h"
#include "render/opening.h"
#include "render/templates.h"

/* A state's life: lua_open() and lua_run() are the only two places where Lua is entered, each under lua_pcall. */

/* -- opening -- */

static const char *const paths[LUA_FILES] = { "lua/pieces.lua", "lua/html.lua", "lua/recipe.lua", "lua/template.lua",
	"lua/helpers.lua" };

const char *
lua_file(size_t i)
{
	return i < LUA_FILES ? paths[i] : NULL;
}

/* read_lua(l, path, src, d): the text of a file of lua/. */
static int
read_lua(struct lua *l, const char *path, struct source *src, struct diags *d)
{
	src->path = str_of(path);
	src->bytes = STR_EMPTY;
	if (stock_read(&l->arena, l->site->config->root, src->path, &src->bytes) == 0)
		return 0;
	diag_add(d, errno == ENOENT ? DIAG_TEMPLATE_MISSING : DIAG_FILE_UNREADABLE, src, (struct span){ 0 }, "%s",
	    strerror(errno));
	return -1;
}

/* "lua/helpers.lua:12: message" as a place in that file. */
static void
report_opening(struct lua *l, struct diags *d)
{
	struct str message = lua_type(l->L, -1) == LUA_TSTRING ? state_str(l->L, -1) : STR("too much memory");
	const struct source *src = &l->files[LUA_HELPERS];
	struct span at = { 0 };
	struct str rest = message;

	for (int i = 0; i < LUA_FILES; i++)
		if (str_starts(message, paths[i]))
			src = &l->files[i];
	if (str_starts(message, src->path.p)) {
		rest = str_sub(message, src->path.n, message.n);
		if (str_starts(rest, ":"))
			for (rest = str_sub(rest, 1, rest.n);
			     rest.n && rest.p[0] >= '0' && rest.p[0] <= '9' && at.line < 1000000;
			     rest = str_sub(rest, 1, rest.n))
				at.line = at.line * 10 + (uint32_t)(rest.p[0] - '0');
		if (str_starts(rest, ": "))
			rest = str_sub(rest, 2, rest.n);
	}
	diag_add(d, DIAG_TEMPLATE_RUN, src, at, "%.*s", STR_ARG(rest));
}

/* read_all(l, d): also whether the compiler and the helpers are the program's own. */
static int
read_all(struct lua *l, struct diags *d)
{
	l->compiler_known = l->helpers_known = true;
	for (int i = 0; i < LUA_FILES; i++) {
		const struct stock_file *own = stock_builtin(str_of(paths[i]));

		if (read_lua(l, paths[i], &l->files[i], d) < 0)
			return -1;
		if (own && str_eq(own->bytes, l->files[i].bytes))
			continue;
		if (i < LUA_HELPERS)
			l->compiler_known = false;
		else
			l->helpers_known = false;
	}
	return 0;
}

struct lua *
lua_open(const struct site *site, struct diags *d)
{
	struct lua *l = mem_alloc(sizeof *l);

	l->site = site;
	l->compiler = LUA_NOREF;
	if (theme_load(site, &l->arena, &l->theme, d) < 0 || read_all(l, d) < 0)
		goto err;
	l->L = lua_newstate(limit_alloc, l);
	if (!l->L)
		mem_die(sizeof *l);
	*(struct lua **)lua_getextraspace(l->L) = l;
	if (l->compiler_known && l->helpers_known)
		return l; /* nothing of the site's that could be wrong: opening_need() */
	limit_start(l, LIMIT_COMPILE);
	lua_pushcfunction(l->L, opening_run);
	if (lua_pcall(l->L, 0, 0, 0) == LUA_OK)
		return l;
	report_opening(l, d);
err:
	lua_shut(l);
	return NULL;
}

/* -- running -- */

/* Under lua_pcall: 1: the template's name. */
static int
running(lua_State *L)
{
	struct lua *l = state_of(L);
	struct str name = str_of(lua_touserdata(L, 1));

	if (l->follows && follow_template(l, name))
		return 0;
	l->follows = false;
	templates_push(l, name, ROOM_PAGE);
	lua_pushnil(L);
	lua_rawgeti(L, LUA_REGISTRYINDEX, l->none);
	lua_call(L, 2, 0);
	return 0;
}

static void
run_begin(struct lua *l, const struct lua_call *call, struct buf *out)
{
	if (++l->life == 0)
		l->life = 1; /* 0 is HTML that Lua keeps itself */
	arena_reset(&l->scratch);
	l->call = call;
	l->out = out;
	l->out_from = out->n;
	l->depth = l->capturing = 0;
	l->marks.n = 0;
	if (l->fault.set)
		compiler_recover(l);
	l->fault.set = false;
	l->fault.nchain = 0;
	l->fault.at = (struct span){ 0 };
	l->fault.name = l->fault.message = l->fault.hint = l->fault.missing = STR_EMPTY;
	limit_start(l, l->helpers_known ? LIMIT_NONE : LIMIT_STEPS);
}

/* attempt(l, call, name, out, follows): by recipes, where there are some, or only by Lua. What Lua's pcall says. */
static int
attempt(struct lua *l, const struct lua_call *call, const char *name, struct buf *out, bool follows)
{
	lua_State *L = l->L;

	run_begin(l, call, out);
	l->follows = follows;
	lua_settop(L, 0);
	lua_pushcfunction(L, fault_handler);
	lua_pushcfunction(L, running);
	lua_pushlightuserdata(L, (void *)(uintptr_t)name);
	return lua_pcall(L, 1, 0, 1);
}

int
lua_run(struct lua *l, const struct lua_call *call, const char *name, struct buf *out, struct diags *d)
{
	size_t from = out->n;
	int r = attempt(l, call, name, out, true);

	if (r != LUA_OK && l->follows) {
		out->n = from;
		r = attempt(l, call, name, out, false);
	}
	if (r != LUA_OK) {
		out->n = from;
		fault_report(l, name, r, d);
	}
	lua_settop(l->L, 0);
	l->call = NULL;
	l->out = NULL;
	l->life++;
	return r == LUA_OK ? 0 : -1;
}

bool
lua_has(struct lua *l, const char *name)
{
	return lookup_template(l, str_of(name))->state != TEMPLATE_MISSING;
}

void
lua_shut(struct lua *l)
{
	if (!l)
		return;
	if (l->L) {
		lua_State *L = l->L;

		l->L = NULL; /* no limit is to stop what is being freed */
		lua_close(L);
	}
	map_free(&l->templates);
	map_free(&l->counted);
	map_free(&l->cache);
	arena_free(&l->cache_arena);
	arena_free(&l->scratch);
	arena_free(&l->arena);
	buf_free(&l->work);
	VEC_FREE(&l->marks);
	free(l);
}
