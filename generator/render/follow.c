/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/follow.h"

#include "base/unicode.h"
#include "render/compiler.h"
#include "render/emit.h"
#include "render/limit.h"
#include "render/lookup.h"
#include "render/reckon.h"
#include "render/templates.h"
#include "render/view.h"

static void
print(const struct reckon_frame *f, enum emit_how how, struct reckon_value v)
{
	struct str s;
	size_t bad;

	if (how == EMIT_TEXT && reckon_html(v, &s)) {
		buf_str(f->l->out, s);
		return;
	}
	if (v.kind == RECKON_TRUE || v.kind == RECKON_FALSE)
		s = v.kind == RECKON_TRUE ? STR("true") : STR("false");
	else
		s = reckon_text(f, v);
	if (!unicode_valid(s, &bad))
		reckon_give_up(f);
	emit_value(f->l, how, s);
}

/* -- templates in templates -- */

/* The value as Lua has it. */
static void
push(lua_State *L, struct reckon_value v)
{
	luaL_checkstack(L, 4, "too many templates in templates");
	switch (v.kind) {
	case RECKON_NIL: lua_pushnil(L); return;
	case RECKON_FALSE:
	case RECKON_TRUE: lua_pushboolean(L, v.kind == RECKON_TRUE); return;
	case RECKON_NUMBER: lua_pushinteger(L, v.as.number); return;
	case RECKON_TEXT: lua_pushlstring(L, v.as.text.p, v.as.text.n); return;
	case RECKON_VIEW: view_push(L, v.as.view.object, v.as.view.of); return;
	case RECKON_MEMBER: view_read(L, v.as.view.object, v.as.view.of, v.as.view.field); return;
	case RECKON_TABLE: break;
	}
	lua_createtable(L, 0, (int)v.as.table.n);
	for (size_t i = 0; i < v.as.table.n; i++) {
		push(L, v.as.table.v[i].value);
		lua_setfield(L, -2, v.as.table.v[i].name.p);
	}
}

/* The recipe of ${t}, or NULL. That of a template that extends another needs that one's as well. */
static const struct recipe *
recipe_of(struct lua *l, struct template_file *t)
{
	struct recipe *r = NULL;
	struct str bytes;

	if (t->recipe_read)
		return t->recipe;
	t->recipe_read = true; /* also the end of a circle of templates that extend each other */
	bytes = templates_recipe(l, t);
	if (bytes.n > 0)
		r = recipe_read(&l->arena, bytes);
	if (r && r->extends && !recipe_of(l, lookup_template(l, r->extends->text)))
		r = NULL;
	t->recipe = r;
	return r;
}

static void
enter(const struct reckon_frame *f)
{
	if (++f->l->depth > LIMIT_DEPTH)
		reckon_give_up(f);
}

static void run(struct reckon_frame *f, const struct recipe *r);

/* A template in another: by its recipe, or by Lua. */
static void
call(const struct reckon_frame *f, struct template_file *t, struct reckon_value it, enum room room)
{
	struct reckon_frame in = { .l = f->l, .file = t, .room = room, .it = it };
	const struct recipe *r = recipe_of(f->l, t);
	lua_State *L = f->l->L;

	enter(f);
	if (r) {
		facts_note(f->l->call->facts, FACT_TEMPLATE, t->name);
		run(&in, r);
	} else {
		luaL_checkstack(L, 16, "too many templates in templates");
		templates_push(f->l, t->name, room);
		push(L, it);
		lua_rawgeti(L, LUA_REGISTRYINDEX, f->l->none);
		lua_call(L, 2, 0);
	}
	f->l->depth--;
}

static void
cached(const struct reckon_frame *f, struct template_file *t, struct reckon_value it)
{
	struct recipe_expr key = { .op = RECIPE_FIELD, .text = STR("key") };
	struct reckon_value about = reckon_field(f, it, &key);
	struct emit_from from;
	struct str kept;

	if (about.kind != RECKON_TEXT || about.as.text.n == 0)
		reckon_give_up(f);
	kept = emit_key(f->l, t->name, about.as.text);
	if (emit_kept(f->l, kept))
		return;
	kept = arena_str(&f->l->scratch, kept);
	from = emit_keep_begin(f->l);
	call(f, t, it, ROOM_PARTIAL);
	emit_keep_end(f->l, kept, from);
}

static struct template_file *
included(const struct reckon_frame *f, struct recipe_step *s)
{
	if (!s->template)
		s->template = lookup_template(f->l, s->text);
	return s->template;
}

/* -- statements -- */

static void steps(const struct reckon_frame *f, struct recipe_step *s);

/* The block of a template: what the last of those that extend it gives for it, or its own. */
static void
block(const struct reckon_frame *f, struct recipe_step *s)
{
	struct recipe_step *found = s;
	const struct reckon_frame *in = f;

	for (const struct reckon_frame *h = f->heir; h; h = h->heir)
		for (struct recipe_step *g = h->file->recipe->steps; g; g = g->next)
			if (g->what == RECIPE_GIVEN && str_eq(g->text, s->text)) {
				found = g;
				in = h;
			}
	steps(in, found->body);
}

enum { TURNS = 1000000 }; /* of loops in a page: Lua is watched, and knows when a page takes too long */

static void
loop(const struct reckon_frame *f, struct recipe_step *s)
{
	struct reckon_value list = reckon_expr(f, s->expr);
	size_t n = reckon_count(f, list);

	f->l->turns += n;
	if (f->l->turns > TURNS)
		reckon_give_up(f);
	for (size_t i = 1; i <= n; i++) {
		if (s->index > 0)
			f->slots[s->index - 1] = reckon_number((int64_t)i);
		f->slots[s->slot - 1] = reckon_item(f, list, i);
		steps(f, s->body);
		limit_output(f->l->L);
	}
}

static void
steps(const struct reckon_frame *f, struct recipe_step *s)
{
	for (; s; s = s->next) {
		switch (s->what) {
		case RECIPE_WRITE: buf_str(f->l->out, s->text); break;
		case RECIPE_PRINT: print(f, (enum emit_how)s->how, reckon_expr(f, s->expr)); break;
		case RECIPE_IF: steps(f, reckon_truth(reckon_expr(f, s->expr)) ? s->body : s->other); break;
		case RECIPE_FOR: loop(f, s); break;
		case RECIPE_SET: f->slots[s->slot - 1] = reckon_expr(f, s->expr); break;
		case RECIPE_INCLUDE: call(f, included(f, s), reckon_expr(f, s->expr), f->room); break;
		case RECIPE_CACHED: cached(f, included(f, s), reckon_expr(f, s->expr)); break;
		case RECIPE_BLOCK: block(f, s); break;
		default: break; /* RECIPE_EXTENDS, RECIPE_GIVEN: run() and block() */
		}
	}
}

static void
run(struct reckon_frame *f, const struct recipe *r)
{
	f->slots = ARENA_ARRAY(&f->l->scratch, struct reckon_value, r->nslots);
	steps(f, r->steps);
	if (r->extends) {
		struct template_file *t = lookup_template(f->l, r->extends->text);
		struct reckon_frame in = { .l = f->l, .file = t, .room = f->room, .it = f->it, .heir = f };

		enter(f);
		facts_note(f->l->call->facts, FACT_TEMPLATE, t->name);
		if (!recipe_of(f->l, t))
			reckon_give_up(f);
		run(&in, t->recipe);
		f->l->depth--;
	}
	limit_output(f->l->L);
}

bool
follow_template(struct lua *l, struct str name)
{
	struct template_file *t = lookup_template(l, name);
	struct reckon_frame f = { .l = l, .file = t, .room = ROOM_PAGE };
	const struct recipe *r = recipe_of(l, t);

	if (!r)
		return false;
	facts_note(l->call->facts, FACT_TEMPLATE, t->name);
	l->turns = 0;
	run(&f, r);
	return true;
}
