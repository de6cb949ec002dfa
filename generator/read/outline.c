/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/outline.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/fs.h"
#include "base/path.h"
#include "model/origin.h"
#include "read/document.h"
#include "read/origins.h"
#include "read/recalled.h"
#include "read/scan.h"
#include "read/settle.h"

static const char content[] = "content";

/* A Markdown file's name taken apart: number, name, language. */
struct page_name {
	struct str stem; /* path without language and ".md": what translations share */
	struct str name; /* "ordinary-streets" */
	struct str lang; /* empty: the source language */
};

struct outliner {
	struct site *site;
	struct diags *d;
	struct scan_files files;
	struct outline_texts VEC_OF(struct text *) texts;
	struct outline_docs VEC_OF(struct document *) docs;
	struct outline_courses VEC_OF(struct course *) courses;
	struct outline_pos VEC_OF(struct po_file *) pos;
	struct outline_unusable VEC_OF(struct str) unusable; /* folders whose course.yaml was diagnosed */
	struct map stems;                                    /* stem → struct document * */
};

static struct page_name
name_of(struct outliner *o, struct str path)
{
	struct page_name p = { .lang = STR_EMPTY };
	struct str base;
	size_t dot;

	p.stem = str_sub(path, 0, path.n - 3);
	base = path_base(p.stem);
	dot = str_rfind(base, '.');
	if (dot < base.n && dot > 0 && site_language(o->site, str_sub(base, dot + 1, base.n))) {
		p.lang = str_sub(base, dot + 1, base.n);
		p.stem.n -= base.n - dot;
		base = str_sub(base, 0, dot);
	}
	p.name = path_unnumbered(base);
	return p;
}

static struct course *
course_of(struct outliner *o, struct str path)
{
	struct course *best = NULL;

	for (size_t i = 0; i < o->courses.n; i++) {
		struct course *c = o->courses.v[i];

		if (path.n > c->path.n && path.p[c->path.n] == '/' && str_starts(path, c->path.p) &&
		    (best == NULL || c->path.n > best->path.n))
			best = c;
	}
	return best;
}

static void
add_course(struct outliner *o, const struct scan_file *f)
{
	struct course *c = ARENA_NEW(&o->site->arena, struct course);
	struct str below;

	c->path = arena_str(&o->site->arena, path_dir(f->path));
	c->src.path = f->path;
	below = c->path.n > sizeof content ? str_sub(c->path, sizeof content, c->path.n) : STR("course");
	c->name = path_unnumbered(below);
	c->source_lang = STR_EMPTY;
	if (settle_course(o->site, c, f->file, o->d))
		VEC_PUSH(&o->courses, c);
	else
		VEC_PUSH(&o->unusable, c->path);
}

/* What lies there cannot be read without its course, which was told. */
static bool
below_unusable(const struct outliner *o, struct str path)
{
	for (size_t i = 0; i < o->unusable.n; i++) {
		struct str folder = o->unusable.v[i];

		if (path.n > folder.n && path.p[folder.n] == '/' && str_eq(str_sub(path, 0, folder.n), folder))
			return true;
	}
	return false;
}

static struct document *
document_for(struct outliner *o, struct str stem, struct str name, struct course *c)
{
	struct document *doc = map_get(&o->stems, stem);

	if (doc)
		return doc;
	doc = ARENA_NEW(&o->site->arena, struct document);
	doc->path = ARENA_CAT(&o->site->arena, stem, STR(".md"));
	doc->name = arena_str(&o->site->arena, name);
	doc->course = c;
	doc->texts = ARENA_ARRAY(&o->site->arena, struct text *, c->nlanguages + 1);
	map_put(&o->stems, stem, doc);
	VEC_PUSH(&o->docs, doc);
	return doc;
}

static struct text *
new_text(struct outliner *o, const struct scan_file *f, struct str lang, struct document *doc)
{
	struct text *t = ARENA_NEW(&o->site->arena, struct text);

	t->doc = doc;
	t->lang = lang;
	t->src = (struct source){ f->path, STR_EMPTY };
	t->file = f->file;
	t->origin = map_get(&o->site->origins, f->path);
	t->url_part = STR_EMPTY;
	t->title_lang = lang;
	return t;
}

/* How deep below the course a file may lie: in its folder, or in that of a module. */
static bool
in_reach(const struct course *c, struct str path)
{
	struct str below = str_sub(path, c->path.n + 1, path.n);
	size_t slash = str_find(below, '/');

	return slash == below.n || str_find(str_sub(below, slash + 1, below.n), '/') == below.n - slash - 1;
}

/* Two files of one page in one language: page.md and page.en.md, where English is the source. */
static void
tell_twice(struct outliner *o, const struct source *src, const struct text *first)
{
	struct diag *g = diag_add(
	    o->d, DIAG_OUTPUT_COLLISION, src, (struct span){ 0 }, "another file is this page in the same language");

	if (first)
		diag_note(o->d, g, "that is %.*s", STR_ARG(first->src.path));
}

static int
by_scan_path(const void *key, const void *file)
{
	return str_cmp(*(const struct str *)key, ((const struct scan_file *)file)->path);
}

static bool
was_scanned(const struct outliner *o, struct str path)
{
	return o->files.n > 0 && bsearch(&path, o->files.v, o->files.n, sizeof *o->files.v, by_scan_path) != NULL;
}

/* Whether ${s} has the form of a short language tag: "de", "fa-AF". */
static bool
looks_like_language(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		bool lower = s.p[i] >= 'a' && s.p[i] <= 'z', upper = s.p[i] >= 'A' && s.p[i] <= 'Z';

		if (s.n == 5 && i == 2 ? s.p[i] != '-' : i < 2 || s.n == 3 ? !lower : !upper)
			return false;
	}
	return s.n == 2 || s.n == 3 || s.n == 5;
}

/* NAME.de.md beside NAME.md, in a site without German: told, and no page of its own. */
static bool
in_unknown_language(struct outliner *o, const struct page_name *p, const struct source *src)
{
	struct str base = path_base(p->stem);
	size_t dot = str_rfind(base, '.');
	struct str tag = str_sub(base, dot + 1, base.n);
	struct diag *g;

	if (p->lang.n > 0 || dot == base.n || dot == 0 || !looks_like_language(tag) ||
	    !was_scanned(o, arena_fmt(&o->site->arena, "%.*s.md", (int)(p->stem.n - tag.n - 1), p->stem.p)))
		return false;
	g = diag_add(o->d, DIAG_LANGUAGE_UNKNOWN, src, (struct span){ 0, 0, 0 },
	    "`%.*s` is not among the languages of site.yaml, but this looks like a translation", STR_ARG(tag));
	diag_note(o->d, g, "add it to `languages`, or rename the file");
	return true;
}

static void
add_page(struct outliner *o, const struct scan_file *f)
{
	struct page_name p = name_of(o, f->path);
	struct course *c = course_of(o, f->path);
	struct source src = { f->path, STR_EMPTY };
	struct document *doc;

	if (path_base(f->path).p[0] == '_') {
		map_put(&o->site->includes, f->path, new_text(o, f, p.lang, NULL));
		return;
	}
	if (c == NULL && below_unusable(o, f->path))
		return;
	if (c == NULL || !in_reach(c, f->path)) {
		diag_add(o->d, DIAG_PAGE_KIND, &src, (struct span){ 0, 0, 0 }, "%s",
		    c ? "it lies deeper than a module of its course" : "no course.yaml in its folder or above");
		return;
	}
	if (in_unknown_language(o, &p, &src))
		return;
	if (p.lang.n == 0)
		p.lang = c->source_lang;
	doc = document_for(o, p.stem, p.name, c);
	if (site_text(doc, p.lang) || doc->ntexts > c->nlanguages) {
		tell_twice(o, &src, site_text(doc, p.lang));
		return;
	}
	doc->texts[doc->ntexts++] = new_text(o, f, p.lang, doc);
	VEC_PUSH(&o->texts, doc->texts[doc->ntexts - 1]);
	map_put(&o->site->pages, f->path, doc->texts[doc->ntexts - 1]);
}

static void
add_asset(struct outliner *o, const struct scan_file *f)
{
	struct asset *a = ARENA_NEW(&o->site->arena, struct asset);

	a->path = f->path;
	a->file = f->file;
	a->origin = map_get(&o->site->origins, f->path);
	map_put(&o->site->assets, f->path, a);
}

/* Files that are meant as pages, but named so that they are none. */
static bool
nearly_page(struct str path)
{
	static const char *const endings[] = { ".MD", ".Md", ".markdown", ".md.txt", ".mdown" };

	for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
		if (str_ends(path, endings[i]))
			return true;
	return false;
}

static void
tell_ending(struct outliner *o, struct str path)
{
	struct source src = { path, STR_EMPTY };

	diag_add(
	    o->d, DIAG_PAGE_KIND, &src, (struct span){ 0, 0, 0 }, "a page's name ends in `.md`; this one is left out");
}

static void
add_catalogue(struct outliner *o, const struct scan_file *f)
{
	struct po_file *po = ARENA_NEW(&o->site->arena, struct po_file);

	po->path = f->path;
	po->file = f->file;
	VEC_PUSH(&o->pos, po);
}

static bool
in_data(struct str path)
{
	return str_starts(path, "content/data/");
}

static void
add_file(struct outliner *o, const struct scan_file *f)
{
	struct site *s = o->site;

	if (str_is(f->path, "content/data/contacts.yaml"))
		s->contacts = settle_data(s, f->path, f->file, &s->contacts_src, o->d);
	else if (str_is(f->path, "content/data/sources.yaml"))
		s->sources = settle_data(s, f->path, f->file, &s->sources_src, o->d);
	else if (in_data(f->path) || str_ends(f->path, ".yaml") || str_ends(f->path, ".pot"))
		return;
	else if (str_ends(f->path, ".po"))
		add_catalogue(o, f);
	else if (str_ends(f->path, ".md"))
		add_page(o, f);
	else if (nearly_page(f->path))
		tell_ending(o, f->path);
	else
		add_asset(o, f);
}

/* The source language first, then in the order of the course's languages. */
static void
order_texts(struct document *doc)
{
	const struct course *c = doc->course;
	size_t at = 0;

	for (size_t k = 0; k <= c->nlanguages; k++) {
		struct str lang = k == 0 ? c->source_lang : c->languages[k - 1]->tag;

		for (size_t i = at; i < doc->ntexts; i++) {
			struct text *t = doc->texts[i];

			if (!str_eq(t->lang, lang))
				continue;
			doc->texts[i] = doc->texts[at];
			doc->texts[at++] = t;
			break;
		}
	}
}

/* A document needs its source; a text in a language that the course does not have is left out. */
static void
check_texts(struct outliner *o, struct document *doc)
{
	const struct course *c = doc->course;
	size_t kept = 0;

	for (size_t i = 0; i < doc->ntexts; i++) {
		struct text *t = doc->texts[i];
		bool has = false;

		for (size_t k = 0; k < c->nlanguages; k++)
			has = has || str_eq(c->languages[k]->tag, t->lang);
		if (has)
			doc->texts[kept++] = t;
		else
			diag_note(o->d,
			    diag_add(o->d, DIAG_LANGUAGE_UNKNOWN, &t->src, (struct span){ 0, 0, 0 },
				"`%.*s` is not a language of this course", STR_ARG(t->lang)),
			    "add it to `languages:` in %.*s", STR_ARG(c->src.path));
	}
	doc->ntexts = kept;
	order_texts(doc);
	if (kept > 0 && !str_eq(doc->texts[0]->lang, c->source_lang))
		diag_add(o->d, DIAG_TRANSLATION_ORPHAN, &doc->texts[0]->src, (struct span){ 0, 0, 0 },
		    "there is no `%.*s`", STR_ARG(path_base(doc->path)));
}

/* -- front matter, in parallel -- */

struct fronts {
	struct outliner *o;
	struct diags *d; /* one a worker */
};

static void
read_one(void *ctx, size_t worker, size_t i)
{
	struct fronts *f = ctx;
	struct text *t = f->o->texts.v[i];
	struct arena *keep = &f->o->site->keep[worker];

	if (t->origin->known && t->origin->kept.n > 0 && recalled_front(keep, t, t->origin->kept, &f->d[worker]))
		return;
	t->origin->kept = STR_EMPTY;
	if (document_front(keep, t, &f->d[worker]) < 0)
		t->broken = t->meta.title.n == 0;
}

static void
read_fronts(struct outliner *o)
{
	size_t workers = pool_size(o->site->pool);
	struct fronts f = { o, mem_alloc(workers * sizeof *f.d) };

	pool_each(o->site->pool, o->texts.n, read_one, &f);
	for (size_t i = 0; i < workers; i++)
		diags_merge(o->d, &f.d[i]);
	for (size_t i = 0; i < workers; i++)
		diags_free(&f.d[i]);
	free(f.d);
}

static int
by_path(const void *a, const void *b)
{
	const struct document *const *x = a, *const *y = b;

	return str_cmp((*x)->path, (*y)->path);
}

/* Documents without any text left are dropped; what is left is sorted by path. */
static void
keep_documents(struct outliner *o)
{
	struct site *s = o->site;

	s->docs = ARENA_ARRAY(&s->arena, struct document *, o->docs.n);
	for (size_t i = 0; i < o->docs.n; i++) {
		struct document *doc = o->docs.v[i];

		check_texts(o, doc);
		if (doc->ntexts > 0)
			s->docs[s->ndocs++] = doc;
	}
	if (s->ndocs > 0)
		qsort(s->docs, s->ndocs, sizeof *s->docs, by_path);
	s->pos = ARENA_ARRAY(&s->arena, struct po_file *, o->pos.n);
	for (size_t i = 0; i < o->pos.n; i++) /* files come sorted by path */
		s->pos[s->npos++] = o->pos.v[i];
	s->courses = ARENA_ARRAY(&s->arena, struct course *, o->courses.n);
	for (size_t i = 0; i < o->courses.n; i++)
		s->courses[s->ncourses++] = o->courses.v[i];
}

static void
no_course(const char *why, struct diags *d)
{
	diag_note(d, diag_add(d, DIAG_COURSE_MISSING, NULL, (struct span){ 0 }, "%s", why),
	    "`pensum new course NAME` makes one");
}

/* Whether content/ is there; one that cannot be looked at is left to scan_tree(). */
static bool
has_content(struct site *site, struct diags *d)
{
	struct str dir = path_join(&site->arena, site->config->root, str_of(content));
	enum fs_kind kind;

	errno = 0;
	kind = fs_kind(dir.p);
	if (kind == FS_DIR || (kind == FS_NONE && errno != ENOENT))
		return true;
	no_course(kind == FS_NONE ? "there is no folder content/" : "content is no folder", d);
	return false;
}

int
outline_scan(struct site *site, struct scan_files *files, struct diags *d)
{
	return settle_site(site, d) == 0 && has_content(site, d) &&
		scan_tree(&site->arena, site->config->root, content, files, d) == 0
	    ? 0
	    : -1;
}

void
outline_of(struct site *site, struct scan_files *files, struct diags *d)
{
	struct outliner o = { .site = site, .d = d, .files = *files };

	origins_look(site, &o.files);
	map_room(&site->pages, o.files.n);
	map_room(&o.stems, o.files.n);
	for (size_t i = 0; i < o.files.n; i++)
		if (str_is(path_base(o.files.v[i].path), "course.yaml"))
			add_course(&o, &o.files.v[i]);
	for (size_t i = 0; i < o.files.n; i++)
		add_file(&o, &o.files.v[i]);
	if (o.courses.n == 0 && o.unusable.n == 0)
		no_course("no course.yaml is below content/", d);
	read_fronts(&o);
	keep_documents(&o);
	VEC_FREE(&o.files);
	VEC_FREE(&o.texts);
	VEC_FREE(&o.docs);
	VEC_FREE(&o.courses);
	VEC_FREE(&o.pos);
	VEC_FREE(&o.unusable);
	map_free(&o.stems);
	*files = (struct scan_files){ 0 };
}

int
outline_read(struct site *site, struct diags *d)
{
	struct scan_files files = { 0 };
	int r = outline_scan(site, &files, d);

	if (r == 0)
		outline_of(site, &files, d);
	VEC_FREE(&files);
	return r;
}
