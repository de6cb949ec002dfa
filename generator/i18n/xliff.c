/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/xliff.h"

#include <errno.h>
#include <string.h>

#include "base/hash.h"
#include "base/unicode.h"
#include "base/whole.h"
#include "base/xmlout.h"
#include "i18n/inlinecodes.h"
#include "i18n/merge.h"

/* -- what is known of a message -- */

struct str
xliff_id(struct arena *a, const struct po_entry *e)
{
	char hex[17];

	hash_hex(hash_bytes(po_key(a, e->context, e->source)), hex);
	return arena_fmt(a, "u%s", hex);
}

struct str
xliff_stand(struct arena *a, const struct po_entry *e)
{
	char hex[17];

	if (e->text.n == 0)
		return STR("none");
	hash_hex(hash_bytes(e->text), hex);
	return arena_fmt(a, "%s%s", e->fuzzy ? "fuzzy " : "", hex);
}

bool
xliff_typed(const struct po_entry *e)
{
	static const char kind[] = "type: option in question\n";

	return memmem(e->extracted.p, e->extracted.n, kind, sizeof kind - 1) != NULL;
}

/* -- inline codes -- */

/* What the codes of one unit are called: those of the source, then what only the translation has. */
struct codes {
	const struct inlinepieces *source;
	const struct inlinepieces *target; /* NULL: not translated */
	size_t *ids;                       /* by piece of the target: number of its code, from 1 */
	size_t own, n;                     /* codes of the source; codes in all */
};

static bool
same_code(const struct inlinepieces *a, size_t i, const struct inlinepieces *b, size_t k)
{
	const struct inlinepiece *x = &a->v[i], *y = &b->v[k];

	return x->code == y->code && str_eq(x->text, y->text) &&
	    (x->code == INLINECODE_ALONE || str_eq(a->v[x->partner].text, b->v[y->partner].text));
}

static bool
begins_code(const struct inlinepiece *p)
{
	return p->code == INLINECODE_ALONE || p->code == INLINECODE_OPEN;
}

/* Codes of the translation that the source has, too, have its numbers, each once. */
static struct codes
number_codes(struct arena *a, const struct inlinepieces *source, const struct inlinepieces *target)
{
	struct codes c = { .source = source, .target = target };
	size_t *place = ARENA_ARRAY(a, size_t, source->n), *number = ARENA_ARRAY(a, size_t, source->n), first = 0;

	for (size_t k = 0; k < source->n; k++)
		if (begins_code(&source->v[k])) {
			place[c.n] = k;
			number[c.n] = c.n + 1;
			c.n++;
		}
	c.own = c.n;
	if (target == NULL)
		return c;
	c.ids = ARENA_ARRAY(a, size_t, target->n);
	for (size_t i = 0; i < target->n; i++) {
		if (!begins_code(&target->v[i]))
			continue;
		while (first < c.own && number[first] == 0)
			first++;
		for (size_t k = first; k < c.own && c.ids[i] == 0; k++) {
			if (number[k] == 0 || !same_code(target, i, source, place[k]))
				continue;
			c.ids[i] = number[k];
			number[k] = 0;
		}
		if (c.ids[i] == 0)
			c.ids[i] = ++c.n;
	}
	return c;
}

/* -- writing -- */

struct writer {
	struct xmlout x;
	struct arena a;
};

static void
attribute(struct writer *w, const char *name, struct str value)
{
	xmlout_attribute(&w->x, name, xmlout_clean(&w->x, value));
}

/* Words, with an element for each character that XML has no way to write. */
static void
put_words(struct writer *w, struct str s)
{
	size_t from = 0, at = 0;

	while (at < s.n) {
		size_t before = at;
		uint32_t c = unicode_next(s, &at);

		if (xmlout_can(c))
			continue;
		xmlout_sure(xmlTextWriterWriteString(w->x.w, BAD_CAST xmlout_clean(&w->x, str_sub(s, from, before))));
		xmlout_begin(&w->x, "cp");
		attribute(w, "hex", arena_fmt(&w->a, "%04X", (unsigned)c));
		xmlout_end(&w->x);
		from = at;
	}
	xmlout_sure(xmlTextWriterWriteString(w->x.w, BAD_CAST xmlout_clean(&w->x, str_sub(s, from, s.n))));
}

/* An element that holds words and codes: no line may be broken in it. */
static void
begin_words(struct writer *w, const char *name)
{
	xmlout_begin(&w->x, name);
	xmlout_inline(&w->x);
}

static void
end_words(struct writer *w)
{
	xmlout_lines(&w->x);
	xmlout_end(&w->x);
}

static void
put_note(struct writer *w, const char *category, const char *applies, struct str s)
{
	if (s.n == 0)
		return;
	begin_words(w, "note");
	if (applies)
		xmlout_attribute(&w->x, "appliesTo", applies);
	xmlout_attribute(&w->x, "category", category);
	xmlout_sure(xmlTextWriterWriteString(w->x.w, BAD_CAST xmlout_clean(&w->x, s)));
	end_words(w);
}

static struct str
without_end(struct str s)
{
	return str_ends(s, "\n") ? str_sub(s, 0, s.n - 1) : s;
}

static void
put_notes(struct writer *w, const struct po_entry *e)
{
	struct str files = STR_EMPTY;

	if (e->extracted.n + e->comment.n + e->previous.n + e->nfiles == 0)
		return;
	for (size_t i = 0; i < e->nfiles; i++)
		files = arena_fmt(&w->a, "%.*s%s%.*s", STR_ARG(files), i > 0 ? " " : "", STR_ARG(e->files[i]));
	xmlout_begin(&w->x, "notes");
	put_note(w, "description", NULL, without_end(e->extracted));
	put_note(w, "location", NULL, files);
	put_note(w, "previous", "source", e->previous);
	put_note(w, "translator", "target", e->comment.n > 0 ? without_end(e->comment) : STR_EMPTY);
	xmlout_end(&w->x);
}

static void
put_data(struct writer *w, size_t id, const char *end, struct str s)
{
	begin_words(w, "data");
	attribute(w, "id", arena_fmt(&w->a, "d%zu%s", id, end));
	put_words(w, s);
	end_words(w);
}

static void
put_data_of(struct writer *w, const struct codes *c, const struct inlinepieces *p, const size_t *ids)
{
	for (size_t i = 0, n = 0; i < p->n; i++) {
		const struct inlinepiece *piece = &p->v[i];
		size_t id;

		if (!begins_code(piece))
			continue;
		id = ids ? ids[i] : ++n;
		if (ids && id <= c->own)
			continue;
		put_data(w, id, "", piece->text);
		if (piece->code == INLINECODE_OPEN)
			put_data(w, id, "e", p->v[piece->partner].text);
	}
}

static void
put_original(struct writer *w, const struct codes *c)
{
	if (c->n == 0)
		return;
	xmlout_begin(&w->x, "originalData");
	put_data_of(w, c, c->source, NULL);
	if (c->target)
		put_data_of(w, c, c->target, c->ids);
	xmlout_end(&w->x);
}

static const char *
type_of(const char *what)
{
	return strcmp(what, "link") == 0 || strcmp(what, "image") == 0 ? what
	    : strcmp(what, "break") == 0                               ? "fmt"
								       : "other";
}

static void
begin_code(struct writer *w, const struct inlinepiece *p, size_t id)
{
	bool alone = p->code == INLINECODE_ALONE;

	xmlout_begin(&w->x, alone ? "ph" : "pc");
	attribute(w, "id", arena_fmt(&w->a, "%zu", id));
	attribute(w, alone ? "dataRef" : "dataRefStart", arena_fmt(&w->a, "d%zu", id));
	if (!alone)
		attribute(w, "dataRefEnd", arena_fmt(&w->a, "d%zue", id));
	xmlout_attribute(&w->x, "canCopy", "no");
	xmlout_attribute(&w->x, "canDelete", "no");
	xmlout_attribute(&w->x, "type", type_of(p->what));
	attribute(w, "subType", strcmp(p->what, "break") == 0 ? STR("xlf:lb") : arena_fmt(&w->a, "pensum:%s", p->what));
	if (alone)
		xmlout_end(&w->x);
}

static void
put_text(struct writer *w, const char *name, const struct inlinepieces *p, const size_t *ids)
{
	size_t n = 0;

	begin_words(w, name);
	for (size_t i = 0; i < p->n; i++) {
		const struct inlinepiece *piece = &p->v[i];

		if (piece->code == INLINECODE_WORDS)
			put_words(w, piece->text);
		else if (piece->code == INLINECODE_CLOSE)
			xmlout_end(&w->x);
		else
			begin_code(w, piece, ids ? ids[i] : ++n);
	}
	end_words(w);
}

static void
put_stand(struct writer *w, const struct po_entry *e)
{
	xmlout_begin(&w->x, "mda:metadata");
	xmlout_begin(&w->x, "mda:metaGroup");
	xmlout_attribute(&w->x, "category", "pensum");
	begin_words(w, "mda:meta");
	xmlout_attribute(&w->x, "type", "sent");
	put_words(w, xliff_stand(&w->a, e));
	end_words(w);
	xmlout_end(&w->x);
	xmlout_end(&w->x);
}

static void
put_unit(struct writer *w, const struct po_entry *e)
{
	struct inlinepieces source = inlinecodes_of(&w->a, e->source, xliff_typed(e)),
			    target = inlinecodes_of(&w->a, e->text, xliff_typed(e));
	struct codes c = number_codes(&w->a, &source, e->text.n > 0 ? &target : NULL);

	xmlout_begin(&w->x, "unit");
	attribute(w, "id", xliff_id(&w->a, e));
	if (e->context.n > 0)
		attribute(w, "name", e->context);
	put_stand(w, e);
	put_notes(w, e);
	put_original(w, &c);
	xmlout_begin(&w->x, "segment");
	xmlout_attribute(&w->x, "state", e->text.n > 0 && !e->fuzzy ? "translated" : "initial");
	if (e->text.n > 0 && e->fuzzy)
		xmlout_attribute(&w->x, "subState", po_machine(e) ? "pensum:machine" : "pensum:fuzzy");
	put_text(w, "source", &source, NULL);
	if (c.target)
		put_text(w, "target", &target, c.ids);
	xmlout_end(&w->x);
	xmlout_end(&w->x);
}

/* How many messages it has that go to a translator. */
static size_t
units_in(const struct po *po)
{
	size_t n = 0;

	for (size_t i = 0; i < po->nentries; i++)
		n += !po->entries[i].obsolete && po->entries[i].plural.n == 0;
	return n;
}

static void
put_file(struct writer *w, size_t number, const struct po *po)
{
	xmlout_begin(&w->x, "file");
	attribute(w, "id", arena_fmt(&w->a, "f%zu", number));
	attribute(w, "original", po->src.path);
	xmlout_attribute(&w->x, "canResegment", "no");
	for (size_t i = 0; i < po->nentries; i++)
		if (!po->entries[i].obsolete && po->entries[i].plural.n == 0)
			put_unit(w, &po->entries[i]);
	xmlout_end(&w->x);
}

/* -- which catalogues -- */

struct wanted {
	struct workshop w;
	struct writer writer;
	struct str source; /* language of what was written; empty: nothing yet */
	size_t files, units;
};

static void
begin_document(struct writer *w, struct str source, struct str target)
{
	xmlout_begin(&w->x, "xliff");
	xmlout_attribute(&w->x, "xmlns", "urn:oasis:names:tc:xliff:document:2.0");
	xmlout_attribute(&w->x, "xmlns:mda", "urn:oasis:names:tc:xliff:metadata:2.0");
	xmlout_attribute(&w->x, "version", "2.1");
	attribute(w, "srcLang", source);
	attribute(w, "trgLang", target);
	xmlout_attribute(&w->x, "xml:space", "preserve");
}

static int
put_piece(struct wanted *x, const struct workpiece *p, const struct workorder *o, struct diags *d)
{
	struct arena a = ARENA_INIT;
	struct merging m;
	struct po *po = merge_catalogue(&x->w, p, o->lang, &a, &m, d);
	int rc = 0;

	if (po && units_in(po) > 0 && x->source.n > 0 && !str_eq(x->source, p->course->source_lang)) {
		diag_note(d,
		    diag_add(d, DIAG_I18N_WHAT, NULL, (struct span){ 0 },
			"`%.*s` is written in `%.*s`, what comes before it in `%.*s`; a file of XLIFF has one source language",
			STR_ARG(p->course->name), STR_ARG(p->course->source_lang), STR_ARG(x->source)),
		    "name the courses of one language: pensum i18n xliff --lang %.*s %.*s", STR_ARG(o->lang),
		    STR_ARG(p->course->name));
		rc = -1;
	} else if (po && units_in(po) > 0) {
		if (x->source.n == 0)
			begin_document(&x->writer, x->source = p->course->source_lang, o->lang);
		put_file(&x->writer, ++x->files, po);
		x->units += units_in(po);
	}
	po_free(po);
	arena_free(&a);
	return rc;
}

static int
tell_nothing(struct diags *d, const char *what, const char *advice)
{
	diag_note(d, diag_add(d, DIAG_I18N_WHAT, NULL, (struct span){ 0 }, "%s", what), "%s", advice);
	return -1;
}

static int
put_all(struct wanted *x, const struct workorder *o, struct diags *d)
{
	const struct language *lang = site_language(&x->w.site, o->lang);
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < x->w.npieces; i++)
		if (workshop_wants(o, &x->w.pieces[i]) && workshop_into(o, &x->w.pieces[i], lang))
			rc = put_piece(x, &x->w.pieces[i], o, d);
	if (rc == 0 && x->files == 0)
		rc = tell_nothing(d, "nothing of it is translated by messages into that language",
		    "the language must be one of the course's, and not that of its sources");
	return rc;
}

static int
save(struct str file, struct buf *b, const struct wanted *x, struct buf *out, struct diags *d)
{
	if (file.n == 0) {
		buf_str(out, buf_view(b));
		return 0;
	}
	if (whole_write(file.p, buf_view(b)) < 0) {
		diag_add(d, DIAG_IO, NULL, (struct span){ 0 }, "%.*s: %s", STR_ARG(file), strerror(errno));
		return -1;
	}
	buf_fmt(out, "%.*s: %zu messages of %zu catalogue%s\n", STR_ARG(file), x->units, x->files,
	    x->files == 1 ? "" : "s");
	return 0;
}

int
xliff_run(const struct workorder *o, struct str file, struct buf *out, struct diags *d)
{
	struct wanted x = { .source = STR_EMPTY };
	struct buf b = BUF_INIT;
	int rc = workshop_open(&x.w, o->config, d);

	xmlout_open(&x.writer.x);
	if (rc == 0 && o->lang.n == 0)
		rc = tell_nothing(d, "the language to translate into is not said", "say it: --lang lv");
	if (rc == 0 && workshop_check(&x.w, o, d) > 0)
		rc = -1;
	if (rc == 0)
		rc = put_all(&x, o, d);
	xmlout_close(&x.writer.x, &b);
	if (rc == 0)
		rc = save(file, &b, &x, out, d);
	buf_free(&b);
	arena_free(&x.writer.a);
	workshop_close(&x.w);
	return rc;
}
