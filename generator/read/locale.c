/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/locale.h"

#include <errno.h>
#include <string.h>

#include "base/buf.h"
#include "base/fs.h"
#include "base/near.h"
#include "base/path.h"
#include "base/stock.h"
#include "base/vec.h"
#include "read/stored.h"
#include "read/yaml.h"

/* A missing string costs a line of help, but not hundreds of them. */
#define SHOWN_MAX 20

/*
 * The files of a language, general ones first: built in before the site's, `en` before
 * `en-GB`. Each is laid over what stood before, string by string.
 */
struct reading {
	struct arena *a;
	struct catalogue *c;
	struct catalogue **english; /* the built-in English, whose strings each language has; NULL: not read yet */
	const struct catalogue
	    *model; /* the same, to compare a site's file with; NULL for the built-in ones, which tests compare */
	const struct source *src;
	struct diags *d;
	bool ours;  /* a built-in file */
	bool whole; /* there was one: it has all strings */
	bool found; /* there was a file at all */
	bool fine;
};

static struct diag *__attribute__((format(printf, 4, 5)))
refuse(struct reading *r, enum diag_code code, struct span at, const char *fmt, ...)
{
	struct diag *g;
	va_list ap;

	r->fine &= diag_info(code)->level < DIAG_ERROR;
	va_start(ap, fmt);
	g = diag_add(r->d, code, r->src, at, "%s", arena_vfmt(r->a, fmt, ap).p);
	va_end(ap);
	return g;
}

static bool
is_scalar(const struct value *v)
{
	return v->kind != VALUE_NULL && v->kind != VALUE_LIST && v->kind != VALUE_MAP;
}

/* -- arguments -- */

/* The next `%{name}` of ${s} from *at on, which moves behind it; empty where there is none. */
static struct str
next_argument(struct str s, size_t *at)
{
	for (; *at + 1 < s.n; (*at)++)
		if (s.p[*at] == '%' && s.p[*at + 1] == '{') {
			struct str name = str_sub(s, *at + 2, s.n);
			size_t end = str_find(name, '}');

			if (end == name.n)
				break;
			*at += end + 3;
			return str_sub(name, 0, end);
		}
	*at = s.n;
	return STR_EMPTY;
}

static bool
has_argument(const struct message *m, struct str name)
{
	for (int i = 0; i < PLURALS; i++)
		for (size_t at = 0; at < m->forms[i].n;)
			if (str_eq(next_argument(m->forms[i], &at), name))
				return true;
	return false;
}

static void
note_arguments(struct reading *r, struct diag *g, const struct message *m)
{
	struct buf b = BUF_INIT;

	for (size_t at = 0; at < m->forms[PLURAL_OTHER].n;) {
		struct str name = next_argument(m->forms[PLURAL_OTHER], &at);

		if (name.n)
			buf_fmt(&b, "%s%%{%.*s}", b.n ? ", " : "", STR_ARG(name));
	}
	if (b.n)
		diag_note(r->d, g, "this string has %.*s", STR_ARG(buf_view(&b)));
	buf_free(&b);
}

/* An argument that the string does not get would stand on the page as it is. */
static void
check_arguments(struct reading *r, const struct message *model, struct str form, struct span at)
{
	for (size_t i = 0; i < form.n;) {
		struct str name = next_argument(form, &i);

		if (!name.n || has_argument(model, name))
			continue;
		note_arguments(r,
		    refuse(r, DIAG_SETTING_VALUE, at, "there is no argument `%%{%.*s}` here",
			STR_ARG(str_sub(name, 0, 40))),
		    model);
		return;
	}
}

/* -- one string -- */

static int
plural_of(struct str name)
{
	for (int i = 0; i < PLURALS; i++)
		if (str_is(name, catalogue_plurals[i]))
			return i;
	return -1;
}

static bool
read_forms(struct reading *r, struct message *m, const struct value *map)
{
	m->plural = true;
	for (size_t i = 0; i < map->n; i++) {
		const struct value_entry *e = &map->as.entries[i];
		int form = plural_of(e->key);

		if (form < 0 || !is_scalar(&e->value)) {
			struct diag *g = refuse(r, DIAG_LOCALE_PLURAL, e->key_at,
			    form < 0 ? "`%.*s` is no plural form" : "`%.*s` is no text",
			    STR_ARG(str_sub(e->key, 0, 40)));

			diag_note(r->d, g,
			    "plural forms are zero, one, two, few, many, other; strings are not nested otherwise");
			return false;
		}
		m->forms[form] = e->value.text;
	}
	return true;
}

/* Whether it is the string that the program asks for: with plural forms or without, no foreign arguments. */
static bool
fits(struct reading *r, const struct message *m, const struct value_entry *e)
{
	const struct message *model = r->model ? map_get(&r->model->messages, e->key) : 0;

	if (!model)
		return true;
	if (model->plural != m->plural) {
		refuse(r, DIAG_LOCALE_PLURAL, e->key_at,
		    model->plural ? "`%.*s` counts: it needs plural forms" : "`%.*s` does not count: it is one text",
		    STR_ARG(e->key));
		return false;
	}
	for (int i = 0; i < PLURALS; i++)
		check_arguments(r, model, m->forms[i], e->value.at);
	return true;
}

/* A string that only the site has may belong to its templates; one that looks like ours is a mistake. */
static void
check_name(struct reading *r, const struct value_entry *e)
{
	struct near near;
	struct diag *g;

	if (r->ours || !r->model || map_get(&r->model->messages, e->key))
		return;
	near_begin(&near, e->key);
	for (size_t i = 0; i < r->model->messages.n; i++)
		near_try(&near, r->model->messages.v[i].key);
	if (!near_best(&near).n)
		return;
	g = refuse(r, DIAG_LOCALE_UNKNOWN, e->key_at, "`%.*s`", STR_ARG(str_sub(e->key, 0, 60)));
	diag_note(r->d, g, "did you mean `%.*s`?", STR_ARG(near_best(&near)));
}

static void
read_message(struct reading *r, const struct value_entry *e)
{
	struct message *m = ARENA_NEW(r->a, struct message);

	m->key = e->key;
	m->src = r->src;
	m->at = e->key_at;
	for (int i = 0; i < PLURALS; i++)
		m->forms[i] = STR_EMPTY;
	check_name(r, e);
	if (e->value.kind == VALUE_MAP) {
		if (!read_forms(r, m, &e->value))
			return;
	} else if (is_scalar(&e->value)) {
		if (!e->value.text.n) /* as translation tools write what is not translated */
			return;
		m->forms[PLURAL_OTHER] = e->value.text;
	} else {
		refuse(r, DIAG_SETTING_VALUE, e->value.at, "`%.*s` wants a text, not %s",
		    STR_ARG(str_sub(e->key, 0, 60)), value_kind_name(e->value.kind));
		return;
	}
	if (fits(r, m, e))
		map_put(&r->c->messages, m->key, m);
}

/* -- one file -- */

/* Strings remember where they come from, so the source stays. */
static void
set_source(struct reading *r, struct str path, struct str bytes)
{
	struct source *src = ARENA_NEW(r->a, struct source);

	*src = (struct source){ path, bytes };
	r->src = src;
}

/* read_root(r, root, tag): what the file says, NULL after an error. */
static void
read_root(struct reading *r, const struct value *root, struct str tag)
{
	const struct value *strings;

	r->found = true;
	if (!root) {
		r->fine = false;
		return;
	}
	strings = root->kind == VALUE_MAP && root->n == 1 ? &root->as.entries[0].value : 0;
	if (!strings || !str_eq(root->as.entries[0].key, tag) ||
	    (strings->kind != VALUE_MAP && strings->kind != VALUE_NULL)) {
		refuse(r, DIAG_SETTING_VALUE, root->at,
		    "the file has one root key `%.*s`, and the strings indented below it", STR_ARG(tag));
		return;
	}
	for (size_t i = 0; strings->kind == VALUE_MAP && i < strings->n; i++)
		read_message(r, &strings->as.entries[i]);
}

/* Most sites have no strings of their own: English is read when there is something to compare with it. */
static void
need_model(struct reading *r)
{
	if (!*r->english)
		*r->english = locale_english(r->a, r->d);
	r->model = *r->english;
}

static void
read_builtin(struct reading *r, struct str tag)
{
	struct str path = arena_fmt(r->a, "frozen/locales/%.*s.yaml", STR_ARG(tag));
	struct arena values = ARENA_INIT; /* their texts lie in the program */
	const struct stock_file *frozen = stock_builtin(path);
	const struct stock_file *f = stock_builtin(str_sub(path, strlen("frozen/"), path.n));

	if (!f || !frozen)
		return;
	r->ours = r->whole = true;
	set_source(r, arena_fmt(r->a, "%.*s (built in)", STR_ARG(f->path)), f->bytes);
	read_root(r, stored_read(&values, frozen->bytes), tag);
	arena_free(&values);
}

static void
read_of_site(struct reading *r, struct str root, struct str tag)
{
	struct str path = arena_fmt(r->a, "locales/%.*s.yaml", STR_ARG(tag)), bytes;
	struct str file = arena_str(r->a, path_join(r->a, root, path));

	r->ours = false;
	set_source(r, path, STR_EMPTY);
	if (fs_read(r->a, file.p, &bytes) == 0) {
		set_source(r, path, bytes);
		need_model(r);
		read_root(r, yaml_read(r->a, r->src, bytes, 1, r->d), tag);
	} else if (errno != ENOENT && errno != ENOTDIR) {
		r->found = true;
		refuse(r, DIAG_FILE_UNREADABLE, (struct span){ 0 }, "%s", strerrordesc_np(errno));
	}
}

/* -- a language -- */

/* A tag that may stand in a file name: letters, digits, hyphens. */
static bool
is_tag(struct str tag)
{
	for (size_t i = 0; i < tag.n; i++)
		if (!(tag.p[i] >= '0' && tag.p[i] <= '9') && !((tag.p[i] | 32) >= 'a' && (tag.p[i] | 32) <= 'z') &&
		    tag.p[i] != '-')
			return false;
	return tag.n > 0 && tag.n < 36;
}

/* `en` of `en-GB`, of `no` the `nb` that it means, of `prs` (Dari) the `fa-AF`, of the pseudo-locale `ar-XB` the `en` that it is made of; else empty. */
static struct str
general_tag(struct str tag)
{
	size_t hyphen = str_find(tag, '-');

	if (str_is(str_sub(tag, 0, hyphen), "no"))
		return STR("nb");
	if (str_is(str_sub(tag, 0, hyphen), "prs"))
		return STR("fa-AF");
	if (str_is(tag, "ar-XB"))
		return STR("en");
	return hyphen < tag.n ? str_sub(tag, 0, hyphen) : STR_EMPTY;
}

struct catalogue *
locale_english(struct arena *a, struct diags *d)
{
	struct reading r = { .a = a, .d = d, .fine = true };

	r.c = ARENA_NEW(a, struct catalogue);
	r.c->lang = STR("en");
	read_builtin(&r, r.c->lang);
	return r.c;
}

/* What is missing, in the form in which it can be filled in. */
static void
check_complete(struct reading *r)
{
	struct locale_missing VEC_OF(const struct message *) missing = { 0 };
	struct diag *g;

	if (r->whole)
		return;
	need_model(r);
	for (size_t i = 0; i < r->model->messages.n; i++)
		if (!map_get(&r->c->messages, r->model->messages.v[i].key))
			VEC_PUSH(&missing, (const struct message *)r->model->messages.v[i].value);
	if (missing.n) {
		set_source(r, arena_fmt(r->a, "locales/%.*s.yaml", STR_ARG(r->c->lang)), STR_EMPTY);
		g = refuse(
		    r, DIAG_LOCALE_STRING, (struct span){ 0 }, "`%.*s` lacks %zu", STR_ARG(r->c->lang), missing.n);
		for (size_t i = 0; i < missing.n && i < SHOWN_MAX; i++)
			diag_note(r->d, g, "%.*s: \"%.*s\"", STR_ARG(missing.v[i]->key),
			    STR_ARG(missing.v[i]->forms[PLURAL_OTHER]));
		if (missing.n > SHOWN_MAX)
			diag_note(r->d, g, "and %zu more", missing.n - SHOWN_MAX);
	}
	VEC_FREE(&missing);
}

static void
refuse_language(struct reading *r, const struct source *named, struct span at)
{
	struct str tag = str_sub(r->c->lang, 0, 40);
	struct diag *g;

	r->src = named;
	g = refuse(r, DIAG_LANGUAGE_UNKNOWN, at, "the interface has no texts in `%.*s` yet", STR_ARG(tag));
	diag_note(r->d, g,
	    "write locales/%.*s.yaml: its first line is `%.*s:`, and below it stand the strings, indented",
	    STR_ARG(tag), STR_ARG(tag));
}

struct catalogue *
locale_read(struct arena *a, struct str root, struct str tag, struct catalogue **english, const struct source *named,
    struct span at, struct diags *d)
{
	struct reading r = { .a = a, .english = english, .d = d, .fine = true };
	struct str general = general_tag(tag);

	r.c = ARENA_NEW(a, struct catalogue);
	r.c->lang = arena_str(a, tag);
	if (is_tag(tag)) {
		if (general.n)
			read_builtin(&r, general);
		read_builtin(&r, tag);
		if (general.n)
			read_of_site(&r, root, general);
		read_of_site(&r, root, tag);
	}
	if (!r.found)
		refuse_language(&r, named, at);
	else
		check_complete(&r);
	if (r.fine)
		return r.c;
	catalogue_free(r.c);
	return 0;
}
