/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/settings.h"

#include <assert.h>

#include "base/buf.h"
#include "base/near.h"

#define INT_MOST 1000000

struct reading {
	struct arena *a;
	const struct fields *f;
	const struct source *src;
	struct diags *d;
	bool fine;
};

static struct diag *
refuse(struct reading *r, enum diag_code code, struct span at, const char *detail)
{
	r->fine = false;
	return diag_add(r->d, code, r->src, at, "%s", detail);
}

static bool
is_scalar(const struct value *v)
{
	return v->kind != VALUE_NULL && v->kind != VALUE_LIST && v->kind != VALUE_MAP;
}

/* -- unknown keys -- */

static const struct field *
find_setting(const struct fields *f, struct str key)
{
	const struct field *field = fields_find(f, key);

	return field && (field->flags & FIELD_SETTING) ? field : 0;
}

static struct str
nearest(const struct fields *f, struct str key)
{
	struct near near;

	near_begin(&near, key);
	for (size_t i = 0; i < f->n; i++)
		if (f->v[i].flags & FIELD_SETTING)
			near_try(&near, str_of(f->v[i].name));
	return near_best(&near);
}

static void
note_known(struct reading *r, struct diag *g)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < r->f->n; i++)
		if (r->f->v[i].flags & FIELD_SETTING)
			buf_fmt(&b, "%s%s", b.n ? ", " : "", r->f->v[i].name);
	diag_note(r->d, g, "known here: %.*s", STR_ARG(buf_view(&b)));
	buf_free(&b);
}

static void
refuse_unknown(struct reading *r, const struct value_entry *e)
{
	struct str best = nearest(r->f, e->key), shown = str_sub(e->key, 0, 60);
	struct diag *g = refuse(r, DIAG_SETTING_UNKNOWN, e->key_at, arena_fmt(r->a, "`%.*s`", STR_ARG(shown)).p);

	if (best.n)
		diag_note(r->d, g, "did you mean `%.*s`?", STR_ARG(best));
	else
		note_known(r, g);
}

/* -- values -- */

static bool
read_flag(const struct value *v, bool *out)
{
	if (v->kind == VALUE_BOOL)
		*out = v->as.flag;
	else if (v->kind == VALUE_TEXT && (str_is(v->text, "yes") || str_is(v->text, "Yes") || str_is(v->text, "YES")))
		*out = true;
	else if (v->kind == VALUE_TEXT && (str_is(v->text, "no") || str_is(v->text, "No") || str_is(v->text, "NO")))
		*out = false;
	else
		return false;
	return true;
}

static bool
read_int(const struct value *v, int *out)
{
	if (v->kind != VALUE_INT || v->as.integer < 0 || v->as.integer > INT_MOST)
		return false;
	*out = (int)v->as.integer;
	return true;
}

static bool
read_text(const struct value *v, struct str *out)
{
	if (!is_scalar(v))
		return false;
	*out = v->text;
	return true;
}

static bool
read_texts(struct reading *r, const struct value *v, struct text_list *out)
{
	struct str *texts;

	if (v->kind != VALUE_LIST)
		return false;
	texts = ARENA_ARRAY(r->a, struct str, v->n + 1);
	for (size_t i = 0; i < v->n; i++)
		if (!read_text(&v->as.items[i], &texts[i]))
			return false;
	*out = (struct text_list){ texts, v->n };
	return true;
}

static bool
is_local(const struct value *v)
{
	if (v->kind != VALUE_MAP)
		return is_scalar(v);
	for (size_t i = 0; i < v->n; i++)
		if (!is_scalar(&v->as.entries[i].value))
			return false;
	return v->n > 0;
}

static bool
read_value(struct reading *r, const struct field *f, void *at, const struct value *v)
{
	switch (f->kind) {
	case FIELD_TEXT: return read_text(v, at);
	case FIELD_FLAG: return read_flag(v, at);
	case FIELD_INT: return read_int(v, at);
	case FIELD_TEXTS: return read_texts(r, v, at);
	case FIELD_LOCAL:
		if (!is_local(v))
			return false;
		/* fall through */
	case FIELD_VALUE: *(const struct value **)at = v; return true;
	case FIELD_HTML:
	case FIELD_OBJECT:
	case FIELD_LIST: break;
	}
	assert(!"a kind that no setting has");
	return false;
}

/* What a value of that kind looks like. */
static const char *
wanted(enum field_kind kind)
{
	switch (kind) {
	case FIELD_FLAG: return "`yes` or `no`";
	case FIELD_INT: return "a whole number from 0 to 1000000";
	case FIELD_TEXTS: return "a list of texts, such as `[one, two]`";
	case FIELD_LOCAL: return "a text, or a map from language to text, such as `{nb: …, en: …}`";
	default: return "a text";
	}
}

static void
read_entry(struct reading *r, void *into, const struct value_entry *e)
{
	const struct field *f = find_setting(r->f, e->key);
	struct str is = str_sub(e->value.text, 0, 60);

	if (!f) {
		refuse_unknown(r, e);
		return;
	}
	if (e->value.kind == VALUE_NULL || read_value(r, f, (char *)into + f->offset, &e->value))
		return;
	refuse(r, DIAG_SETTING_VALUE, e->value.at,
	    is_scalar(&e->value)
		? arena_fmt(r->a, "`%s` wants %s, not `%.*s`", f->name, wanted(f->kind), STR_ARG(is)).p
		: arena_fmt(r->a, "`%s` wants %s, not %s", f->name, wanted(f->kind), value_kind_name(e->value.kind)).p);
}

/* -- missing ones -- */

/* Whether a misspelt key was meant for ${name}: that was told already. */
static bool
is_misspelt(const struct fields *f, const struct value *map, const char *name)
{
	for (size_t i = 0; map->kind == VALUE_MAP && i < map->n; i++)
		if (!find_setting(f, map->as.entries[i].key) && str_is(nearest(f, map->as.entries[i].key), name))
			return true;
	return false;
}

/* A text that must be there may not be empty, either. */
static bool
is_there(const struct value *map, const struct field *f)
{
	const struct value *v = value_get(map, f->name);

	return v && (f->kind != FIELD_TEXT || !is_scalar(v) || str_trim(v->text).n);
}

static void
check_required(struct reading *r, const struct value *map)
{
	for (size_t i = 0; i < r->f->n; i++) {
		const struct field *f = &r->f->v[i];
		struct diag *g;

		if (!(f->flags & FIELD_SETTING) || !(f->flags & FIELD_REQUIRED) || is_there(map, f) ||
		    is_misspelt(r->f, map, f->name))
			continue;
		g = refuse(r, DIAG_SETTING_MISSING, (struct span){ map->at.line, map->at.col, 0 },
		    arena_fmt(r->a, "`%s`", f->name).p);
		diag_note(r->d, g, "write `%s: …`: %s", f->name, f->doc);
	}
}

bool
settings_read(struct arena *a, const struct fields *f, void *into, const struct value *map, const struct source *src,
    struct diags *d)
{
	struct reading r = { a, f, src, d, true };

	if (!map)
		return false;
	if (map->kind != VALUE_MAP && map->kind != VALUE_NULL) {
		struct diag *g = refuse(&r, DIAG_SETTING_VALUE, map->at,
		    arena_fmt(a, "settings are lines `key: value`, not %s", value_kind_name(map->kind)).p);

		diag_note(d, g, "is a blank missing behind a colon?");
		return false;
	}
	for (size_t i = 0; map->kind == VALUE_MAP && i < map->n; i++)
		read_entry(&r, into, &map->as.entries[i]);
	check_required(&r, map);
	return r.fine;
}
