/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/outputs.h"

#include <stdlib.h>
#include <string.h>

#include "base/slug.h"
#include "base/unicode.h"
#include "base/vec.h"

/* A page and where it would be without translated slugs, so that an address can be guessed from another language's. */
struct plan_move {
	struct output *to;
	struct str from;
};

/* A folder of pages: its address, and what it would be by the slugs of the source; mostly that is the same text. */
struct folder {
	struct str path, plain;
};

struct planner {
	struct site *site;
	struct diags *d;
	struct map paths; /* path → struct output * */
	struct plan_moves VEC_OF(struct plan_move) moves;
	struct plan_outputs VEC_OF(struct output *) all;
};

/* -- parts of addresses -- */

static bool
plain_part(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
			c == '_' || (c == '.' && i > 0)))
			return false;
	}
	return s.n > 0;
}

/* A name as part of an address: as it is where that is plain, else its slug, else what the caller has. */
static struct str
part_of(struct planner *p, struct str name, struct str lang, struct str otherwise)
{
	struct str slug;

	if (plain_part(name))
		return name;
	slug = slug_of(&p->site->arena, name, lang);
	return slug.n > 0 ? slug : otherwise;
}

static struct str
checked_slug(struct planner *p, const struct value *v, struct str slug, const struct source *src)
{
	if (slug.n == 0 || plain_part(slug))
		return slug;
	diag_note(p->d,
	    diag_add(p->d, DIAG_SETTING_VALUE, src, v ? v->at : (struct span){ 0, 0, 0 }, "`slug` cannot be `%.*s`",
		STR_ARG(slug)),
	    "a slug is one part of an address: letters a-z, digits, `-`, `_`");
	return STR_EMPTY;
}

/* The last part of the address of ${t}: its slug (meta_check() told of a bad one), else its file's name. */
static void
name_text(struct planner *p, struct text *t)
{
	bool index = str_is(t->doc->name, "index");

	if (plain_part(t->meta.slug))
		t->url_part = t->meta.slug;
	else if (!index)
		t->url_part = part_of(p, t->doc->name, t->lang, STR("page"));
}

/* The text that readers of ${lang} see: theirs, one of their chain, or the source. */
static struct text *
text_for(const struct document *doc, const struct language *lang)
{
	struct text *t = site_text(doc, lang->tag);

	for (size_t i = 0; (t == NULL || t->broken) && i < lang->nchain; i++)
		t = site_text(doc, lang->chain[i]);
	return t && !t->broken ? t : doc->texts[0];
}

static struct str
module_part(struct planner *p, const struct module *m, const struct language *lang)
{
	struct text *t = m->index ? text_for(m->index, lang) : NULL;

	if (t && t->url_part.n > 0)
		return t->url_part;
	return part_of(p, m->name, m->course->source_lang, STR("module"));
}

static struct str
course_part(struct planner *p, const struct course *c, const struct language *lang)
{
	struct str slug = value_text(c->slug, lang->tag);

	slug = checked_slug(p, c->slug, slug, &c->src);
	return slug.n > 0 ? slug : part_of(p, c->name, c->source_lang, STR("course"));
}

/* -- outputs -- */

static void
collide(struct planner *p, const struct output *o, const struct output *first)
{
	const struct source *src = o->text ? &o->text->src : o->course ? &o->course->src : &p->site->src;
	struct str other = first->text ? first->text->src.path
	    : first->course            ? first->course->path
				       : STR("the site itself");
	struct diag *g =
	    diag_add(p->d, DIAG_OUTPUT_COLLISION, src, (struct span){ 0, 0, 0 }, "`%.*s`", STR_ARG(o->path));

	diag_note(p->d, g, "it is also the address of %.*s", STR_ARG(other));
}

/* What a path is taken by: those that differ in case only would collide on some systems. Most are in small letters already. */
static struct str
key_of(struct planner *p, struct str path)
{
	return unicode_is_small(path) ? path : unicode_fold(&p->site->arena, path);
}

/* Adds ${o} unless its path is taken. */
static struct output *
add(struct planner *p, struct output o)
{
	struct output *kept = ARENA_NEW(&p->site->arena, struct output), *first;

	*kept = o;
	first = map_add(&p->paths, key_of(p, o.path), kept);
	if (first) {
		collide(p, kept, first);
		return NULL;
	}
	VEC_PUSH(&p->all, kept);
	return kept;
}

static struct output
page(enum output_kind kind, struct str path, struct language *lang)
{
	return (struct output){ .kind = kind, .path = path, .lang = lang };
}

static struct output *
add_document(struct planner *p, enum output_kind kind, struct str path, struct language *lang, struct document *doc)
{
	struct output o = page(kind, path, lang);

	o.course = doc->course;
	o.module = doc->module;
	o.doc = doc;
	o.text = text_for(doc, lang);
	o.fallback = !str_eq(o.text->lang, lang->tag);
	return add(p, o);
}

static struct output **
by_language(struct planner *p)
{
	return ARENA_ARRAY(&p->site->arena, struct output *, p->site->nlanguages);
}

static struct str
index_of(struct planner *p, struct str folder)
{
	return ARENA_CAT(&p->site->arena, folder, STR("index.html"));
}

static struct folder
below(struct planner *p, const struct folder *f, struct str part, struct str plain)
{
	struct arena *a = &p->site->arena;
	struct folder own;

	own.path = own.plain = ARENA_CAT(a, f->path, part, STR("/"));
	if (f->path.p != f->plain.p || !str_eq(part, plain))
		own.plain = ARENA_CAT(a, f->plain, plain, STR("/"));
	return own;
}

/* ${to} is the page of the folder ${own}. */
static void
note_move(struct planner *p, struct output *to, const struct folder *own)
{
	if (to && own->path.p != own->plain.p && !str_eq(own->path, own->plain))
		VEC_PUSH(&p->moves, ((struct plan_move){ to, index_of(p, own->plain) }));
}

static void
plan_document(
    struct planner *p, struct document *doc, const struct folder *f, struct language *lang, enum output_kind kind)
{
	struct folder own = below(p, f, text_for(doc, lang)->url_part, doc->texts[0]->url_part);

	doc->pages = doc->pages ? doc->pages : by_language(p);
	doc->pages[lang->index] = add_document(p, kind, index_of(p, own.path), lang, doc);
	note_move(p, doc->pages[lang->index], &own);
}

static struct str
plain_module_part(struct planner *p, const struct module *m)
{
	struct language *source = site_language(p->site, m->course->source_lang);

	return source ? module_part(p, m, source) : m->name;
}

static void
plan_module(struct planner *p, struct module *m, const struct folder *f, struct language *lang)
{
	struct folder own = below(p, f, module_part(p, m, lang), plain_module_part(p, m));
	struct str path = index_of(p, own.path);
	struct output o = page(OUTPUT_MODULE, path, lang);

	m->pages = m->pages ? m->pages : by_language(p);
	o.course = m->course;
	o.module = m;
	if (m->index) {
		m->pages[lang->index] = add_document(p, OUTPUT_MODULE, path, lang, m->index);
		m->index->pages = m->pages;
	} else {
		m->pages[lang->index] = add(p, o);
	}
	note_move(p, m->pages[lang->index], &own);
	for (size_t i = 0; i < m->ndocs; i++)
		plan_document(
		    p, m->docs[i], &own, lang, m->docs[i]->type == PAGE_GLOSSARY ? OUTPUT_GLOSSARY : OUTPUT_DOCUMENT);
}

static void
plan_glossary(struct planner *p, struct course *c, struct str folder, struct language *lang)
{
	struct output o =
	    page(OUTPUT_GLOSSARY, arena_fmt(&p->site->arena, "%.*sglossary/index.html", STR_ARG(folder)), lang);

	if (c->glossary == NULL && !c->mentions_definitions)
		return;
	c->glossaries = c->glossaries ? c->glossaries : by_language(p);
	o.course = c;
	c->glossaries[lang->index] = c->glossary ? c->glossary->pages[lang->index] : add(p, o);
}

static void
plan_course(struct planner *p, struct course *c, struct language *lang)
{
	struct language *source = site_language(p->site, c->source_lang);
	struct str home = arena_fmt(&p->site->arena, "%.*s/", STR_ARG(lang->tag));
	struct folder all = { home, home },
		      own = below(p, &all, course_part(p, c, lang), course_part(p, c, source ? source : lang));
	struct str path = index_of(p, own.path);
	struct output o = page(OUTPUT_COURSE, path, lang);

	c->pages = c->pages ? c->pages : by_language(p);
	o.course = c;
	c->pages[lang->index] = c->index ? add_document(p, OUTPUT_COURSE, path, lang, c->index) : add(p, o);
	if (c->index)
		c->index->pages = c->pages;
	note_move(p, c->pages[lang->index], &own);
	for (size_t i = 0; i < c->ndocs; i++)
		plan_document(
		    p, c->docs[i], &own, lang, c->docs[i]->type == PAGE_GLOSSARY ? OUTPUT_GLOSSARY : OUTPUT_DOCUMENT);
	for (size_t i = 0; i < c->nmodules; i++)
		plan_module(p, c->modules[i], &own, lang);
	plan_glossary(p, c, own.path, lang);
}

/* Pages go before those that would only send readers on. */
static void
plan_moves(struct planner *p)
{
	for (size_t i = 0; i < p->moves.n; i++) {
		struct plan_move *m = &p->moves.v[i];
		struct output o = page(OUTPUT_MOVED, m->from, m->to->lang);

		o.moved = m->to;
		if (map_get(&p->paths, key_of(p, o.path)) == NULL)
			add(p, o);
	}
}

static void
plan_site(struct planner *p)
{
	struct site *s = p->site;

	add(p, page(OUTPUT_ROOT, STR("index.html"), &s->languages[0]));
	add(p, page(OUTPUT_NOTFOUND, STR("404.html"), &s->languages[0]));
	s->homes = by_language(p);
	s->searches = s->search ? by_language(p) : NULL;
	for (size_t i = 0; i < s->nlanguages; i++) {
		struct language *l = &s->languages[i];

		s->homes[i] = add(p, page(OUTPUT_HOME, arena_fmt(&s->arena, "%.*s/index.html", STR_ARG(l->tag)), l));
		if (s->search)
			s->searches[i] = add(
			    p, page(OUTPUT_SEARCH, arena_fmt(&s->arena, "%.*s/search/index.html", STR_ARG(l->tag)), l));
	}
}

/* -- the same page in other languages -- */

/* The pages by language that ${o} is one of; NULL for a page of its own kind. */
static struct output **
family(const struct site *s, const struct output *o)
{
	switch (o->kind) {
	case OUTPUT_HOME: return s->homes;
	case OUTPUT_SEARCH: return s->searches;
	case OUTPUT_COURSE: return o->course->pages;
	case OUTPUT_MODULE: return o->module->pages;
	case OUTPUT_GLOSSARY: return o->doc ? o->doc->pages : o->course->glossaries;
	case OUTPUT_DOCUMENT: return o->doc->pages;
	default: return NULL;
	}
}

static void
link_alternates(struct planner *p, struct output *o)
{
	struct output **pages = family(p->site, o);

	if (pages == NULL)
		return;
	o->alternates = ARENA_ARRAY(&p->site->arena, struct output *, p->site->nlanguages);
	for (size_t i = 0; i < p->site->nlanguages; i++)
		if (pages[i])
			o->alternates[o->nalternates++] = pages[i];
}

static int
by_path(const void *a, const void *b)
{
	const struct output *const *x = a, *const *y = b;

	return str_cmp((*x)->path, (*y)->path);
}

void
outputs_plan(struct site *site, struct diags *d)
{
	struct planner p = { .site = site, .d = d };

	for (size_t i = 0; i < site->ndocs; i++)
		for (size_t k = 0; k < site->docs[i]->ntexts; k++)
			name_text(&p, site->docs[i]->texts[k]);
	plan_site(&p);
	for (size_t i = 0; i < site->ncourses; i++)
		for (size_t k = 0; k < site->courses[i]->nlanguages; k++)
			plan_course(&p, site->courses[i], site->courses[i]->languages[k]);
	plan_moves(&p);
	for (size_t i = 0; i < p.all.n; i++)
		link_alternates(&p, p.all.v[i]);
	site->outputs = ARENA_ARRAY(&site->arena, struct output *, p.all.n);
	memcpy(site->outputs, p.all.v, p.all.n * sizeof *site->outputs);
	site->noutputs = p.all.n;
	qsort(site->outputs, site->noutputs, sizeof *site->outputs, by_path);
	VEC_FREE(&p.all);
	VEC_FREE(&p.moves);
	map_free(&p.paths);
}
