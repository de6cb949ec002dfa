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

/* What a value goes through, by the HTML around it: the letters of the functions in the compiler's HEAD. */
enum emit_how {
	EMIT_TEXT = 't',     /* between tags */
	EMIT_ATTR = 'a',     /* in an attribute or a title */
	EMIT_URL = 'u',      /* the first thing in a URL: its scheme counts */
	EMIT_URL_MORE = 'v', /* what comes later, but where a `:` would still make a scheme of all before it */
	EMIT_URL_REST = 'p', /* behind that */
	EMIT_MARK = 'm',     /* current(id) in a tag */
};

/* emit_value(l, how, s): prints a text, which must be UTF-8. */
void emit_value(struct lua *l, enum emit_how how, struct str s);

/* emit_key(l, name, about): what the cached partial ${name} is kept by: everything that its text hangs on. Until l->work is used again. */
struct str emit_key(struct lua *l, struct str name, struct str about);

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
