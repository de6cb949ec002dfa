/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/follow.h"

#include <inttypes.h>
#include <string.h>

#include "base/unicode.h"
#include "localise/bidi.h"
#include "localise/ui.h"
#include "render/compiler.h"
#include "render/emit.h"
#include "render/helper.h"
#include "render/limit.h"
#include "render/lookup.h"
#include "render/recipe.h"
#include "render/templates.h"
#include "render/view.h"

enum kind {
	NIL,
	FALSE,
	TRUE,
	NUMBER,
	TEXT,
	VIEW,   /* a struct of the model */
	MEMBER, /* HTML or a list in one */
	TABLE,
};

struct val {
	enum kind kind;
	union {
		int64_t number;
		struct str text;
		struct {
			const void *object;
			const struct fields *of;
			const struct field *field; /* MEMBER */
		} view;
		const struct table *table;
	} as;
};

struct entry {
	struct str name;
	struct val value;
};

struct table {
	struct entry *v;
	size_t n;
};

/* A template being followed. */
struct frame {
	struct lua *l;
	struct template_file *file;
	enum room room;
	struct val it, *slots;
	const struct frame *heir; /* that of the template that extends it; NULL: none */
};

/* Lua does this page, and this template from now on. */
static void
give_up(const struct frame *f)
{
	f->file->recipe = NULL;
	luaL_error(f->l->L, "a recipe was given up");
}

/* -- reading -- */

static const void *
at(const struct val *v)
{
	return (const char *)v->as.view.object + v->as.view.field->offset;
}

static struct str
html_of(const struct val *v)
{
	return *(const struct str *)at(v);
}

static struct val
text_val(struct str s)
{
	return (struct val){ TEXT, .as.text = s.n > 0 ? s : STR_EMPTY };
}

static struct val
flag_val(bool yes)
{
	return (struct val){ yes ? TRUE : FALSE, .as.number = 0 };
}

static struct val
number_val(int64_t n)
{
	return (struct val){ NUMBER, .as.number = n };
}

static struct val
view_val(const void *object, const struct fields *of)
{
	return (struct val){ object ? VIEW : NIL, .as.view = { object, of, NULL } };
}

/* The member ${field} of the view ${v}: what view_read() would push. */
static struct val
member(struct val v, const struct field *field)
{
	const void *p;

	v.kind = MEMBER;
	v.as.view.field = field;
	p = at(&v);
	switch (field->kind) {
	case FIELD_TEXT: return text_val(*(const struct str *)p);
	case FIELD_HTML: return html_of(&v).n > 0 ? v : text_val(STR_EMPTY);
	case FIELD_FLAG: return flag_val(*(const bool *)p);
	case FIELD_INT: return number_val(*(const int *)p);
	case FIELD_OBJECT: return view_val(*(void *const *)p, field->of);
	case FIELD_LIST:
	case FIELD_TEXTS: return v;
	default: return (struct val){ .kind = NIL };
	}
}

static const struct field *
row(const struct frame *f, const struct fields *of, struct str name)
{
	const struct field *field = fields_find(of, name);

	if (!field || !view_shown(field))
		give_up(f);
	return field;
}

static struct val
in_table(const struct table *t, struct str name)
{
	for (size_t i = t->n; i > 0; i--)
		if (str_eq(t->v[i - 1].name, name))
			return t->v[i - 1].value;
	return (struct val){ .kind = NIL };
}

static struct val
field(const struct frame *f, const struct val *v, struct recipe_expr *e)
{
	if (v->kind == TABLE)
		return in_table(v->as.table, e->text);
	if (v->kind != VIEW)
		give_up(f);
	if (e->of != v->as.view.of) {
		e->field = row(f, v->as.view.of, e->text);
		e->of = v->as.view.of;
	}
	return member(*v, e->field);
}

/* How many items a list has. */
static size_t
count(const struct frame *f, const struct val *v)
{
	if (v->kind != MEMBER || v->as.view.field->kind == FIELD_HTML)
		give_up(f);
	return v->as.view.field->kind == FIELD_LIST ? ((const struct view_list *)at(v))->n
						    : ((const struct text_list *)at(v))->n;
}

/* Item ${k}, from 0, of a list that has it. */
static struct val
item(const struct val *v, size_t k)
{
	return v->as.view.field->kind == FIELD_LIST
	    ? view_val(((const struct view_list *)at(v))->v[k], v->as.view.field->of)
	    : text_val(((const struct text_list *)at(v))->v[k]);
}

/* `page`: a name of the run, which cached partials do not see. */
static struct val
global(const struct frame *f, struct str name)
{
	const struct lua_global *g = f->l->call->globals;

	while (g && g->name && !str_is(name, g->name))
		g++;
	if (!g || !g->name || f->room != ROOM_PAGE)
		give_up(f);
	return view_val(g->object, g->of);
}

/* -- expressions -- */

static struct val eval(const struct frame *f, struct recipe_expr *e);

static bool
truth(const struct val *v)
{
	return v->kind != NIL && v->kind != FALSE;
}

static bool
equal(const struct frame *f, const struct val *a, const struct val *b)
{
	if (a->kind != b->kind)
		return false;
	switch (a->kind) {
	case NUMBER: return a->as.number == b->as.number;
	case TEXT: return str_eq(a->as.text, b->as.text);
	case VIEW: return a->as.view.object == b->as.view.object && a->as.view.of == b->as.view.of;
	case MEMBER:
	case TABLE: give_up(f); break;
	default: break;
	}
	return true;
}

static struct str
as_text(const struct frame *f, const struct val *v)
{
	if (v->kind == NUMBER)
		return arena_fmt(&f->l->scratch, "%" PRId64, v->as.number);
	if (v->kind != TEXT)
		give_up(f);
	return v->as.text;
}

static struct str
only_text(const struct frame *f, struct recipe_expr *e)
{
	struct val v = eval(f, e);

	if (v.kind != TEXT)
		give_up(f);
	return v.as.text;
}

static struct val
length(const struct frame *f, const struct val *v)
{
	if (v->kind == TEXT)
		return number_val((int64_t)v->as.text.n);
	if (v->kind == MEMBER && v->as.view.field->kind == FIELD_HTML)
		return number_val((int64_t)html_of(v).n);
	return number_val((int64_t)count(f, v));
}

static struct val
less(const struct frame *f, const struct val *a, const struct val *b)
{
	if (a->kind != NUMBER || b->kind != NUMBER)
		give_up(f);
	return flag_val(a->as.number < b->as.number);
}

static struct val
find(struct str where, struct str what)
{
	const char *p = what.n > 0 ? memmem(where.p, where.n, what.p, what.n) : where.p;

	return p ? number_val(p - where.p + 1) : (struct val){ .kind = NIL };
}

/* t() with arguments. Not a part of eval(), which is called for the smallest things: its array would be on the stack each time. */
static __attribute__((noinline)) struct val
words_with(const struct frame *f, const struct recipe_expr *e, const struct message *m, struct str key)
{
	struct ui_arg v[HELPER_ARGS];
	const int64_t *number = NULL;
	struct val value;
	int64_t n;

	if (e->n > HELPER_ARGS)
		give_up(f);
	for (size_t i = 0; i < e->n; i++) {
		value = eval(f, e->v[i].value);
		v[i] = (struct ui_arg){ e->v[i].name.p, as_text(f, &value) };
		if (value.kind == NUMBER && str_is(e->v[i].name, "count")) {
			n = value.as.number;
			number = &n;
		}
	}
	return text_val(helper_words(f->l->L, m, key.p, v, e->n, number));
}

static struct val
words(const struct frame *f, const struct recipe_expr *e)
{
	struct str key = only_text(f, e->a);
	const struct message *m = ui_find(f->l->call->lang, key);
	struct val number;

	if (!m)
		give_up(f);
	if (e->n == 0 && helper_plain(m))
		return text_val(m->forms[PLURAL_OTHER]);
	key = arena_str(&f->l->scratch, key); /* ends in NUL */
	if (e->n != 1 || !str_is(e->v[0].name, "count"))
		return words_with(f, e, m, key);
	number = eval(f, e->v[0].value);
	if (number.kind != NUMBER || number.as.number < 0 || number.as.number >= LANGUAGE_COUNTED)
		return words_with(f, e, m, key);
	return text_val(helper_counted(f->l->L, m, key.p, number.as.number));
}

static struct val
table(const struct frame *f, const struct recipe_expr *e)
{
	struct table *t = ARENA_NEW(&f->l->scratch, struct table);

	t->v = ARENA_ARRAY(&f->l->scratch, struct entry, e->n);
	for (size_t i = 0; i < e->n; i++)
		t->v[t->n++] = (struct entry){ e->v[i].name, eval(f, e->v[i].value) };
	return (struct val){ TABLE, .as.table = t };
}

static struct val
eval(const struct frame *f, struct recipe_expr *e)
{
	struct val a, b;

	switch (e->op) {
	case RECIPE_NIL: return (struct val){ .kind = NIL };
	case RECIPE_TRUE: return flag_val(true);
	case RECIPE_FALSE: return flag_val(false);
	case RECIPE_NUMBER: return number_val((int64_t)e->number);
	case RECIPE_TEXT: return text_val(e->text);
	case RECIPE_IT: return f->it;
	case RECIPE_LOCAL: return f->slots[e->number - 1];
	case RECIPE_GLOBAL: return global(f, e->text);
	case RECIPE_WORDS: return words(f, e);
	case RECIPE_ASSET: return text_val(helper_address(f->l->L, only_text(f, e->a)));
	case RECIPE_ISOLATE: return text_val(bidi_text(&f->l->scratch, f->l->call->lang, only_text(f, e->a)));
	case RECIPE_FIND: return find(only_text(f, e->a), only_text(f, e->b));
	case RECIPE_TABLE: return table(f, e);
	default: a = eval(f, e->a);
	}
	switch (e->op) {
	case RECIPE_FIELD: return field(f, &a, e);
	case RECIPE_ITEM:
		if (count(f, &a) < e->number || e->number == 0)
			return (struct val){ .kind = NIL };
		return item(&a, e->number - 1);
	case RECIPE_LENGTH: return length(f, &a);
	case RECIPE_NOT: return flag_val(!truth(&a));
	case RECIPE_AND: return truth(&a) ? eval(f, e->b) : a;
	case RECIPE_OR: return truth(&a) ? a : eval(f, e->b);
	default: b = eval(f, e->b);
	}
	return e->op == RECIPE_EQUAL ? flag_val(equal(f, &a, &b)) : less(f, &a, &b);
}

/* -- statements -- */

static void
print(const struct frame *f, char how, const struct val *v)
{
	struct str s;
	size_t bad;

	if (v->kind == MEMBER && v->as.view.field->kind == FIELD_HTML && how == EMIT_TEXT) {
		buf_str(f->l->out, html_of(v));
		return;
	}
	s = v->kind == TRUE ? STR("true") : v->kind == FALSE ? STR("false") : as_text(f, v);
	if (!unicode_valid(s, &bad))
		give_up(f);
	emit_value(f->l, (enum emit_how)how, s);
}

static void
push(lua_State *L, const struct val *v)
{
	luaL_checkstack(L, 4, "too many templates in templates");
	switch (v->kind) {
	case NIL: lua_pushnil(L); return;
	case FALSE:
	case TRUE: lua_pushboolean(L, v->kind == TRUE); return;
	case NUMBER: lua_pushinteger(L, v->as.number); return;
	case TEXT: lua_pushlstring(L, v->as.text.p, v->as.text.n); return;
	case VIEW: view_push(L, v->as.view.object, v->as.view.of); return;
	case MEMBER: view_read(L, v->as.view.object, v->as.view.of, v->as.view.field); return;
	case TABLE: break;
	}
	lua_createtable(L, 0, (int)v->as.table->n);
	for (size_t i = 0; i < v->as.table->n; i++) {
		push(L, &v->as.table->v[i].value);
		lua_setfield(L, -2, v->as.table->v[i].name.p);
	}
}

static void run(struct frame *f, const struct recipe *r);

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
enter(const struct frame *f)
{
	if (++f->l->depth > LIMIT_DEPTH)
		give_up(f);
}

/* A template in another: by its recipe, or by Lua. */
static void
call(const struct frame *f, struct template_file *t, const struct val *it, enum room room)
{
	struct frame in = { .l = f->l, .file = t, .room = room, .it = *it };
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
cached(const struct frame *f, struct template_file *t, const struct val *it)
{
	struct recipe_expr key = { .op = RECIPE_FIELD, .text = STR("key") };
	struct val about = field(f, it, &key);
	struct emit_from from;
	struct str kept;

	if (about.kind != TEXT || about.as.text.n == 0)
		give_up(f);
	kept = emit_key(f->l, t->name, about.as.text);
	if (emit_kept(f->l, kept))
		return;
	kept = arena_str(&f->l->scratch, kept);
	from = emit_keep_begin(f->l);
	call(f, t, it, ROOM_PARTIAL);
	emit_keep_end(f->l, kept, from);
}

static struct template_file *
included(const struct frame *f, struct recipe_step *s)
{
	if (!s->template)
		s->template = lookup_template(f->l, s->text);
	return s->template;
}

static void steps(const struct frame *f, struct recipe_step *s);

/* The block of a template: what the last of those that extend it gives for it, or its own. */
static void
block(const struct frame *f, struct recipe_step *s)
{
	struct recipe_step *found = s;
	const struct frame *in = f;

	for (const struct frame *h = f->heir; h; h = h->heir)
		for (struct recipe_step *g = h->file->recipe->steps; g; g = g->next)
			if (g->what == RECIPE_GIVEN && str_eq(g->text, s->text)) {
				found = g;
				in = h;
			}
	steps(in, found->body);
}

enum { TURNS = 1000000 }; /* of loops in a page: Lua is watched, and knows when a page takes too long */

static void
loop(const struct frame *f, struct recipe_step *s)
{
	struct val list = eval(f, s->expr);
	size_t n = count(f, &list);

	f->l->turns += n;
	if (f->l->turns > TURNS)
		give_up(f);
	for (size_t i = 0; i < n; i++) {
		if (s->index > 0)
			f->slots[s->index - 1] = number_val((int64_t)i + 1);
		f->slots[s->slot - 1] = item(&list, i);
		steps(f, s->body);
		limit_output(f->l->L);
	}
}

static void
steps(const struct frame *f, struct recipe_step *s)
{
	struct val v = { .kind = NIL };

	for (; s; s = s->next) {
		if (s->expr && s->what != RECIPE_FOR)
			v = eval(f, s->expr);
		switch (s->what) {
		case RECIPE_WRITE: buf_str(f->l->out, s->text); break;
		case RECIPE_PRINT: print(f, s->how, &v); break;
		case RECIPE_IF: steps(f, truth(&v) ? s->body : s->other); break;
		case RECIPE_FOR: loop(f, s); break;
		case RECIPE_SET: f->slots[s->slot - 1] = v; break;
		case RECIPE_INCLUDE: call(f, included(f, s), &v, f->room); break;
		case RECIPE_CACHED: cached(f, included(f, s), &v); break;
		case RECIPE_BLOCK: block(f, s); break;
		default: break; /* RECIPE_EXTENDS, RECIPE_GIVEN: run() and block() */
		}
	}
}

static void
run(struct frame *f, const struct recipe *r)
{
	f->slots = ARENA_ARRAY(&f->l->scratch, struct val, r->nslots);
	steps(f, r->steps);
	if (r->extends) {
		struct template_file *t = lookup_template(f->l, r->extends->text);
		struct frame in = { .l = f->l, .file = t, .room = f->room, .it = f->it, .heir = f };

		enter(f);
		facts_note(f->l->call->facts, FACT_TEMPLATE, t->name);
		if (!recipe_of(f->l, t))
			give_up(f);
		run(&in, t->recipe);
		f->l->depth--;
	}
	limit_output(f->l->L);
}

bool
follow_template(struct lua *l, struct str name)
{
	struct template_file *t = lookup_template(l, name);
	struct frame f = { .l = l, .file = t, .room = ROOM_PAGE };
	const struct recipe *r = recipe_of(l, t);

	if (!r)
		return false;
	facts_note(l->call->facts, FACT_TEMPLATE, t->name);
	l->turns = 0;
	run(&f, r);
	return true;
}
