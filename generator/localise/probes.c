/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/probes.h"

#include "base/json.h"
#include "base/near.h"
#include "base/slug.h"
#include "localise/calendar.h"
#include "localise/collate.h"
#include "localise/numeral.h"
#include "localise/plural.h"
#include "localise/quotes.h"
#include "localise/series.h"
#include "localise/tag.h"
#include "localise/tongue.h"
#include "localise/written.h"

/* ICU counts in 32 bits; nothing that people write comes near to these. */
enum { TEXT_MAX = 1 << 20, ITEMS_MAX = 1 << 24 };

static bool fails(struct probe *p, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

static bool
fails(struct probe *p, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	p->error = arena_vfmt(p->arena, fmt, ap);
	va_end(ap);
	return false;
}

static bool
answer(struct probe *p, struct str text)
{
	json_string(p->result, text);
	return true;
}

/* -- fields -- */

/* NULL where the field is absent; null says as much. */
static const struct jvalue *
field(const struct probe *p, const char *name)
{
	const struct jvalue *v = jsonread_get(p->vector, name);

	return v && v->kind != JSON_NULL ? v : 0;
}

static bool
take_text(struct probe *p, const char *name, struct str *out)
{
	const struct jvalue *v = field(p, name);

	if (!v)
		return fails(p, "`%s` is missing", name);
	if (v->kind != JSON_STRING)
		return fails(p, "`%s` must be a text, not %s", name, jsonread_kind(v->kind));
	if (v->text.n > TEXT_MAX)
		return fails(p, "`%s` is longer than a megabyte", name);
	*out = v->text;
	return true;
}

static bool
take_switch(struct probe *p, const char *name, bool *out)
{
	const struct jvalue *v = field(p, name);

	*out = v && v->kind == JSON_BOOL && str_is(v->text, "true");
	return !v || v->kind == JSON_BOOL ||
	    fails(p, "`%s` must be true or false, not %s", name, jsonread_kind(v->kind));
}

/* The place of one of ${n} words; *out stays where none is said. */
static bool
take_word(struct probe *p, const char *name, const char *const *words, size_t n, size_t *out)
{
	struct buf list = BUF_INIT;
	struct str word;

	if (!field(p, name))
		return true;
	if (!take_text(p, name, &word))
		return false;
	for (size_t i = 0; i < n; i++) {
		if (str_is(word, words[i])) {
			*out = i;
			return true;
		}
	}
	for (size_t i = 0; i < n; i++)
		buf_fmt(&list, "%s%s", i == 0 ? "" : i + 1 == n ? " or " : ", ", words[i]);
	fails(p, "`%s` must be %.*s", name, (int)list.n, list.p);
	buf_free(&list);
	return false;
}

/* A number as it is written, in a text or bare. */
static bool
take_number(struct probe *p, const char *name, struct written *out)
{
	const struct jvalue *v = field(p, name);
	const char *wrong;

	if (v && v->kind != JSON_STRING && v->kind != JSON_NUMBER)
		return fails(p, "`%s` must be a number, not %s", name, jsonread_kind(v->kind));
	wrong = v ? written_read(p->arena, v->text, out) : "is missing";
	return !wrong || fails(p, "`%s` %s", name, wrong);
}

static bool
take_items(struct probe *p, struct str **out, size_t *n)
{
	const struct jvalue *v = field(p, "items");
	size_t all = 0;

	if (!v || v->kind != JSON_LIST)
		return fails(
		    p, v ? "`items` must be a list, not %s" : "`items` is missing", v ? jsonread_kind(v->kind) : "");
	*out = ARENA_ARRAY(p->arena, struct str, v->n + 1);
	*n = 0;
	for (const struct jvalue *item = v->first; item; item = item->next) {
		if (item->kind != JSON_STRING)
			return fails(
			    p, "`items`: number %zu must be a text, not %s", *n + 1, jsonread_kind(item->kind));
		all += item->text.n + 1;
		if (item->text.n > TEXT_MAX || all > ITEMS_MAX)
			return fails(
			    p, "`items`: number %zu is longer than a megabyte, or all are than sixteen", *n + 1);
		(*out)[(*n)++] = item->text;
	}
	return true;
}

/* -- what may be asked -- */

static bool
ask_plural(struct probe *p)
{
	struct written n;
	bool ordinal;

	if (!take_number(p, "n", &n) || !take_switch(p, "ordinal", &ordinal))
		return false;
	return answer(
	    p, str_of(catalogue_plurals[plural_written(p->lang, &n, ordinal ? PLURAL_ORDINAL : PLURAL_CARDINAL)]));
}

static bool
ask_sort(struct probe *p)
{
	struct collate *c;
	struct str *items;
	bool numeric;
	size_t n;

	if (!take_items(p, &items, &n) || !take_switch(p, "numeric", &numeric))
		return false;
	c = collate_open(p->lang, numeric ? COLLATE_NUMBERS : COLLATE_DIGITS);
	collate_sort(c, items, n);
	collate_close(c);
	buf_chr(p->result, '[');
	for (size_t i = 0; i < n; i++) {
		buf_cstr(p->result, i > 0 ? ", " : "");
		json_string(p->result, items[i]);
	}
	buf_chr(p->result, ']');
	return true;
}

static bool
ask_number(struct probe *p)
{
	static const char *const styles[] = { "decimal", "percent" };
	struct written value;
	struct str text;
	size_t style = 0;

	if (!take_number(p, "value", &value) || !take_word(p, "style", styles, 2, &style))
		return false;
	text = style == 1 ? numeral_percent(p->arena, p->lang, &value) : numeral_decimal(p->arena, p->lang, &value);
	return text.n > 0 ? answer(p, text) : fails(p, "`value` has too many digits for a percentage");
}

static bool
ask_date(struct probe *p)
{
	struct str iso, text;
	size_t form = CALENDAR_LONG;

	if (!take_text(p, "date", &iso) || !take_word(p, "form", calendar_forms, CALENDAR_FORMS, &form))
		return false;
	text = calendar_own(p->arena, p->lang, iso, (enum calendar_form)form);
	return text.n > 0 ? answer(p, text)
			  : fails(p, "`date` is no day of the years 1 to 9999 written so: 2026-02-03");
}

static bool
ask_list(struct probe *p)
{
	static const char *const types[] = { "and", "or" };
	struct str *items;
	size_t n, type = 0;

	if (!take_items(p, &items, &n) || !take_word(p, "type", types, 2, &type))
		return false;
	return answer(p, series_join(p->arena, p->lang, items, n, type == 1 ? SERIES_OR : SERIES_AND));
}

static bool
ask_direction(struct probe *p)
{
	return answer(p, tongue_rtl(p->lang) ? STR("rtl") : STR("ltr"));
}

static bool
ask_bucket(struct probe *p)
{
	struct collate *c;
	struct str text;

	if (!take_text(p, "text", &text))
		return false;
	c = collate_open(p->lang, COLLATE_NUMBERS);
	answer(p, collate_letter(c, p->arena, text));
	collate_close(c);
	return true;
}

static bool
ask_slug(struct probe *p)
{
	struct str text;

	return take_text(p, "text", &text) && answer(p, slug_of(p->arena, text, p->lang));
}

static bool
ask_quote(struct probe *p)
{
	struct str text;

	return take_text(p, "text", &text) && answer(p, quotes_text(p->arena, p->lang, text));
}

/* A row an operation: its function takes its fields from p->vector; their names are for "did you mean". */
static const struct op {
	const char *name;
	bool (*ask)(struct probe *p);
	const char *fields[3];
} ops[] = {
	{ "plural", ask_plural, { "n", "ordinal" } },
	{ "sort", ask_sort, { "items", "numeric" } },
	{ "number", ask_number, { "value", "style" } },
	{ "date", ask_date, { "date", "form" } },
	{ "list", ask_list, { "items", "type" } },
	{ "direction", ask_direction, { 0 } },
	{ "bucket", ask_bucket, { "text" } },
	{ "slug", ask_slug, { "text" } },
	{ "quote", ask_quote, { "text" } },
};

enum { OPS = sizeof ops / sizeof *ops };

/* -- asking -- */

static const struct op *
take_op(struct probe *p)
{
	struct near near;
	struct str name;

	if (!take_text(p, "op", &name))
		return 0;
	near_begin(&near, name);
	for (size_t i = 0; i < OPS; i++) {
		if (str_is(name, ops[i].name))
			return &ops[i];
		near_try(&near, str_of(ops[i].name));
	}
	if (near_best(&near).n > 0)
		fails(p, "there is no `op` called `%.*s`; did you mean `%.*s`?", STR_ARG(name),
		    STR_ARG(near_best(&near)));
	else
		fails(p, "there is no `op` called `%.*s`", STR_ARG(str_sub(name, 0, 40)));
	return 0;
}

static bool
take_lang(struct probe *p)
{
	if (!take_text(p, "locale", &p->lang))
		return false;
	if (tag_known(p->lang))
		return true;
	if (str_find(p->lang, '_') < p->lang.n)
		return fails(p, "`locale` has hyphens, no underscores: nb-NO");
	return fails(p, "the Unicode CLDR knows no language `%.*s`", STR_ARG(str_sub(p->lang, 0, 40)));
}

/* What is not known is for people; but a name that is nearly one of ours was meant to be it. */
static bool
misnamed(struct probe *p, const struct op *op)
{
	for (const struct jvalue *m = p->vector->first; m; m = m->next) {
		struct near near;
		bool known = false;

		near_begin(&near, m->key);
		for (size_t i = 0; i < 3 && op->fields[i]; i++) {
			known = known || str_is(m->key, op->fields[i]);
			if (!field(p, op->fields[i]))
				near_try(&near, str_of(op->fields[i]));
		}
		if (!known && m->key.n > 2 && near_best(&near).n > 0)
			return !fails(p, "there is no field `%.*s`; did you mean `%.*s`?", STR_ARG(m->key),
			    STR_ARG(near_best(&near)));
	}
	return false;
}

bool
probes_ask(struct probe *p)
{
	const struct op *op;

	if (p->vector->kind != JSON_MAP)
		return fails(p, "a vector must be an object, not %s", jsonread_kind(p->vector->kind));
	op = take_op(p);
	return op && take_lang(p) && !misnamed(p, op) && op->ask(p);
}
