/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/site.h"

#include <stddef.h>
#include <stdlib.h>

#include "base/path.h"
#include "model/catalogue.h"
#include "model/origin.h"
#include "model/po.h"
#include "model/valuepack.h"

/* clang-format off */
#define SETTING(type, key, kind, flags, member, doc)                                               \
	{                                                                                          \
		key, kind, FIELD_SETTING | (flags), offsetof(type, member), NULL, doc              \
	}
/* clang-format on */

static const struct field site_rows[] = {
	SETTING(struct site, "title", FIELD_LOCAL, FIELD_REQUIRED, title, "the site's name, or a map by language"),
	SETTING(struct site, "base-url", FIELD_TEXT, 0, base_url,
	    "where the site will live, for canonical links and the sitemap"),
	SETTING(struct site, "languages", FIELD_VALUE, FIELD_REQUIRED, language_list,
	    "language tags; the first is the default"),
	SETTING(struct site, "theme", FIELD_TEXT, 0, theme, "a folder below themes/"),
	SETTING(
	    struct site, "fallback", FIELD_VALUE, 0, fallback, "a map from a language to those that stand in for it"),
	SETTING(struct site, "html", FIELD_TEXT, 0, html, "raw HTML in Markdown: off or safe"),
	SETTING(struct site, "search", FIELD_FLAG, 0, search, "whether readers can search; yes unless said"),
	SETTING(struct site, "typography", FIELD_VALUE, 0, typography,
	    "a map from a language to its quotation marks and blanks, or off"),
	SETTING(struct site, "budget", FIELD_INT, 0, budget,
	    "bytes that a page may load, compressed, without pictures; `pensum check` tells of more"),
	SETTING(struct site, "exit", FIELD_LOCAL, 0, exit,
	    "where the quick exit of pages for people at risk leads: an https address, or a map by language"),
	SETTING(struct site, "keep", FIELD_TEXTS, 0, kept, "words that are the same in every language: names, numbers"),
	SETTING(struct site, "publish", FIELD_TEXT, 0, publish,
	    "how the output folder is replaced: exchange (in one step) or in-place (file by file)"),
	SETTING(struct site, "editions", FIELD_VALUE, 0, editions, "local editions to be built"),
};

const struct fields site_settings = { "site.yaml", site_rows, sizeof site_rows / sizeof site_rows[0] };

static const struct field course_rows[] = {
	SETTING(struct course, "title", FIELD_LOCAL, FIELD_REQUIRED, title, "the course's name, or a map by language"),
	SETTING(struct course, "language", FIELD_TEXT, 0, language, "the source language"),
	SETTING(struct course, "languages", FIELD_VALUE, 0, language_list,
	    "languages of the course; all of the site by default"),
	SETTING(struct course, "summary", FIELD_LOCAL, 0, summary, "a sentence or two, or a map by language"),
	SETTING(struct course, "slug", FIELD_LOCAL, 0, slug, "stands in for the folder's name in the address"),
	SETTING(struct course, "pass", FIELD_VALUE, 0, pass, "what passing the course takes"),
	SETTING(struct course, "certificate", FIELD_VALUE, 0, certificate, "settings of the certificate"),
	SETTING(struct course, "outputs", FIELD_VALUE, 0, outputs, "packages to be made"),
};

const struct fields course_settings = { "course.yaml", course_rows, sizeof course_rows / sizeof course_rows[0] };

struct language *
site_language(const struct site *s, struct str tag)
{
	for (size_t i = 0; i < s->nlanguages; i++)
		if (str_eq(s->languages[i].tag, tag))
			return &s->languages[i];
	return NULL;
}

struct output *
site_output(const struct site *s, const struct document *doc, const struct language *lang)
{
	return doc->pages && lang->index < s->nlanguages ? doc->pages[lang->index] : NULL;
}

struct str
site_local(const struct value *v, const struct language *lang)
{
	struct str text = value_text(v, lang->tag);

	for (size_t i = 0; text.n == 0 && i < lang->nchain; i++)
		text = value_text(v, lang->chain[i]);
	if (text.n == 0 && v && v->kind == VALUE_MAP && v->n > 0)
		text = v->as.entries[0].value.text;
	return text;
}

struct text *
site_text(const struct document *doc, struct str tag)
{
	for (size_t i = 0; i < doc->ntexts; i++)
		if (str_eq(doc->texts[i]->lang, tag))
			return doc->texts[i];
	return NULL;
}

bool
site_torn(const struct document *doc)
{
	for (size_t i = 0; i < doc->ntexts; i++)
		if (atomic_load(&doc->texts[i]->torn))
			return true;
	return false;
}

struct str
site_title(const struct text *t)
{
	return t->meta.title;
}

const struct value *
site_front(struct arena *a, const struct text *t)
{
	struct pack_reader r = pack_reader(t->front);

	return t->front.n > 0 ? valuepack_read(a, &r) : NULL;
}

struct str
site_folder(const struct text *t)
{
	return path_dir(t->po ? t->doc->path : t->src.path);
}

static int
by_path(const void *key, const void *origin)
{
	return str_cmp(*(const struct str *)key, ((const struct origin *)origin)->path);
}

const struct origin *
site_before(const struct site *s, struct str path, size_t place)
{
	if (place < s->nbefore && str_eq(s->before[place].path, path))
		return &s->before[place];
	return s->nbefore ? bsearch(&path, s->before, s->nbefore, sizeof *s->before, by_path) : NULL;
}

void
site_free(struct site *s)
{
	for (size_t i = 0; i < s->nlanguages; i++)
		catalogue_free(s->languages[i].ui);
	for (size_t i = 0; i < s->ncourses; i++)
		map_free(&s->courses[i]->ids);
	map_free(&s->origins);
	map_free(&s->assets);
	map_free(&s->pages);
	map_free(&s->includes);
	for (size_t i = 0; i < s->npos; i++)
		po_free(s->pos[i]->po);
	for (size_t i = 0; s->keep && i < pool_size(s->pool); i++)
		arena_free(&s->keep[i]);
	pool_close(s->pool);
	arena_free(&s->arena);
}
