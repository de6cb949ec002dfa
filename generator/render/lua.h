/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_LUA_H
#define RENDER_LUA_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "model/site.h"
#include "render/call.h"

/*
 * One sandboxed Lua state, owned by one worker: templates are compiled in it once and
 * then run for each page. Memory and steps are capped; see docs/templates.md.
 *
 *	struct lua *l = lua_open(site, d);            (loads lua/template.lua and lua/helpers.lua)
 *	lua_run(l, &call, "page.html", &out, d);      (as often as there are pages)
 *	lua_shut(l);
 */
struct lua;

/* lua_file(i): the path of number ${i} of the files that templates are compiled and run with, "lua/helpers.lua"; NULL behind the last. */
const char *lua_file(size_t i);

struct lua *lua_open(const struct site *site, struct diags *d); /* NULL: diagnosed */

/* lua_has(l, name): whether the theme has the template ${name} ("blocks/case.html"). */
bool lua_has(struct lua *l, const char *name);

/*
 * lua_run(l, call, name, out, d): appends what the template prints. -1 where it failed: diagnosed
 * at the template's own line, with the include chain and the content file as notes; nothing is appended then.
 */
int lua_run(struct lua *l, const struct lua_call *call, const char *name, struct buf *out, struct diags *d);

/* lua_shut(l): the end of it; NULL is harmless. (lua_close is the library's own name.) */
void lua_shut(struct lua *l);

#endif
