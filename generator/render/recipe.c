/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/recipe.h"

#include "base/pack.h"

struct reader {
	struct arena *a;
	struct pack_reader from;
	size_t nslots;
	struct recipe_step *extends;
};

static struct str
text(struct reader *r)
{
	return arena_str(r->a, pack_take_text(&r->from));
}

/* The number of a local name: from 1. */
static size_t
slot(struct reader *r)
{
	size_t n = (size_t)pack_take_number(&r->from);

	r->from.wrong |= n == 0 || n > r->nslots;
	return n;
}

static struct recipe_expr *expression(struct reader *r);

static void
pairs(struct reader *r, struct recipe_expr *e)
{
	e->n = pack_take_count(&r->from);
	e->v = ARENA_ARRAY(r->a, struct recipe_pair, e->n);
	for (size_t i = 0; i < e->n && !r->from.wrong; i++) {
		e->v[i].name = text(r);
		e->v[i].value = expression(r);
	}
}

static struct recipe_expr *
expression(struct reader *r)
{
	struct recipe_expr *e = ARENA_NEW(r->a, struct recipe_expr);

	e->op = (enum recipe_op)pack_take_number(&r->from);
	switch (e->op) {
	case RECIPE_NIL:
	case RECIPE_TRUE:
	case RECIPE_FALSE:
	case RECIPE_IT: break;
	case RECIPE_NUMBER: e->number = (size_t)pack_take_number(&r->from); break;
	case RECIPE_LOCAL: e->number = slot(r); break;
	case RECIPE_TEXT:
	case RECIPE_GLOBAL: e->text = text(r); break;
	case RECIPE_FIELD:
		e->a = expression(r);
		e->text = text(r);
		break;
	case RECIPE_ITEM:
		e->a = expression(r);
		e->number = (size_t)pack_take_number(&r->from);
		break;
	case RECIPE_LENGTH:
	case RECIPE_NOT:
	case RECIPE_ASSET:
	case RECIPE_ISOLATE: e->a = expression(r); break;
	case RECIPE_AND:
	case RECIPE_OR:
	case RECIPE_EQUAL:
	case RECIPE_LESS:
	case RECIPE_FIND:
		e->a = expression(r);
		e->b = expression(r);
		break;
	case RECIPE_WORDS:
		e->a = expression(r);
		pairs(r, e);
		break;
	case RECIPE_TABLE: pairs(r, e); break;
	default: r->from.wrong = true; break;
	}
	return e;
}

static struct recipe_step *steps(struct reader *r);

static void
step(struct reader *r, struct recipe_step *s)
{
	switch (s->what) {
	case RECIPE_WRITE:
	case RECIPE_EXTENDS: s->text = text(r); break;
	case RECIPE_PRINT:
		s->how = (char)pack_take_number(&r->from);
		s->expr = expression(r);
		break;
	case RECIPE_IF:
		s->expr = expression(r);
		s->body = steps(r);
		s->other = steps(r);
		break;
	case RECIPE_FOR:
		s->index = (size_t)pack_take_number(&r->from);
		r->from.wrong |= s->index > r->nslots;
		s->slot = slot(r);
		s->expr = expression(r);
		s->body = steps(r);
		break;
	case RECIPE_SET:
		s->slot = slot(r);
		s->expr = expression(r);
		break;
	case RECIPE_INCLUDE:
	case RECIPE_CACHED:
		s->text = text(r);
		s->expr = expression(r);
		break;
	case RECIPE_GIVEN:
	case RECIPE_BLOCK:
		s->text = text(r);
		s->body = steps(r);
		break;
	default: r->from.wrong = true; break;
	}
	if (s->what == RECIPE_EXTENDS)
		r->extends = s;
}

static struct recipe_step *
steps(struct reader *r)
{
	struct recipe_step *first = NULL, **end = &first;

	while (!r->from.wrong) {
		enum recipe_do what = (enum recipe_do)pack_take_number(&r->from);

		if (what == RECIPE_END)
			break;
		*end = ARENA_NEW(r->a, struct recipe_step);
		(*end)->what = what;
		step(r, *end);
		end = &(*end)->next;
	}
	return first;
}

struct recipe *
recipe_read(struct arena *a, struct str bytes)
{
	struct reader r = { .a = a, .from = pack_reader(bytes) };
	struct recipe *made = ARENA_NEW(a, struct recipe);

	r.nslots = made->nslots = pack_take_count(&r.from);
	made->steps = steps(&r);
	made->extends = r.extends;
	return r.from.wrong || r.from.p != r.from.end ? NULL : made;
}
