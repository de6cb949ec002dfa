/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_EMIT_H
#define RENDER_EMIT_H

#include "render/state.h"

/*
 * What a compiled template calls to print. Each takes the literal text in front of
 * a value and the value, so that a place in a template is one call; the compiler chose the function by the
 * HTML around the place. They append to l->out.
 */

/* emit_functions(L): pushes the printing functions, in the order of the compiler's HEAD; returns how many. */
int emit_functions(lua_State *L);

/*
 * emit_kept(l, key): prints the cached partial of that key, if it is there. Otherwise render it between
 * emit_keep_begin(l), which returns where it begins, and emit_keep_end(l, key, from, first).
 */
bool emit_kept(struct lua *l, struct str key);
struct emit_from {
	size_t out, marks, facts;
} emit_keep_begin(struct lua *l);
void emit_keep_end(struct lua *l, struct str key, struct emit_from from);

#endif
