/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/texts.h"

#include <string.h>

#include "base/hash.h"
#include "base/path.h"
#include "base/pool.h"
#include "model/origin.h"
#include "model/po.h"
#include "translate/compiled.h"
#include "translate/segments.h"

/* -- which pages a catalogue is for -- */

static const struct course *
course_of(const struct site *s, struct str folder)
{
	for (size_t i = 0; i < s->ncourses; i++) {
		struct str path = s->courses[i]->path;

		if (str_eq(path, folder) ||
		    (folder.n > path.n && folder.p[path.n] == '/' && str_eq(str_sub(folder, 0, path.n), path)))
			return s->courses[i];
	}
	return NULL;
}

static bool
speaks(const struct course *c, struct str lang)
{
	for (size_t i = 0; i < c->nlanguages; i++)
		if (str_eq(c->languages[i]->tag, lang))
			return true;
	return false;
}

const struct po_file *
texts_catalogue(const struct site *site, const struct document *doc, struct str lang)
{
	struct str folder = path_dir(doc->path);

	for (size_t i = 0; i < site->npos; i++)
		if (str_eq(site->pos[i]->folder, folder) && str_eq(site->pos[i]->lang, lang))
			return site->pos[i];
	return NULL;
}

/* -- settings -- */

struct settings {
	struct arena *a;
	const struct po *po;
	bool missing; /* a word was not there */
};

static struct str
word(struct settings *s, enum segment_role role, struct str source)
{
	const struct po_entry *e = po_find(s->po, STR_EMPTY, segments_role(role), str_trim(source));

	s->missing |= e == NULL && str_trim(source).n > 0;
	return e ? e->text : source;
}

/* A setting whose words are translated: text, list or map. */
static const struct value *
words(struct settings *s, enum segment_role role, const struct value *v)
{
	struct value *to;

	if (v == NULL || v->kind == VALUE_NULL)
		return v;
	to = ARENA_NEW(s->a, struct value);
	*to = *v;
	if (v->kind == VALUE_LIST) {
		to->as.items = ARENA_ARRAY(s->a, struct value, v->n);
		for (size_t i = 0; i < v->n; i++)
			to->as.items[i] = *words(s, role, &v->as.items[i]);
	} else if (v->kind == VALUE_MAP) {
		to->as.entries = ARENA_ARRAY(s->a, struct value_entry, v->n);
		for (size_t i = 0; i < v->n; i++) {
			to->as.entries[i] = v->as.entries[i];
			if (v->as.entries[i].value.kind == VALUE_TEXT)
				to->as.entries[i].value = *words(s, role, &v->as.entries[i].value);
		}
	} else if (v->kind == VALUE_TEXT) {
		to->text = word(s, role, v->text);
	}
	return to;
}

/* All of them are translated, or none is shown so: two languages in one line of a list of pages help nobody. */
static void
translate_settings(struct text *t, const struct text *source, struct arena *a)
{
	struct settings s = { a, t->po->po, false };
	struct meta meta = source->meta;

	meta.title = word(&s, SEGMENT_TITLE, meta.title);
	meta.summary = word(&s, SEGMENT_SUMMARY, meta.summary);
	meta.objectives = words(&s, SEGMENT_OBJECTIVE, meta.objectives);
	meta.content_note = words(&s, SEGMENT_CONTENT_NOTE, meta.content_note);
	t->meta = s.missing ? source->meta : meta;
	t->title_lang = s.missing ? source->lang : t->lang;
}

/* -- texts -- */

static bool
mentions(const struct po *po, const struct document *doc)
{
	struct str title = str_trim(doc->texts[0]->meta.title);

	return map_get(&po->mentioned, doc->path) != NULL ||
	    po_find(po, STR_EMPTY, segments_role(SEGMENT_TITLE), title) != NULL;
}

/* Behind the source text, by the order of the course's languages. */
static void
insert(struct document *doc, struct text *t)
{
	const struct course *c = doc->course;
	size_t at = 1;

	for (size_t i = 0; i < c->nlanguages && !str_eq(c->languages[i]->tag, t->lang); i++)
		if (at < doc->ntexts && str_eq(doc->texts[at]->lang, c->languages[i]->tag))
			at++;
	memmove(&doc->texts[at + 1], &doc->texts[at], (doc->ntexts - at) * sizeof *doc->texts);
	doc->texts[at] = t;
	doc->ntexts++;
}

static void
add_text(struct site *site, struct document *doc, const struct po_file *file)
{
	const struct text *source = doc->texts[0];
	struct text *t = ARENA_NEW(&site->arena, struct text);

	*t = *source;
	t->file = file->file;
	t->lang = file->lang;
	t->src = file->po->src;
	t->po = file;
	t->origin = NULL;
	t->harvest = NULL;
	t->coverage = NULL;
	t->url_part = STR_EMPTY;
	translate_settings(t, source, &site->arena);
	insert(doc, t);
}

static void
add_texts(struct site *site, struct document *doc)
{
	const struct course *c = doc->course;

	for (size_t i = 0; i < c->nlanguages; i++) {
		struct str lang = c->languages[i]->tag;
		struct po_file *file = (struct po_file *)(uintptr_t)texts_catalogue(site, doc, lang);

		if (file == NULL)
			continue;
		file->known = true;
		if (file->po && !doc->texts[0]->broken && site_text(doc, lang) == NULL && mentions(file->po, doc))
			add_text(site, doc, file);
	}
}

/* -- catalogues -- */

/* content/<course>/po/<lang>/<module>.po: `course` stands for the course's own folder. */
static bool
place(struct site *site, struct po_file *f, struct diags *d)
{
	struct source src = { f->path, STR_EMPTY };
	struct str dir = path_dir(f->path), above = path_dir(dir), name = path_base(f->path), folder = path_dir(above);
	const struct course *c = course_of(site, folder);

	f->lang = path_base(dir);
	name.n -= 3; /* ".po" */
	if (!str_is(path_base(above), "po") || c == NULL || !str_eq(c->path, folder)) {
		diag_note(d, diag_add(d, DIAG_TRANSLATION_ORPHAN, &src, (struct span){ 0 }, "no course is beside it"),
		    "catalogues stand in content/COURSE/po/LANGUAGE/MODULE.po");
		return false;
	}
	if (!speaks(c, f->lang)) {
		diag_note(d,
		    diag_add(d, DIAG_LANGUAGE_UNKNOWN, &src, (struct span){ 0 },
			"`%.*s` is not a language of this course", STR_ARG(f->lang)),
		    "add it to `languages:` in %.*s", STR_ARG(c->src.path));
		return false;
	}
	f->folder = str_is(name, "course") ? c->path : path_join(&site->arena, c->path, name);
	return true;
}

struct reading {
	struct site *site;
	struct diags *told; /* by worker */
};

static void
read_catalogue(void *ctx, size_t worker, size_t i)
{
	struct reading *r = ctx;
	struct po_file *f = r->site->pos[i];
	struct origin *o = map_get(&r->site->origins, f->path);

	f->po =
	    compiled_read(&r->site->keep[worker], r->site->config->root, f->path, f->file, f->lang, &r->told[worker]);
	if (f->po)
		f->po->lang = f->lang;
	if (o)
		o->hash =
		    f->po ? hash_bytes(f->po->src.bytes) : 0; /* of what was read, and not of what was looked at */
}

static void
read_catalogues(struct site *site, struct diags *d)
{
	size_t workers = pool_size(site->pool);
	struct reading r = { site, ARENA_ARRAY(&site->arena, struct diags, workers) };

	pool_each(site->pool, site->npos, read_catalogue, &r);
	for (size_t i = 0; i < workers; i++) {
		diags_merge(d, &r.told[i]);
		diags_free(&r.told[i]);
	}
}

void
texts_prepare(struct site *site, struct diags *d)
{
	size_t n = 0;

	for (size_t i = 0; i < site->npos; i++) {
		struct po_file *f = site->pos[i];

		if (place(site, f, d))
			site->pos[n++] = f;
	}
	site->npos = n;
	read_catalogues(site, d);
	for (size_t i = 0; i < site->ndocs && n > 0; i++)
		add_texts(site, site->docs[i]);
	for (size_t i = 0; i < n; i++) {
		struct source src = { site->pos[i]->path, STR_EMPTY };

		if (!site->pos[i]->known)
			diag_note(d,
			    diag_add(d, DIAG_TRANSLATION_ORPHAN, &src, (struct span){ 0 }, "no page stands in `%.*s`",
				STR_ARG(site->pos[i]->folder)),
			    "give it the name of the module's folder if that was renamed, else delete it");
	}
}
