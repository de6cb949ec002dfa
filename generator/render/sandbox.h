/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_SANDBOX_H
#define RENDER_SANDBOX_H

#include "render/state.h"

/*
 * The functions that templates and lua/ files may call: an allow list. No clock, no chance, no files,
 * no way out of the sandbox, and nothing whose result hangs on an address or on the order of a hash table.
 */

/* sandbox_open(l): makes l->base and l->env[ROOM_PARTIAL]. Functions may be added to the base until sandbox_seal(l) makes the rest. */
void sandbox_open(struct lua *l);
void sandbox_seal(struct lua *l);

/*
 * sandbox_load(l, code, chunk, ours, env): pushes the chunk with that environment (a registry key); else false, and a message is
 * pushed. It is text, since Lua does not check what was compiled before: only ${ours}, out of the program, may be that.
 */
bool sandbox_load(struct lua *l, struct str code, const char *chunk, bool ours, int env);

/*
 * sandbox_run(l, src, n): runs a file of lua/ with the ${n} values on top, which stay; it must return a table, which is
 * pushed.
 */
void sandbox_run(struct lua *l, const struct source *src, int n);

/* sandbox_tostring(L, i): pushes the value at ${i} as a text, without any address. */
void sandbox_tostring(lua_State *L, int i);

#endif
