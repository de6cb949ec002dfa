/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/workshop.h"

#include <errno.h>
#include <string.h>

#include "base/fs.h"
#include "base/near.h"
#include "base/path.h"
#include "base/vec.h"
#include "localise/languages.h"
#include "model/po.h"
#include "read/gettext.h"
#include "read/outline.h"

struct piece_list VEC_OF(struct workpiece);
struct doc_list VEC_OF(struct document *);

/* -- the site, by catalogue -- */

static struct str
piece_name(const struct workpiece *p)
{
	return str_eq(p->folder, p->course->path) ? STR("course") : path_base(p->folder);
}

/* Documents come sorted by path; those of one folder are together but for folders inside it. */
static void
collect_piece(struct workshop *w, struct workpiece *p)
{
	struct doc_list docs = { 0 };

	for (size_t i = 0; i < w->site.ndocs; i++) {
		struct document *doc = w->site.docs[i];

		if (str_eq(path_dir(doc->path), p->folder) && !doc->texts[0]->broken &&
		    str_eq(doc->texts[0]->lang, doc->course->source_lang))
			VEC_PUSH(&docs, doc);
	}
	p->name = piece_name(p);
	p->docs = ARENA_ARRAY(&w->site.arena, struct document *, docs.n);
	p->ndocs = docs.n;
	if (docs.n > 0)
		memcpy(p->docs, docs.v, docs.n * sizeof *docs.v);
	VEC_FREE(&docs);
}

static void
collect_pieces(struct workshop *w)
{
	struct piece_list all = { 0 };
	struct map known = MAP_INIT;

	for (size_t i = 0; i < w->site.ndocs; i++) {
		struct document *doc = w->site.docs[i];
		struct str folder = arena_str(&w->site.arena, path_dir(doc->path));

		if (doc->course && map_add(&known, folder, doc) == NULL)
			VEC_PUSH(&all, ((struct workpiece){ .course = doc->course, .folder = folder }));
	}
	w->pieces = ARENA_ARRAY(&w->site.arena, struct workpiece, all.n);
	for (size_t i = 0; i < all.n; i++) {
		w->pieces[w->npieces] = all.v[i];
		collect_piece(w, &w->pieces[w->npieces]);
		w->npieces += w->pieces[w->npieces].ndocs > 0;
	}
	VEC_FREE(&all);
	map_free(&known);
}

int
workshop_open(struct workshop *w, const struct config *config, struct diags *d)
{
	struct diags told = DIAGS_INIT;
	int rc;

	*w = (struct workshop){ .site = { .config = config } };
	w->site.pool = pool_open(config->jobs);
	w->site.keep = ARENA_ARRAY(&w->site.arena, struct arena, pool_size(w->site.pool));
	rc = outline_read(&w->site, &told);
	if (rc < 0) {
		diags_merge(d, &told);
	} else {
		languages_prepare(&w->site, &told);
		collect_pieces(w);
	}
	diags_free(&told);
	return rc;
}

void
workshop_close(struct workshop *w)
{
	site_free(&w->site);
}

/* -- what is asked for -- */

static struct str
without_slash(struct str what)
{
	while (str_ends(what, "/"))
		what.n--;
	return what;
}

static bool
means_page(const struct document *doc, struct str what)
{
	for (size_t k = 0; k < doc->ntexts; k++)
		if (str_eq(what, doc->texts[k]->src.path))
			return true;
	return false;
}

static bool
means_all(const struct workpiece *p, struct str what)
{
	what = without_slash(what);
	return str_eq(what, p->folder) || str_eq(what, p->course->path) || str_eq(what, p->course->name);
}

static bool
means(const struct workpiece *p, struct str what)
{
	for (size_t i = 0; i < p->ndocs; i++)
		if (means_page(p->docs[i], what))
			return true;
	return means_all(p, what);
}

bool
workshop_wants(const struct workorder *o, const struct workpiece *p)
{
	for (size_t i = 0; i < o->nwhat; i++)
		if (means(p, o->what[i]))
			return true;
	return o->nwhat == 0;
}

bool
workshop_wants_page(const struct workorder *o, const struct workpiece *p, const struct document *doc)
{
	for (size_t i = 0; i < o->nwhat; i++)
		if (means_all(p, o->what[i]) || means_page(doc, o->what[i]))
			return true;
	return o->nwhat == 0;
}

bool
workshop_into(const struct workorder *o, const struct workpiece *p, const struct language *lang)
{
	if (lang->pseudo || str_eq(lang->tag, p->course->source_lang) || (o->lang.n > 0 && !str_eq(lang->tag, o->lang)))
		return false;
	for (size_t i = 0; i < p->course->nlanguages; i++)
		if (p->course->languages[i] == lang)
			return true;
	return false;
}

static void
tell_what(const struct workshop *w, struct str what, struct diags *d)
{
	struct diag *g =
	    diag_add(d, DIAG_I18N_WHAT, NULL, (struct span){ 0 }, "`%.*s` is no course, module or page", STR_ARG(what));
	struct near near;

	near_begin(&near, what);
	for (size_t i = 0; i < w->npieces; i++) {
		near_try(&near, w->pieces[i].course->name);
		near_try(&near, w->pieces[i].folder);
	}
	if (near_best(&near).n > 0)
		diag_note(d, g, "did you mean `%.*s`?", STR_ARG(near_best(&near)));
}

static void
tell_language(const struct workshop *w, struct str lang, struct diags *d)
{
	struct diag *g = diag_add(d, DIAG_I18N_WHAT, NULL, (struct span){ 0 },
	    "`%.*s` is not among the languages of the site", STR_ARG(lang));
	struct near near;

	near_begin(&near, lang);
	for (size_t i = 0; i < w->site.nlanguages; i++)
		near_try(&near, w->site.languages[i].tag);
	if (near_best(&near).n > 0)
		diag_note(d, g, "did you mean `%.*s`?", STR_ARG(near_best(&near)));
	else
		diag_note(d, g, "add it to `languages` in site.yaml");
}

size_t
workshop_check(const struct workshop *w, const struct workorder *o, struct diags *d)
{
	size_t wrong = 0;

	if (o->lang.n > 0 && site_language(&w->site, o->lang) == NULL) {
		tell_language(w, o->lang, d);
		wrong++;
	}
	for (size_t i = 0; i < o->nwhat; i++) {
		bool found = false;

		for (size_t k = 0; k < w->npieces; k++)
			found = found || means(&w->pieces[k], o->what[i]);
		if (found)
			continue;
		tell_what(w, o->what[i], d);
		wrong++;
	}
	return wrong;
}

/* -- files -- */

struct str
workshop_path(struct workshop *w, const struct workpiece *p, struct str lang)
{
	if (lang.n == 0)
		return arena_fmt(&w->site.arena, "%.*s/po/%.*s.pot", STR_ARG(p->course->path), STR_ARG(p->name));
	return arena_fmt(
	    &w->site.arena, "%.*s/po/%.*s/%.*s.po", STR_ARG(p->course->path), STR_ARG(lang), STR_ARG(p->name));
}

struct str
workshop_file(struct workshop *w, struct str path)
{
	return path_join(&w->site.arena, w->site.config->root, path);
}

/* With all that translators see of it, which the build does not keep. */
static struct po *
read_whole(struct workshop *w, struct str path, struct str file, struct diags *d)
{
	struct source src = { path, STR_EMPTY };

	if (fs_read(&w->site.arena, file.p, &src.bytes) == 0)
		return gettext_read(&w->site.arena, file.p, &src, d);
	diag_add(d, DIAG_FILE_UNREADABLE, &src, (struct span){ 0 }, "%s", strerror(errno));
	return NULL;
}

struct po *
workshop_catalogue(struct workshop *w, const struct workpiece *p, struct str lang, bool *broken, struct diags *d)
{
	struct str path = workshop_path(w, p, lang), file = workshop_file(w, path);
	struct po *po;

	*broken = false;
	if (fs_kind(file.p) == FS_NONE)
		return NULL;
	po = read_whole(w, path, file, d);
	*broken = po == NULL;
	if (po) {
		po_index_all(&w->site.arena, po);
		po->lang = lang;
	}
	return po;
}
