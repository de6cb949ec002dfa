/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/gettextize.h"

#include <string.h>

#include "base/fs.h"
#include "base/path.h"
#include "i18n/heading.h"
#include "i18n/merging.h"
#include "i18n/pairing.h"
#include "i18n/pot.h"
#include "i18n/saving.h"
#include "read/document.h"

/* One catalogue on its way. */
struct textizing {
	struct workshop *w;
	const struct gettextize_request *request;
	struct str lang;
	struct arena a;
	struct po *po;
	struct buf *out;
	struct diags *d;
	size_t found; /* translations that are there */
};

/* -- where translations are -- */

/* The translation of ${doc}, as shown and to open; false where none is asked for or there. */
static bool
find_file(struct textizing *t, const struct document *doc, struct str *shown, struct str *file)
{
	const struct gettextize_request *r = t->request;

	if (r->file.n > 0) {
		*shown = r->shown;
		*file = arena_str(&t->a, r->file);
		return str_eq(doc->path, r->order->what[0]);
	}
	*shown = arena_fmt(&t->a, "%.*s.%.*s.md", (int)(doc->path.n - strlen(".md")), doc->path.p, STR_ARG(t->lang));
	*file = r->from.n > 0 ? path_join(&t->a, r->from, *shown) : workshop_file(t->w, *shown);
	if (r->from.n > 0)
		*shown = *file;
	return fs_kind(file->p) == FS_FILE;
}

/* -- one page -- */

/* Its settings are read as words only: what a build says of them is not told here. */
static int
read_translation(struct textizing *t, struct text *text, struct body *body)
{
	struct diags told = DIAGS_INIT;
	int rc = document_front(&t->a, text, &told);

	if (rc < 0)
		diags_merge(t->d, &told);
	diags_free(&told);
	told = (struct diags)DIAGS_INIT;
	if (rc == 0)
		rc = document_body(&t->a, text, body, &told);
	if (rc < 0)
		diags_merge(t->d, &told);
	diags_free(&told);
	return rc;
}

static struct po_entry *
entry_of(struct po *po, const struct segment *s)
{
	const struct po_entry *e = po_find_any(po, s->context, segments_role(s->role), s->text);

	return e ? &po->entries[e - po->entries] : NULL;
}

static void
tell_twice(struct textizing *t, const struct body *body, const struct pair *pair, const struct po_entry *e)
{
	struct diag *g = diag_add(t->d, DIAG_I18N_TWICE, &body->src, pair->at, "%.*s", STR_ARG(pair->source->text));

	diag_note(t->d, g, "here: %.*s", STR_ARG(pair->text));
	diag_note(t->d, g, "taken: %.*s", STR_ARG(e->text));
	diag_note(t->d, g, "where they mean two things, give each a context in the source: `{ctx=…}`");
}

#define PAIRED "paired by its place with "

/* The translator's comment, with our line where the entry is to be confirmed. */
static struct str
comment_of(struct textizing *t, const struct body *body, const struct po_entry *e)
{
	struct buf b = BUF_INIT;
	struct str rest = e->comment, out;

	while (rest.n > 0) {
		struct str line = str_cut(&rest, '\n');

		if (!str_starts(str_trim(line), PAIRED))
			buf_fmt(&b, "%.*s\n", STR_ARG(line));
	}
	if (e->fuzzy)
		buf_fmt(&b, PAIRED "%.*s; to be confirmed\n", STR_ARG(path_base(body->src.path)));
	out = arena_str(&t->a, buf_view(&b));
	buf_free(&b);
	return out;
}

/* What somebody has confirmed stays, and so does what another page of these has given. */
static bool
put(struct textizing *t, const struct body *body, const struct pair *pair, struct map *given)
{
	struct po_entry *e = entry_of(t->po, pair->source);

	if (e == NULL)
		return false;
	if (map_add(given, po_key(&t->a, e->context, e->source), e) != NULL || (e->text.n > 0 && !e->fuzzy)) {
		if (!str_eq(e->text, pair->text))
			tell_twice(t, body, pair, e);
		return true;
	}
	e->text = pair->text;
	e->previous = e->previous_context = STR_EMPTY;
	e->fuzzy = !t->request->reviewed || !pair->sound;
	e->comment = comment_of(t, body, e);
	return true;
}

static void
take_page(struct textizing *t, struct document *doc, struct map *given)
{
	struct text text = { .doc = doc, .lang = t->lang };
	struct body source = { 0 }, body = { 0 };
	struct diags told = DIAGS_INIT;
	struct pairs pairs;
	size_t taken = 0;

	find_file(t, doc, &text.src.path, &text.file);
	text.src.bytes = STR_EMPTY;
	if (read_translation(t, &text, &body) < 0)
		return;
	if (document_body(&t->a, doc->texts[0], &source, &told) == 0) {
		struct segments segs = segments_of(&t->a, doc->texts[0], source.root, &source.src, &told);

		pairs = pairing_of(&t->a, &source, &body, &segs, t->d);
		for (size_t i = 0; i < pairs.n; i++)
			taken += put(t, &body, &pairs.v[i], given);
		buf_fmt(t->out, "%.*s: %zu of %zu messages paired\n", STR_ARG(text.src.path), taken, segs.n);
	}
	diags_free(&told);
}

/* -- one catalogue -- */

/* The pages of ${p} that are translated by messages from now on. */
static struct workpiece
by_messages(struct textizing *t, const struct workpiece *p, bool *taken)
{
	struct workpiece out = *p;
	struct str shown, file;

	out.docs = ARENA_ARRAY(&t->a, struct document *, p->ndocs);
	out.ndocs = 0;
	for (size_t i = 0; i < p->ndocs; i++) {
		struct text *own = site_text(p->docs[i], t->lang);

		taken[i] =
		    workshop_wants_page(t->request->order, p, p->docs[i]) && find_file(t, p->docs[i], &shown, &file);
		t->found += taken[i];
		if (taken[i] || own == NULL || own->po)
			out.docs[out.ndocs++] = p->docs[i];
	}
	return out;
}

static int
fill(struct textizing *t, const struct workpiece *p, const bool *taken, const struct workpiece *now, struct po *old)
{
	struct po *pot = pot_of(t->w, now, STR_EMPTY, &t->a, t->d);
	struct map given = MAP_INIT;
	struct merging m;
	int rc;

	t->po = merging_merge(&t->a, pot, old, &m);
	t->po->src.path = workshop_path(t->w, p, t->lang);
	if (t->po->header.n == 0)
		t->po->header = heading_new(&t->a, site_local(p->course->title, p->course->languages[0]), t->lang);
	for (size_t i = 0; i < p->ndocs; i++)
		if (taken[i])
			take_page(t, p->docs[i], &given);
	rc = saving_write(t->w, t->po, t->d);
	if (rc >= 0)
		buf_fmt(t->out, "%.*s: %s\n", STR_ARG(t->po->src.path), rc == SAVING_SAME ? "as before" : "written");
	map_free(&given);
	po_free(t->po);
	po_free(pot);
	return rc < 0 ? -1 : 0;
}

static int
take_piece(struct workshop *w, const struct workpiece *p, const struct gettextize_request *r, struct buf *out,
    size_t *found, struct diags *d)
{
	struct textizing t = { .w = w, .request = r, .lang = r->order->lang, .out = out, .d = d };
	bool *taken = ARENA_ARRAY(&t.a, bool, p->ndocs);
	struct workpiece now = by_messages(&t, p, taken);
	bool broken = false;
	int rc = 0;

	if (t.found > 0) {
		struct po *old = workshop_catalogue(w, p, t.lang, &broken, d);

		if (!broken)
			rc = fill(&t, p, taken, &now, old);
		po_free(old);
	}
	*found += t.found;
	arena_free(&t.a);
	return rc;
}

static int
need_language(const struct gettextize_request *r, struct diags *d)
{
	if (r->order->lang.n > 0)
		return 0;
	diag_note(d,
	    diag_add(d, DIAG_I18N_WHAT, NULL, (struct span){ 0 }, "the language of the translations is not said"),
	    "say it: --lang lv");
	return -1;
}

int
gettextize_run(const struct gettextize_request *r, struct buf *out, struct diags *d)
{
	struct workshop w;
	size_t found = 0;
	int rc = workshop_open(&w, r->order->config, d);

	if (rc == 0 && (need_language(r, d) < 0 || workshop_check(&w, r->order, d) > 0))
		rc = -1;
	for (size_t i = 0; rc == 0 && i < w.npieces; i++)
		if (workshop_wants(r->order, &w.pieces[i]))
			rc = take_piece(&w, &w.pieces[i], r, out, &found, d);
	if (rc == 0 && found == 0)
		diag_note(d,
		    diag_add(
			d, DIAG_I18N_WHAT, NULL, (struct span){ 0 }, "no page has a translation in a file of its own"),
		    "they are called NAME.%.*s.md and lie beside their sources; --from DIR names another folder",
		    STR_ARG(r->order->lang));
	workshop_close(&w);
	return rc;
}
