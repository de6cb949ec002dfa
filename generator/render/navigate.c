/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/navigate.h"

#include "base/path.h"
#include "localise/typography.h"
#include "localise/ui.h"
#include "model/pagekey.h"

/* -- addresses -- */

/* Where the site lies on its server: the path of the base URL, or the server's root. */
static struct str
base_path(const struct site *site)
{
	struct str rest = site->base_url;
	size_t slashes = 0, i = 0;

	for (; i < rest.n && slashes < 3; i++)
		slashes += rest.p[i] == '/';
	return slashes == 3 ? str_sub(rest, i - 1, rest.n) : STR("/");
}

/*
 * Links are written as a neighbour of the page would write them: from a folder `-` beside the page's own. So all
 * pages of one folder have the same links, also to themselves, and what is seen of other pages can be kept for the next of them.
 */
static struct str
neighbour(struct buf *b, struct str path)
{
	struct str folder = path_dir(path_dir(path));

	if (str_find(path, '/') == path.n)
		return path;
	buf_reset(b);
	buf_str(b, folder);
	buf_cstr(b, folder.n > 0 ? "/-/index.html" : "-/index.html");
	return buf_view(b);
}

/* What is kept of other pages, as they are seen from this one. */
static struct render_kept *
place(struct render *r)
{
	struct render_kept *k = r->kept;
	bool anywhere = r->out->kind == OUTPUT_NOTFOUND;
	struct str from;

	if (r->placed)
		return k;
	r->placed = true;
	from = neighbour(&k->url, r->out->path);
	if (k->anywhere == anywhere && str_eq(k->from, from))
		return k;
	map_free(&k->links);
	arena_reset(&k->arena);
	k->from = arena_str(&k->arena, from);
	k->anywhere = anywhere;
	k->module = NULL;
	k->course = NULL;
	return k;
}

/* The path of a page behind ${before}, escaped. */
static struct str
address(struct render *r, struct str before, const struct output *to)
{
	struct buf *b = &r->kept->url;

	buf_reset(b);
	buf_str(b, before);
	path_escape(b, to->path);
	return arena_str(r->arena, buf_view(b));
}

struct str
navigate_url(struct render *r, const struct output *to)
{
	struct render_kept *k = place(r);

	if (k->anywhere)
		return address(r, base_path(r->site), to);
	buf_reset(&k->url);
	path_link(&k->url, k->from, to->path);
	return arena_str(r->arena, buf_view(&k->url));
}

struct str
navigate_absolute(struct render *r, const struct output *to)
{
	return r->site->base_url.n > 0 ? address(r, r->site->base_url, to) : STR_EMPTY;
}

struct str
navigate_root(struct render *r)
{
	struct str path = r->out->path;
	struct buf *b = &r->kept->url;

	if (r->out->kind == OUTPUT_NOTFOUND)
		return base_path(r->site);
	buf_reset(b);
	for (size_t slash; (slash = str_find(path, '/')) < path.n; path = str_sub(path, slash + 1, path.n))
		BUF_LIT(b, "../");
	return arena_str(r->arena, buf_view(b));
}

/* -- titles -- */

static struct str
local(struct render *r, const struct value *v, struct str otherwise)
{
	struct str s = site_local(v, r->out->lang);

	return s.n > 0 ? typography_text(r->arena, r->out->lang, s) : otherwise;
}

struct str
navigate_words(struct render *r, struct str lang, struct str words)
{
	const struct language *l = r->out->lang->pseudo ? r->out->lang : site_language(r->site, lang);

	return l ? typography_text(r->arena, l, words) : words;
}

struct str
navigate_title(struct render *r, const struct output *o)
{
	switch (o->kind) {
	case OUTPUT_ROOT:
	case OUTPUT_HOME: return local(r, r->site->title, STR("Pensum"));
	case OUTPUT_COURSE: return local(r, o->course->title, o->course->name);
	case OUTPUT_SEARCH: return ui_text(r->out->lang, "search");
	case OUTPUT_MOVED: return navigate_title(r, o->moved);
	case OUTPUT_NOTFOUND: return ui_text(r->out->lang, "not-found");
	default: break;
	}
	if (o->text)
		return navigate_words(r, o->text->title_lang, site_title(o->text));
	return o->kind == OUTPUT_GLOSSARY ? ui_text(r->out->lang, "glossary") : o->module->name;
}

static struct str
foreign_lang(struct render *r, const struct output *o)
{
	return o->text && o->kind != OUTPUT_COURSE && !r->out->lang->pseudo &&
		!str_eq(o->text->title_lang, r->out->lang->tag)
	    ? o->text->title_lang
	    : STR_EMPTY;
}

static struct str
direction(struct render *r, struct str lang)
{
	const struct language *l = site_language(r->site, lang);

	return l ? l->dir : STR_EMPTY;
}

void
navigate_foreign(struct render *r, struct link_view *v, struct str lang)
{
	v->lang = lang;
	v->dir = direction(r, lang);
}

/* -- links -- */

/* fill_link(r, v, to): the link ${v} leads to the page ${to}. */
static void
fill_link(struct render *r, struct link_view *v, const struct output *to)
{
	v->id = to->path;
	v->title = navigate_title(r, to);
	v->url = navigate_url(r, to);
	v->summary = to->text ? navigate_words(r, to->text->title_lang, to->text->meta.summary) : STR_EMPTY;
	v->type = to->doc ? str_of(meta_type_name(to->doc->type)) : STR_EMPTY;
	v->key = to->doc ? pagekey_of(r->arena, to->doc) : STR_EMPTY;
	v->minutes = to->doc ? to->doc->texts[0]->meta.minutes : 0;
	v->translated = !to->fallback;
	navigate_foreign(r, v, foreign_lang(r, to));
}

struct link_view *
navigate_link(struct render *r, const struct output *to)
{
	struct render_kept *k = place(r);
	struct link_view *v;
	struct render there;

	if (to == NULL)
		return NULL;
	facts_note(r->facts, FACT_LINK, to->path);
	v = map_get(&k->links, to->path);
	if (v)
		return v;
	there = *r;
	there.arena = &k->arena;
	v = ARENA_NEW(&k->arena, struct link_view);
	fill_link(&there, v, to);
	map_put(&k->links, to->path, v);
	return v;
}

struct link_view *
navigate_document(struct render *r, const struct document *doc)
{
	const struct output *to = doc ? site_output(r->site, doc, r->out->lang) : NULL;

	if (doc && to == NULL)
		facts_note_in(r->facts, FACT_FACE, doc->path, r->out->lang->tag);
	return navigate_link(r, to);
}

static struct view_list
links_to(struct render *r, struct document *const *docs, size_t n)
{
	void **v = ARENA_ARRAY(r->arena, void *, n);
	struct view_list list = { v, 0 };

	for (size_t i = 0; i < n; i++) {
		struct link_view *link = navigate_document(r, docs[i]);

		if (link)
			v[list.n++] = link;
	}
	return list;
}

/* What a cached partial about ${path} is kept by: links are relative, so where the page lies belongs to it. */
static struct str
key(struct render *r, struct str path)
{
	return ARENA_CAT(r->arena, path, STR(" "), place(r)->from);
}

static struct module_view *
view_module(struct render *r, const struct module *m)
{
	const struct output *own = m->pages ? m->pages[r->out->lang->index] : NULL;
	struct module_view *v = ARENA_NEW(r->arena, struct module_view);

	v->id = own ? own->path : m->path;
	v->title = own ? navigate_title(r, own) : m->name;
	v->summary = own && own->text ? navigate_words(r, own->text->title_lang, own->text->meta.summary) : STR_EMPTY;
	v->url = own ? navigate_url(r, own) : STR_EMPTY;
	v->key = key(r, m->path);
	v->number = (int)m->number;
	v->minutes = m->minutes;
	v->pages = links_to(r, m->docs, m->ndocs);
	v->lang = own ? foreign_lang(r, own) : STR_EMPTY;
	v->dir = direction(r, v->lang);
	return v;
}

/* ${r} for a view that is kept: what it is made of is noted as one fact, by those who ask for it. */
static struct render
for_many(struct render *r)
{
	struct render there = *r;

	there.arena = &r->kept->arena;
	there.facts = NULL;
	return there;
}

struct module_view *
navigate_module(struct render *r, const struct module *m)
{
	struct render_kept *k = place(r);
	struct render there = for_many(r);

	facts_note_in(r->facts, FACT_MODULE, m->path, r->out->lang->tag);
	if (k->module != m)
		k->module_view = view_module(&there, m);
	k->module = m;
	return k->module_view;
}

static void
add_glossary(struct render *r, const struct course *c, struct course_view *v)
{
	const struct output *o = c->glossaries ? c->glossaries[r->out->lang->index] : NULL;

	v->glossary = navigate_link(r, o);
}

static struct course_view *
view_course(struct render *r, const struct course *c, bool whole)
{
	const struct output *own = c->pages ? c->pages[r->out->lang->index] : NULL;
	struct course_view *v = ARENA_NEW(r->arena, struct course_view);
	void **modules;

	v->id = own ? own->path : c->path;
	v->title = local(r, c->title, c->name);
	v->summary = local(r, c->summary, STR_EMPTY);
	v->url = own ? navigate_url(r, own) : STR_EMPTY;
	v->key = key(r, c->path);
	add_glossary(r, c, v);
	v->minutes = c->minutes;
	if (!whole)
		return v;
	modules = ARENA_ARRAY(r->arena, void *, c->nmodules);
	for (size_t i = 0; i < c->nmodules; i++)
		modules[i] = view_module(r, c->modules[i]);
	v->modules = (struct view_list){ modules, c->nmodules };
	v->pages = links_to(r, c->docs, c->ndocs);
	return v;
}

struct course_view *
navigate_course(struct render *r, const struct course *c, bool whole)
{
	struct render_kept *k = place(r);
	struct render there = for_many(r);

	facts_note_in(r->facts, whole ? FACT_COURSE_TREE : FACT_COURSE_VIEW, c->path, r->out->lang->tag);
	if (whole)
		return view_course(&there, c, true);
	if (k->course != c)
		k->course_view = view_course(&there, c, false);
	k->course = c;
	return k->course_view;
}

struct view_list
navigate_breadcrumb(struct render *r)
{
	const struct output *o = r->out, *up[3];
	size_t lang = o->lang->index, n = 0;
	void **v = ARENA_ARRAY(r->arena, void *, 3);
	struct view_list list = { v, 0 };

	if (o->kind != OUTPUT_ROOT && o->kind != OUTPUT_HOME)
		up[n++] = r->site->homes[lang];
	if (o->course && o->kind != OUTPUT_COURSE)
		up[n++] = o->course->pages[lang];
	if (o->module && o->kind != OUTPUT_MODULE)
		up[n++] = o->module->pages[lang];
	for (size_t i = 0; i < n; i++) {
		struct link_view *link = navigate_link(r, up[i]);

		if (link && up[i]->kind == OUTPUT_HOME) {
			struct link_view *home = ARENA_NEW(r->arena, struct link_view);

			*home = *link;
			home->title = ui_text(o->lang, "home");
			link = home;
		}
		if (link)
			v[list.n++] = link;
	}
	return list;
}

static struct str
change_to(struct render *r, struct str language)
{
	struct ui_arg arg = { "language", language };

	return ui_format(r->arena, r->out->lang, "change-language", &arg, 1);
}

struct view_list
navigate_languages(struct render *r)
{
	const struct output *o = r->out;
	struct output *const *pages = o->nalternates > 0 ? o->alternates : r->site->homes;
	size_t n = o->nalternates > 0 ? o->nalternates : r->site->nlanguages, k = 0;
	void **v = ARENA_ARRAY(r->arena, void *, n);

	for (size_t i = 0; i < n; i++) {
		struct language_view *l;

		if (pages[i] == NULL)
			continue;
		facts_note(r->facts, FACT_LINK, pages[i]->path);
		if (pages[i]->fallback)
			facts_note(r->facts, FACT_STRINGS, pages[i]->lang->tag);
		l = ARENA_NEW(r->arena, struct language_view);
		l->tag = pages[i]->lang->tag;
		l->dir = pages[i]->lang->dir;
		l->autonym = pages[i]->lang->autonym;
		l->name = o->lang->names ? o->lang->names[pages[i]->lang->index] : l->autonym;
		l->change = pages[i] == o ? STR_EMPTY : change_to(r, l->name);
		l->url = navigate_url(r, pages[i]);
		l->absolute = pages[i]->lang->pseudo ? STR_EMPTY : navigate_absolute(r, pages[i]);
		l->missing = pages[i]->fallback && !pages[i]->lang->pseudo ? ui_text(pages[i]->lang, "not-translated")
									   : STR_EMPTY;
		l->current = pages[i] == o;
		l->translated = !pages[i]->fallback && !pages[i]->lang->pseudo;
		v[k++] = l;
	}
	return (struct view_list){ v, k };
}
