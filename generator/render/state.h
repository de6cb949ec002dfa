/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_STATE_H
#define RENDER_STATE_H

#include <stdint.h>

#include <lauxlib.h>
#include <lua.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/vec.h"
#include "render/call.h"
#include "render/theme.h"

/*
 * The inside of struct lua, shared by the files that touch Lua's C interface: limit.c, view.c,
 * sandbox.c, emit.c, fault.c and lua.c. Nobody else includes this.
 *
 * Lua leaves C functions by longjmp, so nothing that a C function called from Lua holds may need a
 * clean-up of its own: buffers and arenas belong to struct lua.
 */

enum over { OVER_NONE, OVER_STEPS, OVER_MEMORY, OVER_OUTPUT };

enum template_state { TEMPLATE_READ, TEMPLATE_COMPILING, TEMPLATE_READY, TEMPLATE_MISSING, TEMPLATE_UNREADABLE };

/* What a template sees: a page's everything, or (a cached partial) only what does not change. */
enum room { ROOM_PAGE, ROOM_PARTIAL };

/* The files of lua/, in order. Those before the helpers are the compiler, each is given what those before it returned. */
enum { LUA_PIECES, LUA_HTML, LUA_RECIPE, LUA_TEMPLATE, LUA_HELPERS, LUA_FILES };

/* A place where ` aria-current` goes, if the page's id is ${id}. */
struct mark {
	size_t at; /* in the buffer, or in a kept text */
	struct str id;
	uint64_t hash; /* of ${id}: a list of neighbours has ids that differ late */
};
struct marks VEC_OF(struct mark);

struct recipe;

struct trace {
	struct str name; /* of a template */
	int line;
};

/* Why a run failed: filled once, by the first who knows. */
struct fault {
	bool set;
	enum diag_code code;
	struct str name; /* template */
	struct span at;
	struct str message, hint;
	struct str missing;     /* template that does not exist */
	struct trace chain[40]; /* from the place of the error outwards */
	size_t nchain;
};

/* A template the state has heard of. Lives in the state's arena. */
struct template_file {
	struct str name;   /* "partials/nav.html" */
	struct source src; /* its path as shown, and its text */
	enum template_state state;
	int error;             /* TEMPLATE_UNREADABLE: why (errno) */
	struct fault *broken;  /* what is wrong with it, if it could not be compiled; else NULL */
	bool known;            /* what runs is built in, and known to end */
	int info;              /* registry: what template.compile() said of it */
	int run[2];            /* registry: its function for enum room, or LUA_NOREF */
	bool recipe_read;      /* whether it has a recipe is known */
	struct recipe *recipe; /* what follow.c makes of it without Lua; NULL: nothing */
};

struct lua {
	lua_State *L;
	const struct site *site;
	struct arena arena; /* until lua_shut */
	struct theme theme;
	struct source files[LUA_FILES];
	struct map templates; /* name → struct template_file * */

	/* limits: limit.c */
	size_t memory; /* bytes that Lua holds */
	uint64_t steps, steps_max;
	enum over over;

	/* registry keys; but for the compiler's, not before opening_run() */
	bool opened;
	int compiler;        /* the table of lua/template.lua; LUA_NOREF while it was not needed */
	bool compiler_known; /* it is the built-in one */
	bool helpers_known;  /* and so are the helpers */
	int env[2];          /* by enum room */
	int globals;         /* the page's, behind env[ROOM_PAGE] */
	int base;            /* functions that every template sees */
	int none;            /* an empty table: the blocks of a template that is not extended */
	int host;            /* what the compiler may ask */

	/* the run */
	uint32_t life;  /* grows with each run: views of another life are stale */
	uint32_t named; /* the life of which the names are set */
	bool follows;   /* recipes are followed, where there are some */
	size_t turns;   /* of their loops */
	const struct lua_call *call;
	struct buf *out;
	size_t out_from;
	struct arena scratch; /* until the next run */
	struct buf work;      /* for one C function at a time */
	int depth;            /* includes in includes */
	int capturing;        /* cached partials being rendered */
	struct marks marks;   /* of the outermost of them, places in ${out} */
	struct fault fault;

	struct map counted; /* texts with a number: helper.c */

	/* cached partials: emit.c */
	struct map cache;
	struct arena cache_arena;
	size_t cache_uses; /* of what is in it */
};

/* state_of(L): the struct lua that owns the Lua state. */
static inline struct lua *
state_of(lua_State *L)
{
	return *(struct lua **)lua_getextraspace(L);
}

/* state_str(L, i): the string at ${i}, which must be one. */
static inline struct str
state_str(lua_State *L, int i)
{
	struct str s = STR_EMPTY;

	s.p = lua_tolstring(L, i, &s.n);
	return s;
}

#endif
