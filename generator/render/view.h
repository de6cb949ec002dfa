/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_VIEW_H
#define RENDER_VIEW_H

#include "render/state.h"

/*
 * The model as templates see it: read-only userdata over the structs of views.h, driven by their
 * field tables. Valid only during the run that made them; an older one raises an error instead of reading.
 */

/* A text that is HTML already. ${field} says where it came from, for messages. */
struct view_html {
	struct str html;
	uint32_t life; /* 0: Lua keeps the text alive, as its user value */
	const char *of, *field;
};

/* What a list is, for those who walk it in C. */
struct view_items {
	const struct view_list *views; /* with ${of}; else NULL */
	const struct text_list *texts;
	const struct fields *of;
	uint32_t life;
};

/* view_open(L): makes the metatables. */
void view_open(lua_State *L);

/* view_push(L, object, of): pushes the view of ${object}; nil for NULL. */
void view_push(lua_State *L, const void *object, const struct fields *of);

/* view_shown(f): whether templates may read the member ${f}. */
bool view_shown(const struct field *f);

/* view_read(L, object, of, f): pushes the member ${f} of ${object}. */
void view_read(lua_State *L, const void *object, const struct fields *of, const struct field *f);

/* view_field(L, i, name): pushes the field ${name} of the view or table at ${i}; false (nothing pushed) where it has none. */
bool view_field(lua_State *L, int i, const char *name);

/* view_html(L, i): the HTML at ${i}, NULL where it is something else. Raises an error where it is stale. */
const struct view_html *view_html(lua_State *L, int i);

/* view_make_html(L): replaces the string on top by HTML. */
void view_make_html(lua_State *L);

/* view_items(L, i): the list at ${i}, NULL where it is something else. Raises an error where it is stale. */
const struct view_items *view_items(lua_State *L, int i);

/* view_item(L, items, k): pushes item ${k} (from 0). */
void view_item(lua_State *L, const struct view_items *items, size_t k);

/* view_name(L, i): what the value at ${i} is, for messages: "nil", "a page", "a list". */
const char *view_name(lua_State *L, int i);

/* view_each(L): Lua function: what `for x in list` calls. */
int view_each(lua_State *L);

#endif
