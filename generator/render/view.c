/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/near.h"
#include "render/view.h"

/* Registry keys of metatables: the addresses of these. That of a view is the address of its field table. */
static const char list_key, html_key;

struct view {
	const void *object;
	const struct fields *of;
	uint32_t life;
};

static void
alive(lua_State *L, uint32_t life, const char *what)
{
	if (life != state_of(L)->life)
		luaL_error(L,
		    "this %s was kept from another page: what a template is given is gone when its page is done", what);
}

static bool
has_metatable(lua_State *L, int i, const void *key)
{
	bool same;

	if (lua_type(L, i) != LUA_TUSERDATA || !lua_getmetatable(L, i))
		return false;
	lua_rawgetp(L, LUA_REGISTRYINDEX, key);
	same = lua_rawequal(L, -1, -2);
	lua_pop(L, 2);
	return same;
}

/* -- reading fields -- */

static void
html_push(lua_State *L, struct str html, uint32_t life, const char *of, const char *field)
{
	struct view_html *h = lua_newuserdatauv(L, sizeof *h, life ? 0 : 1);

	*h = (struct view_html){ html, life, of, field };
	lua_rawgetp(L, LUA_REGISTRYINDEX, &html_key);
	lua_setmetatable(L, -2);
}

static void
list_push(lua_State *L, const struct view_list *views, const struct text_list *texts, const struct fields *of)
{
	struct view_items *v = lua_newuserdatauv(L, sizeof *v, 0);

	*v = (struct view_items){ views, texts, of, state_of(L)->life };
	lua_rawgetp(L, LUA_REGISTRYINDEX, &list_key);
	lua_setmetatable(L, -2);
}

void
view_read(lua_State *L, const void *object, const struct fields *of, const struct field *f)
{
	const char *at = (const char *)object + f->offset;
	const struct str *s = (const void *)at;

	switch (f->kind) {
	case FIELD_TEXT: lua_pushlstring(L, s->n ? s->p : "", s->n); return;
	case FIELD_HTML:
		if (!s->n)
			lua_pushliteral(L, "");
		else
			html_push(L, *s, state_of(L)->life, of->name, f->name);
		return;
	case FIELD_FLAG: lua_pushboolean(L, *(const bool *)(const void *)at); return;
	case FIELD_INT: lua_pushinteger(L, *(const int *)(const void *)at); return;
	case FIELD_OBJECT: view_push(L, *(void *const *)(const void *)at, f->of); return;
	case FIELD_LIST: list_push(L, (const void *)at, NULL, f->of); return;
	case FIELD_TEXTS: list_push(L, NULL, (const void *)at, NULL); return;
	case FIELD_VALUE:
	case FIELD_LOCAL: break;
	}
	lua_pushnil(L);
}

bool
view_shown(const struct field *f)
{
	return (f->flags & FIELD_VIEW) && f->kind != FIELD_VALUE && f->kind != FIELD_LOCAL;
}

static int
unknown(lua_State *L, const struct fields *of, int key)
{
	struct near n;

	if (lua_type(L, key) != LUA_TSTRING)
		return luaL_error(L, "`%s` has fields, not items: it is no list", of->name);
	near_begin(&n, state_str(L, key));
	for (size_t i = 0; i < of->n; i++)
		if (view_shown(&of->v[i]))
			near_try(&n, str_of(of->v[i].name));
	if (!near_best(&n).n)
		return luaL_error(L, "there is no field `%s` in `%s`", lua_tostring(L, key), of->name);
	/* near_best() is one of the names, which end in NUL */
	return luaL_error(
	    L, "there is no field `%s` in `%s`; did you mean `%s`?", lua_tostring(L, key), of->name, near_best(&n).p);
}

/* __index of a view; upvalue 1: name → row. */
static int
view_index(lua_State *L)
{
	const struct view *v = lua_touserdata(L, 1);
	const struct field *f;

	alive(L, v->life, v->of->name);
	lua_pushvalue(L, 2);
	lua_rawget(L, lua_upvalueindex(1));
	f = lua_touserdata(L, -1);
	if (!f)
		return unknown(L, v->of, 2);
	view_read(L, v->object, v->of, f);
	return 1;
}

static int
refuse_set(lua_State *L)
{
	return luaL_error(L, "%s is read-only", view_name(L, 1));
}

static int
view_length(lua_State *L)
{
	return luaL_error(L, "%s has no length: it is no list", view_name(L, 1));
}

/* Two views of one object are equal. Lua asks only where both are userdata. */
static int
view_equal(lua_State *L)
{
	const struct view *a = lua_touserdata(L, 1), *b = lua_touserdata(L, 2);

	if (lua_rawlen(L, 1) != sizeof *a || lua_rawlen(L, 2) != sizeof *b || !lua_getmetatable(L, 1) ||
	    !lua_getmetatable(L, 2))
		lua_pushboolean(L, 0);
	else
		lua_pushboolean(L, lua_rawequal(L, -1, -2) && a->object == b->object && a->life == b->life);
	return 1;
}

/* Metatable with what all kinds share; left on the stack. */
static void
metatable(lua_State *L, const char *name, lua_CFunction length)
{
	lua_createtable(L, 0, 8);
	lua_pushstring(L, name);
	lua_setfield(L, -2, "__name");
	lua_pushcfunction(L, refuse_set);
	lua_setfield(L, -2, "__newindex");
	lua_pushcfunction(L, length);
	lua_setfield(L, -2, "__len");
}

static void
view_metatable(lua_State *L, const struct fields *of)
{
	metatable(L, of->name, view_length);
	lua_createtable(L, 0, (int)of->n);
	for (size_t i = 0; i < of->n; i++) {
		if (!view_shown(&of->v[i]))
			continue;
		lua_pushstring(L, of->v[i].name);
		lua_pushlightuserdata(L, (void *)(uintptr_t)&of->v[i]);
		lua_rawset(L, -3);
	}
	lua_pushcclosure(L, view_index, 1);
	lua_setfield(L, -2, "__index");
	lua_pushcfunction(L, view_equal);
	lua_setfield(L, -2, "__eq");
	lua_pushvalue(L, -1);
	lua_rawsetp(L, LUA_REGISTRYINDEX, of);
}

void
view_push(lua_State *L, const void *object, const struct fields *of)
{
	struct view *v;

	if (!object) {
		lua_pushnil(L);
		return;
	}
	v = lua_newuserdatauv(L, sizeof *v, 0);
	*v = (struct view){ object, of, state_of(L)->life };
	if (lua_rawgetp(L, LUA_REGISTRYINDEX, of) == LUA_TNIL) {
		lua_pop(L, 1);
		view_metatable(L, of);
	}
	lua_setmetatable(L, -2);
}

/* the_view(L, i): the view at ${i}, or NULL: its metatable is the one kept for its fields. */
static const struct view *
the_view(lua_State *L, int i)
{
	const struct view *v = lua_touserdata(L, i);
	bool same;

	if (!v || lua_type(L, i) != LUA_TUSERDATA || lua_rawlen(L, i) != sizeof *v || !lua_getmetatable(L, i))
		return NULL;
	lua_rawgetp(L, LUA_REGISTRYINDEX, v->of);
	same = lua_rawequal(L, -1, -2);
	lua_pop(L, 2);
	return same ? v : NULL;
}

bool
view_field(lua_State *L, int i, const char *name)
{
	const struct view *v;
	const struct field *f;

	i = lua_absindex(L, i);
	if (lua_istable(L, i)) {
		lua_pushstring(L, name);
		if (lua_rawget(L, i) != LUA_TNIL)
			return true;
		lua_pop(L, 1);
		return false;
	}
	v = the_view(L, i);
	if (!v)
		return false;
	alive(L, v->life, v->of->name);
	f = fields_find(v->of, str_of(name));
	if (!f || !view_shown(f))
		return false;
	view_read(L, v->object, v->of, f);
	return true;
}

/* -- lists -- */

const struct view_items *
view_items(lua_State *L, int i)
{
	const struct view_items *v;

	if (!has_metatable(L, i, &list_key))
		return NULL;
	v = lua_touserdata(L, i);
	alive(L, v->life, "list");
	return v;
}

static size_t
count(const struct view_items *v)
{
	return v->views ? v->views->n : v->texts->n;
}

void
view_item(lua_State *L, const struct view_items *v, size_t k)
{
	if (v->views)
		view_push(L, v->views->v[k], v->of);
	else
		lua_pushlstring(L, v->texts->v[k].n ? v->texts->v[k].p : "", v->texts->v[k].n);
}

static int
list_index(lua_State *L)
{
	const struct view_items *v = lua_touserdata(L, 1);
	lua_Integer k;
	int whole;

	alive(L, v->life, "list");
	k = lua_tointegerx(L, 2, &whole);
	if (!whole || lua_type(L, 2) != LUA_TNUMBER)
		return luaL_error(L, "a list has items, from 1 to its length, and no field `%s`",
		    lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : view_name(L, 2));
	if (k < 1 || (lua_Unsigned)k > count(v))
		return 0;
	view_item(L, v, (size_t)k - 1);
	return 1;
}

static int
list_length(lua_State *L)
{
	const struct view_items *v = lua_touserdata(L, 1);

	alive(L, v->life, "list");
	lua_pushinteger(L, (lua_Integer)count(v));
	return 1;
}

static int
list_next(lua_State *L)
{
	const struct view_items *v = lua_touserdata(L, 1);
	size_t k = (size_t)lua_tointeger(L, 2);

	alive(L, v->life, "list");
	if (k >= count(v))
		return 0;
	lua_pushinteger(L, (lua_Integer)k + 1);
	view_item(L, v, k);
	return 2;
}

static int
table_next(lua_State *L)
{
	lua_Integer k = lua_tointeger(L, 2) + 1;

	lua_pushinteger(L, k);
	if (lua_rawgeti(L, 1, k) != LUA_TNIL)
		return 2;
	return 1; /* that nil: the end of the loop */
}

int
view_each(lua_State *L)
{
	if (lua_isfunction(L, 1))
		return lua_gettop(L);
	if (lua_gettop(L) > 1)
		return luaL_error(L, "a loop goes over one list");
	if (lua_istable(L, 1))
		lua_pushcfunction(L, table_next);
	else if (view_items(L, 1))
		lua_pushcfunction(L, list_next);
	else
		return luaL_error(L, "a loop needs a list, and this is %s", view_name(L, 1));
	lua_insert(L, 1);
	lua_pushinteger(L, 0);
	return 3;
}

/* -- HTML -- */

const struct view_html *
view_html(lua_State *L, int i)
{
	const struct view_html *h;

	if (!has_metatable(L, i, &html_key))
		return NULL;
	h = lua_touserdata(L, i);
	if (h->life)
		alive(L, h->life, "HTML");
	return h;
}

void
view_make_html(lua_State *L)
{
	struct str s = state_str(L, -1);

	html_push(L, s, 0, NULL, NULL);
	lua_insert(L, -2);
	lua_setiuservalue(L, -2, 1); /* keeps the string, to which the struct points */
}

static int
html_concat(lua_State *L)
{
	return luaL_error(L, "HTML cannot be joined by `..`: print the parts one after the other");
}

static int
html_index(lua_State *L)
{
	return luaL_error(L, "HTML has no fields or methods: tostring() gives its text");
}

static int
html_length(lua_State *L)
{
	lua_pushinteger(L, (lua_Integer)view_html(L, 1)->html.n);
	return 1;
}

const char *
view_name(lua_State *L, int i)
{
	const struct view *v;

	switch (lua_type(L, i)) {
	case LUA_TNIL:
	case LUA_TNONE: return "nil";
	case LUA_TSTRING: return "a text";
	case LUA_TNUMBER: return "a number";
	case LUA_TBOOLEAN: return "true or false";
	case LUA_TTABLE: return "a table";
	case LUA_TFUNCTION: return "a function";
	default: break;
	}
	if (has_metatable(L, i, &list_key))
		return "a list";
	if (has_metatable(L, i, &html_key))
		return "HTML";
	v = the_view(L, i);
	return v ? lua_pushfstring(L, "`%s`", v->of->name) : "a value";
}

void
view_open(lua_State *L)
{
	metatable(L, "list", list_length);
	lua_pushcfunction(L, list_index);
	lua_setfield(L, -2, "__index");
	lua_rawsetp(L, LUA_REGISTRYINDEX, &list_key);
	metatable(L, "HTML", html_length);
	lua_pushcfunction(L, html_index);
	lua_setfield(L, -2, "__index");
	lua_pushcfunction(L, html_concat);
	lua_setfield(L, -2, "__concat");
	lua_rawsetp(L, LUA_REGISTRYINDEX, &html_key);
}
