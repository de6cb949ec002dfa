/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/factvalues.h"

#include <errno.h>

#include "base/hash.h"
#include "base/pack.h"
#include "base/pool.h"
#include "base/stock.h"
#include "model/catalogue.h"
#include "model/harvest.h"
#include "model/origin.h"
#include "render/lua.h"

/* A value that is never 0, which is kept for what is not there. */
static uint64_t
sealed(struct buf *b)
{
	uint64_t hash = hash_bytes(buf_view(b));

	buf_free(b);
	return hash ? hash : 1;
}

/* -- files -- */

static uint64_t
file_value(const struct factvalues *v, struct str path)
{
	const struct origin *o = map_get(&v->site->origins, path);

	return o ? o->hash : 0;
}

static uint64_t
path_value(const struct factvalues *v, struct str path)
{
	const struct text *page = map_get(&v->site->pages, path);
	const struct asset *asset = page ? NULL : map_get(&v->site->assets, path);
	struct buf b = BUF_INIT;

	if (page)
		pack_text(&b, page->doc->path);
	else if (map_get(&v->site->includes, path))
		pack_number(&b, 1);
	else if (asset == NULL)
		return 0;
	if (asset) {
		pack_text(&b, asset->out);
		pack_number(&b, (uint64_t)asset->width);
		pack_number(&b, (uint64_t)asset->height);
		pack_number(&b, asset->broken);
	}
	return sealed(&b);
}

/* -- pages as links -- */

static void
put_title(struct buf *b, const struct factvalues *v, const struct output *o)
{
	if (o->text) {
		pack_text(b, o->text->src.path);
		pack_text(b, o->text->lang);
		pack_text(b, site_title(o->text));
		pack_text(b, o->text->title_lang);
		pack_text(b, o->text->meta.summary);
	} else if (o->module) {
		pack_text(b, o->module->name);
	}
	if (o->kind == OUTPUT_COURSE)
		pack_fixed(b, file_value(v, o->course->src.path));
	if (o->moved)
		pack_text(b, o->moved->path);
}

static uint64_t
link_of(const struct factvalues *v, const struct output *o)
{
	struct buf b = BUF_INIT;

	pack_number(&b, (uint64_t)o->kind);
	pack_text(&b, o->lang->tag);
	pack_number(&b, o->fallback);
	put_title(&b, v, o);
	if (o->doc) {
		pack_number(&b, (uint64_t)o->doc->type);
		pack_number(&b, (uint64_t)o->doc->texts[0]->meta.minutes);
	}
	return sealed(&b);
}

static uint64_t
link_value(const struct factvalues *v, const struct output *o)
{
	uintptr_t place = o ? (uintptr_t)map_get(&v->outputs, o->path) : 0;

	return place ? v->links[place - 1] : 0;
}

static uint64_t
link_at(const struct factvalues *v, struct str path)
{
	uintptr_t place = (uintptr_t)map_get(&v->outputs, path);

	return place ? v->links[place - 1] : 0;
}

/* -- what holds pages -- */

static void
put_links(
    struct buf *b, const struct factvalues *v, struct document *const *docs, size_t n, const struct language *lang)
{
	for (size_t i = 0; i < n; i++) {
		const struct output *o = site_output(v->site, docs[i], lang);

		pack_text(b, o ? o->path : STR_EMPTY);
		pack_fixed(b, link_value(v, o));
	}
}

static void
put_module(struct buf *b, const struct factvalues *v, const struct module *m, const struct language *lang)
{
	const struct output *own = m->pages ? m->pages[lang->index] : NULL;

	pack_number(b, m->number);
	pack_number(b, (uint64_t)m->minutes);
	pack_text(b, own ? own->path : STR_EMPTY);
	pack_fixed(b, link_value(v, own));
	put_links(b, v, m->docs, m->ndocs, lang);
}

static uint64_t
module_value(const struct factvalues *v, struct str path, const struct language *lang)
{
	const struct module *m = map_get(&v->modules, path);
	struct buf b = BUF_INIT;

	if (m == NULL || lang == NULL)
		return 0;
	put_module(&b, v, m, lang);
	return sealed(&b);
}

static uint64_t
course_value(const struct factvalues *v, struct str path, const struct language *lang, bool whole)
{
	const struct course *c = map_get(&v->courses, path);
	const struct output *own, *glossary;
	struct buf b = BUF_INIT;

	if (c == NULL || lang == NULL)
		return 0;
	own = c->pages ? c->pages[lang->index] : NULL;
	glossary = c->glossaries ? c->glossaries[lang->index] : NULL;
	pack_fixed(&b, file_value(v, c->src.path));
	pack_number(&b, (uint64_t)c->minutes);
	pack_text(&b, own ? own->path : STR_EMPTY);
	pack_text(&b, glossary ? glossary->path : STR_EMPTY);
	pack_fixed(&b, link_value(v, glossary));
	for (size_t i = 0; whole && i < c->nmodules; i++)
		put_module(&b, v, c->modules[i], lang);
	if (whole)
		put_links(&b, v, c->docs, c->ndocs, lang);
	return sealed(&b);
}

/* Which there are, and in which languages. */
static uint64_t
courses_value(const struct factvalues *v)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < v->site->ncourses; i++) {
		const struct course *c = v->site->courses[i];

		pack_text(&b, c->path);
		for (size_t k = 0; c->pages && k < v->site->nlanguages; k++)
			pack_number(&b, c->pages[k] != NULL);
	}
	return sealed(&b);
}

/* -- documents -- */

static uint64_t
place_value(const struct factvalues *v, struct str path)
{
	const struct document *doc = map_get(&v->documents, path);
	struct buf b = BUF_INIT;

	if (doc == NULL)
		return 0;
	pack_number(&b, (uint64_t)doc->type);
	pack_number(&b, doc->excluded);
	pack_text(&b, doc->course ? doc->course->path : STR_EMPTY);
	pack_text(&b, doc->module ? doc->module->path : STR_EMPTY);
	pack_text(&b, doc->prev ? doc->prev->path : STR_EMPTY);
	pack_text(&b, doc->next ? doc->next->path : STR_EMPTY);
	for (size_t i = 0; i < doc->ntexts; i++) {
		pack_text(&b, doc->texts[i]->lang);
		pack_text(&b, doc->texts[i]->src.path);
		pack_text(&b, doc->texts[i]->title_lang);
		pack_number(&b, doc->texts[i]->broken);
	}
	for (size_t k = 0; doc->pages && k < v->site->nlanguages; k++) {
		pack_text(&b, doc->pages[k] ? doc->pages[k]->path : STR_EMPTY);
		pack_text(&b, doc->pages[k] ? doc->pages[k]->text->lang : STR_EMPTY);
	}
	return sealed(&b);
}

static uint64_t
face_value(const struct factvalues *v, struct str path, const struct language *lang)
{
	const struct document *doc = map_get(&v->documents, path);
	const struct output *o = doc && lang ? site_output(v->site, doc, lang) : NULL;
	struct buf b = BUF_INIT;

	if (o == NULL)
		return 0;
	pack_text(&b, o->path);
	pack_text(&b, o->text->src.path);
	pack_fixed(&b, o->text->harvest ? o->text->harvest->face : 0);
	return sealed(&b);
}

static uint64_t
id_value(const struct factvalues *v, struct str course, struct str id)
{
	const struct course *c = map_get(&v->courses, course);
	const struct course_id *found = c ? map_get(&c->ids, id) : NULL;
	struct buf b = BUF_INIT;

	if (found == NULL)
		return 0;
	pack_text(&b, found->doc->path);
	return sealed(&b);
}

static uint64_t
terms_value(const struct factvalues *v, struct str course, const struct language *lang)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; lang && i < v->site->ndocs; i++) {
		const struct document *doc = v->site->docs[i];
		const struct output *o =
		    str_eq(doc->course->path, course) && !doc->excluded ? site_output(v->site, doc, lang) : NULL;

		if (o == NULL || o->text->harvest == NULL || o->text->harvest->ndefinitions == 0)
			continue;
		pack_text(&b, o->path);
		pack_fixed(&b, link_value(v, o));
		pack_fixed(&b, o->text->harvest->terms);
	}
	return sealed(&b);
}

static uint64_t
tagged_value(const struct factvalues *v, struct str course)
{
	const struct course *c = map_get(&v->courses, course);
	struct buf b = BUF_INIT;

	for (size_t i = c ? c->first : 0; c && i < c->end; i++) {
		const struct document *doc = v->site->docs[i];
		const struct harvest *h = doc->excluded || doc->course != c ? NULL : doc->texts[0]->harvest;

		for (size_t k = 0; h && k < h->ntagged; k++) {
			pack_text(&b, doc->path);
			pack_text(&b, h->tagged[k].id);
			pack_text(&b, h->tagged[k].tags);
		}
	}
	return sealed(&b);
}

/* -- what comes with the program, or stands in for it -- */

static uint64_t
strings_value(const struct language *lang)
{
	struct buf b = BUF_INIT;

	if (lang == NULL || lang->ui == NULL)
		return 0;
	for (size_t i = 0; i < lang->ui->messages.n; i++) {
		const struct message *m = lang->ui->messages.v[i].value;

		pack_text(&b, m->key);
		for (int k = 0; k < PLURALS; k++)
			pack_text(&b, m->forms[k]);
	}
	return sealed(&b);
}

static uint64_t
read_template(const struct site *site, struct arena *a, struct str name)
{
	struct str path, bytes;
	struct buf b = BUF_INIT;

	if (theme_template(site, a, name, &path, &bytes) < 0)
		return errno == ENOENT || errno == EINVAL ? 0 : 1;
	pack_text(&b, path);
	buf_str(&b, bytes);
	return sealed(&b);
}

static void
read_templates(struct factvalues *v)
{
	struct arena scratch = ARENA_INIT;
	size_t n;
	struct str *names = theme_names(v->site, &v->arena, &n);
	uint64_t *values = ARENA_ARRAY(&v->arena, uint64_t, n);

	for (size_t i = 0; i < n; i++) {
		values[i] = read_template(v->site, &scratch, names[i]);
		map_put(&v->templates, names[i], &values[i]);
		arena_reset(&scratch);
	}
	arena_free(&scratch);
}

static uint64_t
template_value(const struct factvalues *v, struct str name)
{
	const uint64_t *value = map_get(&v->templates, name);

	return value ? *value : 0;
}

static uint64_t
theme_asset_value(const struct factvalues *v, struct str name)
{
	const struct theme_asset *x = theme_find(&v->theme, name);

	return x ? hash_bytes(x->out) : 0;
}

static uint64_t
lua_value(const struct site *site)
{
	struct arena a = ARENA_INIT;
	struct buf b = BUF_INIT;

	for (size_t i = 0; lua_file(i); i++) {
		struct str bytes;

		if (stock_read(&a, site->config->root, str_of(lua_file(i)), &bytes) == 0)
			pack_text(&b, bytes);
		else
			pack_number(&b, (uint64_t)errno);
	}
	arena_free(&a);
	return sealed(&b);
}

/* -- all of them -- */

bool
factvalues_waits(enum fact_kind kind)
{
	return kind == FACT_FACE || kind == FACT_ID || kind == FACT_TERMS || kind == FACT_TAGGED;
}

uint64_t
factvalues_of(const struct factvalues *v, struct str subject)
{
	struct str in, about = facts_about(subject, &in);
	const struct language *lang = site_language(v->site, in);
	const struct po_file *po;

	switch (facts_kind(subject)) {
	case FACT_FILE: return file_value(v, about);
	case FACT_COURSE: {
		const struct course *c = map_get(&v->courses, about);

		return c ? file_value(v, c->src.path) : 0;
	}
	case FACT_PLACE: return place_value(v, about);
	case FACT_CATALOGUE:
		po = map_get(&v->catalogues, str_sub(subject, 1, subject.n));
		return po ? file_value(v, po->path) : 0;
	case FACT_LINK: return link_at(v, about);
	case FACT_MODULE: return module_value(v, about, lang);
	case FACT_COURSE_VIEW: return course_value(v, about, lang, false);
	case FACT_COURSE_TREE: return course_value(v, about, lang, true);
	case FACT_COURSES: return courses_value(v);
	case FACT_FACE: return face_value(v, about, lang);
	case FACT_ID: return id_value(v, about, in);
	case FACT_PATH:
	case FACT_ASSET: return path_value(v, about);
	case FACT_TERMS: return terms_value(v, about, lang);
	case FACT_TAGGED: return tagged_value(v, about);
	case FACT_STRINGS: return strings_value(site_language(v->site, about));
	case FACT_TEMPLATE: return template_value(v, about);
	case FACT_LUA: return v->lua;
	case FACT_THEME_ASSET: return theme_asset_value(v, about);
	case FACT_MOMENT: return (uint64_t)v->site->looked;
	case FACT_KINDS: break;
	}
	return 0;
}

enum { CHUNK = 256 }; /* pages a step of the loop */

static void
take_links(void *ctx, size_t worker, size_t chunk)
{
	struct factvalues *v = ctx;
	size_t end = (chunk + 1) * CHUNK;

	(void)worker;
	for (size_t i = chunk * CHUNK; i < end && i < v->site->noutputs; i++)
		v->links[i] = link_of(v, v->site->outputs[i]);
}

void
factvalues_open(struct factvalues *v, const struct site *site)
{
	struct diags silent = DIAGS_INIT;

	*v = (struct factvalues){ .site = site };
	theme_load(site, &v->arena, &v->theme, &silent);
	diags_free(&silent);
	read_templates(v);
	v->lua = lua_value(site);
	v->links = ARENA_ARRAY(&v->arena, uint64_t, site->noutputs);
	pool_each(site->pool, (site->noutputs + CHUNK - 1) / CHUNK, take_links, v);
	map_room(&v->outputs, site->noutputs);
	map_room(&v->documents, site->ndocs);
	for (size_t i = 0; i < site->noutputs; i++)
		map_put(&v->outputs, site->outputs[i]->path, (void *)(uintptr_t)(i + 1));
	for (size_t i = 0; i < site->ndocs; i++)
		map_put(&v->documents, site->docs[i]->path, site->docs[i]);
	for (size_t i = 0; i < site->ncourses; i++) {
		struct course *c = site->courses[i];

		map_put(&v->courses, c->path, c);
		for (size_t k = 0; k < c->nmodules; k++)
			map_put(&v->modules, c->modules[k]->path, c->modules[k]);
	}
	for (size_t i = 0; i < site->npos; i++)
		map_put(&v->catalogues,
		    arena_fmt(&v->arena, "%.*s\x1f%.*s", STR_ARG(site->pos[i]->folder), STR_ARG(site->pos[i]->lang)),
		    site->pos[i]);
}

void
factvalues_renew(struct factvalues *v, const struct document *doc)
{
	for (size_t i = 0; i < v->site->noutputs; i++)
		if (v->site->outputs[i]->doc == doc)
			v->links[i] = link_of(v, v->site->outputs[i]);
}

void
factvalues_close(struct factvalues *v)
{
	map_free(&v->outputs);
	map_free(&v->documents);
	map_free(&v->modules);
	map_free(&v->courses);
	map_free(&v->catalogues);
	map_free(&v->templates);
	arena_free(&v->arena);
}
