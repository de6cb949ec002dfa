/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/touch.h"

#include <errno.h>
#include <string.h>

#include "base/fs.h"
#include "i18n/merging.h"
#include "i18n/pot.h"
#include "i18n/readdress.h"
#include "i18n/recording.h"
#include "i18n/saving.h"
#include "i18n/worddiff.h"
#include "translate/staleness.h"

struct touch {
	struct workshop *w;
	const struct touch_request *request;
	const struct workpiece *piece;
	struct str lang;
	struct worddiff_words words; /* of the source language */
	struct arena a;
	struct po *po; /* the catalogue with today's messages; NULL: there is none */
	bool changed;  /* something was touched */
	struct buf *out;
	struct diags *d;
};

/* -- messages -- */

/* The same whatever was changed around: what a translation with other words would have to say otherwise. */
static unsigned
meaning(const struct worddiff *w)
{
	unsigned marks = 0;

	for (size_t i = 0; i < w->n; i++)
		marks |= w->v[i].kind == WORDDIFF_SAME ? 0 : w->v[i].marks;
	return marks;
}

static void
refuse(struct touch *t, const struct document *doc, const struct segment *s, unsigned marks, struct str diff)
{
	struct buf what = BUF_INIT;
	struct diag *g;

	for (unsigned i = 0; i < WORDMARKS_ALL; i++)
		if (marks & 1u << i)
			buf_fmt(&what, "%s%s", what.n > 0 ? ", " : "", wordmarks_name(1u << i));
	g = diag_add(t->d, DIAG_I18N_TOUCH, &doc->texts[0]->src, s->at, "changed: %.*s", STR_ARG(buf_view(&what)));
	diag_note(t->d, g, "%.*s", STR_ARG(diff));
	diag_note(t->d, g, "have it translated; or say --even-so, where the translation is right all the same");
	buf_free(&what);
}

/* Only what was made from an earlier version of the source: what a machine made, or was paired, a person must read. */
static bool
touch_message(struct touch *t, const struct document *doc, const struct segment *s)
{
	const struct po_entry *e = po_find_any(t->po, s->context, segments_role(s->role), s->text);
	struct worddiff w;
	struct buf diff = BUF_INIT;
	bool done;

	if (e == NULL || !e->fuzzy || e->text.n == 0 || e->previous.n == 0 || po_machine(e))
		return false;
	w = worddiff_of(&t->a, e->previous, e->source, &t->words);
	worddiff_text(&diff, &w);
	done = meaning(&w) == 0 || t->request->even_so;
	if (done) {
		struct po_entry *mine = &t->po->entries[e - t->po->entries];

		mine->fuzzy = false;
		mine->text = readdress_links(&t->a, mine->previous, mine->source, mine->text);
		mine->previous = mine->previous_context = STR_EMPTY;
		buf_fmt(t->out, "  %.*s\n", STR_ARG(buf_view(&diff)));
	} else {
		refuse(t, doc, s, meaning(&w), buf_view(&diff));
	}
	buf_free(&diff);
	return done;
}

static void
touch_messages(struct touch *t, const struct document *doc)
{
	struct diags told = DIAGS_INIT;
	struct segments segs = pot_segments(t->w, doc, &t->a, &told);
	size_t done = 0;

	for (size_t i = 0; i < segs.n; i++)
		done += touch_message(t, doc, &segs.v[i]);
	diags_free(&told);
	if (done > 0)
		buf_fmt(t->out, "%.*s: %zu message%s up to date again in %.*s\n", STR_ARG(doc->path), done,
		    done == 1 ? "" : "s", STR_ARG(t->lang));
	t->changed |= done > 0;
}

/* -- whole files -- */

static void
list_blocks(struct touch *t, const struct text *text, const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->n; i++) {
		enum staleness s = staleness_of(text, &blocks->v[i]);

		if (s != STALENESS_FRESH)
			buf_fmt(t->out, "  %.*s: %s\n", STR_ARG(blocks->v[i].key),
			    s == STALENESS_CHANGED ? "changed" : "recorded for the first time");
	}
}

static int
touch_file(struct touch *t, const struct document *doc, const struct text *text)
{
	struct diags told = DIAGS_INIT;
	struct segments segs = pot_segments(t->w, doc, &t->a, &told);
	struct blocks blocks = blocks_of(&t->a, &segs);
	struct source src = { text->src.path, STR_EMPTY };
	struct buf b = BUF_INIT;
	int rc = SAVING_SAME;

	diags_free(&told);
	if (fs_read(&t->a, text->file.p, &src.bytes) < 0) {
		diag_add(t->d, DIAG_IO, NULL, (struct span){ 0 }, "%.*s: %s", STR_ARG(src.path), strerror(errno));
		return -1;
	}
	if (blocks.n > 0 && recording_write(&b, &src, &blocks, t->d) == 0 && !str_eq(buf_view(&b), src.bytes)) {
		rc = t->request->check ? SAVING_WRITTEN : saving_bytes(t->w, src.path, buf_view(&b), t->d);
		if (rc == SAVING_WRITTEN) {
			list_blocks(t, text, &blocks);
			buf_fmt(t->out, "%.*s: recorded what it translates\n", STR_ARG(src.path));
		}
	}
	t->changed |= rc == SAVING_WRITTEN;
	buf_free(&b);
	return rc < 0 ? -1 : 0;
}

/* -- all of them -- */

/* The catalogue is brought up to date first, so that each message has its earlier version beside it. */
static int
open_catalogue(struct touch *t)
{
	struct diags told = DIAGS_INIT;
	bool broken;
	struct po *old = workshop_catalogue(t->w, t->piece, t->lang, &broken, t->d), *pot;
	struct merging m;

	if (old) {
		pot = pot_of(t->w, t->piece, t->lang, &t->a, &told);
		t->po = merging_merge(&t->a, pot, old, &m);
		t->po->src.path = workshop_path(t->w, t->piece, t->lang);
		po_free(pot);
		po_free(old);
	}
	diags_free(&told);
	return broken ? -1 : 0;
}

static int
touch_piece(struct workshop *w, const struct workpiece *p, const struct touch_request *r, struct buf *out,
    bool *changed, struct diags *d)
{
	struct touch t = { .w = w, .request = r, .piece = p, .lang = r->order->lang, .out = out, .d = d };
	bool touched;
	int rc = 0;

	t.words = worddiff_words_of(&w->site, p->course->source_lang);
	if (open_catalogue(&t) < 0) {
		arena_free(&t.a);
		return 0; /* told */
	}
	for (size_t i = 0; i < p->ndocs && t.po; i++)
		if (workshop_wants_page(r->order, p, p->docs[i]) && site_text(p->docs[i], t.lang) == NULL)
			touch_messages(&t, p->docs[i]);
	touched = t.changed;
	for (size_t i = 0; i < p->ndocs && rc == 0; i++) {
		const struct text *text = site_text(p->docs[i], t.lang);

		if (workshop_wants_page(r->order, p, p->docs[i]) && text && !text->broken)
			rc = touch_file(&t, p->docs[i], text);
	}
	if (rc == 0 && touched && !r->check)
		rc = saving_write(w, t.po, d) < 0 ? -1 : 0;
	*changed |= t.changed;
	po_free(t.po);
	arena_free(&t.a);
	return rc;
}

static bool
is_asked_well(const struct workshop *w, const struct touch_request *r, struct diags *d)
{
	const struct workorder *o = r->order;

	if (o->lang.n == 0)
		diag_note(d,
		    diag_add(
			d, DIAG_I18N_WHAT, NULL, (struct span){ 0 }, "the language of the translations is not said"),
		    "say it: --lang lv");
	else if (!r->all && o->nwhat == 0)
		diag_note(d, diag_add(d, DIAG_I18N_WHAT, NULL, (struct span){ 0 }, "no page is named"),
		    "name pages, or say --all for all there are");
	for (size_t i = 0; !r->all && i < o->nwhat; i++)
		if (!str_ends(o->what[i], ".md"))
			diag_note(d,
			    diag_add(
				d, DIAG_I18N_WHAT, NULL, (struct span){ 0 }, "`%.*s` is no page", STR_ARG(o->what[i])),
			    "say --all for all the pages of a module or course");
	return diags_worst(d) < DIAG_FATAL && workshop_check(w, o, d) == 0;
}

int
touch_run(const struct touch_request *r, struct buf *out, struct diags *d)
{
	struct workshop w;
	bool changed = false;
	int rc = workshop_open(&w, r->order->config, d);

	if (rc == 0 && !is_asked_well(&w, r, d))
		rc = -1;
	for (size_t i = 0; rc == 0 && i < w.npieces; i++)
		if (workshop_wants(r->order, &w.pieces[i]))
			rc = touch_piece(&w, &w.pieces[i], r, out, &changed, d);
	workshop_close(&w);
	return rc < 0 ? -1 : r->check && changed;
}
