/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_SEARCH_H
#define RENDER_SEARCH_H

#include "render/state.h"

/*
 * string.find, match, gmatch and gsub as Lua's manual (6.4) has them, over pattern.c: what a match
 * costs counts as steps of the page.
 */
int search_find(lua_State *L);
int search_match(lua_State *L);
int search_gmatch(lua_State *L);
int search_gsub(lua_State *L);

#endif
