/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_LIMIT_H
#define RENDER_LIMIT_H

#include "render/state.h"

/*
 * How much a template may use. A template that goes over is stopped by an error that no pcall()
 * of its own can hold back.
 */
enum {
	LIMIT_MEMORY = 64 << 20,        /* bytes of a state; at three quarters the template is stopped with its place */
	LIMIT_OUTPUT = 64 << 20,        /* bytes of a page */
	LIMIT_STEPS = 10 * 1000 * 1000, /* instructions of a page */
	LIMIT_COMPILE = 200 * 1000 * 1000, /* instructions to compile one template */
	LIMIT_DEPTH = 32,                  /* includes in includes */
};
#define LIMIT_NONE UINT64_MAX

/* limit_alloc: the lua_Alloc of a state; ${ud} is its struct lua. */
void *limit_alloc(void *ud, void *p, size_t old, size_t n);

/* limit_start(l, steps): a new run with so many steps; LIMIT_NONE: unwatched. Memory is limited all the same. */
void limit_start(struct lua *l, uint64_t steps);

/* limit_watch(l): what is not known to end begins: from here on, an unwatched run has LIMIT_STEPS. */
void limit_watch(struct lua *l);

/* limit_charge(L, n): counts work done in C, in steps; raises an error where it is too much. */
void limit_charge(lua_State *L, size_t n);

/* limit_raise(L): the error for what the state is over. */
int limit_raise(lua_State *L);

/* limit_output(L): raises an error where the page is too large. */
void limit_output(lua_State *L);

#endif
