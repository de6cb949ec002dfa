/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_ORDER_H
#define RENDER_ORDER_H

#include "render/state.h"

/*
 * Orders that are the same in every run: Lua's own pairs() follows a hash table seeded by an address and the
 * clock, and its sort() is not stable.
 */

/* order_keys(L, i): pushes a sequence of the keys of the table at ${i}: numbers, then texts, then false, true. */
void order_keys(lua_State *L, int i);

/* Lua functions: pairs(table or list), table.sort(table, less). */
int order_pairs(lua_State *L);
int order_sort(lua_State *L);

#endif
