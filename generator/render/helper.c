/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>
#include <string.h>

#include "base/escape.h"
#include "base/near.h"
#include "localise/bidi.h"
#include "localise/ui.h"
#include "render/helper.h"
#include "render/order.h"
#include "render/view.h"

static struct lua *
running(lua_State *L)
{
	struct lua *l = state_of(L);

	if (!l->call)
		luaL_error(L, "this can only be asked while a page is rendered");
	return l;
}

/* did_you_mean(L, what, name, n): the error for an unknown name. */
static int
did_you_mean(lua_State *L, const char *what, struct str name, const struct near *n)
{
	lua_pushlstring(L, name.p, name.n);
	lua_pushlstring(L, near_best(n).p, near_best(n).n);
	if (!near_best(n).n)
		return luaL_error(L, "there is no %s `%s`", what, lua_tostring(L, -2));
	return luaL_error(L, "there is no %s `%s`; did you mean `%s`?", what, lua_tostring(L, -2), lua_tostring(L, -1));
}

/* -- t() -- */

static int
unknown_key(lua_State *L, const struct lua *l, struct str key)
{
	const struct map *m = &l->call->lang->ui->messages;
	struct near n;

	near_begin(&n, key);
	for (size_t i = 0; i < m->n; i++)
		near_try(&n, m->v[i].key);
	return did_you_mean(L, "text", key, &n);
}

/* args_of(L, v): the arguments in the table at 2, as texts; the strings stay on the stack. */
static size_t
args_of(lua_State *L, struct ui_arg *v)
{
	size_t n = 0;

	luaL_checkstack(L, 3 * HELPER_ARGS, "t");
	order_keys(L, 2);
	for (int k = 1; k <= (int)lua_rawlen(L, 3); k++) {
		if (n == HELPER_ARGS)
			luaL_error(L, "t() takes up to %d arguments", HELPER_ARGS);
		if (lua_rawgeti(L, 3, k) != LUA_TSTRING)
			luaL_error(L, "arguments of t() have names: `{ name = value }`");
		v[n].name = lua_tostring(L, -1);
		lua_pushvalue(L, -1);
		lua_rawget(L, 2);
		if (lua_type(L, -1) != LUA_TSTRING && lua_type(L, -1) != LUA_TNUMBER)
			luaL_error(L, "the argument `%s` of t() must be a text or a number, and is %s", v[n].name,
			    view_name(L, -1));
		v[n++].value = state_str(L, -1);
	}
	return n;
}

static const struct ui_arg *
find_arg(const struct ui_arg *v, size_t n, struct str name)
{
	for (size_t i = 0; i < n; i++)
		if (str_is(name, v[i].name))
			return &v[i];
	return NULL;
}

/* Every `%{name}` of the message must have been given: a page must not show one. */
static void
complete(lua_State *L, const char *key, struct str form, const struct ui_arg *v, size_t n)
{
	for (size_t at; (at = str_find(form, '%')) + 1 < form.n; form = str_sub(form, at + 1, form.n)) {
		struct str name = str_sub(form, at + 2, form.n);

		if (form.p[at + 1] != '{')
			continue;
		name = str_sub(name, 0, str_find(name, '}'));
		if (find_arg(v, n, name))
			continue;
		lua_pushlstring(L, name.p, name.n);
		luaL_error(L, "the text `%s` needs an argument `%s`", key, lua_tostring(L, -1));
	}
}

/* The other arguments of a text with plural forms, of which ui_count() fills in the number. */
static struct str
fill(struct lua *l, struct str text, const struct ui_arg *v, size_t n)
{
	struct buf *b = &l->work;

	buf_reset(b);
	while (text.n) {
		size_t at = str_find(text, '%'), end = at + str_find(str_sub(text, at, text.n), '}');
		const struct ui_arg *arg =
		    at + 2 <= end && text.p[at + 1] == '{' ? find_arg(v, n, str_sub(text, at + 2, end)) : NULL;

		buf_str(b, str_sub(text, 0, at));
		if (arg)
			bidi_put(b, l->call->lang, arg->value);
		else
			buf_str(b, str_sub(text, at, at + 1));
		text = str_sub(text, arg ? end + 1 : at + 1, text.n);
	}
	return buf_view(b);
}

struct str
helper_words(
    lua_State *L, const struct message *m, const char *key, const struct ui_arg *v, size_t n, const int64_t *number)
{
	struct lua *l = state_of(L);

	if (n == 0 && helper_plain(m))
		return m->forms[PLURAL_OTHER];
	for (int f = 0; f < PLURALS; f++)
		complete(L, key, m->forms[f], v, n);
	if (!m->plural)
		return ui_format(l->call->arena, l->call->lang, key, v, n);
	if (!number)
		luaL_error(L, "the text `%s` needs a whole number `count`", key);
	return arena_str(&l->scratch, fill(l, ui_count(l->call->arena, l->call->lang, key, *number), v, n));
}

struct str
helper_counted(lua_State *L, const struct message *m, const char *key, int64_t n)
{
	struct lua *l = state_of(L);
	struct {
		const struct message *message;
		int64_t n;
	} about = { m, n };
	struct str id = { (const char *)&about, sizeof about };
	const struct str *known = map_get(&l->counted, id);
	struct ui_arg arg = { "count", STR_EMPTY };
	struct str *text;

	if (known)
		return *known;
	arg.value = arena_fmt(&l->scratch, "%" PRId64, n);
	text = ARENA_NEW(&l->arena, struct str);
	*text = arena_str(&l->arena, helper_words(L, m, key, &arg, 1, &n));
	map_put(&l->counted, arena_str(&l->arena, id), text);
	return *text;
}

/* only_count(L): the argument `{ count = n }` at 2 with a small n and nothing else; else -1. */
static lua_Integer
only_count(lua_State *L)
{
	lua_Integer n = -1;

	if (lua_type(L, 2) != LUA_TTABLE)
		return -1;
	lua_pushnil(L);
	if (!lua_next(L, 2))
		return -1;
	if (lua_type(L, -2) == LUA_TSTRING && str_is(state_str(L, -2), "count") && lua_isinteger(L, -1))
		n = lua_tointeger(L, -1);
	lua_pop(L, 1);
	if (!lua_next(L, 2))
		return n < LANGUAGE_COUNTED ? n : -1;
	lua_pop(L, 2);
	return -1;
}

static int
helper_t(lua_State *L)
{
	struct lua *l = running(L);
	struct ui_arg v[HELPER_ARGS];
	const struct message *m;
	const char *key;
	struct str text;
	lua_Integer only;
	int64_t count = 0;
	int whole = 0;
	size_t n = 0;

	lua_settop(L, 2);
	key = luaL_checkstring(L, 1);
	m = ui_find(l->call->lang, state_str(L, 1));
	if (!m)
		return unknown_key(L, l, state_str(L, 1));
	only = only_count(L);
	if (only >= 0) {
		text = helper_counted(L, m, key, only);
	} else {
		if (!lua_isnil(L, 2)) {
			luaL_checktype(L, 2, LUA_TTABLE);
			n = args_of(L, v);
		}
		if (m->plural && view_field(L, 2, "count"))
			count = lua_tointegerx(L, -1, &whole);
		text = helper_words(L, m, key, v, n, whole ? &count : NULL);
	}
	lua_pushlstring(L, text.p, text.n);
	return 1;
}

/* -- the rest -- */

struct str
helper_address(lua_State *L, struct str name)
{
	struct lua *l = running(L);
	const struct theme_asset *x = theme_find(&l->theme, name);
	struct near n;

	facts_note(l->call->facts, FACT_THEME_ASSET, name);
	if (x) {
		buf_reset(&l->work);
		buf_str(&l->work, l->call->root);
		buf_str(&l->work, x->out);
		return arena_str(&l->scratch, buf_view(&l->work));
	}
	near_begin(&n, name);
	for (size_t i = 0; i < l->theme.n; i++)
		near_try(&n, l->theme.v[i].name);
	did_you_mean(L, "asset", name, &n);
	return STR_EMPTY;
}

static int
helper_asset(lua_State *L)
{
	struct str address;

	luaL_checkstring(L, 1);
	address = helper_address(L, state_str(L, 1));
	lua_pushlstring(L, address.p, address.n);
	return 1;
}

static int
helper_current(lua_State *L)
{
	struct lua *l = running(L);

	luaL_checkstring(L, 1);
	if (l->capturing)
		return luaL_error(L,
		    "in a cached partial, current() can only be printed in a tag: `<a href=\"…\"{{ current(id) }}>`");
	lua_pushboolean(L, l->call->current.n && str_eq(state_str(L, 1), l->call->current));
	return 1;
}

static int
helper_html(lua_State *L)
{
	if (view_html(L, 1)) {
		lua_settop(L, 1);
		return 1;
	}
	luaL_checkstring(L, 1);
	lua_settop(L, 1);
	view_make_html(L);
	return 1;
}

/* through(L, fn): the text at 1, escaped, is left on the stack. */
static int
through(lua_State *L, void (*fn)(struct buf *, struct str))
{
	struct lua *l = state_of(L);

	luaL_checkstring(L, 1);
	buf_reset(&l->work);
	fn(&l->work, state_str(L, 1));
	lua_pushlstring(L, l->work.n ? l->work.p : "", l->work.n);
	return 1;
}

static int
helper_escape(lua_State *L)
{
	return through(L, escape_html);
}

static int
helper_query(lua_State *L)
{
	return through(L, escape_component);
}

/* For titles and attributes: text that runs the other way than the page, isolated. */
static int
helper_isolate(lua_State *L)
{
	struct lua *l = running(L);

	if (lua_type(L, 1) != LUA_TSTRING)
		return luaL_error(L, "isolate() takes a text, and this is %s", view_name(L, 1));
	buf_reset(&l->work);
	bidi_put(&l->work, l->call->lang, state_str(L, 1));
	lua_pushlstring(L, l->work.p ? l->work.p : "", l->work.n);
	return 1;
}

void
helper_open(struct lua *l)
{
	static const luaL_Reg all[] = { { "t", helper_t }, { "asset", helper_asset }, { "current", helper_current },
		{ "html", helper_html }, { "escape", helper_escape }, { "query", helper_query },
		{ "isolate", helper_isolate }, { NULL, NULL } };

	lua_rawgeti(l->L, LUA_REGISTRYINDEX, l->base);
	luaL_setfuncs(l->L, all, 0);
	lua_pop(l->L, 1);
}
