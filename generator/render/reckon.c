/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/reckon.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "localise/bidi.h"
#include "localise/ui.h"
#include "render/helper.h"
#include "render/view.h"

void
reckon_give_up(const struct reckon_frame *f)
{
	f->file->recipe = NULL;
	luaL_error(f->l->L, "a recipe was given up");
	abort();
}

/* -- values -- */

static struct reckon_value
nil(void)
{
	return (struct reckon_value){ .kind = RECKON_NIL };
}

static struct reckon_value
flag(bool yes)
{
	return (struct reckon_value){ .kind = yes ? RECKON_TRUE : RECKON_FALSE };
}

struct reckon_value
reckon_number(int64_t n)
{
	return (struct reckon_value){ RECKON_NUMBER, .as.number = n };
}

static struct reckon_value
text(struct str s)
{
	return (struct reckon_value){ RECKON_TEXT, .as.text = s.n > 0 ? s : STR_EMPTY };
}

static struct reckon_value
view(const void *object, const struct fields *of)
{
	return (struct reckon_value){ object ? RECKON_VIEW : RECKON_NIL, .as.view = { object, of, NULL } };
}

bool
reckon_truth(struct reckon_value v)
{
	return v.kind != RECKON_NIL && v.kind != RECKON_FALSE;
}

static const void *
at(struct reckon_value v)
{
	return (const char *)v.as.view.object + v.as.view.field->offset;
}

bool
reckon_html(struct reckon_value v, struct str *html)
{
	if (v.kind != RECKON_MEMBER || v.as.view.field->kind != FIELD_HTML)
		return false;
	*html = *(const struct str *)at(v);
	return true;
}

struct str
reckon_text(const struct reckon_frame *f, struct reckon_value v)
{
	if (v.kind == RECKON_NUMBER)
		return arena_fmt(&f->l->scratch, "%" PRId64, v.as.number);
	if (v.kind != RECKON_TEXT)
		reckon_give_up(f);
	return v.as.text;
}

/* -- fields, items, names -- */

/* The member ${field} of the view ${v}: what view_read() would push. */
static struct reckon_value
member(struct reckon_value v, const struct field *field)
{
	const void *p;

	v.kind = RECKON_MEMBER;
	v.as.view.field = field;
	p = at(v);
	switch (field->kind) {
	case FIELD_TEXT: return text(*(const struct str *)p);
	case FIELD_HTML: return ((const struct str *)p)->n > 0 ? v : text(STR_EMPTY);
	case FIELD_FLAG: return flag(*(const bool *)p);
	case FIELD_INT: return reckon_number(*(const int *)p);
	case FIELD_OBJECT: return view(*(void *const *)p, field->of);
	case FIELD_LIST:
	case FIELD_TEXTS: return v;
	default: return nil();
	}
}

static struct reckon_value
entry(struct reckon_value table, struct str name)
{
	for (size_t i = table.as.table.n; i > 0; i--)
		if (str_eq(table.as.table.v[i - 1].name, name))
			return table.as.table.v[i - 1].value;
	return nil();
}

struct reckon_value
reckon_field(const struct reckon_frame *f, struct reckon_value v, struct recipe_expr *e)
{
	if (v.kind == RECKON_TABLE)
		return entry(v, e->text);
	if (v.kind != RECKON_VIEW)
		reckon_give_up(f);
	if (e->of != v.as.view.of) {
		e->field = fields_find(v.as.view.of, e->text);
		if (!e->field || !view_shown(e->field))
			reckon_give_up(f);
		e->of = v.as.view.of;
	}
	return member(v, e->field);
}

size_t
reckon_count(const struct reckon_frame *f, struct reckon_value list)
{
	if (list.kind != RECKON_MEMBER || list.as.view.field->kind == FIELD_HTML)
		reckon_give_up(f);
	return list.as.view.field->kind == FIELD_LIST ? ((const struct view_list *)at(list))->n
						      : ((const struct text_list *)at(list))->n;
}

struct reckon_value
reckon_item(const struct reckon_frame *f, struct reckon_value list, size_t k)
{
	if (k < 1 || k > reckon_count(f, list))
		return nil();
	return list.as.view.field->kind == FIELD_LIST
	    ? view(((const struct view_list *)at(list))->v[k - 1], list.as.view.field->of)
	    : text(((const struct text_list *)at(list))->v[k - 1]);
}

/* `page`: a name of the run, which cached partials do not see. */
static struct reckon_value
global(const struct reckon_frame *f, struct str name)
{
	const struct lua_global *g = f->l->call->globals;

	while (g && g->name && !str_is(name, g->name))
		g++;
	if (!g || !g->name || f->room != ROOM_PAGE)
		reckon_give_up(f);
	return view(g->object, g->of);
}

/* -- operators -- */

static bool
equal(const struct reckon_frame *f, struct reckon_value a, struct reckon_value b)
{
	if (a.kind != b.kind)
		return false;
	switch (a.kind) {
	case RECKON_NUMBER: return a.as.number == b.as.number;
	case RECKON_TEXT: return str_eq(a.as.text, b.as.text);
	case RECKON_VIEW: return a.as.view.object == b.as.view.object && a.as.view.of == b.as.view.of;
	case RECKON_MEMBER:
	case RECKON_TABLE: reckon_give_up(f);
	default: return true;
	}
}

static struct reckon_value
compare(const struct reckon_frame *f, const struct recipe_expr *e)
{
	struct reckon_value a = reckon_expr(f, e->a), b = reckon_expr(f, e->b);

	if (e->op == RECIPE_EQUAL)
		return flag(equal(f, a, b));
	if (a.kind != RECKON_NUMBER || b.kind != RECKON_NUMBER)
		reckon_give_up(f);
	return flag(a.as.number < b.as.number);
}

/* `and`, `or`: the second is only asked for where the first does not decide. */
static struct reckon_value
decide(const struct reckon_frame *f, const struct recipe_expr *e)
{
	struct reckon_value a = reckon_expr(f, e->a);

	return reckon_truth(a) == (e->op == RECIPE_AND) ? reckon_expr(f, e->b) : a;
}

static struct reckon_value
length(const struct reckon_frame *f, struct reckon_value v)
{
	struct str html;

	if (v.kind == RECKON_TEXT)
		return reckon_number((int64_t)v.as.text.n);
	return reckon_number((int64_t)(reckon_html(v, &html) ? html.n : reckon_count(f, v)));
}

/* -- functions -- */

static struct str
only_text(const struct reckon_frame *f, struct recipe_expr *e)
{
	struct reckon_value v = reckon_expr(f, e);

	if (v.kind != RECKON_TEXT)
		reckon_give_up(f);
	return v.as.text;
}

static struct reckon_value
find(struct str where, struct str what)
{
	const char *p = what.n > 0 ? memmem(where.p, where.n, what.p, what.n) : where.p;

	return p ? reckon_number(p - where.p + 1) : nil();
}

/* t() with arguments. Not a part of reckon_expr(), which is called for the smallest things: its array would be on the stack each time. */
static __attribute__((noinline)) struct reckon_value
words_with(const struct reckon_frame *f, const struct recipe_expr *e, const struct message *m, struct str key)
{
	struct ui_arg v[HELPER_ARGS];
	const int64_t *number = NULL;
	struct reckon_value value;
	int64_t n;

	if (e->n > HELPER_ARGS)
		reckon_give_up(f);
	for (size_t i = 0; i < e->n; i++) {
		value = reckon_expr(f, e->v[i].value);
		v[i] = (struct ui_arg){ e->v[i].name.p, reckon_text(f, value) };
		if (value.kind == RECKON_NUMBER && str_is(e->v[i].name, "count")) {
			n = value.as.number;
			number = &n;
		}
	}
	return text(helper_words(f->l->L, m, key.p, v, e->n, number));
}

static struct reckon_value
words(const struct reckon_frame *f, const struct recipe_expr *e)
{
	struct str key = only_text(f, e->a);
	const struct message *m = ui_find(f->l->call->lang, key);
	struct reckon_value number;

	if (!m)
		reckon_give_up(f);
	if (e->n == 0 && helper_plain(m))
		return text(m->forms[PLURAL_OTHER]);
	key = arena_str(&f->l->scratch, key); /* ends in NUL */
	if (e->n != 1 || !str_is(e->v[0].name, "count"))
		return words_with(f, e, m, key);
	number = reckon_expr(f, e->v[0].value);
	if (number.kind != RECKON_NUMBER || number.as.number < 0 || number.as.number >= LANGUAGE_COUNTED)
		return words_with(f, e, m, key);
	return text(helper_counted(f->l->L, m, key.p, number.as.number));
}

static struct reckon_value
table(const struct reckon_frame *f, const struct recipe_expr *e)
{
	struct reckon_entry *v = ARENA_ARRAY(&f->l->scratch, struct reckon_entry, e->n);

	for (size_t i = 0; i < e->n; i++)
		v[i] = (struct reckon_entry){ e->v[i].name, reckon_expr(f, e->v[i].value) };
	return (struct reckon_value){ RECKON_TABLE, .as.table = { v, e->n } };
}

struct reckon_value
reckon_expr(const struct reckon_frame *f, struct recipe_expr *e)
{
	switch (e->op) {
	case RECIPE_NIL: break;
	case RECIPE_TRUE: return flag(true);
	case RECIPE_FALSE: return flag(false);
	case RECIPE_NUMBER: return reckon_number((int64_t)e->number);
	case RECIPE_TEXT: return text(e->text);
	case RECIPE_IT: return f->it;
	case RECIPE_LOCAL: return f->slots[e->number - 1];
	case RECIPE_GLOBAL: return global(f, e->text);
	case RECIPE_FIELD: return reckon_field(f, reckon_expr(f, e->a), e);
	case RECIPE_ITEM: return reckon_item(f, reckon_expr(f, e->a), e->number);
	case RECIPE_LENGTH: return length(f, reckon_expr(f, e->a));
	case RECIPE_NOT: return flag(!reckon_truth(reckon_expr(f, e->a)));
	case RECIPE_AND:
	case RECIPE_OR: return decide(f, e);
	case RECIPE_EQUAL:
	case RECIPE_LESS: return compare(f, e);
	case RECIPE_FIND: return find(only_text(f, e->a), only_text(f, e->b));
	case RECIPE_WORDS: return words(f, e);
	case RECIPE_ASSET: return text(helper_address(f->l->L, only_text(f, e->a)));
	case RECIPE_ISOLATE: return text(bidi_text(&f->l->scratch, f->l->call->lang, only_text(f, e->a)));
	case RECIPE_TABLE: return table(f, e);
	}
	return nil();
}
