/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/normalize.h"

#include "i18n/normalizing.h"
#include "i18n/pot.h"
#include "i18n/saving.h"
#include "i18n/unfolding.h"
#include "read/document.h"

/* What is asked for: catalogues are files, the rest is what all subcommands take. */
struct asking {
	struct workorder order; /* without the catalogues */
	const struct str *what;
	size_t nwhat;
	bool *found; /* by ${what} */
};

static void
say(struct buf *out, struct str path, const struct normalizing *n, int rc)
{
	buf_fmt(out, "%.*s: %zu renewed, %zu split, %zu joined, %zu left%s\n", STR_ARG(path), n->renewed, n->split,
	    n->joined, n->left, rc == SAVING_SAME ? "; as before" : "");
}

/* The link definitions of the pages: an earlier tool may have left references as they are. */
static struct str
definitions_of(const struct workpiece *p, struct arena *a)
{
	struct buf b = BUF_INIT;
	struct str out;

	for (size_t i = 0; i < p->ndocs; i++) {
		struct body body = { 0 };
		struct diags told = DIAGS_INIT;

		if (document_body(a, p->docs[i]->texts[0], &body, &told) == 0)
			unfolding_definitions(&b, body.src.bytes);
		diags_free(&told);
	}
	out = arena_str(a, buf_view(&b));
	buf_free(&b);
	return out;
}

static int
normalize_one(struct workshop *w, const struct workpiece *p, struct str lang, struct buf *out, struct diags *d)
{
	struct arena a = ARENA_INIT;
	struct diags told = DIAGS_INIT;
	struct normalizing n;
	bool broken;
	struct po *old = workshop_catalogue(w, p, lang, &broken, d), *pot, *now;
	int rc = 0;

	if (old) {
		pot = pot_of(w, p, lang, &a, &told);
		now = normalizing_of(&a, pot, old, definitions_of(p, &a), &n, d);
		rc = saving_write(w, now, d);
		if (rc >= 0)
			say(out, now->src.path, &n, rc);
		po_free(now);
		po_free(pot);
		po_free(old);
	}
	diags_free(&told);
	arena_free(&a);
	return rc < 0 ? -1 : 0;
}

/* Whether the catalogue ${path} is named. */
static bool
is_named(struct asking *q, struct str path)
{
	for (size_t i = 0; i < q->nwhat; i++)
		if (str_eq(q->what[i], path))
			return q->found[i] = true;
	return false;
}

static int
normalize_piece(struct workshop *w, const struct workpiece *p, struct asking *q, struct buf *out, struct diags *d)
{
	bool all = q->order.nwhat > 0 ? workshop_wants(&q->order, p) : q->nwhat == 0;
	int rc = 0;

	for (size_t i = 0; i < w->site.nlanguages && rc == 0; i++) {
		struct language *lang = &w->site.languages[i];
		bool named = is_named(q, workshop_path(w, p, lang->tag));

		if (named || (all && workshop_into(&q->order, p, lang)))
			rc = normalize_one(w, p, lang->tag, out, d);
	}
	return rc;
}

/* Sorts what ${o} names. */
static void
sort_out(struct workshop *w, const struct workorder *o, struct asking *q)
{
	struct str *pages = ARENA_ARRAY(&w->site.arena, struct str, o->nwhat);
	struct str *files = ARENA_ARRAY(&w->site.arena, struct str, o->nwhat);

	q->order = *o;
	q->order.what = pages;
	q->order.nwhat = 0;
	q->what = files;
	q->found = ARENA_ARRAY(&w->site.arena, bool, o->nwhat);
	for (size_t i = 0; i < o->nwhat; i++)
		if (str_ends(o->what[i], ".po"))
			files[q->nwhat++] = o->what[i];
		else
			pages[q->order.nwhat++] = o->what[i];
}

static void
tell_missing(const struct asking *q, struct diags *d)
{
	for (size_t i = 0; i < q->nwhat; i++)
		if (!q->found[i])
			diag_note(d,
			    diag_add(d, DIAG_I18N_WHAT, NULL, (struct span){ 0 }, "`%.*s` is no catalogue of the site",
				STR_ARG(q->what[i])),
			    "catalogues stand in content/COURSE/po/LANGUAGE/MODULE.po");
}

int
normalize_run(const struct workorder *o, struct buf *out, struct diags *d)
{
	struct workshop w;
	struct asking q = { 0 };
	int rc = workshop_open(&w, o->config, d);

	if (rc == 0) {
		sort_out(&w, o, &q);
		if (workshop_check(&w, &q.order, d) > 0)
			rc = -1;
	}
	for (size_t i = 0; rc == 0 && i < w.npieces; i++)
		rc = normalize_piece(&w, &w.pieces[i], &q, out, d);
	if (rc == 0)
		tell_missing(&q, d);
	workshop_close(&w);
	return rc;
}
