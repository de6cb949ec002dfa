/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "render/limit.h"

enum { TICK = 1000, SOFT = LIMIT_MEMORY / 4 * 3 };

static void hook(lua_State *L, lua_Debug *ar);

/* From now on every instruction and every line ends in an error, until the run is over. */
static void
stop(struct lua *l, enum over over)
{
	if (!l->over)
		l->over = over;
	lua_sethook(l->L, hook, LUA_MASKCOUNT | LUA_MASKLINE, 1);
}

int
limit_raise(lua_State *L)
{
	struct lua *l = state_of(L);

	if (l->over == OVER_STEPS)
		return luaL_error(L, "too many steps: a page may take %d million", LIMIT_STEPS / 1000000);
	if (l->over == OVER_OUTPUT)
		return luaL_error(L, "too much output: a page may have %d MB", LIMIT_OUTPUT >> 20);
	return luaL_error(L, "too much memory: templates may use %d MB", LIMIT_MEMORY >> 20);
}

/* Lua looks at every instruction while there is a hook, and runs half as fast. */
static void
watch(struct lua *l)
{
	if (l->steps_max == LIMIT_NONE)
		lua_sethook(l->L, NULL, 0, 0);
	else
		lua_sethook(l->L, hook, LUA_MASKCOUNT, TICK);
}

/* Over the soft limit, but perhaps only with garbage. */
static void
memory(lua_State *L, struct lua *l)
{
	lua_gc(L, LUA_GCCOLLECT);
	if (l->memory > SOFT)
		return;
	l->over = OVER_NONE;
	watch(l);
}

static void
hook(lua_State *L, lua_Debug *ar)
{
	struct lua *l = state_of(L);

	(void)ar;
	l->steps += l->over ? 1 : TICK;
	if (!l->over && l->steps > l->steps_max)
		stop(l, OVER_STEPS);
	if (l->over == OVER_MEMORY)
		memory(L, l);
	if (l->over)
		limit_raise(L);
}

void *
limit_alloc(void *ud, void *p, size_t old, size_t n)
{
	struct lua *l = ud;
	size_t before = p ? old : 0;
	void *q;

	if (n == 0) {
		free(p);
		l->memory -= before;
		return NULL;
	}
	if (n > before && l->memory - before + n > LIMIT_MEMORY) {
		if (l->L)
			stop(l, OVER_MEMORY);
		return NULL;
	}
	q = realloc(p, n);
	if (!q)
		return n <= before ? p : NULL;
	l->memory += n - before;
	if (l->memory > SOFT && n > before && l->L && !l->over)
		stop(l, OVER_MEMORY);
	return q;
}

void
limit_start(struct lua *l, uint64_t steps)
{
	l->over = OVER_NONE;
	l->steps = 0;
	l->steps_max = steps;
	watch(l);
}

void
limit_watch(struct lua *l)
{
	if (l->steps_max != LIMIT_NONE)
		return;
	l->steps = 0;
	l->steps_max = LIMIT_STEPS;
	if (!l->over)
		watch(l);
}

void
limit_charge(lua_State *L, size_t n)
{
	struct lua *l = state_of(L);

	l->steps += n;
	if (l->steps > l->steps_max)
		stop(l, OVER_STEPS);
	if (l->over && l->over != OVER_MEMORY)
		limit_raise(L);
}

void
limit_output(lua_State *L)
{
	struct lua *l = state_of(L);

	if (l->out->n - l->out_from <= LIMIT_OUTPUT)
		return;
	stop(l, OVER_OUTPUT);
	limit_raise(L);
}
