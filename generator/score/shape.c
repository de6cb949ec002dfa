/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/shape.h"

#include <string.h>

/* -- saying what is wrong -- */

static void
write_place(struct buf *b, const struct shape_place *at)
{
	if (at == NULL)
		return;
	write_place(b, at->in);
	if (at->name.n == 0)
		buf_fmt(b, "[%zu]", at->index);
	else
		buf_fmt(b, "%s%.*s", b->n > 0 ? "." : "", STR_ARG(at->name));
}

static struct str
place_text(struct shape_run *run, const struct shape_place *at)
{
	struct buf b = BUF_INIT;
	struct str s;

	write_place(&b, at);
	if (b.n == 0)
		buf_cstr(&b, "the vector");
	s = arena_str(run->arena, buf_view(&b));
	buf_free(&b);
	return s;
}

bool
shape_fail(struct shape_run *run, const struct shape_place *at, const char *fmt, ...)
{
	struct str place, what;
	va_list ap;

	if (run->error.n > 0)
		return false;
	place = place_text(run, at);
	va_start(ap, fmt);
	what = arena_vfmt(run->arena, fmt, ap);
	va_end(ap);
	run->error = arena_fmt(run->arena, "%.*s %.*s", STR_ARG(place), STR_ARG(what));
	return false;
}

static bool
fail_kind(struct shape_run *run, const struct shape_place *at, const struct shape *shape, const struct jvalue *v)
{
	static const char *const wanted[] = {
		[SHAPE_ANY] = "",
		[SHAPE_NONE] = "null",
		[SHAPE_TEXT] = "a string",
		[SHAPE_WORD] = "a string",
		[SHAPE_FLAG] = "true or false",
		[SHAPE_COUNT] = "a whole number",
		[SHAPE_RATIO] = "a number or a string that holds one",
		[SHAPE_DECIMAL] = "a number",
		[SHAPE_LIST] = "a list",
		[SHAPE_NAMED] = "an object",
		[SHAPE_FIELDS] = "an object",
	};
	bool number = v->kind == JSON_NUMBER;

	return shape_fail(run, at, "is %s%.*s, but must be %s%s%s", number ? "the number " : jsonread_kind(v->kind),
	    number ? (int)v->text.n : 0, v->text.p, wanted[shape->kind], shape->or != NULL ? " or an object" : "",
	    shape->null ? " or null" : "");
}

/* -- single values -- */

bool
shape_word(const char *words, struct str s)
{
	struct str rest = str_of(words);

	while (rest.n > 0)
		if (str_eq(str_cut(&rest, ' '), s))
			return true;
	return false;
}

const struct exact *
shape_ratio(struct shape_run *run, const struct jvalue *v)
{
	return exact_parse(run->numbers, v->text);
}

void
shape_put(struct shape_run *run, struct jvalue *v, const struct exact *x)
{
	struct buf b = BUF_INIT;

	exact_write(&b, x);
	v->kind = JSON_STRING;
	v->text = arena_str(run->arena, buf_view(&b));
	buf_free(&b);
}

static bool
settle_ratio(struct shape_run *run, const struct shape_place *at, struct jvalue *v)
{
	const struct exact *x = shape_ratio(run, v);

	if (x == NULL)
		return shape_fail(run, at, "is \"%.*s\", which cannot be read as a number", STR_ARG(v->text));
	shape_put(run, v, x);
	return true;
}

static bool
settle_word(struct shape_run *run, const struct shape *shape, const struct shape_place *at, const struct jvalue *v)
{
	struct str place;

	if (shape_word(shape->words, v->text))
		return true;
	if (run->error.n > 0)
		return false;
	place = place_text(run, at);
	run->error = arena_fmt(run->arena, "unknown %.*s \"%.*s\" in %.*s, which takes one of: %s", STR_ARG(at->name),
	    STR_ARG(v->text), STR_ARG(place), shape->words);
	return false;
}

static bool
is_whole(const struct jvalue *v)
{
	return v->kind == JSON_NUMBER && strcspn(v->text.p, ".eE") >= v->text.n;
}

/* -- lists and objects -- */

static bool
settle_list(struct shape_run *run, const struct shape *shape, const struct shape_place *at, struct jvalue *v)
{
	struct shape_place member = { .in = at, .name = STR_EMPTY };

	if (shape->length > 0 && v->n != shape->length)
		return shape_fail(run, at, "has %zu members, but must have %zu", v->n, shape->length);
	for (struct jvalue *m = v->first; m != NULL; m = m->next, member.index++)
		if (!shape_settle(run, shape->of, &member, m))
			return false;
	return true;
}

static bool
settle_named(struct shape_run *run, const struct shape *shape, const struct shape_place *at, struct jvalue *v)
{
	for (struct jvalue *m = v->first; m != NULL; m = m->next) {
		struct shape_place member = { .in = at, .name = m->key };

		if (!shape_settle(run, shape->of, &member, m))
			return false;
	}
	return true;
}

static bool
is_read(const struct shape_run *run, const struct shape_field *f)
{
	return f->when == NULL || shape_word(f->when, run->choice);
}

/* A field may have several rows for several choices: the one that is read, else any. */
static const struct shape_field *
find_field(const struct shape_run *run, const struct shape_field *f, struct str name)
{
	const struct shape_field *found = NULL;

	for (; f->name != NULL; f++)
		if (str_is(name, f->name) && (found == NULL || is_read(run, f)))
			found = f;
	return found;
}

/* Takes out of an object what is not read, so that whatever it is nobody stumbles over it. */
static void
drop(struct jvalue *map, const struct shape_run *run, const struct shape *shape)
{
	struct jvalue *members = map->first;

	map->first = map->last = NULL;
	map->slots = NULL; /* few are left: they are found without */
	map->n = map->nslots = 0;
	for (struct jvalue *m = members, *next; m != NULL; m = next) {
		next = m->next;
		m->next = NULL;
		if (!is_read(run, find_field(run, shape->fields, m->key)))
			continue;
		if (map->last != NULL)
			map->last->next = m;
		else
			map->first = m;
		map->last = m;
		map->n++;
	}
}

static bool
settle_members(struct shape_run *run, const struct shape *shape, const struct shape_place *at, struct jvalue *v)
{
	size_t unread = 0;

	for (struct jvalue *m = v->first; m != NULL; m = m->next) {
		struct shape_place member = { .in = at, .name = m->key };
		const struct shape_field *f = find_field(run, shape->fields, m->key);

		if (f == NULL && run->error.n == 0) {
			struct str place = place_text(run, &member);

			run->error = arena_fmt(run->arena, "unknown field \"%.*s\"", STR_ARG(place));
		}
		if (f == NULL || (is_read(run, f) && !shape_settle(run, f->shape, &member, m)))
			return false;
		unread += !is_read(run, f);
	}
	for (const struct shape_field *f = shape->fields; f->name != NULL; f++)
		if (f->required && is_read(run, f) && jsonread_get(v, f->name) == NULL)
			return shape_fail(run, at, "has no field \"%s\", which it must have", f->name);
	if (unread > 0)
		drop(v, run, shape);
	return true;
}

/* The choice within an object: "kind=text number". A word that is none of them is told when that field is settled. */
static struct str
choice_of(const struct shape *shape, const struct jvalue *v)
{
	struct str words = str_of(shape->choice);
	struct str name = str_cut(&words, '=');
	const struct jvalue *said = jsonread_member(v, name);

	return said != NULL ? said->text : str_cut(&words, ' ');
}

static bool
settle_fields(struct shape_run *run, const struct shape *shape, const struct shape_place *at, struct jvalue *v)
{
	struct str outside = run->choice;
	bool fine;

	if (shape->choice != NULL)
		run->choice = choice_of(shape, v);
	fine = settle_members(run, shape, at, v) && (shape->settle == NULL || shape->settle(run, at, v));
	run->choice = outside;
	return fine;
}

/* -- a value -- */

static bool
has_kind(const struct shape *shape, const struct jvalue *v)
{
	switch (shape->kind) {
	case SHAPE_ANY: return true;
	case SHAPE_NONE: return v->kind == JSON_NULL;
	case SHAPE_TEXT:
	case SHAPE_WORD: return v->kind == JSON_STRING;
	case SHAPE_FLAG: return v->kind == JSON_BOOL;
	case SHAPE_COUNT: return is_whole(v);
	case SHAPE_RATIO: return v->kind == JSON_STRING || v->kind == JSON_NUMBER;
	case SHAPE_DECIMAL: return v->kind == JSON_NUMBER;
	case SHAPE_LIST: return v->kind == JSON_LIST;
	case SHAPE_NAMED:
	case SHAPE_FIELDS: return v->kind == JSON_MAP;
	}
	return false;
}

static bool
settle_kind(struct shape_run *run, const struct shape *shape, const struct shape_place *at, struct jvalue *v)
{
	switch (shape->kind) {
	case SHAPE_WORD: return settle_word(run, shape, at, v);
	case SHAPE_RATIO:
	case SHAPE_DECIMAL: return settle_ratio(run, at, v);
	case SHAPE_LIST: return settle_list(run, shape, at, v);
	case SHAPE_NAMED: return settle_named(run, shape, at, v);
	default: return true;
	}
}

bool
shape_settle(struct shape_run *run, const struct shape *shape, const struct shape_place *at, struct jvalue *v)
{
	if (shape->or != NULL && v->kind == JSON_MAP)
		shape = shape->or ;
	if (shape->null && v->kind == JSON_NULL)
		return true;
	if (!has_kind(shape, v))
		return fail_kind(run, at, shape, v);
	if (shape->kind == SHAPE_FIELDS)
		return settle_fields(run, shape, at, v);
	return settle_kind(run, shape, at, v) && (shape->settle == NULL || shape->settle(run, at, v));
}
