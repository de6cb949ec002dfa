/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/value.h"

const struct value *
value_get(const struct value *map, const char *key)
{
	if (!map || map->kind != VALUE_MAP)
		return 0;
	for (size_t i = 0; i < map->n; i++)
		if (str_is(map->as.entries[i].key, key))
			return map->as.entries[i].value.kind == VALUE_NULL ? 0 : &map->as.entries[i].value;
	return 0;
}

static void
copy_into(struct arena *a, struct value *to, const struct value *v)
{
	*to = *v;
	if (v->kind == VALUE_LIST)
		to->as.items = ARENA_ARRAY(a, struct value, v->n);
	for (size_t i = 0; v->kind == VALUE_LIST && i < v->n; i++)
		copy_into(a, &to->as.items[i], &v->as.items[i]);
	if (v->kind == VALUE_MAP)
		to->as.entries = ARENA_ARRAY(a, struct value_entry, v->n);
	for (size_t i = 0; v->kind == VALUE_MAP && i < v->n; i++) {
		to->as.entries[i] = v->as.entries[i];
		copy_into(a, &to->as.entries[i].value, &v->as.entries[i].value);
	}
}

const struct value *
value_copy(struct arena *a, const struct value *v)
{
	struct value *to = ARENA_NEW(a, struct value);

	copy_into(a, to, v);
	return to;
}

static bool
is_scalar(const struct value *v)
{
	return v->kind != VALUE_LIST && v->kind != VALUE_MAP && v->kind != VALUE_NULL;
}

struct str
value_text(const struct value *v, struct str lang)
{
	if (!v)
		return STR_EMPTY;
	if (is_scalar(v))
		return v->text;
	if (v->kind != VALUE_MAP)
		return STR_EMPTY;
	for (size_t i = 0; i < v->n; i++)
		if (str_eq(v->as.entries[i].key, lang) && is_scalar(&v->as.entries[i].value))
			return v->as.entries[i].value.text;
	return STR_EMPTY;
}

bool
value_same(const struct value *a, const struct value *b)
{
	if (a->kind != b->kind || a->n != b->n || !str_eq(a->text, b->text))
		return false;
	for (size_t i = 0; a->kind == VALUE_LIST && i < a->n; i++)
		if (!value_same(&a->as.items[i], &b->as.items[i]))
			return false;
	for (size_t i = 0; a->kind == VALUE_MAP && i < a->n; i++)
		if (!str_eq(a->as.entries[i].key, b->as.entries[i].key) ||
		    !value_same(&a->as.entries[i].value, &b->as.entries[i].value))
			return false;
	return true;
}

const char *
value_kind_name(enum value_kind k)
{
	static const char *const names[] = {
		[VALUE_NULL] = "nothing",
		[VALUE_BOOL] = "true or false",
		[VALUE_INT] = "a whole number",
		[VALUE_FLOAT] = "a number",
		[VALUE_TEXT] = "a text",
		[VALUE_LIST] = "a list",
		[VALUE_MAP] = "a map",
	};

	return names[k];
}
