/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/pot.h"

#include <string.h>

#include "base/buf.h"
#include "base/vec.h"
#include "read/document.h"

/* One typing mistake opens a whole message again (localisation.md T-5). */
enum { LONG_TEXT = 600, MANY_SENTENCES = 5 };

struct entry_list VEC_OF(struct po_entry);

struct templating {
	struct workshop *w;
	struct arena *a;
	struct diags *d;
	struct map roles; /* words without `ctx=` → 1 + their role; SEVERAL where they stand in more than one */
	struct map known; /* key → 1 + number of the entry */
	struct entry_list all;
};

enum { SEVERAL = SEGMENT_ROLES + 1 };

static uintptr_t
number_in(const struct map *m, struct str key)
{
	return (uintptr_t)map_get(m, key);
}

/* -- comments -- */

static void
put_line(struct buf *b, const char *name, struct str words)
{
	buf_fmt(b, "%s: ", name);
	for (size_t i = 0; i < words.n; i++)
		buf_chr(b, words.p[i] == '\n' ? ' ' : words.p[i]);
	buf_chr(b, '\n');
}

static struct str
comment_of(struct templating *t, const struct document *doc, const struct segment *s)
{
	struct buf b = BUF_INIT;
	struct str out;

	if (s->note.n > 0)
		put_line(&b, "note", s->note);
	put_line(&b, "type",
	    s->kind.n > 0 && s->role != SEGMENT_TITLE
		? arena_fmt(t->a, "%s in %.*s", segments_role(s->role), STR_ARG(s->kind))
		: str_of(segments_role(s->role)));
	put_line(&b, "page", site_title(doc->texts[0]));
	if (s->heading.n > 0 && s->role != SEGMENT_HEADING)
		put_line(&b, "under", s->heading);
	if (s->facilitator)
		put_line(&b, "audience", STR("facilitator"));
	if (s->critical)
		put_line(&b, "critical", STR("must not go untranslated"));
	out = arena_str(t->a, buf_view(&b));
	buf_free(&b);
	return out;
}

/* -- long messages -- */

static size_t
sentences(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += memchr(".!?", s.p[i], 3) != NULL && (i + 1 == s.n || s.p[i + 1] == ' ');
	return n;
}

static void
check_length(struct templating *t, const struct document *doc, const struct segment *s)
{
	if (s->text.n <= LONG_TEXT && sentences(s->text) <= MANY_SENTENCES)
		return;
	diag_note(t->d,
	    diag_add(t->d, DIAG_I18N_LONG, &doc->texts[0]->src, s->at, "%zu bytes, %zu sentences", s->text.n,
		sentences(s->text)),
	    "make two paragraphs of it where its thought changes");
}

/* -- messages -- */

static void
note_role(struct templating *t, const struct segment *s)
{
	uintptr_t now = number_in(&t->roles, s->text);

	if (s->context.n == 0 && now != (uintptr_t)s->role + 1)
		map_put(&t->roles, s->text, (void *)(now == 0 ? (uintptr_t)s->role + 1 : (uintptr_t)SEVERAL));
}

static void
add_file(struct templating *t, struct po_entry *e, struct str path)
{
	struct str *files;

	if (e->nfiles > 0 && str_eq(e->files[e->nfiles - 1], path))
		return; /* documents come one behind the other */
	files = ARENA_ARRAY(t->a, struct str, e->nfiles + 1);
	if (e->nfiles > 0)
		memcpy(files, e->files, e->nfiles * sizeof *files);
	files[e->nfiles++] = path;
	e->files = files;
}

/* Whoever meets it first says what it is; that it is critical anywhere counts. */
static void
add_message(struct templating *t, const struct document *doc, const struct segment *s)
{
	struct str context = s->context.n > 0          ? s->context
	    : number_in(&t->roles, s->text) == SEVERAL ? str_of(segments_role(s->role))
						       : STR_EMPTY;
	struct str key = po_key(t->a, context, s->text);
	uintptr_t at = number_in(&t->known, key);

	if (at == 0) {
		struct po_entry e = { .context = context, .source = s->text, .extracted = comment_of(t, doc, s) };

		e.plural = e.text = e.previous = e.previous_context = e.comment = STR_EMPTY;
		VEC_PUSH(&t->all, e);
		at = t->all.n;
		map_put(&t->known, key, (void *)at);
		check_length(t, doc, s);
	} else if (s->note.n > 0 || s->critical) {
		struct po_entry *e = &t->all.v[at - 1];
		struct str more = comment_of(t, doc, s);

		if (!str_eq(e->extracted, more))
			e->extracted = arena_fmt(t->a, "%.*s%.*s", STR_ARG(e->extracted), STR_ARG(more));
	}
	add_file(t, &t->all.v[at - 1], doc->path);
}

struct segments
pot_segments(struct workshop *w, const struct document *doc, struct arena *a, struct diags *d)
{
	struct segments none = { 0 };
	struct body body = { 0 };
	struct diags told = DIAGS_INIT;
	int rc = document_body(a, doc->texts[0], &body, &told);

	(void)w;
	diags_free(&told);
	return rc < 0 ? none : segments_of(a, doc->texts[0], body.root, &body.src, d);
}

struct str
pot_context(const struct po *po, const struct segment *s)
{
	const struct po_entry *e = po_find_any(po, s->context, segments_role(s->role), s->text);

	return e ? e->context : s->context;
}

struct po *
pot_of(struct workshop *w, const struct workpiece *p, struct str lang, struct arena *a, struct diags *d)
{
	struct templating t = { .w = w, .a = a, .d = d };
	struct segments *by_doc = ARENA_ARRAY(a, struct segments, p->ndocs);
	struct po *po = ARENA_NEW(a, struct po);

	for (size_t i = 0; i < p->ndocs; i++) {
		if (lang.n == 0 || site_text(p->docs[i], lang) == NULL)
			by_doc[i] = pot_segments(w, p->docs[i], a, d);
		for (size_t k = 0; k < by_doc[i].n; k++)
			note_role(&t, &by_doc[i].v[k]);
	}
	for (size_t i = 0; i < p->ndocs; i++)
		for (size_t k = 0; k < by_doc[i].n; k++)
			add_message(&t, p->docs[i], &by_doc[i].v[k]);
	po->src = (struct source){ workshop_path(w, p, STR_EMPTY), STR_EMPTY };
	po->lang = po->header = STR_EMPTY;
	po->nentries = t.all.n;
	po->entries = ARENA_ARRAY(a, struct po_entry, t.all.n);
	if (t.all.n > 0)
		memcpy(po->entries, t.all.v, t.all.n * sizeof *t.all.v);
	po_index_all(a, po);
	VEC_FREE(&t.all);
	map_free(&t.roles);
	map_free(&t.known);
	return po;
}
