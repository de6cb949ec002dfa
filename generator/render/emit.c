/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "base/escape.h"
#include "base/hash.h"
#include "base/unicode.h"
#include "render/emit.h"
#include "render/limit.h"
#include "render/order.h"
#include "render/view.h"

static const char MARK[] = " aria-current=\"page\"";

static void
mark(struct lua *l, struct str id)
{
	if (l->capturing)
		VEC_PUSH(&l->marks, ((struct mark){ l->out->n, arena_str(&l->scratch, id), hash_bytes(id) }));
	else if (id.n && str_eq(id, l->call->current))
		BUF_LIT(l->out, MARK);
}

void
emit_value(struct lua *l, enum emit_how how, struct str s)
{
	switch (how) {
	case EMIT_TEXT:
	case EMIT_ATTR: escape_html(l->out, s); break;
	case EMIT_URL:
		if (escape_scheme_ok(s))
			escape_url(l->out, s, false);
		else
			buf_chr(l->out, '#');
		break;
	case EMIT_URL_MORE: escape_url(l->out, s, true); break;
	case EMIT_URL_REST: escape_url(l->out, s, false); break;
	case EMIT_MARK: mark(l, s); break;
	}
}

/* start(L): the literal text in front of a value goes out; the value is argument 2. */
static struct lua *
start(lua_State *L)
{
	struct lua *l = state_of(L);

	buf_str(l->out, state_str(L, 1));
	limit_output(L);
	return l;
}

/* A text that was cut inside a character must not get into a page. */
static struct str
utf8(lua_State *L, struct str s)
{
	size_t bad;

	if (!unicode_valid(s, &bad))
		luaL_error(L, "this text is not UTF-8: was it cut inside a character? (utf8.offset helps)");
	return s;
}

/* text_of(L, i): a text, number, or true/false as bytes; an error for the rest. HTML is for the caller. */
static struct str
text_of(lua_State *L, int i)
{
	switch (lua_type(L, i)) {
	case LUA_TSTRING: return utf8(L, state_str(L, i));
	case LUA_TNUMBER: return state_str(L, i);
	case LUA_TBOOLEAN: return lua_toboolean(L, i) ? STR("true") : STR("false");
	case LUA_TNIL:
	case LUA_TNONE: luaL_error(L, "there is nothing to print: the value is nil"); break;
	default: luaL_error(L, "%s cannot be printed", view_name(L, i)); break;
	}
	return STR_EMPTY;
}

/* In an attribute or a title there is no HTML. */
static void
refuse_html(lua_State *L, int i)
{
	const struct view_html *h = view_html(L, i);

	if (!h)
		return;
	if (h->field)
		luaL_error(L, "`%s.%s` is HTML, which can only be printed between tags", h->of, h->field);
	luaL_error(L, "this is HTML, which can only be printed between tags");
}

static int
print_literal(lua_State *L)
{
	start(L);
	return 0;
}

static int
print_text(lua_State *L)
{
	struct lua *l = start(L);
	const struct view_html *h = lua_type(L, 2) == LUA_TUSERDATA ? view_html(L, 2) : NULL;

	if (h)
		buf_str(l->out, h->life ? h->html : utf8(L, h->html));
	else
		emit_value(l, EMIT_TEXT, text_of(L, 2));
	return 0;
}

static int
print_without_html(lua_State *L, enum emit_how how)
{
	struct lua *l = start(L);

	refuse_html(L, 2);
	emit_value(l, how, text_of(L, 2));
	return 0;
}

static int
print_attr(lua_State *L)
{
	return print_without_html(L, EMIT_ATTR);
}

static int
print_url(lua_State *L)
{
	return print_without_html(L, EMIT_URL);
}

static int
print_url_more(lua_State *L)
{
	return print_without_html(L, EMIT_URL_MORE);
}

static int
print_url_rest(lua_State *L)
{
	return print_without_html(L, EMIT_URL_REST);
}

static int
print_mark(lua_State *L)
{
	emit_value(start(L), EMIT_MARK, text_of(L, 2));
	return 0;
}

/* -- JSON -- */

enum { JSON_DEPTH = 32 };

static void json(lua_State *L, struct lua *l, int i, int depth);

static void
json_text(struct lua *l, struct str s)
{
	buf_chr(l->out, '"');
	escape_json(l->out, s);
	buf_chr(l->out, '"');
}

static void
json_items(lua_State *L, struct lua *l, int i, size_t n, int depth)
{
	buf_chr(l->out, '[');
	for (size_t k = 1; k <= n; k++) {
		if (k > 1)
			buf_chr(l->out, ',');
		lua_geti(L, i, (lua_Integer)k);
		json(L, l, lua_gettop(L), depth + 1);
		lua_pop(L, 1);
	}
	buf_chr(l->out, ']');
}

static void
json_map(lua_State *L, struct lua *l, int i, int depth)
{
	int keys, n;

	order_keys(L, i);
	keys = lua_gettop(L);
	n = (int)lua_rawlen(L, keys);
	buf_chr(l->out, '{');
	for (int k = 1; k <= n; k++) {
		if (k > 1)
			buf_chr(l->out, ',');
		if (lua_rawgeti(L, keys, k) != LUA_TSTRING)
			luaL_error(L, "JSON takes a table either of items or of names, not of both");
		json_text(l, utf8(L, state_str(L, -1)));
		buf_chr(l->out, ':');
		lua_rawget(L, i);
		json(L, l, lua_gettop(L), depth + 1);
		lua_pop(L, 1);
	}
	buf_chr(l->out, '}');
	lua_pop(L, 1);
}

static void
json_number(lua_State *L, struct lua *l, int i)
{
	if (!lua_isinteger(L, i) && !isfinite(lua_tonumber(L, i)))
		luaL_error(L, "JSON has no number for infinity or nan");
	lua_pushvalue(L, i); /* state_str() turns it into a text in place */
	buf_str(l->out, state_str(L, -1));
	lua_pop(L, 1);
}

static void
json(lua_State *L, struct lua *l, int i, int depth)
{
	if (depth > JSON_DEPTH)
		luaL_error(L, "this table is nested too deeply for JSON, or contains itself");
	luaL_checkstack(L, 8, "JSON");
	limit_output(L);
	limit_charge(L, 10);
	switch (lua_type(L, i)) {
	case LUA_TNIL:
	case LUA_TNONE: BUF_LIT(l->out, "null"); return;
	case LUA_TBOOLEAN: buf_str(l->out, text_of(L, i)); return;
	case LUA_TNUMBER: json_number(L, l, i); return;
	case LUA_TSTRING: json_text(l, utf8(L, state_str(L, i))); return;
	case LUA_TTABLE:
		lua_pushnil(L);
		if (!lua_next(L, i)) { /* empty: more often a list than a map */
			BUF_LIT(l->out, "[]");
			return;
		}
		lua_pop(L, 2);
		if (lua_rawlen(L, i))
			json_items(L, l, i, (size_t)lua_rawlen(L, i), depth);
		else
			json_map(L, l, i, depth);
		return;
	default: break;
	}
	if (view_html(L, i))
		json_text(l, utf8(L, view_html(L, i)->html));
	else if (view_items(L, i))
		json_items(L, l, i, (size_t)luaL_len(L, i), depth);
	else
		luaL_error(
		    L, "%s cannot be printed as JSON: make a table of the fields that are meant", view_name(L, i));
}

static int
print_json(lua_State *L)
{
	struct lua *l = start(L);

	json(L, l, 2, 0);
	return 0;
}

/* -- cached partials -- */

/* A text kept, with its marks. In the cache's arena. */
struct kept {
	struct str text;
	struct mark *marks;
	size_t n;
	uint32_t *facts; /* what it was made of, by the numbers of the worker */
	size_t nfacts;
};

/* Bytes of kept texts. Beyond the first all of them go, if they have been worth their making; beyond the second in any case. */
enum { CACHE_ROOM = 1 << 20, CACHE_MAX = 8 << 20, WORTH = 4 };

/* kept_print(l, k): resolves the marks, or hands them on where another partial is being rendered around this one. */
static void
kept_print(struct lua *l, const struct kept *k)
{
	uint64_t current = hash_bytes(l->call->current);
	size_t done = 0;

	for (size_t i = 0; i < k->n; i++) {
		if (l->capturing) {
			VEC_PUSH(
			    &l->marks, ((struct mark){ l->out->n + k->marks[i].at, k->marks[i].id, k->marks[i].hash }));
		} else if (k->marks[i].hash == current && k->marks[i].id.n &&
		    str_eq(k->marks[i].id, l->call->current)) {
			buf_put(l->out, k->text.p + done, k->marks[i].at - done);
			BUF_LIT(l->out, MARK);
			done = k->marks[i].at;
		}
	}
	buf_put(l->out, k->text.p + done, k->text.n - done);
}

struct str
emit_key(struct lua *l, struct str name, struct str about)
{
	buf_reset(&l->work);
	buf_str(&l->work, name);
	buf_chr(&l->work, '\0');
	buf_str(&l->work, l->call->lang->tag);
	buf_chr(&l->work, '\0');
	buf_str(&l->work, l->call->root);
	buf_chr(&l->work, '\0');
	buf_str(&l->work, about);
	return buf_view(&l->work);
}

bool
emit_kept(struct lua *l, struct str key)
{
	const struct kept *k = map_get(&l->cache, key);

	if (k) {
		l->cache_uses++;
		kept_print(l, k);
		facts_again(l->call->facts, k->facts, k->nfacts);
	}
	return k != NULL;
}

/* Only while nothing is being rendered for it: marks that are handed on point into what is kept. */
static void
cache_drop(struct lua *l)
{
	map_free(&l->cache);
	arena_free(&l->cache_arena);
	l->cache_uses = 0;
}

/* Pages come in the order of their modules: what the last ones had in common the next ones will not, unless a module is larger than that. */
static bool
is_full(const struct lua *l)
{
	return l->cache_arena.used > CACHE_MAX ||
	    (l->cache_arena.used > CACHE_ROOM && l->cache_uses > WORTH * l->cache.n);
}

struct emit_from
emit_keep_begin(struct lua *l)
{
	if (!l->capturing && is_full(l))
		cache_drop(l);
	l->capturing++;
	return (struct emit_from){ l->out->n, l->marks.n, facts_mark(l->call->facts) };
}

static void
keep_facts(struct arena *a, struct kept *k, const struct facts *f, size_t from)
{
	if (f == NULL)
		return;
	k->nfacts = f->list.n - from;
	k->facts = ARENA_ARRAY(a, uint32_t, k->nfacts + 1);
	for (size_t i = 0; i < k->nfacts; i++)
		k->facts[i] = f->list.v[from + i];
}

void
emit_keep_end(struct lua *l, struct str key, struct emit_from from)
{
	struct arena *a = &l->cache_arena;
	struct kept *k;

	k = ARENA_NEW(a, struct kept);
	k->text = arena_str(a, str_sub(buf_view(l->out), from.out, l->out->n));
	k->n = l->marks.n - from.marks;
	k->marks = ARENA_ARRAY(a, struct mark, k->n ? k->n : 1);
	for (size_t i = 0; i < k->n; i++) {
		k->marks[i].at = l->marks.v[from.marks + i].at - from.out;
		k->marks[i].id = arena_str(a, l->marks.v[from.marks + i].id);
		k->marks[i].hash = l->marks.v[from.marks + i].hash;
	}
	keep_facts(a, k, l->call->facts, from.facts);
	map_put(&l->cache, arena_str(a, key), k);
	l->out->n = from.out;
	l->marks.n = from.marks;
	l->capturing--;
	kept_print(l, k);
}

int
emit_functions(lua_State *L)
{
	static const lua_CFunction all[] = { print_literal, print_text, print_attr, print_url, print_url_more,
		print_url_rest, print_json, print_mark, view_each };
	enum { N = sizeof all / sizeof *all };

	for (size_t i = 0; i < N; i++)
		lua_pushcfunction(L, all[i]);
	return N;
}
