/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/fromxliff.h"

#include <errno.h>
#include <string.h>

#include "base/fs.h"
#include "base/map.h"
#include "base/near.h"
#include "base/vec.h"
#include "i18n/merge.h"
#include "i18n/saving.h"
#include "i18n/xliff.h"
#include "i18n/xliffread.h"
#include "translate/parity.h"
#include "translate/rereading.h"
#include "translate/segments.h"

struct label_list VEC_OF(struct str);

struct returning {
	struct workshop w;
	struct arena a;
	struct source src; /* the file of XLIFF */
	struct xliffdoc doc;
	const struct language *lang;
	struct diags *d;
};

/* A catalogue with what came back for it. */
struct returned {
	struct po *po;
	size_t taken, same, refused;
};

/* -- what is told -- */

static struct diag *
tell(struct returning *r, enum diag_code code, uint32_t line, struct str words, const char *what)
{
	return diag_add(r->d, code, &r->src, (struct span){ line, 0, 0 }, "%s: %.*s%s", what,
	    STR_ARG(str_sub(words, 0, 60)), words.n > 60 ? "…" : "");
}

static int
fault(struct returning *r, uint32_t line, const char *what, struct str which, const char *advice)
{
	diag_note(r->d,
	    diag_add(r->d, DIAG_XLIFF_FILE, &r->src, (struct span){ line, 0, 0 }, "%s `%.*s`", what, STR_ARG(which)),
	    "%s", advice);
	return -1;
}

/* -- whether a translation may be taken -- */

/* Settings are no Markdown. */
static bool
is_setting(const struct po_entry *e)
{
	struct str rest = e->extracted;

	while (rest.n > 0) {
		struct str line = str_cut(&rest, '\n');

		if (!str_starts(line, "type: "))
			continue;
		for (int role = 0; role <= SEGMENT_CONTENT_NOTE; role++)
			if (str_is(str_sub(line, 6, line.n), segments_role((enum segment_role)role)))
				return true;
	}
	return false;
}

/* Marks of footnotes are marks only where the notes are known. */
static void
list_labels(struct str s, struct label_list *labels)
{
	for (size_t i = 0; i + 2 < s.n; i++) {
		size_t end = i + 2;

		if (s.p[i] != '[' || s.p[i + 1] != '^')
			continue;
		while (end < s.n && !strchr("[] \n", s.p[end]))
			end++;
		if (end < s.n && s.p[end] == ']')
			VEC_PUSH(labels, str_sub(s, i + 2, end));
	}
}

static bool
sound(struct returning *r, const struct po_entry *e, const struct xliffunit *u)
{
	struct rereading source = { .text = e->source, .line = u->line },
			 words = { .text = u->target, .line = u->line };
	struct label_list labels = { 0 };
	struct diags quiet = DIAGS_INIT;
	struct parity p;

	if (is_setting(e))
		return true;
	list_labels(e->source, &labels);
	rereading_all(&r->a, &r->src, &source, 1, labels.v, labels.n, &quiet);
	rereading_all(&r->a, &r->src, &words, 1, labels.v, labels.n, &quiet);
	VEC_FREE(&labels);
	diags_free(&quiet);
	if (words.node == NULL) {
		tell(r, DIAG_XLIFF_UNIT, u->line, u->target,
		    arena_fmt(&r->a, "it became %.*s, and must be one paragraph", STR_ARG(words.became)).p);
		return false;
	}
	if (source.node == NULL)
		return true;
	p = parity_check(&r->a, source.node, words.node, r->lang->tag, xliff_typed(e));
	if (!p.equal)
		tell(r, DIAG_XLIFF_UNIT, u->line, u->target,
		    arena_fmt(&r->a, p.lost.n > 0 ? "%.*s of the source is missing" : "%.*s is not in the source",
			STR_ARG(p.lost.n > 0 ? p.lost : p.added))
			.p);
	return p.equal;
}

/* -- a unit -- */

enum outcome { TAKEN, SAME, REFUSED };

static enum outcome
take_words(struct returning *r, struct po_entry *e, const struct xliffunit *u)
{
	struct po_entry now = *e;
	struct str stand = xliff_stand(&r->a, e), wanted;
	bool empty = e->text.n == 0; /* then there is nothing to lose */

	if (u->target.n == 0)
		return SAME;
	now.text = u->target;
	now.fuzzy = !u->done;
	wanted = xliff_stand(&r->a, &now);
	if (str_eq(wanted, stand) || (!empty && str_eq(wanted, u->sent)))
		return SAME;
	if (!empty && u->sent.n > 0 && !str_eq(u->sent, stand)) {
		diag_note(r->d,
		    tell(r, DIAG_XLIFF_CHANGED, u->line, e->source, "its translation was changed here meanwhile"),
		    "the catalogue says: %.*s", STR_ARG(str_sub(e->text, 0, 200)));
		return REFUSED;
	}
	if (!str_eq(now.text, e->text) && !sound(r, e, u))
		return REFUSED;
	if (!now.fuzzy)
		now.previous = now.previous_context = STR_EMPTY;
	else if (now.previous.n == 0)
		now.previous = u->previous;
	*e = now;
	return TAKEN;
}

static enum outcome
take_unit(struct returning *r, const struct map *entries, const struct xliffunit *u)
{
	struct po_entry *e = map_get(entries, u->id);
	enum outcome outcome;

	if (u->trouble.n > 0) {
		tell(r, DIAG_XLIFF_UNIT, u->line, u->target, u->trouble.p);
		return REFUSED;
	}
	if (e == NULL) {
		tell(r, DIAG_XLIFF_CHANGED, u->line, u->source, "these words are on no page any more");
		return u->target.n > 0 ? REFUSED : SAME;
	}
	if (!str_eq(e->source, u->source)) {
		tell(r, DIAG_XLIFF_UNIT, u->line, u->source, "its source is not what was sent");
		return REFUSED;
	}
	outcome = take_words(r, e, u);
	if (u->note.n > 0 && !str_eq(u->note, e->comment) && outcome != REFUSED) {
		e->comment = u->note;
		outcome = TAKEN;
	}
	return outcome;
}

/* -- a catalogue -- */

static const struct workpiece *
find_piece(struct returning *r, struct str original)
{
	for (size_t i = 0; i < r->w.npieces; i++)
		if (str_eq(workshop_path(&r->w, &r->w.pieces[i], r->lang->tag), original))
			return &r->w.pieces[i];
	return NULL;
}

static int
tell_original(struct returning *r, const struct xlifffile *f)
{
	struct near near;

	near_begin(&near, f->original);
	for (size_t i = 0; i < r->w.npieces; i++)
		near_try(&near, workshop_path(&r->w, &r->w.pieces[i], r->lang->tag));
	return fault(r, f->line, "the site has no catalogue", f->original,
	    near_best(&near).n > 0
		? arena_fmt(&r->a, "did you mean `%.*s`?", STR_ARG(near_best(&near))).p
		: "`original` of a `<file>` is the path of its catalogue, content/COURSE/po/LANGUAGE/MODULE.po");
}

static int
take_file(struct returning *r, const struct workorder *o, const struct xlifffile *f, struct returned *x)
{
	const struct workpiece *p = find_piece(r, f->original);
	struct map entries = MAP_INIT;
	struct merging m;

	if (p == NULL || !workshop_into(o, p, r->lang))
		return tell_original(r, f);
	if (!str_eq(r->doc.source_lang, p->course->source_lang))
		return fault(r, r->doc.line, "its source language is not that of the course:", r->doc.source_lang,
		    arena_fmt(&r->a, "the course is written in `%.*s`", STR_ARG(p->course->source_lang)).p);
	x->po = merge_catalogue(&r->w, p, r->lang->tag, &r->a, &m, r->d);
	if (x->po == NULL)
		return fault(r, f->line, "nothing can be taken into", f->original,
		    "repair it, or translate a page of it by messages");
	for (size_t i = 0; i < x->po->nentries; i++)
		if (!x->po->entries[i].obsolete && x->po->entries[i].plural.n == 0)
			map_add(&entries, xliff_id(&r->a, &x->po->entries[i]), &x->po->entries[i]);
	for (size_t i = 0; i < f->n; i++) {
		enum outcome outcome = take_unit(r, &entries, &f->v[i]);

		x->taken += outcome == TAKEN;
		x->same += outcome == SAME;
		x->refused += outcome == REFUSED;
	}
	map_free(&entries);
	return 0;
}

static int
save(struct returning *r, const struct returned *x, struct buf *out)
{
	int rc = saving_write(&r->w, x->po, r->d);

	if (rc < 0)
		return -1;
	buf_fmt(out, "%.*s: %zu taken over, %zu as before", STR_ARG(x->po->src.path), x->taken, x->same);
	if (x->refused > 0)
		buf_fmt(out, ", %zu not taken", x->refused);
	BUF_LIT(out, "\n");
	return 0;
}

/* -- the file -- */

static int
check_language(struct returning *r, const struct workorder *o)
{
	struct str lang = r->doc.target_lang;

	r->lang = site_language(&r->w.site, lang);
	if (lang.n == 0)
		return fault(r, r->doc.line, "it does not say which language it translates into:", STR("trgLang"),
		    "add it to the element `xliff`");
	if (r->lang == NULL)
		return fault(r, r->doc.line, "the site has no language", lang, "its languages are those of site.yaml");
	if (o->lang.n > 0 && !str_eq(o->lang, lang))
		return fault(r, r->doc.line, "it translates into", lang, "--lang says another language");
	return 0;
}

static int
take_all(struct returning *r, const struct workorder *o, struct buf *out)
{
	struct returned *all = ARENA_ARRAY(&r->a, struct returned, r->doc.n);
	int rc = check_language(r, o);

	if (rc == 0 && r->doc.n == 0)
		rc = fault(r, r->doc.line, "there is nothing in it:", STR("file"), "it has no element of that name");
	for (size_t i = 0; rc == 0 && i < r->doc.n; i++)
		rc = take_file(r, o, &r->doc.v[i], &all[i]);
	for (size_t i = 0; rc == 0 && i < r->doc.n; i++)
		rc = save(r, &all[i], out);
	for (size_t i = 0; i < r->doc.n; i++)
		po_free(all[i].po);
	return rc;
}

int
fromxliff_run(const struct workorder *o, struct str file, struct str shown, struct buf *out, struct diags *d)
{
	struct returning r = { .src = { shown, STR_EMPTY }, .d = d };
	int rc = workshop_open(&r.w, o->config, d);

	if (rc == 0 && fs_read(&r.a, file.p, &r.src.bytes) < 0) {
		r.src.bytes = STR_EMPTY;
		diag_add(d, DIAG_FILE_UNREADABLE, &r.src, (struct span){ 0 }, "%s", strerror(errno));
		rc = -1;
	}
	if (rc == 0)
		rc = xliffread_all(&r.a, &r.src, &r.doc, d);
	if (rc == 0)
		rc = take_all(&r, o, out);
	arena_free(&r.a);
	workshop_close(&r.w);
	return rc;
}
